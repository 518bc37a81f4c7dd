"""The index: every content file in one row, and the questions that pages ask of all rows together.

A page is made from the answers to the questions it asked, and from nothing else. So a build that remembers the
questions of each page knows which pages an edit concerns: those for which an answer is no longer the same.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from khuyencong.model.content_type import nowhere
from khuyencong.model.row import Row
from khuyencong.model.vietnamese import fold, sort_key

if TYPE_CHECKING:
    from khuyencong.model.content_type import ContentType, Facet

WEIGHTS = {"reference": 3_000, "tag": 1_000}
"""How much it says that two entries name the same thing, shared among all that name it."""

Question = tuple[Any, ...]
"""The name of one of `Index.answers`, and its arguments, which are texts and numbers."""


Subject = tuple[str, str, str]
"""Something that entries name: its kind, what it is looked up among, its name."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One listing, whole or narrowed.

    Arguments:
        type: what is listed.
        url: the address of its first page.
        slugs: the entries that it lists, in order.
        facet: the facet that narrows it, if any.
        value: the label of the facet's value.
    """

    type: ContentType[Any]
    url: str
    slugs: tuple[str, ...]
    facet: Facet[Any] | None = None
    value: str = ""

    @property
    def pages(self) -> int:
        """How many pages it takes; an empty listing still has one."""
        return max(1, math.ceil(len(self.slugs) / self.type.per_page))

    def page_url(self, number: int) -> str:
        """Give the address of a page, counted from 1."""
        return self.url if number == 1 else f"{self.url}trang-{number}/"


class Index:
    """All rows, in order, and what follows from them.

    Arguments:
        rows: a row for each content file, of any type and status.
        types: the content types.
        today: the day of the build, after which some entries leave the lists.
        beside: size and time of the last change of the files that are no content files, by their names.
    """

    def __init__(
        self,
        rows: Iterable[Row],
        types: Sequence[ContentType[Any]],
        today: dt.date,
        beside: Mapping[str, tuple[int, int]],
    ) -> None:
        """Put the rows in order."""
        self.types = types
        self.rows = tuple(rows)
        self.today = today
        self.beside = beside
        self.published: dict[str, tuple[Row, ...]] = {}
        self.listings: dict[str, Listing] = {}
        there: dict[str, list[Row]] = {one.key: [] for one in types}
        for row in self.rows:
            if row.status in ("published", "hidden"):
                there[row.key].append(row)
        for one in types:
            ordered = tuple(sorted(there[one.key], key=lambda row: row.order, reverse=one.newest_first))
            self.published[one.key] = ordered
            listed = [row for row in ordered if row.is_listed(today)]
            self.listings.update((listing.url, listing) for listing in _listings(one, listed))
        self._row = {(row.key, row.slug): row for rows_of_type in self.published.values() for row in rows_of_type}

    def row(self, key: str, slug: str) -> Row | None:
        """Find a published entry."""
        return self._row.get((key, slug))

    def answer(self, question: Question) -> object:
        """Answer a question: plain data that can be compared with the answer of an earlier build."""
        return self.answers[question[0]](*question[1:])

    @cached_property
    def answers(self) -> Mapping[str, Callable[..., object]]:
        """What answers each kind of question."""
        asked = (self.face, self.whole, self.at, self.listed, self.total, self.around, self.next_to, self.facets)
        places = (self.standing, self.total_standing, self.known_only, self.total_known_only, self.provinces)
        return {one.__name__: one for one in (*asked, *places, self.referring, self.kin, self.file)}

    def face(self, key: str, slug: str) -> str:
        """Give the hash of what other pages may show of an entry; an empty text for none."""
        row = self._row.get((key, slug))
        return row.face if row else ""

    def whole(self, key: str, slug: str) -> str:
        """Give the hash of all of an entry; an empty text for none."""
        row = self._row.get((key, slug))
        return row.whole if row else ""

    def at(self, path: str) -> str:
        """Give the address of the entry that stands in a content file; an empty text for none."""
        return self._at_path.get(path, "")

    def listed(self, url: str, start: int, stop: int) -> tuple[str, ...]:
        """Give the slugs of some entries of a listing."""
        return self.listings[url].slugs[start:stop] if url in self.listings else ()

    def total(self, url: str) -> int:
        """Give the number of entries of a listing."""
        return len(self.listings[url].slugs) if url in self.listings else 0

    def around(self, url: str, slug: str, count: int) -> tuple[str, ...]:
        """Give the slugs of the entries that lie nearest to one in a listing, without itself, in order."""
        slugs = self.listings[url].slugs if url in self.listings else ()
        start = max(0, min(self._position(url, slug) - count // 2, len(slugs) - count - 1))
        return tuple(one for one in slugs[start : start + count + 1] if one != slug)[:count]

    def next_to(self, url: str, slug: str) -> tuple[str, str]:
        """Give the slugs of the entries before and after one in a listing, empty where there is none."""
        slugs = self.listings[url].slugs if url in self.listings else ()
        if slug not in self._positions(url):
            return "", ""
        position = self._position(url, slug)
        return slugs[position - 1] if position else "", "".join(slugs[position + 1 : position + 2])

    def facets(self, key: str) -> tuple[tuple[str, str, str, int], ...]:
        """Give the narrowed listings of a type: label of the facet, value, address and number of entries."""
        return self._facets[key]

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
        found = {row.places[-1].slug: row.places[-1].name for row in self._placed if row.key == key}
        ordered = sorted(found.items(), key=lambda place: sort_key(place[1]))
        return tuple((slug, name, self.total_standing(key, slug)) for slug, name in ordered)

    def referring(self, key: str, to_key: str, to_slug: str) -> tuple[str, ...]:
        """Give the slugs of the listed entries of a type that refer to an entry, each once, in order."""
        return tuple(self._referring.get((key, to_key, to_slug), ()))

    def kin(self, key: str, slug: str, count: int) -> tuple[str, ...]:
        """Give the slugs of the listed entries of a type that share most with an entry of it: references and tags.

        What few entries name weighs more than what many name; of two that share as much, the nearer in the listing
        comes first.
        """
        row = self._row.get((key, slug))
        shared: Counter[str] = Counter()
        for subject in _subjects(row) if row else ():
            those = self._about[key].get(subject, ())
            shared.update(dict.fromkeys(those, WEIGHTS[subject[0]] // max(1, len(those))))
        del shared[slug]
        positions = self._positions(next(one.prefix for one in self.types if one.key == key)) if shared else {}
        here = positions.get(slug, 0)
        nearest = sorted(shared, key=lambda one: (-shared[one], abs(positions[one] - here), one))
        return tuple(nearest[:count])

    def file(self, name: str) -> tuple[int, int] | None:
        """Give size and time of the last change of a file that is no content file; nothing when it is not there.

        Arguments:
            name: its name relative to the content folder.
        """
        return self.beside.get(name)

    def _position(self, url: str, slug: str) -> int:
        return self._positions(url).get(slug, 0)

    def _positions(self, url: str) -> Mapping[str, int]:
        if url not in self._known_positions:
            slugs = self.listings[url].slugs if url in self.listings else ()
            self._known_positions[url] = {slug: position for position, slug in enumerate(slugs)}
        return self._known_positions[url]

    @cached_property
    def _known_positions(self) -> dict[str, Mapping[str, int]]:
        return {}

    @cached_property
    def _at_path(self) -> Mapping[str, str]:
        return {row.path: row.url for row in self._row.values()}

    @cached_property
    def _facets(self) -> Mapping[str, tuple[tuple[str, str, str, int], ...]]:
        found: dict[str, list[tuple[str, str, str, int]]] = {one.key: [] for one in self.types}
        for one in self.listings.values():
            if one.facet:
                found[one.type.key].append((one.facet.label, one.value, one.url, len(one.slugs)))
        return {key: tuple(facets) for key, facets in found.items()}

    @cached_property
    def _about(self) -> Mapping[str, Mapping[Subject, tuple[str, ...]]]:
        """For each type: the listed entries that name a subject."""
        found: dict[str, dict[Subject, list[str]]] = {one.key: {} for one in self.types}
        for one in self.types:
            for slug in self.listings[one.prefix].slugs:
                for subject in _subjects(self._row[one.key, slug]):
                    found[one.key].setdefault(subject, []).append(slug)
        return {key: {subject: tuple(slugs) for subject, slugs in those.items()} for key, those in found.items()}

    @cached_property
    def _placed(self) -> tuple[Row, ...]:
        """The rows of listed entries that stand somewhere, in the order of their listings."""
        placed = (one for one in self.types if one.places is not nowhere)
        listed = (self._row[one.key, slug] for one in placed for slug in self.listings[one.prefix].slugs)
        return tuple(row for row in listed if row.places)

    @cached_property
    def _standing(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for row in self._placed:
            for place in row.places:
                found.setdefault((row.key, place.slug), []).append(row.slug)
        return found

    @cached_property
    def _known_only(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for row in self._placed:
            found.setdefault((row.key, row.places[0].slug), []).append(row.slug)
        return found

    @cached_property
    def _referring(self) -> Mapping[tuple[str, str, str], dict[str, None]]:
        found: dict[tuple[str, str, str], dict[str, None]] = {}
        for one in self.types:
            for slug in self.listings[one.prefix].slugs:
                for named in self._row[one.key, slug].named:
                    if named.kind == "reference":
                        found.setdefault((one.key, named.among, named.value), {})[slug] = None
        return found


def _subjects(row: Row) -> frozenset[Subject]:
    """Give what an entry is about."""
    return frozenset((named.kind, named.among, fold(named.value)) for named in row.named if named.kind in WEIGHTS)


def _listings(content_type: ContentType[Any], listed: Sequence[Row]) -> Iterable[Listing]:
    """Yield the whole listing of a type and then its facets' listings, facet by facet in order of their values."""
    yield Listing(content_type, content_type.prefix, tuple(row.slug for row in listed))
    groups: dict[str, dict[str, tuple[str, list[str]]]] = {facet.slug: {} for facet in content_type.facets}
    for row in listed:
        for facet_slug, slug, label in row.facets:
            groups[facet_slug].setdefault(slug, (label, []))[1].append(row.slug)
    for facet in content_type.facets:
        values = sorted(groups[facet.slug].items(), key=_by_label, reverse=facet.newest_first)
        for slug, (label, slugs) in values:
            url = f"{content_type.prefix}{facet.slug}/{slug}/"
            yield Listing(content_type, url, tuple(slugs), facet, label)


def _by_label(group: tuple[str, tuple[str, list[str]]]) -> Any:
    return sort_key(group[1][0])
