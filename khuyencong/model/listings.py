"""Which listing pages there are: the whole of a type, and each value of each facet."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType, Facet
from khuyencong.model.entry import Entry
from khuyencong.model.types import TYPES
from khuyencong.model.vietnamese import sort_key
from khuyencong.model.view import FacetLinks, Link


@dataclass(frozen=True, slots=True)
class Listing:
    """One listing, whole or narrowed.

    Arguments:
        type: what is listed.
        url: the address of its first page.
        entries: what it lists, in order.
        facet: the facet that narrows it, if any.
        value: the label of the facet's value.
    """

    type: ContentType[Any]
    url: str
    entries: tuple[Entry, ...]
    facet: Facet[Any] | None = None
    value: str = ""

    @property
    def pages(self) -> int:
        """How many pages it takes; an empty listing still has one."""
        return max(1, math.ceil(len(self.entries) / self.type.per_page))

    def page_url(self, number: int) -> str:
        """Give the address of a page, counted from 1."""
        return self.url if number == 1 else f"{self.url}trang-{number}/"


def listings(content_type: ContentType[Any], catalogue: Catalogue) -> tuple[Listing, ...]:
    """Give the whole listing of a type and then its facets' listings, facet by facet in order of their values."""
    if not content_type.per_page:
        return ()
    entries = catalogue.all(content_type.model)
    narrowed = [one for facet in content_type.facets for one in _narrowed(content_type, facet, entries, catalogue)]
    return (Listing(content_type, content_type.prefix, entries), *narrowed)


def _narrowed(
    content_type: ContentType[Any], facet: Facet[Any], entries: tuple[Entry, ...], catalogue: Catalogue
) -> Iterator[Listing]:
    groups: dict[str, tuple[str, list[Entry]]] = {}
    for entry in entries:
        # An entry has a value once, however often it is given; a value that makes no address is none.
        for slug, label in dict(facet.values(entry, catalogue)).items():
            if slug:
                groups.setdefault(slug, (label, []))[1].append(entry)
    ordered = sorted(groups.items(), key=lambda group: sort_key(group[1][0]), reverse=facet.newest_first)
    for slug, (label, members) in ordered:
        url = f"{content_type.prefix}{facet.slug}/{slug}/"
        yield Listing(content_type, url, tuple(members), facet, label)


def facet_links(current: str, found: tuple[Listing, ...]) -> tuple[FacetLinks, ...]:
    """Turn the narrowed listings of a type into links, facet by facet.

    Arguments:
        current: the address of the page on which the links stand.
        found: the listings of one type.
    """
    groups: dict[str, list[Link]] = {}
    for listing in found:
        if listing.facet:
            link = Link(listing.url, listing.value, len(listing.entries), current=listing.url == current)
            groups.setdefault(listing.facet.label, []).append(link)
    return tuple(FacetLinks(label, tuple(links)) for label, links in groups.items())


def listing_addresses(catalogue: Catalogue) -> Iterator[str]:
    """Yield the address of every page of every listing, and of the home page."""
    yield "/"
    for content_type in TYPES:
        for listing in listings(content_type, catalogue):
            for number in range(1, listing.pages + 1):
                yield listing.page_url(number)
