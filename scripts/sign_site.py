"""Sign the manifest of a finished site with the key that the environment variable names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.checks.manifest import MANIFEST  # noqa: E402 - needs the path above
from khuyencong.checks.watch.signature import SIGNATURE, VARIABLE, KeyFault, read_private, sign  # noqa: E402 - the same


def main(site: Path) -> int:
    """Write the signature beside the manifest.

    Arguments:
        site: the folder of the finished site.

    Returns:
        0, also when no key is named: a site may be published unsigned, and then says so here; 1 when a key is wrong.
    """
    named = os.environ.get(VARIABLE)
    (site / SIGNATURE).unlink(missing_ok=True)
    if not named:
        print(f"Bản kê tệp chưa ký: biến {VARIABLE} chưa chỉ tới khóa riêng. Tạo khóa: scripts/make_signing_key.py")
        return 0
    try:
        signature = sign((site / MANIFEST).read_bytes(), read_private(Path(named), ROOT))
    except KeyFault as fault:
        print(fault)
        return 1
    except FileNotFoundError:
        print(f"{site} chưa có {MANIFEST}. Hãy dựng trang trước.")
        return 1
    (site / SIGNATURE).write_bytes(signature)
    print(f"Đã ký: {site / SIGNATURE}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("output")))
