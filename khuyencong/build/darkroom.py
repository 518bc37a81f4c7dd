"""Keeps the copies of pictures that have been made, each in a file named by what it was made from.

A copy is written wholly or not at all, so a build that is killed loses only the photo in hand, and the next one goes
on where it ended. Copies made another way (by an earlier edition of the program) are dropped.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Container, Iterable, Sequence
from functools import partial
from pathlib import Path

from khuyencong.build.pictures import recipe
from khuyencong.build.progress import phase
from khuyencong.build.workers import map_chunks
from khuyencong.outputs.images import Derivative, by_picture, derive

MARK = "derivative "
"""How the keys of copies in the site begin."""
PHOTO_WORTH = 10
"""Pieces of a build's usual work that a photo takes as long as, at the least."""
MAX_BYTES = 4_000_000_000
"""Size in bytes above which the copies that were made longest ago are dropped: about five thousand photos."""


class Darkroom:
    """The copies that have been made, in a cache folder.

    Arguments:
        cache: the cache folder.
    """

    def __init__(self, cache: Path) -> None:
        """Find what has been made."""
        self.folder = cache / "pictures" / recipe()

    def develop(self, derivatives: Iterable[Derivative]) -> int:
        """Make those copies that are not there yet, and give how many those were."""
        wanted = {one.name: one for one in derivatives}
        missing = [one for one in wanted.values() if not self.path(one).exists()]
        if not missing:
            return 0
        if not self.folder.is_dir():
            shutil.rmtree(self.folder.parent, ignore_errors=True)
            self.folder.mkdir(parents=True)
        photos = by_picture(missing)
        with phase("Làm ảnh", len(photos)) as advance:
            made = sum(map_chunks(partial(develop_all, self.folder), photos, advance, worth=PHOTO_WORTH))
        self._drop_oldest(wanted)
        return made

    def path(self, derivative: Derivative) -> Path:
        """Give the file of a copy."""
        return self.folder / derivative.name

    def key(self, derivative: Derivative) -> str:
        """Give the hash of all that a copy is a function of: the picture, and how copies are made."""
        return f"{MARK}{self.folder.name} {derivative.name}"

    def _drop_oldest(self, needed: Container[str]) -> None:
        there = sorted((one.stat().st_mtime_ns, one.stat().st_size, one) for one in self.folder.iterdir())
        size = sum(length for _, length, _ in there)
        for _, length, path in there:
            if size > MAX_BYTES and path.name not in needed:
                path.unlink()
                size -= length


def develop_all(folder: Path, photos: Sequence[Sequence[Derivative]]) -> list[int]:
    """Make the copies of some pictures and give how many there are of each, in any process.

    Arguments:
        folder: where they are put.
        photos: the copies to make, those of each picture together.
    """
    return [_develop(folder, copies) for copies in photos]


def _develop(folder: Path, copies: Sequence[Derivative]) -> int:
    for copy, data in derive(copies):
        unfinished = folder / f"{copy.name}.{os.getpid()}.part"
        unfinished.write_bytes(data)
        unfinished.replace(folder / copy.name)
    return len(copies)
