"""All entries, and how they refer to one another. A relation is written on one side; this finds the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar, cast

from khuyencong.model.attachment import AttachmentFacts
from khuyencong.model.boundaries import Boundaries
from khuyencong.model.edition import Editions
from khuyencong.model.entry import Entry
from khuyencong.model.glossary import Glossary
from khuyencong.model.index import Index, Question
from khuyencong.model.library import Photo
from khuyencong.model.pictures.verdict import Facts
from khuyencong.model.place import Places, place_url
from khuyencong.model.radio_settings import Radio
from khuyencong.model.row import Row
from khuyencong.model.site import Site
from khuyencong.model.tables import Tables
from khuyencong.model.taxonomy import Taxonomies
from khuyencong.model.view import Link

E = TypeVar("E", bound=Entry)
T = TypeVar("T")

TABLES: Question = ("tables",)
"""What a view asks that looks anything up in the tables."""

EVERY = 10**9
"""More entries than any list has."""


class Shelf(Protocol):
    """Where the entries themselves are, to be fetched one by one."""

    def entry(self, row: Row) -> Entry:
        """Fetch an entry."""

    def body(self, row: Row) -> str:
        """Fetch the Markdown of an entry."""


class Catalogue:
    """What views are made from. It notes every question that it is asked, see `Index`.

    Arguments:
        index: the rows of all content files.
        site: the settings of `content/site.yaml`.
        tables: the lists of terms and the table of places.
        shelf: the entries.
    """

    def __init__(self, index: Index, site: Site, tables: Tables, shelf: Shelf) -> None:
        """Start with nothing asked."""
        self.index = index
        self.site = site
        self.tables = tables
        self.shelf = shelf
        self.asked: set[Question] = set()
        self._shared: dict[str, tuple[Any, set[Question]]] = {}

    @property
    def taxonomies(self) -> Taxonomies:
        """The lists of terms."""
        self.asked.add(TABLES)
        return self.tables.taxonomies

    @property
    def places(self) -> Places:
        """The table of places."""
        self.asked.add(TABLES)
        return self.tables.places

    @property
    def boundaries(self) -> Boundaries:
        """The boundaries of the units."""
        self.asked.add(TABLES)
        return self.tables.boundaries

    @property
    def glossary(self) -> Glossary:
        """What abbreviations stand for."""
        self.asked.add(TABLES)
        return self.tables.glossary

    @property
    def radio(self) -> Radio:
        """How articles are read aloud."""
        self.asked.add(TABLES)
        return self.tables.radio

    def ask(self, *question: str | int) -> object:
        """Ask the index, and note the question."""
        self.asked.add(question)
        return self.index.answer(question)

    def get(self, key: str, slug: str) -> Entry | None:
        """Find an entry by type and slug. Its Markdown is not part of it; only its own page asks for that."""
        self.ask("face", key, slug)
        row = self.index.row(key, slug)
        return self.shelf.entry(row) if row else None

    def body(self, entry: Entry) -> str:
        """Give the Markdown of an entry."""
        self.ask("whole", entry.type_key, entry.slug)
        row = self.index.row(entry.type_key, entry.slug)
        return self.shelf.body(row) if row else ""

    def address(self, path: str) -> str:
        """Give the address of the entry that stands in a content file."""
        return str(self.ask("at", path))

    def picture(self, name: str) -> Facts | None:
        """Give what is known of a picture file, by its name relative to the content folder."""
        return cast("Facts | None", self.ask("picture", name))

    def named(self, key: str, slugs: Iterable[str]) -> tuple[Entry, ...]:
        """Give the entries of a type with these slugs, in this order and each once; slugs not found are left out."""
        found = (self.get(key, slug) for slug in dict.fromkeys(slugs))
        return tuple(entry for entry in found if entry is not None)

    def referring(self, key: str, entry: Entry) -> tuple[Entry, ...]:
        """Give the listed entries of type `key` that refer to an entry, each once, in the order of their listing."""
        return self._asked_for(key, "referring", key, entry.type_key, entry.slug)

    def all(self, model: type[E]) -> tuple[E, ...]:
        """Give the entries of a type that lists may show, in the order of the listing."""
        return self.first(model, EVERY)

    def first(self, model: type[E], count: int) -> tuple[E, ...]:
        """Give the first entries of the listing of a type."""
        prefix = next(one.prefix for one in self.index.types if one.key == model.type_key)
        return cast("tuple[E, ...]", self.listed(model.type_key, prefix, 0, count))

    def listed(self, key: str, url: str, start: int, stop: int) -> tuple[Entry, ...]:
        """Give some entries of a listing, in order."""
        return self._asked_for(key, "listed", url, start, stop)

    def total(self, url: str) -> int:
        """Give the number of entries of a listing."""
        return cast("int", self.ask("total", url))

    def around(self, entry: E, url: str, count: int) -> tuple[E, ...]:
        """Give the entries nearest to one in a listing, in order and without itself.

        Neighbours instead of the newest: a new entry then changes a few pages, not every page of its listing.
        """
        return cast("tuple[E, ...]", self._asked_for(entry.type_key, "around", url, entry.slug, count))

    def kin(self, entry: E, count: int) -> tuple[E, ...]:
        """Give the entries of the same type that share most with one: references and tags."""
        return cast("tuple[E, ...]", self._asked_for(entry.type_key, "kin", entry.type_key, entry.slug, count))

    def next_to(self, entry: Entry, url: str) -> tuple[Entry | None, Entry | None]:
        """Give the entries before and after one in a listing."""
        before, after = cast("tuple[str, str]", self.ask("next_to", url, entry.slug))
        key = entry.type_key
        return self.get(key, before) if before else None, self.get(key, after) if after else None

    def standing(self, model: type[E], place: str, count: int) -> tuple[E, ...]:
        """Give the first listed entries of a type that stand at a place, in the order of their listing."""
        return cast("tuple[E, ...]", self._asked_for(model.type_key, "standing", model.type_key, place, count))

    def total_standing(self, key: str, place: str) -> int:
        """Give the number of listed entries of a type that stand at a place."""
        return cast("int", self.ask("total_standing", key, place))

    def known_only(self, model: type[E], place: str, count: int) -> tuple[E, ...]:
        """Give the first listed entries of a type of which no smaller place is known, in the order of their listing."""
        return cast("tuple[E, ...]", self._asked_for(model.type_key, "known_only", model.type_key, place, count))

    def total_known_only(self, key: str, place: str) -> int:
        """Give the number of listed entries of a type of which no smaller place is known."""
        return cast("int", self.ask("total_known_only", key, place))

    def mentioned(self, model: type[E], place: str, count: int) -> tuple[E, ...]:
        """Give the first listed entries of a type that name something at a place, in the order of their listing."""
        return cast("tuple[E, ...]", self._asked_for(model.type_key, "mentioned", place, count))

    def total_mentioned(self, place: str) -> int:
        """Give the number of news that name something at a place."""
        return cast("int", self.ask("total_mentioned", place))

    def mentioned_places(self) -> tuple[tuple[str, str, int], ...]:
        """Give every place that news is about: slug, name and number of articles."""
        return cast("tuple[tuple[str, str, int], ...]", self.ask("mentioned_places"))

    def provinces(self, key: str) -> tuple[Link, ...]:
        """Give a link for each province that listed entries of a type stand in, in Vietnamese order."""
        found = cast("tuple[tuple[str, str, int], ...]", self.ask("provinces", key))
        return tuple(Link(place_url(slug), name, count) for slug, name, count in found)

    def narrowed(self, key: str) -> tuple[tuple[str, Link], ...]:
        """Give a link for each narrowed listing of a type, with the label of its facet."""
        found = cast("tuple[tuple[str, str, str, int], ...]", self.ask("facets", key))
        return tuple((label, Link(url, value, count)) for label, value, url, count in found)

    def attachment(self, name: str) -> AttachmentFacts | None:
        """Give what pages say of a file to download, by its name relative to the content folder."""
        answer = cast("tuple[Any, ...]", self.ask("attachment", name))
        return AttachmentFacts(*answer) if answer else None

    def editions(self, slug: str) -> Editions:
        """Give what an issue of the bulletin can be had as."""
        return cast("Editions", self.ask("editions_of", slug))

    def moved(self, old: str) -> tuple[str, str]:
        """Give the page that an old address leads to, see `Index.moved`."""
        return cast("tuple[str, str]", self.ask("moved", old))

    def moves(self) -> tuple[tuple[str, str], ...]:
        """Give every old address and where it leads."""
        return cast("tuple[tuple[str, str], ...]", self.ask("moves"))

    def first_address(self, url: str) -> str:
        """Give the address at which a page was first published, or an empty text, see `Moves.first_address`."""
        return cast("str", self.ask("first_address", url))

    def photos(self, start: int, stop: int) -> tuple[Photo, ...]:
        """Give some pictures of the photo library, in order."""
        return tuple(Photo(*one) for one in cast("tuple[tuple[str, ...], ...]", self.ask("photos", start, stop)))

    def photo_count(self) -> int:
        """Give the number of pictures in the photo library."""
        return cast("int", self.ask("photo_count"))

    def narrowing(self, url: str) -> tuple[tuple[str, str, int], ...]:
        """Give where each value leads from a listing, see `Index.narrowing`."""
        return cast("tuple[tuple[str, str, int], ...]", self.ask("narrowing", url))

    def valued(self, key: str) -> tuple[tuple[Entry, str], ...]:
        """Give the listed entries of a type, each with its values, see `Index.valued`."""
        found = cast("tuple[tuple[str, str], ...]", self.ask("valued", key))
        return tuple((entry, values) for slug, values in found if (entry := self.get(key, slug)))

    def shared(self, name: str, make: Callable[[], T]) -> T:
        """Work out once what several pages are made from; each of them asks the questions that it took.

        Arguments:
            name: names what is worked out.
            make: works it out, from this catalogue.
        """
        if name not in self._shared:
            before, self.asked = self.asked, set()
            try:
                self._shared[name] = make(), self.asked
            finally:
                self.asked = before
        made, asked = self._shared[name]
        self.asked |= asked
        return cast("T", made)

    def _asked_for(self, key: str, *question: str | int) -> tuple[Entry, ...]:
        return self.named(key, cast("tuple[str, ...]", self.ask(*question)))
