"""Which entries stand at which place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from khuyencong.model.row import Row
from khuyencong.model.vietnamese import sort_key


class Standings:
    """Answers what stands where.

    Arguments:
        placed: the rows of listed entries that stand somewhere, in the order of their listings.
    """

    def __init__(self, placed: Sequence[Row]) -> None:
        """Take the rows; they are looked through when the first question comes."""
        self.placed = placed

    def standing(self, key: str, place: str, count: int) -> tuple[str, ...]:
        """Give the slugs of the first listed entries of a type that stand at a place, in order."""
        return tuple(self._standing.get((key, place), ())[:count])

    def total_standing(self, key: str, place: str) -> int:
        """Give the number of listed entries of a type that stand at a place."""
        return len(self._standing.get((key, place), ()))

    def known_only(self, key: str, place: str, count: int) -> tuple[str, ...]:
        """Give the slugs of the first listed entries of a type that stand at a place and at no smaller one."""
        return tuple(self._known_only.get((key, place), ())[:count])

    def total_known_only(self, key: str, place: str) -> int:
        """Give the number of listed entries of a type that stand at a place and at no smaller one."""
        return len(self._known_only.get((key, place), ()))

    def provinces(self, key: str) -> tuple[tuple[str, str, int], ...]:
        """Give the largest places that listed entries of a type stand at: slug, name and number of entries."""
        found = {row.places[-1].slug: row.places[-1].name for row in self.placed if row.key == key}
        ordered = sorted(found.items(), key=lambda place: sort_key(place[1]))
        return tuple((slug, name, self.total_standing(key, slug)) for slug, name in ordered)

    @cached_property
    def _standing(self) -> Mapping[tuple[str, str], Sequence[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for row in self.placed:
            for place in row.places:
                found.setdefault((row.key, place.slug), []).append(row.slug)
        return found

    @cached_property
    def _known_only(self) -> Mapping[tuple[str, str], Sequence[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for row in self.placed:
            found.setdefault((row.key, row.places[0].slug), []).append(row.slug)
        return found
