"""A problem: something wrong in content, said so that the person who wrote it can mend it."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_QUOTE = 80
"""Longest piece of content that a message repeats, in characters."""
LONGEST_MESSAGE = 1_500


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
        """Write the problem as `path:line: field: message`, always on one line."""
        where = f"{self.path}:{self.line}:"
        field = f" {_shortened(self.field, LONGEST_QUOTE)}:" if self.field else ""
        return f"{_one_line(where)}{field} {_shortened(self.message, LONGEST_MESSAGE)}"


def quoted(text: object) -> str:
    """Repeat a piece of content in a message: between quotation marks, on one line, not too long."""
    return f'"{_shortened(str(text), LONGEST_QUOTE)}"'


def _shortened(text: str, longest: int) -> str:
    line = _one_line(text[: longest + 1])
    return line if len(text) <= longest else f"{line[: longest - 1]}…"


def _one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
