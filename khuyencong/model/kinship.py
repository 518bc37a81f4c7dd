"""Which entries of a type have most in common: what their front matter names, and their tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from khuyencong.model.row import Row
from khuyencong.model.vietnamese import fold

WEIGHTS = {"reference": 3_000, "tag": 1_000}
"""How much it says that two entries name the same thing, shared among all that name it."""

Subject = tuple[str, str, str]
"""Something that entries name: its kind, what it is looked up among, its name."""


class Kinship:
    """Finds kin among the listed entries of one type.

    Arguments:
        listed: their rows, in the order of the listing.
    """

    def __init__(self, listed: Sequence[Row]) -> None:
        """Take the rows; they are looked through when the first question comes."""
        self.listed = listed

    def kin(self, row: Row, count: int) -> tuple[str, ...]:
        """Give the slugs of the entries that share most with one: references and tags.

        What few entries name weighs more than what many name; of two that share as much, the nearer in the listing
        comes first.
        """
        shared: Counter[str] = Counter()
        for subject in subjects(row):
            those = self._about.get(subject, ())
            shared.update(dict.fromkeys(those, WEIGHTS[subject[0]] // max(1, len(those))))
        del shared[row.slug]
        here = self._positions.get(row.slug, 0)
        nearest = sorted(shared, key=lambda one: (-shared[one], abs(self._positions[one] - here), one))
        return tuple(nearest[:count])

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        return {row.slug: position for position, row in enumerate(self.listed)}

    @cached_property
    def _about(self) -> Mapping[Subject, Sequence[str]]:
        """The slugs of the entries that name a subject."""
        found: dict[Subject, list[str]] = {}
        for row in self.listed:
            for subject in subjects(row):
                found.setdefault(subject, []).append(row.slug)
        return found


def subjects(row: Row) -> frozenset[Subject]:
    """Give what an entry is about."""
    return frozenset((named.kind, named.among, fold(named.value)) for named in row.named if named.kind in WEIGHTS)
