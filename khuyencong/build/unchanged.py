"""Says in a few milliseconds that nothing has changed since the last build.

It looks at names, sizes and times only, and imports next to nothing. When in doubt it says no, and the build that
then runs finds out by content.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

SETTLED = 2.0
"""Seconds after which a file's time can be trusted to tell it from an earlier one of the same size."""


def snapshot(places: Iterable[Path], settled: float = SETTLED) -> str:
    """Hash names, sizes and times of all files in some places.

    Arguments:
        places: folders and single files.
        settled: seconds for which no file may have changed; 0 where nobody else writes.

    Returns:
        The hash, or an empty text when a file is so young that a later change could still go unseen.
    """
    digest = hashlib.sha256()
    youngest = 0
    for place in places:
        lines = []
        for path, there in _files(place):
            lines.append(f"{path}\0{there.st_size}\0{there.st_mtime_ns}\n")
            youngest = max(youngest, there.st_mtime_ns)
        digest.update("".join(sorted(lines)).encode("utf-8", "surrogateescape"))
    return digest.hexdigest() if time.time() - youngest / 1e9 >= settled else ""


def _files(place: Path) -> Iterator[tuple[str, os.stat_result]]:
    if place.is_file():
        yield str(place), place.lstat()
    waiting = [str(place)] if place.is_dir() else []
    while waiting:
        with os.scandir(waiting.pop()) as found:
            for one in found:
                if not one.is_dir(follow_symlinks=False):
                    yield one.path, one.stat(follow_symlinks=False)
                elif one.name != "__pycache__":
                    waiting.append(one.path)


class LastBuild:
    """Remembers what inputs and output looked like after the last good build.

    Arguments:
        path: the file that remembers.
    """

    def __init__(self, path: Path) -> None:
        """Read what is remembered."""
        self.path = path
        try:
            self.remembered: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.remembered = {}

    def is_current(self, inputs: str, output: str) -> bool:
        """Say whether inputs and output look as they did."""
        return bool(inputs) and self.remembered == {"inputs": inputs, "output": output}

    def remember(self, inputs: str, output: str) -> None:
        """Remember a good build."""
        unfinished = self.path.with_suffix(".part")
        unfinished.write_text(json.dumps({"inputs": inputs, "output": output}), encoding="utf-8")
        unfinished.replace(self.path)
