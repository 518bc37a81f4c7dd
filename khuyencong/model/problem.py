"""A problem: something wrong in content, said so that the person who wrote it can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one content file.

    Arguments:
        path: the file, relative to the repository, with `/` between folders.
        line: the line of the fault, counted from 1.
        field: the front-matter field, for instance `recognitions.0.level`; empty for the whole file.
        message: Vietnamese: what is wrong and what to do.
    """

    path: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """Write the problem as `path:line: field: message`."""
        where = f"{self.path}:{self.line}:"
        return f"{where} {self.field}: {self.message}" if self.field else f"{where} {self.message}"


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """Offer the known word nearest to a mistyped one.

    Arguments:
        wrong: what was written.
        known: the words that would be right.

    Returns:
        A Vietnamese sentence beginning with a space, or an empty text when nothing is near.
    """
    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f' Ý bạn là "{near[0]}"?' if near else ""
