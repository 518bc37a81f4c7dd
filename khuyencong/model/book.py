"""A bulletin issue as a book: the plain data that an e-book is made of."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Entry, Source


@dataclass(frozen=True, slots=True)
class BookPicture:
    """A picture of a book.

    Arguments:
        name: its file within the book.
        alt: what it shows, in words.
        caption: the line below it.
        credit: who made it.
    """

    name: str
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article of an issue.

    Arguments:
        name: its file within the book.
        title: its title.
        section: the section that it stands in.
        language: the language that it is written in, for instance `vi`.
        date: the day of what it tells.
        author: the name under it.
        summary: a sentence or two that go before it.
        picture: its main picture.
        body: its text as XHTML.
        sources: where its facts come from.
        attachments: the titles of the files that its web page offers.
        address: the full address of its web page.
    """

    name: str
    title: str
    section: str
    language: str
    date: PartialDate
    author: str
    summary: str
    picture: BookPicture | None
    body: str
    sources: tuple[Source, ...]
    attachments: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class BookSection:
    """A section of an issue.

    Arguments:
        title: its name.
        chapters: its articles, in order.
    """

    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """An issue.

    Arguments:
        identifier: names it for ever, see `identifier`.
        title: its title.
        summary: what it is about.
        number: its number within the year.
        year: its year.
        date: when it came out, if that is known.
        modified: the day of its latest change, see `last_change`.
        body: the words that open it, as XHTML; empty for none.
        sections: its sections.
        pictures: the files of its pictures, without the cover's.
        responsible: who answers for the issue, if it is not who answers for the site.
        print_run: how many copies were printed; nothing when that is not known.
        address: the full address of its web page.
    """

    identifier: str
    title: str
    summary: str
    number: int
    year: int
    date: PartialDate | None
    modified: str
    body: str
    sections: tuple[BookSection, ...]
    pictures: tuple[str, ...]
    responsible: str
    print_run: int | None
    address: str

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All articles, in order."""
        return tuple(chapter for section in self.sections for chapter in section.chapters)


def identifier(address: str) -> str:
    """Name a book by the address of its web page: the same page always gets the same name (RFC 9562, version 5).

    Arguments:
        address: a full web address.
    """
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}"


def last_change(entries: Iterable[Entry], since: PartialDate | None) -> str:
    """Give the latest day on which entries say that they were changed, as EPUB wants it told.

    No clock is looked at, so that the same content always makes the same book.

    Arguments:
        entries: the issue and its articles.
        since: the day on which entries without a date of their own came to the site, if it is known.
    """
    days = [day for entry in entries for day in _changes(entry, since)]
    year, month, day = max(days, default=EPOCH)
    return f"{year:04d}-{month:02d}-{day:02d}T00:00:00Z"


EPOCH = (1980, 1, 1)
"""Stands for a day that nothing tells; archives begin their calendar with it."""


def _changes(entry: Entry, since: PartialDate | None) -> Iterator[tuple[int, int, int]]:
    moments = (entry.updated, entry.added or since, entry.date)
    yield from (moment.earliest() for moment in moments if moment)
