"""The photo library: every published picture with its caption, its credit and the page that shows it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from khuyencong.model.media_view import PictureView
from khuyencong.model.row import Row
from khuyencong.model.view import Head, Link, Pagination

ADDRESS = "/thu-vien-anh/"
TITLE = "Thư viện ảnh"
DESCRIPTION = "Ảnh đã đăng trên trang, kèm chú thích, nguồn ảnh và đường dẫn tới bài có ảnh."
PER_PAGE = 24


class Photo(NamedTuple):
    """One picture as its content file states it.

    Arguments:
        key: the key of the content type of the entry that shows it.
        slug: the entry's slug.
        path: its content file, relative to the content folder.
        url: the entry's address.
        title: the entry's title.
        src: the picture's name beside the content file.
        alt: what the picture shows, in words.
        caption: the line below it.
        credit: who made it.
    """

    key: str
    slug: str
    path: str
    url: str
    title: str
    src: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class LibraryPhoto:
    """One picture of the library.

    Arguments:
        picture: the picture.
        entry: the page that shows it.
    """

    picture: PictureView
    entry: Link


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What a page of the library sees.

    Arguments:
        head: see Head.
        total: how many pictures the library has.
        photos: the pictures of this page.
        pagination: the library's pages.
    """

    head: Head
    total: int
    photos: tuple[LibraryPhoto, ...]
    pagination: Pagination


def photos_of(row: Row) -> Iterator[Photo]:
    """Yield the pictures of an entry: the main one, the gallery, those of the text; each file once."""
    seen: set[str] = set()
    for one in row.pictures:
        if one.src not in seen:
            seen.add(one.src)
            yield Photo(row.key, row.slug, row.path, row.url, row.title, *one)


def page_count(total: int) -> int:
    """Give the number of the library's pages; an empty library still has one."""
    return max(1, math.ceil(total / PER_PAGE))


def page_url(number: int) -> str:
    """Give the address of a page, counted from 1."""
    return ADDRESS if number == 1 else f"{ADDRESS}trang-{number}/"


def library_view(number: int, total: int, photos: Iterable[LibraryPhoto], home: Link) -> LibraryView:
    """Make the view of one page.

    Arguments:
        number: which page, counted from 1.
        total: how many pictures the library has.
        photos: the pictures of this page.
        home: the link to the home page.
    """
    last = page_count(total)
    later = f", trang {number}" if number > 1 else ""
    crumbs = (home, Link(ADDRESS, TITLE)) if later else (home,)
    head = Head(page_url(number), f"{TITLE}{later}", f"{DESCRIPTION}{later and f' Trang {number}.'}", "", crumbs)
    pages = tuple(Link(page_url(one), str(one), current=one == number) for one in range(1, last + 1))
    return LibraryView(head, total, tuple(photos), Pagination(number, last, pages))
