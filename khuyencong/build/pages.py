"""Names every page of the site, and plans one: its template and its view."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from khuyencong.build.beside import Beside, Files
from khuyencong.build.patterns import URL as PATTERNS
from khuyencong.model.artwork import vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.home import home
from khuyencong.model.index import Index, Listing
from khuyencong.model.listings import facet_links, listings
from khuyencong.model.page import Page
from khuyencong.model.place import PLACES_URL, place_url
from khuyencong.model.place_overview import locator, locators, place_slugs, places_overview
from khuyencong.model.place_pages import place_page
from khuyencong.model.row import Row
from khuyencong.model.sitemap import sitemap
from khuyencong.model.tables import Tables
from khuyencong.model.target import resolve
from khuyencong.model.types import BY_KEY, TYPES
from khuyencong.model.view import EntryView, Head, Link, ListingView, Pagination

HOME_LINK = Link("/", "Trang chủ")
NOT_FOUND = "/404.html"


class PageName(NamedTuple):
    """Which page: enough to plan it in any process.

    Arguments:
        kind: what it is, for the table at the end of the build: a content type's key, `listing`, `place`,
            `locator` or `site`.
        url: its address.
        template: the template's name.
        of: the slug of the entry or of the place, or the address of the listing.
        number: the number of the page in the listing, counted from 1.
    """

    kind: str
    url: str
    template: str
    of: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page to render.

    Arguments:
        view: the plain data that the template sees; the body of an entry is still to be rendered.
        body: Markdown of the entry.
        beside: finds what the Markdown names; nothing for a page without Markdown.
        files: the files that the entry names, with their sizes and times.
    """

    view: Any
    body: str = ""
    beside: Beside | None = None
    files: tuple[tuple[str, object], ...] = ()


def page_names(index: Index, tables: Tables) -> Iterator[PageName]:
    """Name every page of the site."""
    yield PageName("site", "/", "home.html")
    yield PageName("site", NOT_FOUND, "404.html")
    yield PageName("site", PATTERNS, "patterns.html")
    for listing in listings(index):
        for number in range(1, listing.pages + 1):
            template = f"{listing.type.folder}/listing.html"
            yield PageName("listing", listing.page_url(number), template, listing.url, number)
    yield from _place_names(index, tables)
    for one in TYPES:
        for row in index.published[one.key]:
            yield PageName(one.key, row.url, f"{one.folder}/entry.html", row.slug)


def _place_names(index: Index, tables: Tables) -> Iterator[PageName]:
    slugs = list(place_slugs(index, tables.places))
    if slugs:
        yield PageName("place", PLACES_URL, "places/listing.html")
    for slug in slugs:
        yield PageName("place", place_url(slug), "places/entry.html", slug)
    if tables.boundaries:
        for url, slug in locators(tables.places):
            yield PageName("locator", url, "places/locator.html", slug)


def plan_page(name: PageName, catalogue: Catalogue, content: Path) -> PlannedPage:
    """Plan one page.

    Arguments:
        name: which page.
        catalogue: all entries.
        content: the content folder, where pictures and attachments lie.
    """
    if name.kind == "listing":
        return PlannedPage(_listing_view(name, catalogue))
    if name.kind == "place":
        return PlannedPage(place_page(catalogue, name.of) if name.of else places_overview(catalogue))
    if name.kind == "locator":
        return PlannedPage(locator(catalogue, name.of))
    if name.kind == "site":
        return PlannedPage(home(catalogue) if name.url == HOME_LINK.url else _not_found())
    entry = catalogue.get(name.kind, name.of)
    row = catalogue.index.row(name.kind, name.of)
    if entry is None or row is None:
        raise KeyError(name.url)
    return _entry_page(entry, row, catalogue, content)


def _not_found() -> EntryView[None]:
    head = Head(NOT_FOUND, "Không tìm thấy trang", "Địa chỉ này không có trang nào.", breadcrumbs=(HOME_LINK,))
    return EntryView(head, None, "", (), None)


def _listing_view(name: PageName, catalogue: Catalogue) -> ListingView:
    listing = catalogue.index.listings[name.of]
    content_type = listing.type
    total = catalogue.total(name.of)
    start = (name.number - 1) * content_type.per_page
    shown = catalogue.listed(content_type.key, name.of, start, start + content_type.per_page)
    pages = tuple(
        Link(listing.page_url(one), str(one), current=one == name.number) for one in range(1, listing.pages + 1)
    )
    return ListingView(
        head=_listing_head(listing, name.number),
        introduction="" if listing.facet else content_type.introduction,
        total=total,
        unit=content_type.unit,
        cards=vary(entry.card(catalogue) for entry in shown),
        facets=facet_links(listing.url, catalogue.narrowed(content_type.key)),
        pagination=Pagination(name.number, listing.pages, pages),
    )


def _listing_head(listing: Listing, number: int) -> Head:
    content_type = listing.type
    crumbs = [HOME_LINK]
    title = content_type.label
    description = content_type.introduction
    if listing.facet:
        crumbs.append(Link(content_type.prefix, content_type.label))
        title = f"{content_type.label}: {listing.value}"
        description = f"{len(listing.slugs)} {content_type.unit}. {listing.facet.label}: {listing.value}."
    if number > 1:
        crumbs.append(Link(listing.url, title))
        title = f"{title}, trang {number}"
        description = f"{title}. {description}"
    return Head(listing.page_url(number), title, description, content_type.key, tuple(crumbs))


def _entry_page(entry: Entry, row: Row, catalogue: Catalogue, content: Path) -> PlannedPage:
    content_type = BY_KEY[row.key]
    beside = _beside(row, catalogue, content)
    crumbs = (HOME_LINK, Link(content_type.prefix, content_type.label)) if content_type.per_page else (HOME_LINK,)
    head = Head(entry.url, _page_title(entry, catalogue), entry.describe(catalogue), content_type.key, crumbs)
    shows_sitemap = isinstance(entry, Page) and entry.shows == "sitemap"
    body = catalogue.body(entry)
    view = EntryView(
        head=head,
        entry=entry,
        body="",
        contents=(),
        related=sitemap(catalogue) if shows_sitemap else entry.related(catalogue),
        attachments=tuple(beside.attachment(one.file, one.title) for one in entry.attached),
        picture=beside.lead_picture(entry.image),
    )
    files = tuple((name, catalogue.ask("file", name)) for name in sorted(_file_names(entry, row)))
    return PlannedPage(view, body, beside, files)


def _file_names(entry: Entry, row: Row) -> set[str]:
    """List the files that the entry names, relative to the content folder."""
    folder = row.path.rpartition("/")[0]
    names = [unquote(target.address.partition("#")[0]) for target in row.targets]
    names += [one.file for one in entry.attached] + ([entry.image.src] if entry.image else [])
    return {
        posixpath.normpath(f"{folder}/{name}")
        for name in names
        if not name.startswith("/") and not name.endswith(".md")
    }


def _beside(row: Row, catalogue: Catalogue, content: Path) -> Beside:
    """Make the finder of one entry, with the addresses of the content files that its Markdown leads to."""
    written = (unquote(target.address.partition("#")[0]) for target in row.targets)
    paths = (resolve(row.path, one) for one in written if one.endswith(".md") and not one.startswith("/"))
    addresses = {path: catalogue.address(path) for path in paths if path}
    return Beside(row.url, row.path, (content / row.path).parent, addresses, Files())


def _page_title(entry: Entry, catalogue: Catalogue) -> str:
    """Give a name that tells the page apart: a document is known by its number more than by its subject."""
    return entry.card(catalogue).title if entry.type_key == "document" else entry.title
