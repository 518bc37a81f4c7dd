"""What the house needs to know of a content type; each type's module states it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from slugify import slugify

from khuyencong.model.entry import Entry
from khuyencong.model.row import StandsAt
from khuyencong.model.tables import Tables

if TYPE_CHECKING:
    from khuyencong.model.catalogue import Catalogue

E = TypeVar("E", bound=Entry)

FacetValue = tuple[str, str]
"""A facet's value: the slug of its page and the label readers see."""


LONGEST_FACET_SLUG = 80
"""Characters of a facet value in an address; file systems allow 255 bytes for the name of a folder."""


@lru_cache(maxsize=10_000)
def facet_value(label: str) -> FacetValue:
    """Make a facet's value from a label in free text; few labels are asked for again and again."""
    return slugify(label, max_length=LONGEST_FACET_SLUG, word_boundary=True), label


def no_values(entry: Any, tables: Tables) -> Iterable[FacetValue]:
    """Give no values: those of the facet all stand in other entries."""
    return ()


class Borrowed(NamedTuple):
    """Where a facet finds values that stand in other entries: those that refer to the entry or that it refers to.

    Arguments:
        key: the key of their content type.
        facet: the slug of their facet.
    """

    key: str
    facet: str


@dataclass(frozen=True, slots=True)
class Facet(Generic[E]):
    """A field that a listing is narrowed by.

    Arguments:
        slug: the part of the address, for instance `nganh` in `/co-so/nganh/che-bien/`.
        label: what readers see, for instance "Ngành".
        values: gives the values of one entry, none, one or several, from the entry and the tables alone.
        newest_first: whether values are ordered downwards (years) instead of alphabetically.
        borrowed: where more values come from; the index adds them, as an entry knows no other.
        kin: facets of the same kin say the same more or less exactly, such as places, and are not combined.
    """

    slug: str
    label: str
    values: Callable[[E, Tables], Iterable[FacetValue]]
    newest_first: bool = False
    borrowed: Borrowed | None = None
    kin: str = ""

    def combines_with(self, other: Facet[Any]) -> bool:
        """Whether a value of each together narrow a listing in a way of its own."""
        return self is not other and not (self.kin and self.kin == other.kin)


MOST_ON_ONE_PAGE = 2_000
"""Entries that a page, or a file for scripts, can hold all together; a larger type is read by facets, page by page."""


@dataclass(frozen=True, slots=True)
class Overview(Generic[E]):
    """A page that shows a whole type at once in another form than cards: an A–Z, a table.

    Arguments:
        slug: the part of the address, for instance `a-z` in `/co-so/a-z/`.
        label: the short name that links show.
        title: its heading.
        description: a sentence on what it shows.
        template: the template's name in the folder of the type.
        view: makes what the template shows from all entries of the type.
    """

    slug: str
    label: str
    title: str
    description: str
    template: str
    view: Callable[[tuple[E, ...], Catalogue], object]


def nowhere(entry: Entry, tables: Tables) -> tuple[StandsAt, ...]:
    """Say of an entry that it stands at no place."""
    return ()


@dataclass(frozen=True, slots=True)
class ContentType(Generic[E]):
    """One kind of content.

    Arguments:
        model: the class of its entries.
        folder: its folder in `content/` and among the templates.
        prefix: the address of its listing and the start of its entries' addresses, for instance `/co-so/`.
        label: the Vietnamese name of the listing.
        unit: the Vietnamese noun that is counted.
        introduction: a sentence above the listing.
        order: the sort key of its entries.
        newest_first: whether `order` is read downwards.
        facets: the fields that the listing is narrowed by.
        places: gives the places that an entry stands at, the smallest first, from the entry and the tables alone.
        overviews: the pages that show the whole type in another form, see `shows_whole`.
        per_page: entries on one page of the listing; 0 for a type without a listing.
        is_list_of_cards: whether the listing is a plain list of cards, which a script may narrow in place.
    """

    model: type[E]
    folder: str
    prefix: str
    label: str
    unit: str
    introduction: str
    order: Callable[[E], Any]
    newest_first: bool = False
    facets: tuple[Facet[E], ...] = ()
    places: Callable[[E, Tables], tuple[StandsAt, ...]] = nowhere
    overviews: tuple[Overview[E], ...] = ()
    per_page: int = 24
    is_list_of_cards: bool = True

    @property
    def key(self) -> str:
        """The English word for one of it, for instance `establishment`."""
        return self.model.type_key

    @property
    def data_url(self) -> str:
        """The address of the file from which scripts narrow the listing in place."""
        return f"{self.prefix}danh-sach.json"

    @property
    def is_narrowed_in_place(self) -> bool:
        """Whether a script may narrow the listing in place."""
        return self.is_list_of_cards and bool(self.facets)

    @staticmethod
    def shows_whole(total: int) -> bool:
        """Whether a type with so many listed entries has its overviews and its file for scripts."""
        return 0 < total <= MOST_ON_ONE_PAGE
