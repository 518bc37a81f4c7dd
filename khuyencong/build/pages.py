"""Plans one page: what its template will see, and the files that it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from khuyencong.build.beside import Beside, Files, beside_of
from khuyencong.build.crawling import plan_crawling
from khuyencong.build.feeds import plan_feed
from khuyencong.build.listing_views import listing_view, overview_view
from khuyencong.build.page_names import CRAWLING, DATA, FEED, NOT_FOUND, REDIRECT, PageName
from khuyencong.build.radio import radio_script, radio_view
from khuyencong.model import library
from khuyencong.model.artwork import vary
from khuyencong.model.attachment import file_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.feed import feeds_of, feeds_page
from khuyencong.model.feed_links import FEEDS_URL
from khuyencong.model.home import home
from khuyencong.model.linked_data.entries import entry_data
from khuyencong.model.offline import OFFLINE_TITLE, OFFLINE_URL
from khuyencong.model.page import Page
from khuyencong.model.pictures.slots import TILE
from khuyencong.model.place_overview import locator, places_overview
from khuyencong.model.place_pages import place_page
from khuyencong.model.redirect_view import RedirectMap, redirect_view
from khuyencong.model.row import Row
from khuyencong.model.search import SEARCH_URL, Indexed, indexed_entry, indexed_listing
from khuyencong.model.sitemap import SearchView, SitemapSection, sitemap
from khuyencong.model.types import BY_KEY
from khuyencong.model.view import EntryView, Head, Link, ListingData
from khuyencong.outputs.feeds import json_feed
from khuyencong.outputs.radio_text import radio_text
from khuyencong.outputs.redirect_map import redirect_map

HOME_LINK = Link("/", "Trang chủ")
VALUES_BESIDE_THE_SEARCH = 12
"""Most values of a facet that the search page lists itself."""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page to render.

    Arguments:
        view: the plain data that the template sees; the body of an entry is still to be rendered.
        body: Markdown of the entry.
        beside: finds what the Markdown names; nothing for a page without Markdown.
        files: the files that the page shows or offers, with what the index says of them: of a picture, or of a file
            to download, what is known of it, which holds the hash of its bytes.
        needs: the files that a page without Markdown needs beside it.
        indexed: what the search knows of it, but for its body; nothing for a page that is not searched.
        write: makes the bytes of a file that is no page from its view; nothing for what a template makes.
    """

    view: Any
    body: str = ""
    beside: Beside | None = None
    files: tuple[tuple[str, object], ...] = ()
    needs: Files = field(default_factory=Files)
    indexed: Indexed | None = None
    write: Callable[[Any], bytes] | None = None


def plan_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    """Plan one page.

    Arguments:
        name: which page.
        catalogue: all entries.
        content: the content folder, where pictures and attachments lie.
    """
    return _PLANNERS.get(name.kind, _entry_page)(name, catalogue, content)


def _site_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(_SITE_PAGES[name.url](catalogue))


def _listing_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    view = listing_view(name, catalogue)
    # Of two values combined, each has a listing of its own that the search finds.
    is_searched = name.number == 1 and len(view.chosen) < 2
    return PlannedPage(view, indexed=indexed_listing(view.head) if is_searched else None)


def _overview_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(overview_view(name, catalogue))


def _place_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    if not name.of:
        return PlannedPage(places_overview(catalogue))
    view = place_page(catalogue, name.of)
    return PlannedPage(replace(view, head=replace(view.head, feeds=feeds_of(view.head.url, catalogue))))


def _locator_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(locator(catalogue, name.of))


def _data_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    found = catalogue.valued(name.of)
    cards = vary(entry.card(catalogue) for entry, _ in found)
    return PlannedPage(ListingData(cards, tuple(values for _, values in found)))


def _redirect_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(redirect_view(catalogue, name.of))


def _redirect_map(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(RedirectMap(catalogue.moves()), write=redirect_map)


def _feed(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(plan_feed(name, catalogue, content), write=None if name.template else json_feed)


def _crawling(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(plan_crawling(name, catalogue))


def _radio_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(radio_view(name, catalogue, content))


def _radio_text(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    return PlannedPage(radio_script(name, catalogue, content), write=radio_text)


def _not_found(catalogue: Catalogue) -> EntryView[None]:
    head = Head(NOT_FOUND, "Không tìm thấy trang", "Địa chỉ này không có trang nào.", breadcrumbs=(HOME_LINK,))
    return EntryView(head, None, "", (), None)


def _offline(catalogue: Catalogue) -> EntryView[None]:
    description = "Những trang đã lưu trên máy của bạn, đọc được cả khi không có mạng."
    return EntryView(Head(OFFLINE_URL, OFFLINE_TITLE, description, breadcrumbs=(HOME_LINK,)), None, "", (), None)


def _library_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    start = (name.number - 1) * library.PER_PAGE
    needs, photos, asked = Files(), [], {}
    for one in catalogue.photos(start, start + library.PER_PAGE):
        path = file_name(one.path, one.src)
        asked[path] = _state_of(path, catalogue)
        finder = Beside(one.url, one.path, (content / one.path).parent, {}, {}, catalogue.picture, needs)
        picture = finder.picture(one.src, one.alt, TILE).with_credit(one.caption, one.credit)
        photos.append(library.LibraryPhoto(picture, Link(one.url, one.title)))
    view = library.library_view(name.number, catalogue.photo_count(), photos, HOME_LINK)
    return PlannedPage(view, files=tuple(asked.items()), needs=needs)


def _search(catalogue: Catalogue) -> SearchView:
    description = "Tìm tin tức, cơ sở, sản phẩm, văn bản và hỗ trợ; gõ có dấu hay không dấu đều được."
    head = Head(SEARCH_URL, "Tìm kiếm", description, breadcrumbs=(HOME_LINK,))
    return SearchView(head, tuple(map(_with_short_facets, sitemap(catalogue).sections)))


def _with_short_facets(section: SitemapSection) -> SitemapSection:
    """Leave out the longest lists of values, which the site map has: whoever searches waits for this page."""
    return replace(section, facets=tuple(one for one in section.facets if len(one.links) <= VALUES_BESIDE_THE_SEARCH))


_SITE_PAGES: Mapping[str, Callable[[Catalogue], object]] = {
    HOME_LINK.url: home,
    NOT_FOUND: _not_found,
    SEARCH_URL: _search,
    OFFLINE_URL: _offline,
    FEEDS_URL: partial(feeds_page, home=HOME_LINK),
}
"""What makes the view of each page that belongs to no content file, by its address."""


def _entry_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    entry = catalogue.get(name.kind, name.of)
    row = catalogue.index.row(name.kind, name.of)
    if entry is None or row is None:
        raise KeyError(name.url)
    content_type = BY_KEY[row.key]
    beside = beside_of(row, catalogue, content)
    crumbs = (HOME_LINK, Link(content_type.prefix, content_type.label)) if content_type.per_page else (HOME_LINK,)
    title = _page_title(entry, catalogue)
    picture = beside.lead_picture(entry.image, entry.lead_slot)
    kicker = content_type.label if content_type.per_page else ""
    share = beside.share(title, kicker, catalogue.site.name, picture.src if picture and picture.sources else "")
    head = Head(
        entry.url,
        title,
        entry.describe(catalogue),
        content_type.key,
        crumbs,
        share,
        data=entry_data(entry, catalogue),
        written=entry.written(catalogue),
        language=entry.lang,
        translations=entry.translations(catalogue),
    )
    shows_sitemap = isinstance(entry, Page) and entry.shows == "sitemap"
    body = catalogue.body(entry)
    view = EntryView(
        head=head,
        entry=entry,
        body="",
        contents=(),
        related=sitemap(catalogue) if shows_sitemap else entry.related(catalogue),
        attachments=tuple(beside.attachment(one.file, one.title) for one in entry.attached),
        picture=picture,
        gallery=tuple(beside.tile(one) for one in entry.further_pictures),
    )
    pictures = ((name, _state_of(name, catalogue)) for name in sorted(_picture_names(row)))
    files = (*pictures, *sorted(beside.attachments.items()))
    return PlannedPage(view, body, beside, files, indexed=indexed_entry(entry, row, content_type, catalogue))


def _state_of(picture: str, catalogue: Catalogue) -> object:
    return catalogue.picture(picture) or catalogue.ask("file", picture)


def _picture_names(row: Row) -> set[str]:
    """List the pictures that the entry names, relative to the content folder."""
    shown = [unquote(target.address) for target in row.targets if target.is_picture]
    named = [one.value for one in row.named if one.kind == "file" and one.among == "picture"]
    return {file_name(row.path, name) for name in (*shown, *named)}


def _page_title(entry: Entry, catalogue: Catalogue) -> str:
    """Give a name that tells the page apart: a document is known by its number more than by its subject."""
    return entry.card(catalogue).title if entry.type_key == "document" else entry.title


_PLANNERS: Mapping[str, Callable[[PageName, Catalogue, Path], PlannedPage]] = {
    "site": _site_page,
    "listing": _listing_page,
    "overview": _overview_page,
    DATA: _data_page,
    "place": _place_page,
    "locator": _locator_page,
    "library": _library_page,
    REDIRECT: _redirect_page,
    "redirects": _redirect_map,
    FEED: _feed,
    CRAWLING: _crawling,
    "radio": _radio_page,
    "radio-text": _radio_text,
}
"""What plans each kind of page; any other kind is a content type's."""
