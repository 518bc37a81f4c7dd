"""Reckons from the length of an article how many pages it takes and how high the picture above it may be."""

from __future__ import annotations

import math
from typing import NamedTuple

LEAST_PHOTO, PLANNED, MOST = 0.22, 0.46, 0.53
"""Height of a picture in parts of the page: the least of a photo (a drawing may be left out), what is planned, most."""
LEAST_DRAWING = 40.0
"""Points below which a drawing is left out."""
SLACK = 7
"""Lines on each page that what may not be split is reckoned to cost."""
POOR = 0.4
"""The part of a last page that must not stay white while an article may do without that page."""
TILES, LEAST_TILES, AROUND_TILES = 0.22, 68.0, 34.0
"""Of the row of small drawings in the box: most height in parts of the page, the least room for it, what it costs."""


class Fit(NamedTuple):
    """What an article gets, in points.

    Arguments:
        picture: the height of the picture above it; none for 0.
        tiles: the height of the small drawings in its box; none for 0.
        below: what is added to the space between its text and its closing box.
    """

    picture: float = 0.0
    tiles: float = 0.0
    below: float = 0.0


UNFITTED = Fit(100.0)
"""What an article has before it is fitted, so that all of it is there."""


class Sizes(NamedTuple):
    """How long an article is, in points.

    Arguments:
        text: its text and notes in one column.
        across: all that goes over both columns, without the picture and the small drawings.
        page: the height of a page within its margins.
        line: the height of a line.
        top: where the text of a page begins, from the top of the page.
        second: from where on, from the left of the page, text stands in the second column.
        has_photo: whether its picture is a photo.
        has_tiles: whether there are small drawings for its box.
    """

    text: float
    across: float
    page: float
    line: float
    top: float
    second: float
    has_photo: bool
    has_tiles: bool

    @property
    def least(self) -> float:
        """The least height of its picture."""
        return self.page * LEAST_PHOTO if self.has_photo else 0.0


def planned(sizes: Sizes, least_pages: int) -> tuple[int, Fit]:
    """Reckon how many pages an article takes, and share out what they leave.

    Arguments:
        sizes: how long it is.
        least_pages: it gets no fewer.
    """
    needed = sizes.text + 2 * (sizes.across + sizes.least)
    each = 2 * sizes.page - SLACK * sizes.line
    pages = math.ceil(needed / each)
    pages = max(least_pages, pages - 1 if _is_last_page_poor(pages, needed, sizes) else pages)
    room = max(sizes.least, sizes.least + (pages * each - needed) / 2)
    picture = min(room, sizes.page * PLANNED)
    left = room - picture
    tiles = min(left - AROUND_TILES, sizes.page * TILES) if sizes.has_tiles and left >= LEAST_TILES else 0.0
    return pages, Fit(shown(picture, sizes), tiles)


def _is_last_page_poor(pages: int, needed: float, sizes: Sizes) -> bool:
    """Say whether much of it would stay white below the highest picture, while there may be room for all without it."""
    if pages <= (1 if sizes.has_photo else 2) or needed > (pages - 1) * 2 * sizes.page:
        return False
    return sizes.least + pages * sizes.page - needed / 2 - sizes.page * MOST > sizes.page * POOR


def shown(picture: float, sizes: Sizes) -> float:
    """Leave a drawing out that would be too low.

    Arguments:
        picture: its height, or that of a photo, in points.
        sizes: how long its article is.
    """
    return picture if sizes.has_photo or picture > LEAST_DRAWING else 0.0
