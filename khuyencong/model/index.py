"""The index: every content file in one row, and the questions that pages ask of all rows together.

A page is made from the answers to the questions it asked, and from nothing else. So a build that remembers the
questions of each page knows which pages an edit concerns: those for which an answer is no longer the same.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from khuyencong.model.attachment import AttachmentFacts
from khuyencong.model.content_type import nowhere
from khuyencong.model.edition import Editions
from khuyencong.model.kinship import Kinship
from khuyencong.model.library import Photo, photos_of
from khuyencong.model.mentions import Mentions
from khuyencong.model.moves import Moves
from khuyencong.model.narrowing import Listing, Values, make_listings, narrowed_url, values_of
from khuyencong.model.pictures.verdict import Facts, Verdict
from khuyencong.model.row import PUBLISHED, Redirect, Row
from khuyencong.model.standings import Standings

if TYPE_CHECKING:
    from khuyencong.model.content_type import ContentType

Question = tuple[Any, ...]
"""The name of one of `Index.answers`, and its arguments, which are texts and numbers."""


class Index:
    """All rows, in order, and what follows from them.

    Arguments:
        rows: a row for each content file, of any type and status.
        types: the content types.
        today: the day of the build, before which some entries are not there and after which some leave the lists.
        beside: size and time of the last change of the files that are no content files, by their names.
        verdicts: what came of looking at the picture files among them, by their names.
    """

    def __init__(
        self,
        rows: Iterable[Row],
        types: Sequence[ContentType[Any]],
        today: dt.date,
        beside: Mapping[str, tuple[int, int]],
        verdicts: Mapping[str, Verdict] = MappingProxyType({}),
    ) -> None:
        """Put the rows in order."""
        self.types = types
        self.rows = tuple(row.on(today) for row in rows)
        self.today = today
        self.beside = beside
        self.verdicts = verdicts
        self.attachments: Mapping[str, AttachmentFacts] = {}
        """What pages say of the files to download, by their names; a build gives it when it has looked into them."""
        self.editions: dict[str, Editions] = {}
        """What each issue of the bulletin can be had as, by its slug; a build gives it when it has made them."""
        self.redirects: tuple[Redirect, ...] = ()
        """Where old addresses lead, in order; the reading of the content folder gives it."""
        self.published: dict[str, tuple[Row, ...]] = {}
        self.listings: dict[str, Listing] = {}
        there: dict[str, list[Row]] = {one.key: [] for one in types}
        for row in self.rows:
            if row.status in PUBLISHED:
                there[row.key].append(row)
        for one in types:
            ordered = tuple(sorted(there[one.key], key=lambda row: row.order, reverse=one.newest_first))
            self.published[one.key] = ordered
        listed = {key: [row for row in rows if row.is_listed(today)] for key, rows in self.published.items()}
        self.values: dict[str, Values] = {one.key: values_of(one, listed) for one in types}
        for one in types:
            made = make_listings(one, [row.slug for row in listed[one.key]], self.values[one.key])
            self.listings.update((listing.url, listing) for listing in made)
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
        more = (self.narrowing, self.valued, self.referring, self.kin)
        files = (self.file, self.picture, self.attachment, self.editions_of, self.photos, self.photo_count)
        at = self.standings
        places = (at.standing, at.total_standing, at.known_only, at.total_known_only, at.provinces)
        about = (self.mentions.mentioned, self.mentions.total_mentioned, self.mentions.mentioned_places)
        old = Moves(self)
        moves = (old.moved, old.moves, old.first_address)
        return {one.__name__: one for one in (*asked, *more, *files, *places, *about, *moves)}

    @cached_property
    def standings(self) -> Standings:
        """What stands at which place."""
        placed = (row for one in self.types if one.places is not nowhere for row in self._in_order(one))
        return Standings([row for row in placed if row.places])

    @cached_property
    def mentions(self) -> Mentions:
        """Which news is about which place."""
        return Mentions("news", [row for one in self.types for row in self._in_order(one)])

    @cached_property
    def _kinships(self) -> Mapping[str, Kinship]:
        return {one.key: Kinship(self._in_order(one)) for one in self.types}

    def _in_order(self, content_type: ContentType[Any]) -> Sequence[Row]:
        """Give the rows of the listed entries of a type, in order."""
        return [self._row[content_type.key, slug] for slug in self.listings[content_type.prefix].slugs]

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

    def narrowing(self, url: str) -> tuple[tuple[str, str, int], ...]:
        """Give where each value leads from a listing that it narrows further, or whose value it replaces.

        Returns:
            Three for each value: the address of its own listing; the address of the listing of what is meant, or
            of its own where there is none; and how many entries are meant. Values that would find nothing are
            left out.
        """
        here = self.listings.get(url)
        if here is None:
            return ()
        found = []
        for facet in here.type.facets:
            others = tuple(one for one in here.chosen if one.facet is not facet)
            counts = self._counts(narrowed_url(here.type, others))
            for single in self._singles[here.type.key, facet.slug]:
                count = counts[facet.slug, single.chosen[0].slug]
                meant = narrowed_url(here.type, (*others, *single.chosen))
                if count:
                    found.append((single.url, meant if meant in self.listings else single.url, count))
        return tuple(found)

    def valued(self, key: str) -> tuple[tuple[str, str], ...]:
        """Give each listed entry of a type with its values, written as `facet/value` with spaces between them."""
        return tuple(
            (slug, " ".join(f"{one.facet}/{one.slug}" for one in values)) for slug, values in self.values[key].items()
        )

    def referring(self, key: str, to_key: str, to_slug: str) -> tuple[str, ...]:
        """Give the slugs of the listed entries of a type that refer to an entry, each once, in order."""
        return tuple(self._referring.get((key, to_key, to_slug), ()))

    def kin(self, key: str, slug: str, count: int) -> tuple[str, ...]:
        """Give the slugs of the listed entries of a type that share most with an entry of it, see `Kinship`."""
        row = self._row.get((key, slug))
        return self._kinships[key].kin(row, count) if row else ()

    def file(self, name: str) -> tuple[int, int] | None:
        """Give size and time of the last change of a file by its name in the content folder; nothing for none there."""
        return self.beside.get(name)

    def picture(self, name: str) -> Facts | None:
        """Give what is known of a picture by its name in the content folder; nothing for one not to be published."""
        verdict = self.verdicts.get(name)
        return verdict.facts if verdict else None

    def attachment(self, name: str) -> tuple[Any, ...]:
        """Give the parts of `AttachmentFacts` of a file by its name in the content folder; none for one refused."""
        return tuple(self.attachments.get(name, ()))

    def editions_of(self, slug: str) -> Editions:
        """Give what an issue of the bulletin can be had as."""
        return self.editions.get(slug, Editions())

    def photos(self, start: int, stop: int) -> tuple[tuple[str, ...], ...]:
        """Give the parts of `Photo` of some pictures of the photo library, in order."""
        return tuple(map(tuple, self._photos[start:stop]))

    def photo_count(self) -> int:
        """Give the number of pictures in the photo library."""
        return len(self._photos)

    @cached_property
    def _photos(self) -> tuple[Photo, ...]:
        """The pictures of the entries that lists show, in the order of the lists."""
        rows = (row for one in self.types for row in self._in_order(one))
        return tuple(photo for row in rows if row.pictures for photo in photos_of(row))

    def _counts(self, url: str) -> Mapping[tuple[str, str], int]:
        """Count the entries of a listing by facet and value."""
        if url not in self._known_counts:
            here = self.listings[url]
            values = self.values[here.type.key]
            self._known_counts[url] = Counter((one.facet, one.slug) for slug in here.slugs for one in values[slug])
        return self._known_counts[url]

    @cached_property
    def _known_counts(self) -> dict[str, Mapping[tuple[str, str], int]]:
        return {}

    @cached_property
    def _singles(self) -> Mapping[tuple[str, str], Sequence[Listing]]:
        """The listings narrowed by one value, by content type and facet."""
        found: dict[tuple[str, str], list[Listing]] = {
            (one.key, facet.slug): [] for one in self.types for facet in one.facets
        }
        for one in self.listings.values():
            if len(one.chosen) == 1:
                found[one.type.key, one.chosen[0].facet.slug].append(one)
        return found

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
        for (key, _), singles in self._singles.items():
            found[key] += [(one.chosen[0].facet.label, one.value, one.url, len(one.slugs)) for one in singles]
        return {key: tuple(facets) for key, facets in found.items()}

    @cached_property
    def _referring(self) -> Mapping[tuple[str, str, str], dict[str, None]]:
        found: dict[tuple[str, str, str], dict[str, None]] = {}
        for one in self.types:
            for row in self._in_order(one):
                for named in row.named:
                    if named.kind == "reference":
                        found.setdefault((one.key, named.among, named.value), {})[row.slug] = None
        return found
