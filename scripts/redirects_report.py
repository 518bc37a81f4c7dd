"""List where old addresses lead, and everything that is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.build.day import build_day  # noqa: E402 - needs the path above
from khuyencong.build.pictures import PictureReader  # noqa: E402 - the same
from khuyencong.build.redirecting import clashes  # noqa: E402 - the same
from khuyencong.model.old_address import is_page  # noqa: E402 - the same
from khuyencong.model.redirect_tables import ADDRESSES, REDIRECTS  # noqa: E402 - the same
from khuyencong.model.tree import read_tree  # noqa: E402 - the same
from khuyencong.model.vietnamese import number  # noqa: E402 - the same

ONLY_THE_HOST = "  (cần máy chủ chuyển: địa chỉ này không phải trang HTML)"


def main(content: Path) -> int:
    """Print each old address with the page it leads to and the line that says so.

    Arguments:
        content: the content folder.

    Returns:
        1 when any old address has a problem, otherwise 0.
    """
    tree = read_tree(content, build_day(), look_at=PictureReader(ROOT / ".cache"))
    found = tree.index.redirects if tree.index else ()
    for one in found:
        print(f"{one.old}\n  → {one.new}\n  {one.shown}:{one.line}{'' if is_page(one.old) else ONLY_THE_HOST}")
    tables = (f"/{REDIRECTS}", f"/{ADDRESSES}")
    problems = [one for one in tree.problems if one.path.endswith(tables) or one.field.startswith("aliases")]
    if tree.catalogue:
        problems += clashes(tree.catalogue)
    for problem in sorted(problems):
        print(problem)
    print(f"{number(len(found))} địa chỉ cũ, {number(len(problems))} lỗi.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("content")))
