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
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from khuyencong.build.store import load, write_whole
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
    """

    questions: tuple[Question, ...]
    beside: tuple[str, ...] = ()


@dataclass(slots=True)
class Memo:
    """What is known of one output folder.

    Arguments:
        files: what each file was made from.
        pages: what each page asked, by the name of its file.
        answers: the answers to all questions of all pages.
        behind: in which files the other folder differs from the published one; nothing when that is unknown.
    """

    files: dict[str, Made] = field(default_factory=dict)
    pages: dict[str, Asked] = field(default_factory=dict)
    answers: dict[Question, object] = field(default_factory=dict)
    behind: list[str] | None = None

    @classmethod
    def read(cls, path: Path, version: str) -> Memo:
        """Read a memo; a missing, broken or older one gives an empty memo, and everything is made again."""
        return cls(*load(path, version, ()))

    def write(self, path: Path, version: str) -> None:
        """Write the memo whole or not at all."""
        write_whole(path, version, (self.files, self.pages, self.answers, self.behind))


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
