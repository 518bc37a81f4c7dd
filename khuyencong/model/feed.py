"""Feeds: the newest articles in full, of all news, of a category, of what is about a place."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from typing import cast

from khuyencong.model.attachment import file_name, published_name
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.feed_links import FEEDS_TITLE, FEEDS_URL, FeedLink, feed_links
from khuyencong.model.feed_view import FeedEntry, FeedFile, FeedRow, FeedsView, FeedView, moment
from khuyencong.model.index import Index
from khuyencong.model.news import NEWS, News
from khuyencong.model.pictures.plan import plan
from khuyencong.model.place import FORMER_PROVINCE, PLACES_URL, lowered, place_url
from khuyencong.model.standing import province_of
from khuyencong.model.view import Head, Link

MOST_ENTRIES = 20
PLACE_TYPES = ("Xã ", "Phường ", "Đặc khu ", "Thị trấn ", "Huyện ", "Thị xã ", "Thành phố ", "Tỉnh ")
"""How the name of a place begins that tells its type; a bare name keeps its capital within a sentence."""
CATEGORIES = f"{NEWS.prefix}chuyen-muc/"


def pages_with_feeds(index: Index) -> Iterator[str]:
    """Yield the address of each page that has feeds."""
    if index.total(NEWS.prefix):
        yield NEWS.prefix
    yield from (url for url in index.listings if is_category(url))
    yield from (place_url(slug) for slug, _, _ in index.mentions.mentioned_places())


def is_category(url: str) -> bool:
    """Tell whether a listing is that of a category and nothing else."""
    return url.startswith(CATEGORIES) and url.count("/") == CATEGORIES.count("/") + 1


def feed_title(page: str, catalogue: Catalogue) -> str:
    """Say what the feeds of a page carry.

    Arguments:
        page: the page's address.
        catalogue: all entries.

    Raises:
        KeyError: when the page has no feeds.
    """
    if page == NEWS.prefix:
        return NEWS.label
    if is_category(page):
        return catalogue.taxonomies.label("news_categories", page.removeprefix(CATEGORIES).strip("/"))
    names = {place_url(slug): name for slug, name, _ in catalogue.mentioned_places()}
    name = names[page]
    former = " cũ" if _is_former(_place_of(page), catalogue) else ""
    return f"Tin về {lowered(name) if name.startswith(PLACE_TYPES) else name}{former}"


def feeds_of(page: str, catalogue: Catalogue) -> tuple[FeedLink, ...]:
    """Give the feeds of a page; none when no news belongs to it."""
    return feed_links(page, feed_title(page, catalogue)) if _total(page, catalogue) else ()


def feed_view(page: str, address: str, catalogue: Catalogue, body: Callable[[News], str]) -> FeedView:
    """Compute a feed.

    Arguments:
        page: the address of the page that it belongs to.
        address: its own address.
        catalogue: all entries.
        body: gives the text of an article as sanitised HTML with absolute addresses.

    Raises:
        KeyError: when the page has no feeds.
    """
    site = catalogue.site
    entries = tuple(_entry(one, catalogue, body(one)) for one in _newest(page, catalogue))
    title = feed_title(page, catalogue)
    return FeedView(
        address=f"{site.url}{address}",
        page=f"{site.url}{page}",
        title=f"{site.name}: {title}",
        description=f"{title}: {min(MOST_ENTRIES, _total(page, catalogue))} tin mới nhất, đủ nội dung.",
        author=site.identity.governing_body or site.name,
        updated=max((one.updated for one in entries), key=lambda one: one.iso),
        entries=entries,
    )


def feeds_page(catalogue: Catalogue, home: Link) -> FeedsView:
    """Compute the page that lists all feeds."""
    description = "Các nguồn Atom, RSS và JSON Feed để theo dõi tin mới bằng phần mềm đọc tin, không cần đăng ký."
    return FeedsView(
        head=Head(FEEDS_URL, FEEDS_TITLE, description, breadcrumbs=(home,), feeds=feeds_of(NEWS.prefix, catalogue)),
        news=_row(Link(NEWS.prefix, "Mọi tin", catalogue.total(NEWS.prefix)), catalogue),
        categories=tuple(
            row for _, link in catalogue.narrowed(NEWS.key) if is_category(link.url) and (row := _row(link, catalogue))
        ),
        places=tuple(
            row
            for slug, name, count in catalogue.mentioned_places()
            if (row := _row(Link(place_url(slug), _dated_name(slug, name, catalogue), count), catalogue))
        ),
    )


def _row(page: Link, catalogue: Catalogue) -> FeedRow | None:
    feeds = feeds_of(page.url, catalogue)
    return FeedRow(page, feeds) if feeds else None


def _is_former(slug: str, catalogue: Catalogue) -> bool:
    """Tell whether a place is one that the reform of 1 July 2025 ended."""
    ended = {one.slug for one in catalogue.places.districts}
    return slug in ended or bool(ended and slug == province_of(FORMER_PROVINCE).slug)


def _dated_name(slug: str, name: str, catalogue: Catalogue) -> str:
    return f"{name} (cũ)" if _is_former(slug, catalogue) else name


def _place_of(page: str) -> str:
    return page.removeprefix(PLACES_URL).strip("/")


def _total(page: str, catalogue: Catalogue) -> int:
    is_place = page.startswith(PLACES_URL)
    return catalogue.total_mentioned(_place_of(page)) if is_place else catalogue.total(page)


def _newest(page: str, catalogue: Catalogue) -> tuple[News, ...]:
    if page.startswith(PLACES_URL):
        return catalogue.mentioned(News, _place_of(page), MOST_ENTRIES)
    return cast("tuple[News, ...]", catalogue.listed(NEWS.key, page, 0, MOST_ENTRIES))


def _entry(news: News, catalogue: Catalogue, html: str) -> FeedEntry:
    dates = [news.date, *([news.updated] if news.updated else [])]
    return FeedEntry(
        id=f"{catalogue.site.url}{catalogue.first_address(news.url) or news.url}",
        url=f"{catalogue.site.url}{news.url}",
        title=news.title,
        summary=news.summary,
        html=html,
        updated=moment(max(dates, key=PartialDate.earliest)),
        published=moment(news.date) if news.date.day else None,
        author=news.author or catalogue.site.default_author,
        category=(news.category, catalogue.taxonomies.label("news_categories", news.category)),
        tags=news.tags,
        language=news.lang,
        picture=_picture(news, catalogue),
        attachments=tuple(_attachments(news, catalogue)),
    )


def _picture(news: News, catalogue: Catalogue) -> FeedFile | None:
    if not news.image:
        return None
    name = file_name(news.source_file.path, news.image.src)
    facts = catalogue.picture(name)
    if not facts:
        return None
    view = plan(facts, name, news.url, news.image.alt, news.lead_slot).view
    return FeedFile(f"{catalogue.site.url}{view.src}", "", view.alt, width=view.width, height=view.height)


def _attachments(news: News, catalogue: Catalogue) -> Iterator[FeedFile]:
    for one in news.attachments:
        facts = catalogue.attachment(file_name(news.source_file.path, one.file))
        if facts:
            kind = mimetypes.guess_type(one.file)[0] or "application/octet-stream"
            url = f"{catalogue.site.url}{news.url}{published_name(one.file)}"
            yield FeedFile(url, kind, one.title, facts.size)
