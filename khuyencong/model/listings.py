"""Addresses of all listing pages, and the links from one listing to the others of its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from khuyencong.model import library
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType
from khuyencong.model.index import Index
from khuyencong.model.narrowing import Chosen, Listing, narrowed_url
from khuyencong.model.offline import OFFLINE_URL
from khuyencong.model.search import SEARCH_URL
from khuyencong.model.view import FacetLinks, Link, NarrowingLink


def listings(index: Index, key: str = "") -> tuple[Listing, ...]:
    """Give the listings that have pages: of each type the whole one, those of one value, those of two.

    Arguments:
        index: all content files.
        key: only the listings of this content type.
    """
    return tuple(one for one in index.listings.values() if one.type.per_page and key in ("", one.type.key))


def facet_links(narrowed: Iterable[tuple[str, Link]]) -> tuple[FacetLinks, ...]:
    """Group the links to the narrowed listings of a type, facet by facet.

    Arguments:
        narrowed: the links with the labels of their facets, see `Catalogue.narrowed`.
    """
    groups: dict[str, list[Link]] = {}
    for label, link in narrowed:
        groups.setdefault(label, []).append(link)
    return tuple(FacetLinks(label, tuple(links)) for label, links in groups.items())


def narrowing(listing: Listing, catalogue: Catalogue) -> tuple[FacetLinks, ...]:
    """Give the links that narrow a listing further, or put another value in the place of one, facet by facet."""
    singles = {link.url: (label, link) for label, link in catalogue.narrowed(listing.type.key)}
    here = {narrowed_url(listing.type, (one,)) for one in listing.chosen}
    groups: dict[str, list[Link]] = {}
    for single, url, count in catalogue.narrowing(listing.url):
        label, link = singles[single]
        facet, value = single.strip("/").split("/")[-2:]
        is_here = single in here
        is_alone = url == single and not is_here and count != link.count
        groups.setdefault(label, []).append(
            NarrowingLink(
                listing.url if is_here else url,
                link.text,
                count,
                current=is_here,
                facet=facet,
                value=value,
                whole=link.count if is_alone else None,
            )
        )
    return tuple(FacetLinks(label, tuple(links)) for label, links in groups.items())


def without_each(listing: Listing) -> tuple[NarrowingLink, ...]:
    """Give a link for each value that narrows a listing, which leads to the listing without it."""
    return tuple(
        NarrowingLink(_without(listing, one), one.label, facet=one.facet.slug, value=one.slug, label=one.facet.label)
        for one in listing.chosen
    )


def _without(listing: Listing, chosen: Chosen) -> str:
    return narrowed_url(listing.type, (one for one in listing.chosen if one is not chosen))


def overview_url(content_type: ContentType[Any], slug: str) -> str:
    """Give the address of an overview."""
    return f"{content_type.prefix}{slug}/"


def overview_links(content_type: ContentType[Any], catalogue: Catalogue, current: str = "") -> tuple[Link, ...]:
    """Give the links to the overviews of a type.

    Arguments:
        content_type: the type.
        catalogue: all entries.
        current: the slug of the overview on which the links stand.
    """
    if not content_type.overviews or not content_type.shows_whole(catalogue.total(content_type.prefix)):
        return ()
    return tuple(
        Link(overview_url(content_type, one.slug), one.label, current=one.slug == current)
        for one in content_type.overviews
    )


def types_shown_whole(index: Index) -> Iterator[ContentType[Any]]:
    """Yield the types that have their overviews and their file for scripts."""
    return (one for one in index.types if one.per_page and one.shows_whole(index.total(one.prefix)))


def listing_addresses(index: Index) -> Iterator[str]:
    """Yield the address of every page of every listing and overview, and of the pages that belong to no file."""
    yield "/"
    yield SEARCH_URL
    yield OFFLINE_URL
    for number in range(1, library.page_count(index.photo_count()) + 1):
        yield library.page_url(number)
    for listing in listings(index):
        for number in range(1, listing.pages + 1):
            yield listing.page_url(number)
    for one in types_shown_whole(index):
        yield from (overview_url(one, overview.slug) for overview in one.overviews)
