"""Names every page of the site, and every file that is made like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from khuyencong.build.patterns import URL as PATTERNS
from khuyencong.model import library, radio
from khuyencong.model.crawling import ROBOTS_URL, SITEMAP_URL, Address, sitemap_urls
from khuyencong.model.feed import pages_with_feeds
from khuyencong.model.feed_links import FEEDS_URL, FORMATS, JSON
from khuyencong.model.index import Index, Question
from khuyencong.model.listings import listings, overview_url, types_shown_whole
from khuyencong.model.offline import OFFLINE_URL
from khuyencong.model.old_address import is_page
from khuyencong.model.place import PLACES_URL, place_url
from khuyencong.model.place_overview import locators, place_slugs
from khuyencong.model.redirect_view import MAP_URL
from khuyencong.model.search import SEARCH_URL
from khuyencong.model.tables import Tables
from khuyencong.model.types import TYPES

NOT_FOUND = "/404.html"
DATA = "data"
"""The kind of a file for scripts; it is made of the macro that is its template, see `outputs/listing_data.py`."""
REDIRECT = "redirect"
"""The kind of the page at an old address."""
FEED = "feed"
CRAWLING = "crawling"
"""The kind of the files for search engines."""
NOT_FOR_SEARCH = frozenset({NOT_FOUND, PATTERNS, SEARCH_URL, OFFLINE_URL})
"""Pages that ask search engines not to show them; hidden entries do the same."""
OTHER_FORMS = frozenset({"radio", REDIRECT})
"""Kinds of pages that say again what another says; search engines keep to that one."""
ADDRESSES: Question = ("addresses",)
"""What a file asks that lists the addresses of all pages."""


class PageName(NamedTuple):
    """Which page: enough to plan it in any process.

    Arguments:
        kind: what it is, for the table at the end of the build: a content type's key, `listing`, `place`,
            `locator`, `library`, `overview`, `radio`, `radio-text`, `data`, `redirect`, `redirects`, `feed`,
            `crawling` or `site`.
        url: its address.
        template: the template's name; none for a file that `PlannedPage.write` makes.
        of: the slug of the entry or of the place, the address of the listing or of the page with the feed, or the
            content type's key.
        number: the number of the page in the listing, counted from 1.
    """

    kind: str
    url: str
    template: str
    of: str = ""
    number: int = 1


def page_names(index: Index, tables: Tables) -> Iterator[PageName]:
    """Name every page of the site, and every file that is made like one."""
    pages = list(_page_names(index, tables))
    yield from pages
    yield from _feed_names(index)
    urls = sitemap_urls(len(addresses(pages, index)))
    for url in urls:
        is_index = url == SITEMAP_URL and len(urls) > 1
        yield PageName(CRAWLING, url, "crawling/index.xml" if is_index else "crawling/sitemap.xml")
    yield PageName(CRAWLING, ROBOTS_URL, "crawling/robots.txt")


def addresses(pages: Iterable[PageName], index: Index) -> tuple[Address, ...]:
    """Give the pages that search engines are to find, each once, with the day of its last change where it is known.

    Arguments:
        pages: pages of the site, and files that are none.
        index: all content files.
    """
    rows = ((one, index.row(one.kind, one.of)) for one in pages if is_for_search(one))
    return tuple(
        Address(one.url, row.modified if row else "") for one, row in rows if not row or row.status == "published"
    )


def is_for_search(name: PageName) -> bool:
    """Tell whether a name is that of a page that search engines may show, and not of a file that is made like one."""
    return name.url.endswith(("/", ".html")) and name.url not in NOT_FOR_SEARCH and name.kind not in OTHER_FORMS


def _page_names(index: Index, tables: Tables) -> Iterator[PageName]:
    yield PageName("site", "/", "home.html")
    yield PageName("site", NOT_FOUND, "404.html")
    yield PageName("site", PATTERNS, "patterns.html")
    yield PageName("site", SEARCH_URL, "search/page.html")
    yield PageName("site", OFFLINE_URL, "offline.html")
    yield PageName("site", FEEDS_URL, "feeds/page.html")
    for number in range(1, library.page_count(index.photo_count()) + 1):
        yield PageName("library", library.page_url(number), "library.html", "", number)
    for listing in listings(index):
        for number in range(1, listing.pages + 1):
            template = f"{listing.type.folder}/listing.html"
            yield PageName("listing", listing.page_url(number), template, listing.url, number)
    yield from _place_names(index, tables)
    for one in types_shown_whole(index):
        for overview in one.overviews:
            url = overview_url(one, overview.slug)
            yield PageName("overview", url, f"{one.folder}/{overview.template}", one.key)
        if one.facets:
            yield PageName(DATA, one.data_url, "macros/card.html", one.key)
    for one in TYPES:
        for row in index.published[one.key]:
            yield PageName(one.key, row.url, f"{one.folder}/entry.html", row.slug)
    yield from _radio_names(index)
    yield PageName("redirects", MAP_URL, "")
    for old in (redirect.old for redirect in index.redirects if is_page(redirect.old)):
        yield PageName(REDIRECT, old, "redirect.html", old)


READ_ALOUD = ("news", "bulletin")
"""The content types that have radio scripts."""


def _radio_names(index: Index) -> Iterator[PageName]:
    for key in READ_ALOUD:
        for row in index.published[key]:
            of = f"{key} {row.slug}"
            yield PageName("radio", radio.page_url(row.url), "radio/page.html", of)
            yield PageName("radio-text", radio.text_url(row.url), "", of)


def _feed_names(index: Index) -> Iterator[PageName]:
    for page in pages_with_feeds(index):
        for one in FORMATS:
            template = "" if one == JSON else f"feeds/{one.file}"
            yield PageName(FEED, f"{page}{one.file}", template, page)


def _place_names(index: Index, tables: Tables) -> Iterator[PageName]:
    slugs = list(place_slugs(index, tables.places))
    if slugs:
        yield PageName("place", PLACES_URL, "places/listing.html")
    for slug in slugs:
        yield PageName("place", place_url(slug), "places/entry.html", slug)
    if tables.boundaries:
        for url, slug in locators(tables.places):
            yield PageName("locator", url, "places/locator.html", slug)
