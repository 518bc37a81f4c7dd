"""Addresses of all listing pages, and the links from one listing to the others of its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from khuyencong.model.index import Index, Listing
from khuyencong.model.search import SEARCH_URL
from khuyencong.model.view import FacetLinks, Link


def listings(index: Index, key: str = "") -> tuple[Listing, ...]:
    """Give the listings that have pages: of each type the whole one, then its facets' in order of their values.

    Arguments:
        index: all content files.
        key: only the listings of this content type.
    """
    return tuple(one for one in index.listings.values() if one.type.per_page and key in ("", one.type.key))


def facet_links(current: str, narrowed: Iterable[tuple[str, Link]]) -> tuple[FacetLinks, ...]:
    """Group the links to the narrowed listings of a type, facet by facet.

    Arguments:
        current: the address of the listing on which the links stand.
        narrowed: the links with the labels of their facets, see `Catalogue.narrowed`.
    """
    groups: dict[str, list[Link]] = {}
    for label, link in narrowed:
        groups.setdefault(label, []).append(replace(link, current=True) if link.url == current else link)
    return tuple(FacetLinks(label, tuple(links)) for label, links in groups.items())


def listing_addresses(index: Index) -> Iterator[str]:
    """Yield the address of every page of every listing, of the home page and of the search."""
    yield "/"
    yield SEARCH_URL
    for listing in listings(index):
        for number in range(1, listing.pages + 1):
            yield listing.page_url(number)
