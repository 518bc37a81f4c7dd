"""Says in a few milliseconds that nothing has changed since the last build.

Of content and site it looks at names, sizes and times only, and it imports next to nothing. When in doubt it says no,
and the build that then runs finds out by content.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

SETTLED = 2.0
"""Seconds after which a file's time can be trusted to tell it from an earlier one of the same size."""


LIBRARIES = (
    "fontpkg_",
    "jinja2_",
    "markdown_",
    "markupsafe_",
    "nh3_",
    "pagefind_",
    "pelican_",
    "pikepdf_",
    "pillow_",
    "pydantic_",
    "python_slugify_",
    "pyyaml_",
    "segno_",
    "text_unidecode_",
    "typst_",
    "unidecode_",
)
"""How the names of libraries begin whose version changes what a build makes."""


def installed() -> list[str]:
    """List the libraries that change what a build makes, with their versions: the names of what pip has left."""
    folders = {entry for entry in sys.path if entry.endswith("-packages") and os.path.isdir(entry)}  # noqa: PTH112 - a text
    names = (name.lower().replace("-", "_") for folder in folders for name in os.listdir(folder))  # noqa: PTH208 - the same
    return sorted(name for name in names if name.endswith(".dist_info") and name.startswith(LIBRARIES))


def snapshot(places: Iterable[Path], settled: float = SETTLED) -> str:
    """Hash names, sizes and times of all files in some places.

    Arguments:
        places: folders and single files.
        settled: seconds for which no file may have changed; 0 where nobody else writes.

    Returns:
        The hash, or an empty text when a file is so young that a later change could still go unseen.
    """
    lines: list[str] = []
    youngest = 0
    for place in places:
        for path, there in _files(place):
            # The time of the last change of any kind cannot be set back; but links to a file of the site change it.
            changed = there.st_ctime_ns if settled else there.st_mtime_ns
            lines.append(_line(path, there.st_size, changed))
            youngest = max(youngest, there.st_mtime_ns)
    return _hash(lines) if time.time() - youngest / 1e9 >= settled else ""


def content_hash(places: Iterable[Path]) -> str:
    """Hash names and bytes of all files in some places, which together are small.

    Arguments:
        places: folders and single files.
    """
    lines = (
        f"{path}\0{hashlib.sha256(Path(path).read_bytes()).hexdigest()}\n"
        for place in places
        for path, _ in _files(place)
    )
    return _hash(lines)


def snapshot_of(folder: Path, files: Mapping[str, tuple[int, int]]) -> str:
    """Give the snapshot of a folder that is known to hold these files, without looking at it.

    Arguments:
        folder: the folder.
        files: size in bytes and time of modification in nanoseconds of each file, by its path within the folder.
    """
    return _hash(_line(f"{folder}/{path}", size, modified) for path, (size, modified) in files.items())


def _line(path: str, size: int, modified: int) -> str:
    return f"{path}\0{size}\0{modified}\n"


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest()


def _files(place: Path) -> Iterator[tuple[str, os.stat_result]]:
    if place.is_file():
        yield str(place), place.lstat()
    waiting = [str(place)] if place.is_dir() else []
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for one in found:
                if not one.is_dir(follow_symlinks=False):
                    with contextlib.suppress(FileNotFoundError):  # an editor's own file, gone again
                        yield one.path, one.stat(follow_symlinks=False)
                elif one.name != "__pycache__":
                    waiting.append(one.path)


class LastBuild(NamedTuple):
    """What the last good build had before it and left behind.

    Arguments:
        program: hash of the program, its settings and what it is installed with; with the day of the build.
        content: snapshot of content and theme.
        output: snapshot of the site.
        version: the version of the program, see `program_version`.
        theme: the theme that Pelican's settings name.
        name_index: the setting of that name.
        day: the day of the build.
        url: the address given to it, see `Job`.
    """

    program: str
    content: str
    output: str
    version: str
    theme: str
    name_index: bool
    day: str
    url: str = ""

    @classmethod
    def read(cls, path: Path) -> LastBuild | None:
        """Read what is remembered, if anything is."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """Remember it."""
        unfinished = path.with_suffix(".part")
        unfinished.write_text(json.dumps(self._asdict()), encoding="utf-8")
        unfinished.replace(path)
