"""Where the feeds of a page lie: beside it, one file for each format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Format(NamedTuple):
    """A format of feeds.

    Arguments:
        name: what readers call it.
        file: the name of its files.
        type: its media type, as readers of feeds look for it in a page.
    """

    name: str
    file: str
    type: str


ATOM = Format("Atom", "atom.xml", "application/atom+xml")
RSS = Format("RSS", "rss.xml", "application/rss+xml")
JSON = Format("JSON Feed", "feed.json", "application/feed+json")
FORMATS = (ATOM, RSS, JSON)
"""The formats, the one to prefer first: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1."""

FEEDS_URL = "/nguon-cap-tin/"
"""The page that lists all feeds."""
FEEDS_TITLE = "Theo dõi bằng RSS"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names in its head.

    Arguments:
        url: the feed's address from the site's root.
        type: its media type.
        title: what it carries.
        format: what readers call its format.
    """

    url: str
    type: str
    title: str
    format: str


def feed_links(page: str, title: str) -> tuple[FeedLink, ...]:
    """Give the feeds of a page in all formats.

    Arguments:
        page: the page's address from the site's root.
        title: what the feeds carry.
    """
    return tuple(FeedLink(f"{page}{one.file}", one.type, title, one.name) for one in FORMATS)
