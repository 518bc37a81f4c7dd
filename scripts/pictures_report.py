"""Say what each page of the built site ships in pictures, the heaviest first, and what could shrink."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rich.console import Console  # noqa: E402 - needs the path above
from rich.table import Table  # noqa: E402 - the same

from khuyencong.build.day import build_day  # noqa: E402 - needs the path above
from khuyencong.checks.pages import read_site  # noqa: E402 - the same
from khuyencong.checks.pictures import DESK, PHONE, PagePictures, weigh  # noqa: E402 - the same
from khuyencong.model.photo_advice import advice  # noqa: E402 - the same
from khuyencong.model.tree import read_tree  # noqa: E402 - the same
from khuyencong.model.vietnamese import file_size, number  # noqa: E402 - the same

SHOWN = 25
"""Rows of a table; the rest is counted."""


def main(content: Path, output: Path) -> int:
    """Print both tables.

    Arguments:
        content: the content folder, where the originals lie.
        output: the built site.

    Returns:
        0, or 1 when there is no built site.
    """
    console = Console(soft_wrap=False)
    site = read_site(output)
    if not site.pages:
        console.print(f"Chưa có trang nào trong {output}. Hãy chạy: make html")
        return 1
    pages = weigh(site, output)
    if not pages:
        console.print(f"Không trang nào trong {number(len(site.pages))} trang có ảnh chụp hay ảnh vẽ.")
    else:
        console.print(page_table(pages))
    catalogue = read_tree(content, build_day()).catalogue
    found = list(advice(catalogue, content)) if catalogue else []
    table = Table("Ảnh gốc", "Nặng", "Nên làm gì", title="Ảnh gốc có thể tốt hơn", show_lines=True)
    for one in found[:SHOWN]:
        table.add_row(one.path, file_size(one.size), one.text)
    console.print(table if found else "Không có ảnh gốc nào cần sửa.")
    if found[SHOWN:]:
        console.print(f"Và {number(len(found) - SHOWN)} dòng nữa.")
    return 0


def page_table(pages: list[PagePictures]) -> Table:
    """Lay out the pages, the heaviest first."""
    windows = f"Điện thoại: cửa sổ {PHONE.width} điểm, màn hình nét gấp {PHONE.density}; máy tính: {DESK.width} điểm."
    table = Table(title="Ảnh mà mỗi trang gửi đi, trang nặng nhất trước", caption=windows)
    table.add_column("Trang", overflow="fold")
    for head in ("Số ảnh", "Điện thoại", "Máy tính"):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("Tệp nặng nhất", overflow="fold")
    for one in pages[:SHOWN]:
        name = one.heaviest.rpartition("/")[2]
        table.add_row(one.url, number(one.pictures), file_size(one.phone), file_size(one.desk), name)
    if pages[SHOWN:]:
        rest = pages[SHOWN:]
        least = file_size(max(rest[0].phone, rest[0].desk))
        table.add_row(f"… {number(len(rest))} trang nữa, mỗi trang không quá {least}", "", "", "", "")
    return table


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:]]
    sys.exit(main(*(given or [Path("content"), Path("output")])))
