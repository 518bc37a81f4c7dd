"""Write the documents that are made from the code: docs/content-model.md."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.model.handbook import handbook  # noqa: E402 - needs the path above

if __name__ == "__main__":
    (ROOT / "docs" / "content-model.md").write_text(handbook(), encoding="utf-8")
    print("docs/content-model.md")
