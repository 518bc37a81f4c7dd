"""Note in content/addresses.csv which addresses have been published, so that renamed pages are still found."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.build.day import build_day  # noqa: E402 - needs the path above
from khuyencong.build.pictures import PictureReader  # noqa: E402 - the same
from khuyencong.model.redirect_tables import ADDRESSES  # noqa: E402 - the same
from khuyencong.model.redirects import published_addresses  # noqa: E402 - the same
from khuyencong.model.tree import read_tree  # noqa: E402 - the same
from khuyencong.model.vietnamese import number  # noqa: E402 - the same


def main(content: Path) -> int:
    """Bring the record up to the content, and say whether it has changed.

    Arguments:
        content: the content folder, from which the site has just been published.

    Returns:
        0, or 1 when the content has problems; the record is then left alone.
    """
    tree = read_tree(content, build_day(), look_at=PictureReader(ROOT / ".cache"))
    if tree.problems or tree.index is None:
        print(f"Nội dung còn lỗi, nên chưa ghi {content / ADDRESSES}. Hãy chạy make check.")
        return 1
    path = content / ADDRESSES
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    now = published_addresses(content.resolve(), tree.index)
    if now != before:
        unfinished = path.with_suffix(".part")
        unfinished.write_text(now, encoding="utf-8", newline="")
        unfinished.replace(path)
        count = len(now.splitlines()) - 1
        print(f"Đã ghi {number(count)} địa chỉ vào {path}. Hãy lưu tệp này cùng nội dung (commit).")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("content")))
