"""The picture files of a content folder, by their names, and how looking at all of them is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from khuyencong.model.media import beside
from khuyencong.model.pictures.kinds import ENDINGS
from khuyencong.model.pictures.verdict import Verdict
from khuyencong.model.problem import Problem

Beside = Mapping[str, tuple[int, int]]
"""Size and time of the last change of the files that are no content files, by their names."""
LookAt = Callable[[Path, Beside], dict[str, Verdict]]
"""Looks at all picture files of a content folder and gives a verdict on each, by its name."""


def picture_names(beside: Iterable[str]) -> list[str]:
    """Give the names of those files that are pictures by their ending, hidden ones left out."""
    return [name for name in beside if PurePosixPath(name).suffix.lower() in ENDINGS and "/." not in f"/{name}"]


def found_as(root: Path, name: str) -> Path:
    """Give the path of a file that was found under a name; the disk may write its accents in another form."""
    folder, _, last = name.rpartition("/")
    return beside(root / folder, last)


def picture_remarks(verdicts: Mapping[str, Verdict], shown: str) -> list[Problem]:
    """Say what is not as it should be with pictures that may be published all the same.

    Arguments:
        verdicts: what came of looking at the pictures, by their names.
        shown: how problems name the content folder.
    """
    return [Problem(f"{shown}/{name}", 1, "", one.warning) for name, one in sorted(verdicts.items()) if one.warning]
