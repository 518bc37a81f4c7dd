"""Answers where old addresses lead."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

from khuyencong.model.row import Redirect


class Moved(Protocol):
    """What holds the old addresses, in order: the index, which is given them after it has answered other questions."""

    redirects: tuple[Redirect, ...]


class Moves:
    """Where old addresses lead.

    Arguments:
        of: holds them; it is not looked at before the first question.
    """

    def __init__(self, of: Moved) -> None:
        self._of = of

    def moved(self, old: str) -> tuple[str, str]:
        """Give address and name of the page that an old address leads to; empty texts for none, no name for a list."""
        return self._moved.get(old, ("", ""))

    def moves(self) -> tuple[tuple[str, str], ...]:
        """Give every old address and where it leads, in order."""
        return tuple((old, new) for old, (new, _) in self._moved.items())

    def first_address(self, url: str) -> str:
        """Give the address at which a page was first published, if it has moved since; otherwise an empty text."""
        return self._firsts.get(url, "")

    @cached_property
    def _firsts(self) -> Mapping[str, str]:
        return {one.new: one.old for one in self._of.redirects if one.is_first}

    @cached_property
    def _moved(self) -> Mapping[str, tuple[str, str]]:
        return {one.old: (one.new, one.title) for one in self._of.redirects}
