"""Plans every page of the site: its template and its view."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from khuyencong.build.beside import Beside, Files
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType
from khuyencong.model.entry import Entry
from khuyencong.model.home import home
from khuyencong.model.listings import Listing, facet_links, listings
from khuyencong.model.page import Page
from khuyencong.model.sitemap import sitemap
from khuyencong.model.types import TYPES
from khuyencong.model.view import EntryView, Head, Link, ListingView, Pagination

HOME_LINK = Link("/", "Trang chủ")
NOT_FOUND = "/404.html"


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page to render.

    Arguments:
        kind: what it is, for the table at the end of the build: a content type's key, `listing` or `site`.
        template: the template's name.
        view: the plain data that the template sees; the body of an entry is still to be rendered.
        body: Markdown of the entry.
        beside: finds what the Markdown names; nothing for a page without Markdown.
        media: names, sizes and times of the files that the entry could show.
    """

    kind: str
    template: str
    view: Any
    body: str = ""
    beside: Beside | None = None
    media: tuple[tuple[str, int, int], ...] = ()


def plan_pages(catalogue: Catalogue, content: Path) -> Iterator[PlannedPage]:
    """Yield every page of the site.

    Arguments:
        catalogue: all entries.
        content: the content folder, where pictures and attachments lie.
    """
    _media.cache_clear()  # a watching process plans many times
    yield PlannedPage("site", "home.html", home(catalogue))
    yield PlannedPage("site", "404.html", _not_found())
    addresses = {one.source_file.path: one.url for entries in catalogue.entries.values() for one in entries}
    for content_type in TYPES:
        found = listings(content_type, catalogue)
        for listing in found:
            yield from _listing_pages(listing, found, catalogue)
        for entry in catalogue.entries[content_type.key]:
            yield _entry_page(entry, content_type, catalogue, _beside(entry, content, addresses))


def _beside(entry: Entry, content: Path, addresses: Mapping[str, str]) -> Beside:
    """Make the finder of one entry; it carries the addresses only where the Markdown names content files."""
    file = entry.source_file
    named = addresses if ".md" in file.body else {}
    return Beside(entry.url, file.path, (content / file.path).parent, named, Files())


def _not_found() -> Any:
    head = Head(NOT_FOUND, "Không tìm thấy trang", "Địa chỉ này không có trang nào.", breadcrumbs=(HOME_LINK,))
    return EntryView(head, None, "", (), None)


def _listing_pages(listing: Listing, found: tuple[Listing, ...], catalogue: Catalogue) -> Iterator[PlannedPage]:
    content_type = listing.type
    facets = facet_links(listing.url, found)
    for number in range(1, listing.pages + 1):
        start = (number - 1) * content_type.per_page
        shown = listing.entries[start : start + content_type.per_page]
        pages = tuple(
            Link(listing.page_url(one), str(one), current=one == number) for one in range(1, listing.pages + 1)
        )
        view = ListingView(
            head=_listing_head(listing, number),
            introduction="" if listing.facet else content_type.introduction,
            total=len(listing.entries),
            unit=content_type.unit,
            cards=tuple(entry.card(catalogue) for entry in shown),
            facets=facets,
            pagination=Pagination(number, listing.pages, pages),
        )
        yield PlannedPage("listing", f"{content_type.folder}/listing.html", view)


def _listing_head(listing: Listing, number: int) -> Head:
    content_type = listing.type
    crumbs = [HOME_LINK]
    title = content_type.label
    description = content_type.introduction
    if listing.facet:
        crumbs.append(Link(content_type.prefix, content_type.label))
        title = f"{content_type.label}: {listing.value}"
        description = f"{len(listing.entries)} {content_type.unit}. {listing.facet.label}: {listing.value}."
    if number > 1:
        crumbs.append(Link(listing.url, title))
        title = f"{title}, trang {number}"
        description = f"{title}. {description}"
    return Head(listing.page_url(number), title, description, content_type.key, tuple(crumbs))


def _entry_page(entry: Entry, content_type: ContentType[Any], catalogue: Catalogue, beside: Beside) -> PlannedPage:
    crumbs = (HOME_LINK, Link(content_type.prefix, content_type.label)) if content_type.per_page else (HOME_LINK,)
    head = Head(entry.url, _page_title(entry, catalogue), entry.describe(catalogue), content_type.key, crumbs)
    shows_sitemap = isinstance(entry, Page) and entry.shows == "sitemap"
    body = entry.source_file.body
    view = EntryView(
        head=head,
        entry=entry,
        body="",
        contents=(),
        related=sitemap(catalogue) if shows_sitemap else entry.related(catalogue),
        attachments=tuple(beside.attachment(one.file, one.title) for one in entry.attached),
        picture=beside.lead_picture(entry.image),
    )
    has_files = bool(beside.files.copies or beside.files.derivatives) or "](" in body or "<img" in body
    media = _media(beside.folder) if has_files else ()
    return PlannedPage(content_type.key, f"{content_type.folder}/entry.html", view, body, beside, media)


@cache
def _media(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """List the files of a folder that are not content files; a page that may show them depends on them."""
    found = [(one.name, one.stat()) for one in os.scandir(folder) if one.is_file() and not one.name.endswith(".md")]
    return tuple(sorted((name, there.st_size, there.st_mtime_ns) for name, there in found))


def _page_title(entry: Entry, catalogue: Catalogue) -> str:
    """Give a name that tells the page apart: a document is known by its number more than by its subject."""
    return entry.card(catalogue).title if entry.type_key == "document" else entry.title
