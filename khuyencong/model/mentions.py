"""Which news is about which place: what it names stands there, or was made there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from khuyencong.model.row import Row, StandsAt
from khuyencong.model.vietnamese import sort_key


class Mentions:
    """Answers which entries of a type name something at a place.

    A place is that of an establishment that the entry refers to, or of the maker of a product that it refers to.

    Arguments:
        key: the type of the entries that name something.
        rows: the rows of all listed entries, in the order of their listings.
    """

    def __init__(self, key: str, rows: Sequence[Row]) -> None:
        """Take the rows; they are looked through when the first question comes."""
        self.key = key
        self.rows = rows

    def mentioned(self, place: str, count: int) -> tuple[str, ...]:
        """Give the slugs of the first entries that name something at a place, in order."""
        return tuple(self._by_place.get(place, ())[:count])

    def total_mentioned(self, place: str) -> int:
        """Give the number of entries that name something at a place."""
        return len(self._by_place.get(place, ()))

    def mentioned_places(self) -> tuple[tuple[str, str, int], ...]:
        """Give every place that entries are about: slug, name and number of entries, in Vietnamese order."""
        ordered = sorted(self._names.items(), key=lambda place: (sort_key(place[1]), place[0]))
        return tuple((slug, name, self.total_mentioned(slug)) for slug, name in ordered)

    @cached_property
    def _by_place(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for row in self.rows:
            if row.key == self.key:
                for place in self._places(row):
                    found.setdefault(place.slug, []).append(row.slug)
        return found

    @cached_property
    def _names(self) -> Mapping[str, str]:
        about = (place for row in self.rows if row.key == self.key for place in self._places(row))
        return {place.slug: place.name for place in about}

    def _places(self, row: Row) -> dict[StandsAt, None]:
        """Give the places of what a row refers to, and of what that refers to in turn, each once."""
        named = self._referred(row)
        makers = [maker for one in named for maker in self._referred(one)]
        return {place: None for one in (*named, *makers) for place in one.places}

    def _referred(self, row: Row) -> list[Row]:
        keys = ((one.among, one.value) for one in row.named if one.kind == "reference")
        return [self._row[key] for key in keys if key in self._row]

    @cached_property
    def _row(self) -> Mapping[tuple[str, str], Row]:
        return {(row.key, row.slug): row for row in self.rows}
