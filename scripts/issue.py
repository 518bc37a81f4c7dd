"""Print one issue of the bulletin in every form: `make issue number=2026-1`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.build.day import build_day  # noqa: E402 - needs the path above
from khuyencong.build.folders import Folders  # noqa: E402 - the same
from khuyencong.build.pictures import PictureReader  # noqa: E402 - the same
from khuyencong.build.progress import Phases  # noqa: E402 - the same
from khuyencong.build.proofs import Proofs  # noqa: E402 - the same
from khuyencong.model.bulletin import Bulletin  # noqa: E402 - the same
from khuyencong.model.index import Index  # noqa: E402 - the same
from khuyencong.model.near import suggestion  # noqa: E402 - the same
from khuyencong.model.row import SCHEDULED  # noqa: E402 - the same
from khuyencong.model.tree import read_tree  # noqa: E402 - the same
from khuyencong.outputs.printing.typesetting import PrintError  # noqa: E402 - the same

OPENERS = ("xdg-open", "open")
"""Programs of a desktop that open a folder."""


def main(number: str, content: Path, target: Path) -> int:
    """Print an issue into `target/NUMBER/`, and open the folder where there is a desktop.

    Arguments:
        number: the slug of the issue, for instance `2026-1`.
        content: the content folder.
        target: where a folder for the issue is made.

    Returns:
        0, or 1 after a message that says what to do.
    """
    tree = read_tree(content, build_day(), look_at=PictureReader(ROOT / ".cache"))
    if tree.problems or tree.catalogue is None:
        print("\n".join(map(str, tree.problems)))
        print("Hãy sửa các lỗi trên rồi chạy lại.")
        return 1
    issue = tree.catalogue.get(Bulletin.type_key, number)
    if not isinstance(issue, Bulletin):
        print(no_issue(number, tree.catalogue.index))
        return 1
    folders = Folders(content, ROOT / "themes" / "khuyencong", ROOT / "output", ROOT / ".cache")
    try:
        with Phases():
            preview = Proofs(issue, tree.catalogue, folders, target / number).make()
    except PrintError as error:
        print(f"Không dựng được bản in: {error}\nChạy make html để biết lỗi ở bài nào.")
        return 1
    print(f"Đã dựng vào {preview.parent}\nMở xem: {preview}")
    _open(preview.parent)
    return 0


def no_issue(number: str, index: Index) -> str:
    """Say why an issue cannot be printed, and which can."""
    known = sorted(row.slug for row in index.published[Bulletin.type_key])
    shown = f"Các số đang có: {', '.join(known)}." if known else "Chưa có số nào đã đăng."
    if not number:
        return f"Hãy ghi số cần dựng, ví dụ: make issue number={known[-1] if known else '2026-1'}. {shown}"
    row = next((row for row in index.rows if row.key == Bulletin.type_key and row.slug == number), None)
    if row and row.status == SCHEDULED:
        return f'Số "{number}" ghi ngày đăng chưa tới. Muốn dựng thử thì tạm bỏ dòng date trong tệp {row.shown}.'
    if row:
        return f'Số "{number}" còn là bản nháp. Đổi status: draft thành status: hidden trong tệp {row.shown}.'
    return f'Không có số "{number}".{suggestion(number, known)} {shown}'


def _open(folder: Path) -> None:
    """Open a folder where there is a desktop to open it on."""
    opener = next(filter(None, map(shutil.which, OPENERS)), None)
    if opener and (sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        subprocess.run([opener, str(folder)], check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "", ROOT / "content", ROOT / "print"))
