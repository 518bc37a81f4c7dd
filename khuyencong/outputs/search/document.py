"""What is handed over to be indexed."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "/pagefind/"
"""Where the files of the index lie on the site."""


@dataclass(frozen=True, slots=True)
class Document:
    """One page as the search sees it.

    Arguments:
        url: the page's address from the site's root; it ends in `/`.
        html: what is searched, with Pagefind's attributes.
        shown: what a result shows besides title and excerpt; it is not searched.
        filters: name and value of each filter.
        day: the day to sort by, as in 2022-09-05; empty when none is known.
    """

    url: str
    html: str
    shown: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, str], ...]
    day: str
