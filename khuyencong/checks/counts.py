"""Rule on how much the site holds: a build that loses half of its content must not look fine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from khuyencong.checks.pages import INDEX, BuiltSite
from khuyencong.model.problem import Problem

REAL_SITE = {"/co-so/": 150, "/san-pham/": 250, "/tin-tuc/": 30, "/van-ban/": 60}
"""Fewest entry pages of the real site, by the address of their listing."""

OVERVIEWS = "a-z|bang|bang-cong-nhan|moi-cap-nhat|so-sanh"
"""Pages that lie beside the entries' own and show all of them at once."""


def entry_pages(site: BuiltSite, listing: str) -> int:
    """Count the entries' own pages below a listing: not its further pages, its overviews, its facets.

    Arguments:
        site: the finished site.
        listing: the listing's address, for instance `/co-so/`.
    """
    entry = re.compile(rf"{re.escape(listing)}(?!(?:trang-\d+|{OVERVIEWS})/)[^/]+/")
    return sum(1 for page in site.pages if entry.fullmatch(page.url))


def enough_entries(site: BuiltSite, fewest: Mapping[str, int]) -> Iterator[Problem]:
    """Every listing has as many entries as it must have.

    Arguments:
        site: the finished site.
        fewest: how many, by the address of the listing.
    """
    for listing, wanted in fewest.items():
        found = entry_pages(site, listing)
        if found < wanted:
            yield Problem(f"{listing.strip('/')}/{INDEX}", 1, "count", f"{found} entry pages, fewer than {wanted}")
