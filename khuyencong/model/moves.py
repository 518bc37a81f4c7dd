"""Answers where old addresses lead."""

from __future__ import annotations

from collections.abc import Iterable

from khuyencong.model.row import Redirect


class Moves:
    """Where old addresses lead.

    Arguments:
        redirects: every old address, in order.
    """

    def __init__(self, redirects: Iterable[Redirect]) -> None:
        self._moved = {one.old: (one.new, one.title) for one in redirects}

    def moved(self, old: str) -> tuple[str, str]:
        """Give address and name of the page that an old address leads to; empty texts for none, no name for a list."""
        return self._moved.get(old, ("", ""))

    def moves(self) -> tuple[tuple[str, str], ...]:
        """Give every old address and where it leads, in order."""
        return tuple((old, new) for old, (new, _) in self._moved.items())
