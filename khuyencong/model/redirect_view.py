"""What stands at an old address, and the list of all old addresses."""

from __future__ import annotations

from dataclasses import dataclass

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.view import Head, Link

MAP_URL = "/chuyen-huong.json"
"""The list from which web servers are told of old addresses."""


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at an old address, for hosts that cannot lead on by themselves.

    Arguments:
        head: the address is that of the page that it leads to.
        target: the page that it leads to.
    """

    head: Head
    target: Link


@dataclass(frozen=True, slots=True)
class RedirectMap:
    """Every old address.

    Arguments:
        moves: the old address, decoded, and the address of the page that it leads to, in order.
    """

    moves: tuple[tuple[str, str], ...]


def redirect_view(catalogue: Catalogue, old: str) -> RedirectView:
    """Make the view of the page at an old address."""
    url, title = catalogue.moved(old)
    head = Head(url, "Trang đã chuyển", "Trang này đã chuyển sang địa chỉ mới.")
    return RedirectView(head, Link(url, title or url))
