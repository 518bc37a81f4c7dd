"""What the published site was made of, so that only what an edit concerns is made again.

Two things are remembered of a page. Its questions: what its view asked of the index, of the templates and of the
settings, see `khuyencong.model.index`. While all answers are the same, the page is not even planned again. And its
key: the hash of the view and of everything else that its file is a function of. A page that is planned again and has
the same key is not rendered again. Other files are remembered by their key alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from khuyencong.build.kept import Kept
from khuyencong.model.index import Question


class Made(NamedTuple):
    """One file of the published site.

    Arguments:
        key: hash of everything that the file is a function of.
        sha256: hash of its bytes.
        size: its size in bytes.
        modified: its time of modification in nanoseconds.
    """

    key: str
    sha256: str
    size: int
    modified: int


class Asked(NamedTuple):
    """What a page needs.

    Arguments:
        questions: what its view asked.
        beside: the files that it needs beside it.
        indexed: the hash of what it gives to the search, see `indexing.py`; empty for nothing.
    """

    questions: tuple[Question, ...]
    beside: tuple[str, ...] = ()
    indexed: str = ""


class Memo:
    """What is known of one output folder.

    Arguments:
        path: the file that remembers.
        version: the version of the program.
        output: the output folder.
    """

    def __init__(self, path: Path, version: str, output: Path) -> None:
        """Read what is remembered; when nothing is, everything is made again."""
        self._kept = Kept.open(path, version)
        self._output = output.resolve()
        self._finished = path.with_suffix(".finished")
        found = self._kept.sections
        self.files: dict[str, Made] = found.get("made", {})
        """What each file was made from."""
        self.pages: dict[str, Asked] = found.get("asked", {})
        """What each page asked, by the name of its file."""
        self.answers: dict[str, dict[Question, object]] = {
            name: held for name, held in found.items() if name not in ("made", "asked")
        }
        """The answers to all questions of all pages, by the name of the question."""
        self.is_finished = "made" in found and self._finished.exists()
        """Whether the last build came to its end, so that the two folders of the site are alike."""

    def begin(self) -> None:
        """Note that the two folders are about to differ."""
        self._finished.unlink(missing_ok=True)

    def finish(
        self, files: dict[str, Made], pages: dict[str, Asked], answers: dict[str, dict[Question, object]]
    ) -> None:
        """Remember the site that has been published."""
        self._kept.write({"made": files, "asked": pages, **answers})
        self._finished.write_text(str(self._output), encoding="utf-8")
        self._drop_lost()

    def _drop_lost(self) -> None:
        """Drop the memos of output folders that are no longer there."""
        for mark in self._finished.parent.glob("*.finished"):
            if not Path(mark.read_text(encoding="utf-8")).is_dir():
                for path in mark.parent.glob(f"{mark.stem}.*"):
                    path.unlink(missing_ok=True)


def look_for(folder: Path, names: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Give size and time of modification of those files that are there, without looking at others."""
    found = {}
    for name in names:
        try:
            there = os.lstat(f"{folder}/{name}")
        except OSError:
            continue
        found[name] = (there.st_size, there.st_mtime_ns)
    return found


def look_over(folder: Path) -> dict[str, tuple[int, int]]:
    """Give size and time of modification of every file in a folder, by its path relative to the folder."""
    return dict(_look_over(str(folder), "")) if folder.is_dir() else {}


def _look_over(folder: str, prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _look_over(one.path, f"{prefix}{one.name}/")
            else:
                there = one.stat(follow_symlinks=False)
                yield f"{prefix}{one.name}", (there.st_size, there.st_mtime_ns)


def intact(made: Iterable[tuple[str, Made]], there: dict[str, tuple[int, int]]) -> set[str]:
    """Give the files that lie in the output as they were written.

    Arguments:
        made: the files that were written.
        there: what lies in the output, see `look_over`.
    """
    return {path for path, one in made if there.get(path) == (one.size, one.modified)}


def key_of(*parts: object) -> str:
    """Hash plain data by the way it is written out.

    Views, settings and addresses are frozen data all through, so equal data is written the same in every process;
    a pickle is not, as it tells apart equal texts that are different objects and writes sets in any order.
    """
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
