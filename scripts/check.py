"""Look for problems in the content folder, print all of them, and build nothing."""

from __future__ import annotations

import gc
import io
import os
import sys
from pathlib import Path

gc.disable()  # a run of one second ends before collecting garbage pays

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.build.attached import Attachments, InMemory  # noqa: E402 - needs the path above
from khuyencong.build.day import build_day  # noqa: E402 - the same
from khuyencong.build.pictures import PictureReader  # noqa: E402 - the same
from khuyencong.build.redirecting import clashes  # noqa: E402 - the same
from khuyencong.model.tree import read_tree  # noqa: E402 - the same
from khuyencong.model.vietnamese import number  # noqa: E402


def main(content: Path) -> int:
    """Run the gate alone.

    Arguments:
        content: the content folder.

    Returns:
        1 when there is any problem, otherwise 0.
    """
    today = build_day()
    tree = read_tree(content, today, look_at=PictureReader(ROOT / ".cache"))
    if tree.index:
        attachments = Attachments(content.resolve(), InMemory())
        tree.problems = sorted({*tree.problems, *attachments.look_into(tree.index, tree.reviewed)})
    if tree.catalogue:
        tree.problems = sorted({*tree.problems, *clashes(tree.catalogue)})
    for problem in tree.problems:
        print(problem)
    if tree.problems:
        files = len({problem.path for problem in tree.problems})
        print(f"Có {number(len(tree.problems))} lỗi trong {number(files)} tệp. Hãy sửa từng dòng ở trên.")
        return 1
    for remark in tree.remarks:
        print(remark)
    noted = f", {number(len(tree.remarks))} điều nên xem lại" if tree.remarks else ""
    print(f"{number(tree.files)} tệp nội dung, không có lỗi{noted}.")
    return 0


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("content"))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, for instance `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
