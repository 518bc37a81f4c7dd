"""Which listings there are: the whole of a type, narrowed by one value of a facet, and by values of two facets."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from khuyencong.model.row import ListedUnder, Row
from khuyencong.model.vietnamese import sort_key

if TYPE_CHECKING:
    from khuyencong.model.content_type import Borrowed, ContentType, Facet

FEWEST_IN_A_PAIR = 3
"""Entries that two values must share for a page of their own; fewer are quickly found on the page of either."""

Values = Mapping[str, tuple[ListedUnder, ...]]
"""The values of all facets of each listed entry of a type, by its slug."""


class Chosen(NamedTuple):
    """A value that narrows a listing.

    Arguments:
        facet: the facet.
        slug: the part of the address that the value makes.
        label: the value as readers see it.
    """

    facet: Facet[Any]
    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One listing, whole or narrowed.

    Arguments:
        type: what is listed.
        url: the address of its first page.
        slugs: the entries that it lists, in order.
        chosen: the values that narrow it, none, one or two, in the order of the facets.
    """

    type: ContentType[Any]
    url: str
    slugs: tuple[str, ...]
    chosen: tuple[Chosen, ...] = ()

    @property
    def value(self) -> str:
        """The values that narrow it, as readers see them."""
        return ", ".join(one.label for one in self.chosen)

    @property
    def pages(self) -> int:
        """How many pages it takes; an empty listing still has one."""
        return max(1, math.ceil(len(self.slugs) / self.type.per_page))

    def page_url(self, number: int) -> str:
        """Give the address of a page, counted from 1."""
        return self.url if number == 1 else f"{self.url}trang-{number}/"


def narrowed_url(content_type: ContentType[Any], chosen: Iterable[Chosen]) -> str:
    """Give the address of a listing: its values stand in the order of the facets, so each pair has one address."""
    there = {one.facet.slug: one.slug for one in chosen}
    parts = [f"{facet.slug}/{there[facet.slug]}/" for facet in content_type.facets if facet.slug in there]
    return content_type.prefix + "".join(parts)


def values_of(content_type: ContentType[Any], listed: Mapping[str, Sequence[Row]]) -> Values:
    """Collect the values of all facets, those that stand in other entries too, in the order of the facets.

    Arguments:
        content_type: the type of the entries.
        listed: the listed rows of every type, by its key.
    """
    found: dict[str, dict[tuple[str, str], ListedUnder]] = {
        row.slug: {(one.facet, one.slug): one for one in row.facets} for row in listed[content_type.key]
    }
    for facet in content_type.facets:
        if facet.borrowed:
            for slug, lent in _lent(content_type.key, facet.borrowed, listed):
                found[slug].setdefault((facet.slug, lent.slug), lent._replace(facet=facet.slug))
    order = {facet.slug: place for place, facet in enumerate(content_type.facets)}
    return {slug: tuple(sorted(there.values(), key=lambda one: order[one.facet])) for slug, there in found.items()}


def _lent(key: str, borrowed: Borrowed, listed: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, ListedUnder]]:
    """Yield what other entries lend to those of a type: the slug of the borrower and the value."""
    borrowers = {row.slug for row in listed[key]}
    lenders = {row.slug: [one for one in row.facets if one.facet == borrowed.facet] for row in listed[borrowed.key]}
    linked = [(row.slug, to) for row in listed[key] for to in _named(row, borrowed.key)]
    linked += [(to, row.slug) for row in listed[borrowed.key] for to in _named(row, key)]
    for borrower, lender in linked:
        if borrower in borrowers:
            yield from ((borrower, value) for value in lenders.get(lender, ()))


def _named(row: Row, key: str) -> Iterator[str]:
    return (named.value for named in row.named if named.among == key and named.kind == "reference")


def make_listings(content_type: ContentType[Any], slugs: Sequence[str], values: Values) -> Iterator[Listing]:
    """Yield the whole listing of a type, then those narrowed by one value, then those narrowed by two.

    Arguments:
        content_type: the type.
        slugs: its listed entries, in order.
        values: the values of each.
    """
    yield Listing(content_type, content_type.prefix, tuple(slugs))
    labels = {(one.facet, one.slug): one.label for slug in reversed(slugs) for one in values[slug]}
    chosen = {(one.facet.slug, one.slug): one for one in _in_order(content_type, labels)}
    singles: dict[_Name, list[str]] = {name: [] for name in chosen}
    pairs: dict[tuple[_Name, _Name], list[str]] = {}
    for slug in slugs:
        there = [(one.facet, one.slug) for one in values[slug]]
        for name in there:
            singles[name].append(slug)
        for pair in combinations(there, 2):
            pairs.setdefault(pair, []).append(slug)
    for name, found in singles.items():
        yield _narrowed(content_type, (chosen[name],), found)
    for pair in _worth_a_page(chosen, pairs):
        yield _narrowed(content_type, (chosen[pair[0]], chosen[pair[1]]), pairs[pair])


_Name = tuple[str, str]
"""The slug of a facet and the slug of its value."""


def _narrowed(content_type: ContentType[Any], chosen: tuple[Chosen, ...], slugs: Sequence[str]) -> Listing:
    return Listing(content_type, narrowed_url(content_type, chosen), tuple(slugs), chosen)


def _worth_a_page(
    chosen: Mapping[_Name, Chosen], pairs: Mapping[tuple[_Name, _Name], Sequence[str]]
) -> list[tuple[_Name, _Name]]:
    """Give the pairs of values that have a page of their own, in the order of the values."""
    place = {name: number for number, name in enumerate(chosen)}
    found = [
        (first, second)
        for (first, second), slugs in pairs.items()
        if len(slugs) >= FEWEST_IN_A_PAIR and chosen[first].facet.combines_with(chosen[second].facet)
    ]
    return sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _in_order(content_type: ContentType[Any], labels: Mapping[tuple[str, str], str]) -> Iterator[Chosen]:
    """Yield the values, facet by facet, in the order in which readers look for them."""
    for facet in content_type.facets:
        own = [Chosen(facet, slug, label) for (name, slug), label in labels.items() if name == facet.slug]
        yield from sorted(own, key=_rank, reverse=facet.newest_first)


def _rank(one: Chosen) -> tuple[bool, object]:
    """Rank a value by its words; among years, newest first, one that names no year comes last."""
    is_dated = one.facet.newest_first and any(map(str.isdigit, one.label))
    return is_dated, sort_key(one.label)
