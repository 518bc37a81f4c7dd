"""Times the printing of an issue of 24 pages: cold, after an edit of one article, and unchanged. `make bench-print`.

Each run is a process of its own, as a build is; seconds of the clock and of the processor are told apart, as the
machine may be busy.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from khuyencong.build.folders import Folders
from khuyencong.build.printing import Printing
from khuyencong.build.reading import read_content
from khuyencong.build.store import Store, program_version
from khuyencong.build.workers import workers
from khuyencong.model.bulletin import Bulletin
from khuyencong.outputs.printing.typesetting import ACCESSIBLE

ROOT = Path(__file__).resolve().parents[1]
ISSUE = "bulletins/2026-1.md"
ARTICLES = 10
"""Articles of the issue: with cover, contents and imprint they make 24 pages."""
ROUNDS = 3
TODAY = dt.date(2026, 11, 27)


def main() -> int:
    """Print what each case takes; the median of some rounds."""
    print(f"{ARTICLES} articles, PDF/{' and PDF/'.join(ACCESSIBLE)}, {ROUNDS} rounds, median")
    found: dict[str, list[dict[str, float]]] = {}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _lay_down(folder / "content")
            for case in ("cold", "edited", "unchanged"):
                if case == "edited":
                    _edit(folder / "content")
                found.setdefault(case, []).append(_run(folder))
    for case, runs in found.items():
        clock, processor, pages = (statistics.median(run[key] for run in runs) for key in ("clock", "cpu", "pages"))
        print(f"{case:10} {clock:6.2f} s, {processor:6.2f} s of processor, {pages:.0f} pages")
    return 0


def _lay_down(content: Path) -> None:
    """Copy the real content with one issue of so many of its articles."""
    shutil.copytree(ROOT / "content", content)
    for other in (content / "bulletins").glob("*.md"):
        if other.name != Path(ISSUE).name:
            other.unlink()
    lines = (content / ISSUE).read_text(encoding="utf-8").splitlines()
    articles = [line for line in lines if line.startswith("      - ")]
    kept = [line for line in lines if line not in articles[ARTICLES:]]
    text = "\n".join(kept).replace("  - title: Máy móc và công nghệ\n    news:\n", "")
    (content / ISSUE).write_text(f"{text}\n", encoding="utf-8")


def _edit(content: Path) -> None:
    slug = next(
        line for line in (content / ISSUE).read_text(encoding="utf-8").splitlines() if line.startswith("      - ")
    )
    (path,) = (content / "news").rglob(f"{slug.removeprefix('      - ')}.md")
    path.write_text(f"{path.read_text(encoding='utf-8')}\nMột câu thêm vào bài này.\n", encoding="utf-8")


def _run(folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.print", str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def print_once(folder: Path) -> dict[str, float]:
    """Read the content and print its issue; reading is not timed.

    Arguments:
        folder: holds content and cache.
    """
    cache = folder / "cache"
    store = Store(cache, program_version())
    folders = Folders(folder / "content", ROOT / "themes" / "khuyencong", folder / "output", cache)
    with workers():
        catalogue = read_content(folders.content, TODAY, store, cache).catalogue
    if catalogue is None:
        raise ValueError("the content has problems")
    clock, before = time.perf_counter(), _processor()
    with workers():  # of its own, so that the time of those that read is not counted
        Printing(folders, store).add(catalogue)
        clock = time.perf_counter() - clock
    store.close()
    (row,) = catalogue.index.published[Bulletin.type_key]
    (edition,) = catalogue.index.editions[row.slug].editions
    return {"clock": clock, "cpu": _processor() - before, "pages": edition.pages}


def _processor() -> float:
    import resource  # noqa: PLC0415 - Linux and macOS have it

    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(print_once(Path(sys.argv[1]))))
    else:
        sys.exit(main())
