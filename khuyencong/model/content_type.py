"""What the house needs to know of a content type; each type's module states it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from slugify import slugify

from khuyencong.model.entry import Entry
from khuyencong.model.row import StandsAt
from khuyencong.model.tables import Tables

E = TypeVar("E", bound=Entry)

FacetValue = tuple[str, str]
"""A facet's value: the slug of its page and the label readers see."""


LONGEST_FACET_SLUG = 80
"""Characters of a facet value in an address; file systems allow 255 bytes for the name of a folder."""


@lru_cache(maxsize=10_000)
def facet_value(label: str) -> FacetValue:
    """Make a facet's value from a label in free text; few labels are asked for again and again."""
    return slugify(label, max_length=LONGEST_FACET_SLUG, word_boundary=True), label


@dataclass(frozen=True, slots=True)
class Facet(Generic[E]):
    """A field that a listing is narrowed by.

    Arguments:
        slug: the part of the address, for instance `nganh` in `/co-so/nganh/che-bien/`.
        label: what readers see, for instance "Ngành".
        values: gives the values of one entry, none, one or several, from the entry and the tables alone.
        newest_first: whether values are ordered downwards (years) instead of alphabetically.
    """

    slug: str
    label: str
    values: Callable[[E, Tables], Iterable[FacetValue]]
    newest_first: bool = False


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
        per_page: entries on one page of the listing; 0 for a type without a listing.
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
    per_page: int = 24

    @property
    def key(self) -> str:
        """The English word for one of it, for instance `establishment`."""
        return self.model.type_key
