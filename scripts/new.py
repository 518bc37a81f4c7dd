"""Make a new content file: `make new type=news title="Tên bài"`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from slugify import slugify  # noqa: E402 - needs the path above

from khuyencong.intake.blank import blank_path, blank_text, known_types  # noqa: E402 - needs the path above
from khuyencong.model.types import BY_KEY  # noqa: E402


def main(key: str, title: str, content: Path) -> int:
    """Write a draft, and never over a file that is there.

    Arguments:
        key: the content type, for instance `news`.
        title: the entry's title.
        content: the content folder.

    Returns:
        0, or 1 after a message that says what to do.
    """
    if key not in BY_KEY or not slugify(title):
        print(f'Cách dùng: make new type=news title="Tên bài". Các loại: {", ".join(known_types())}.')
        return 1
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    path = blank_path(content, BY_KEY[key], title, today)
    if path.exists():
        print(f"Đã có tệp {path}. Hãy chọn tên khác.")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(blank_text(BY_KEY[key], title, today), encoding="utf-8")
    print(f"Đã tạo bản nháp {path}")
    return 0


if __name__ == "__main__":
    arguments = [*sys.argv[1:], "", ""]
    sys.exit(main(arguments[0], arguments[1], ROOT / "content"))
