"""Looks at the pictures of the content folder, and remembers: one that did not change is not looked at again."""

from __future__ import annotations

import contextlib
import hashlib
import time
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from khuyencong.build.apart import look_at
from khuyencong.build.kept import Kept
from khuyencong.build.progress import phase
from khuyencong.build.store import PACKAGE
from khuyencong.build.unchanged import SETTLED, installed
from khuyencong.build.workers import map_chunks
from khuyencong.model.pictures.found import Beside, found_as, picture_names
from khuyencong.model.pictures.inspection import not_to_be_read
from khuyencong.model.pictures.verdict import Verdict

_RECIPE = ("model/pictures", "outputs/images.py", "build/apart.py", "build/pictures.py")
"""What decides how pictures are judged and made, within the package."""
PICTURES_WORTH = 5
"""Pieces of a build's usual work that looking at one picture takes as long as."""


@cache
def recipe() -> str:
    """Hash all that decides how pictures are judged and made, so that an upgrade of anything else keeps them."""
    digest = hashlib.sha256("\n".join(name for name in installed() if name.startswith("pillow_")).encode())
    for part in _RECIPE:
        path = PACKAGE / part
        for one in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            digest.update(one.read_bytes())
    return digest.hexdigest()[:16]


class Looked(NamedTuple):
    """A picture file as it was when it was last looked at.

    Arguments:
        there: its size, and the time of its last change of any kind; -1 when it was too young to be trusted.
        content: hash of its bytes, and its ending, which the verdict is for.
        verdict: what came of it.
    """

    there: tuple[int, int]
    content: str
    verdict: Verdict


class PictureReader:
    """Looks at the pictures of a content folder with the help of what it remembers.

    Arguments:
        folder: the cache folder.
    """

    def __init__(self, folder: Path) -> None:
        """Read what is remembered."""
        folder.mkdir(parents=True, exist_ok=True)
        self.kept = Kept.open(folder / "pictures.pickle", recipe())

    def __call__(self, root: Path, beside: Beside) -> dict[str, Verdict]:
        """Give a verdict on each picture file, looking only at those never seen before."""
        before: dict[str, Looked] = self.kept.sections.get("looked", {})
        names = picture_names(beside)
        if not names and not before:
            return {}
        now = time.time_ns()
        looked = {name: before[name] for name in names if name in before and before[name].there == beside[name]}
        doubtful = {name: _content(root, name) for name in names if name not in looked}
        known = {one.content: one.verdict for one in before.values()}
        known.update(self._judge(root, {content: name for name, content in doubtful.items() if content not in known}))
        for name, content in doubtful.items():
            looked[name] = _looked(beside[name], content, known[content], now)
        if looked != before:
            self.kept.write({"looked": looked})
        return {name: looked[name].verdict for name in names}

    def _judge(self, root: Path, unknown: dict[str, str]) -> dict[str, Verdict]:
        paths = [found_as(root, name) for name in unknown.values()]
        with phase("Xem ảnh", len(paths)) as advance:
            verdicts = map_chunks(look_at, paths, advance, worth=PICTURES_WORTH)
            return dict(zip(unknown, verdicts, strict=True))


def _looked(there: tuple[int, int], content: str, verdict: Verdict, now: int) -> Looked:
    """Note what came of looking at a file, unless it was written in the meantime or may be without our knowing."""
    size, changed = there
    is_same = verdict.facts is None or content.startswith(verdict.facts.digest)
    is_settled = is_same and now - changed > SETTLED * 1e9
    return Looked((size, changed if is_settled else -1), content if is_same else f"changed {now}", verdict)


def _content(root: Path, name: str) -> str:
    """Name what the verdict on a file depends on: its bytes and its name, which the verdict quotes."""
    path = found_as(root, name)
    digest = f"unreadable {time.time_ns()}"
    with contextlib.suppress(OSError):
        if not not_to_be_read(path):
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"{digest} {PurePosixPath(name).name}"
