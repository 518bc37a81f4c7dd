"""What is told to search engines: the addresses of all pages, in files that are not too long, and where those are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

T = TypeVar("T")

SITEMAP_URL = "/sitemap.xml"
ROBOTS_URL = "/robots.txt"
MOST_ADDRESSES = 10_000
"""Addresses in one file; the protocol allows 50,000 (sitemaps.org), but editors of small sites look into them too."""


class Address(NamedTuple):
    """A page as a site map names it.

    Arguments:
        url: its address from the site's root.
        modified: the day of its last change, a month or a year (W3C's note on dates); empty when it is not known.
    """

    url: str
    modified: str = ""


@dataclass(frozen=True, slots=True)
class AddressesView:
    """What a site map file sees.

    Arguments:
        addresses: the pages, with absolute addresses; or the site map files, if they are several.
    """

    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """What the file for search engines sees.

    Arguments:
        sitemap: the absolute address of the site map; empty for a site that search engines are to leave alone.
    """

    sitemap: str


def split(found: Sequence[T], most: int = MOST_ADDRESSES) -> tuple[tuple[T, ...], ...]:
    """Share a sequence out over as few parts as can be, in order, of which none is empty or longer than the limit."""
    return tuple(tuple(found[start : start + most]) for start in range(0, len(found), most))


def part_url(number: int) -> str:
    """Give the address of a site map file among several, counted from 1."""
    return f"/sitemap-{number}.xml"


def sitemap_urls(count: int) -> tuple[str, ...]:
    """Give the addresses of the site map's files for so many pages: one, or an index and its parts."""
    parts = -(-count // MOST_ADDRESSES)
    return (SITEMAP_URL, *(part_url(number) for number in range(1, parts + 1) if parts > 1))


def sitemap_view(url: str, addresses: Sequence[Address], site_url: str) -> AddressesView:
    """Compute one file of the site map.

    Arguments:
        url: the file's address.
        addresses: all pages, in order.
        site_url: the site's own address.
    """
    parts = split(addresses)
    if url == SITEMAP_URL and len(parts) > 1:
        files = [Address(part_url(number), _newest(part)) for number, part in enumerate(parts, start=1)]
        return _absolute(files, site_url)
    number = 1 if url == SITEMAP_URL else int(url.removeprefix("/sitemap-").removesuffix(".xml"))
    return _absolute(parts[number - 1], site_url)


def robots_view(site_url: str, *, demo: bool) -> RobotsView:
    """Compute the file for search engines: a model site asks them to stay away."""
    return RobotsView("" if demo else f"{site_url}{SITEMAP_URL}")


def _absolute(addresses: Sequence[Address], site_url: str) -> AddressesView:
    return AddressesView(tuple(one._replace(url=f"{site_url}{one.url}") for one in addresses))


def _newest(addresses: Sequence[Address]) -> str:
    """Give the last change of a part; of two dates that begin alike, the more exact one counts as later."""
    return max((one.modified for one in addresses), default="")
