"""Computes listings and overviews: what their pages show."""

from __future__ import annotations

from dataclasses import replace

from khuyencong.build.page_names import PageName
from khuyencong.model.artwork import vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import MOST_ON_ONE_PAGE
from khuyencong.model.feed import feeds_of, is_category
from khuyencong.model.feed_links import FeedLink
from khuyencong.model.linked_data.page import collection_page
from khuyencong.model.listings import narrowing, overview_links, overview_url, without_each
from khuyencong.model.narrowing import Listing
from khuyencong.model.news import NEWS
from khuyencong.model.place_view import HOME
from khuyencong.model.types import BY_KEY
from khuyencong.model.view import Head, Link, ListingView, OverviewView, Pagination


def listing_view(name: PageName, catalogue: Catalogue) -> ListingView:
    """Compute one page of a listing."""
    listing = catalogue.index.listings[name.of]
    content_type = listing.type
    total = catalogue.total(name.of)
    has_data = content_type.is_narrowed_in_place and content_type.shows_whole(catalogue.total(content_type.prefix))
    start = (name.number - 1) * content_type.per_page
    shown = catalogue.listed(content_type.key, name.of, start, start + content_type.per_page)
    pages = tuple(
        Link(listing.page_url(one), str(one), current=one == name.number) for one in range(1, listing.pages + 1)
    )
    return ListingView(
        head=_listing_head(listing, name.number, catalogue),
        introduction="" if listing.chosen or name.number > 1 else content_type.introduction,
        total=total,
        unit=content_type.unit,
        cards=vary(entry.card(catalogue) for entry in shown),
        facets=narrowing(listing, catalogue),
        pagination=Pagination(name.number, listing.pages, pages),
        chosen=without_each(listing),
        whole=Link(content_type.prefix, content_type.label) if listing.chosen else None,
        data_url=content_type.data_url if has_data else "",
        overviews=overview_links(content_type, catalogue),
    )


def overview_view(name: PageName, catalogue: Catalogue) -> OverviewView[object]:
    """Compute an overview of a whole type."""
    content_type = BY_KEY[name.of]
    overview = next(one for one in content_type.overviews if overview_url(content_type, one.slug) == name.url)
    crumbs = (HOME, Link(content_type.prefix, content_type.label))
    entries = catalogue.first(content_type.model, MOST_ON_ONE_PAGE)
    return OverviewView(
        head=Head(name.url, overview.title, overview.description, content_type.key, crumbs),
        introduction=overview.description,
        total=len(entries),
        unit=content_type.unit,
        shown=overview.view(entries, catalogue),
        overviews=(Link(content_type.prefix, "Danh sách"), *overview_links(content_type, catalogue, overview.slug)),
    )


def _listing_feeds(url: str, catalogue: Catalogue) -> tuple[FeedLink, ...]:
    return feeds_of(url, catalogue) if url == NEWS.prefix or is_category(url) else ()


def _listing_head(listing: Listing, number: int, catalogue: Catalogue) -> Head:
    content_type = listing.type
    crumbs = [HOME]
    title = content_type.label
    description = content_type.introduction
    if listing.chosen:
        crumbs.append(Link(content_type.prefix, content_type.label))
        title = f"{content_type.label}: {listing.value}"
        values = "; ".join(f"{one.facet.label}: {one.label}" for one in listing.chosen)
        description = f"{len(listing.slugs)} {content_type.unit}. {values}."
    if number > 1:
        crumbs.append(Link(listing.url, title))
        title = f"{title}, trang {number}"
        description = f"{title}. {description}"
    feeds = _listing_feeds(listing.url, catalogue)
    head = Head(listing.page_url(number), title, description, content_type.key, tuple(crumbs), feeds=feeds)
    return replace(head, data=(collection_page(head, catalogue.site, len(listing.slugs)),))
