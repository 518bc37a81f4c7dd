"""What feeds and the page of all feeds are made from."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import format_datetime

from khuyencong.model.dates import PartialDate
from khuyencong.model.feed_links import FeedLink
from khuyencong.model.view import Head, Link


@dataclass(frozen=True, slots=True)
class Moment:
    """The beginning of a day, as the two families of feeds write it.

    Arguments:
        iso: as RFC 3339 wants it.
        mail: as RFC 822 wants it.
    """

    iso: str
    mail: str


def moment(date: PartialDate) -> Moment:
    """Give the beginning of the first day that a date can mean, in Viet Nam."""
    return Moment(date.begins.isoformat(), format_datetime(date.begins))


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A picture or a file to download that belongs to an article.

    Arguments:
        url: its address, absolute.
        type: its media type; empty for a picture, which comes in several.
        title: what it is, in words.
        size: its size in bytes; 0 for a picture.
        width: the width of a picture in pixels.
        height: its height.
    """

    url: str
    type: str
    title: str
    size: int = 0
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article in a feed. All addresses are absolute.

    Arguments:
        id: the address at which it was first published, by which readers know it for good.
        url: its address of now.
        title: its title.
        summary: its summary; may be empty.
        html: its text, sanitised.
        updated: when it was last changed, as far as we know.
        published: its day; nothing when only the month or the year is known.
        author: who signed it.
        category: key and name of its category.
        tags: its tags.
        language: its language.
        picture: its main picture.
        attachments: the files that it offers.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    updated: Moment
    published: Moment | None
    author: str
    category: tuple[str, str]
    tags: tuple[str, ...]
    language: str
    picture: FeedFile | None
    attachments: tuple[FeedFile, ...]


@dataclass(frozen=True, slots=True)
class FeedView:
    """What a feed is made from, in any format. All addresses are absolute.

    Arguments:
        address: its own address.
        page: the address of the page that it belongs to.
        title: its name.
        description: what it carries.
        author: who answers for it.
        updated: when its newest entry was changed.
        entries: its articles, the newest first.
    """

    address: str
    page: str
    title: str
    description: str
    author: str
    updated: Moment
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One line of the page of all feeds.

    Arguments:
        page: the page that the feeds belong to, with the number of its articles.
        feeds: the feeds.
    """

    page: Link
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """What the page of all feeds sees.

    Arguments:
        head: see Head.
        news: the feeds of all news; nothing while there is none.
        categories: those of the categories.
        places: those of the places.
    """

    head: Head
    news: FeedRow | None
    categories: tuple[FeedRow, ...]
    places: tuple[FeedRow, ...]
