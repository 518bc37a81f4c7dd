"""Say on how many pages the other generators show the same text as this site: `python -m bench.same_text S1`.

It looks at what `python -m bench.run` has built. Spaces and capitals do not count.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from html import unescape
from pathlib import Path

from bench.tools import WORK, Tool, tools

ENTRY = re.compile(r"(tin-tuc|co-so|san-pham)/(?!trang-\d+/)[^/]+/index\.html")
_HIDDEN = re.compile(r"<(head|script|style)>.*?</\1>", re.DOTALL)


def text(page: Path) -> str:
    """Give a page's visible text without spaces and capitals."""
    shown = re.sub(r"<[^>]+>", "", _HIDDEN.sub("", page.read_text(encoding="utf-8")))
    return re.sub(r"\s+", "", unescape(shown)).casefold()


def kind(path: str) -> str:
    """Say what a page is: an entry of a section, or anything else."""
    entry = ENTRY.fullmatch(path)
    return entry[1] if entry else "other"


def compare(ours: tuple[Tool, Path], other: tuple[Tool, Path]) -> dict[str, tuple[int, int, str]]:
    """Compare two built sites.

    Returns:
        For each kind of page: how many show the same text, how many there are, and the first difference.
    """
    same, total, first = Counter[str](), Counter[str](), dict[str, str]()
    for path in sorted(ours[0].pages(ours[1])):
        name = kind(path)
        total[name] += 1
        one = text(ours[1] / ours[0].output / path)
        two = text(other[1] / other[0].output / other[0].written(path))
        same[name] += one == two
        if one != two and name not in first:
            place = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
            first[name] = f"{path}: …{one[place - 20 : place + 60]}… / …{two[place - 20 : place + 60]}…"
    return {name: (same[name], total[name], first.get(name, "")) for name in total}


def main(size: str) -> int:
    """Print a table."""
    available = tools()
    ours = (available["ours"], WORK / size / "ours")
    print("| tool | pages | same text | of | first difference |\n| --- | --- | ---: | ---: | --- |")
    for name, tool in available.items():
        if name != "ours" and (WORK / size / name / tool.output).is_dir():
            for pages, (same, total, first) in compare(ours, (tool, WORK / size / name)).items():
                print(f"| {name} | {pages} | {same} | {total} | {first.replace('|', ' ')} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "S1"))
