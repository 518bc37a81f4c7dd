"""Makes the articles of an issue end well: each fills whole pages, and its last columns are about equally long.

The template says how long the text of each article is and what stands across its pages; from that follow its pages and
the height of the picture above it. What headings, lists and notes cost where they may not be split only shows when the
article is laid out, so drafts follow, each of those articles only that are not settled yet: none moves another, as each
begins on a page of its own. What a draft leaves free goes to the picture; where that is as high as it may be, or the
next line would not fit, to the space above the closing box, so that both columns end at about the same line.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from khuyencong.outputs.printing.planning import MOST, Fit, Sizes, planned, shown

SIZES, LAID = "<sizes>", "<fit>"
"""Under which the template notes how long an article is, and where its text and its closing box came to stand."""
PARTS = ("start", "begin", "text", "end")
"""What the template notes of an article: where it starts, where its text begins and ends, where its closing box is."""
DRAFTS = 16
"""How often an issue is laid out at most; eight are usual, the later ones with few articles."""
SHRINK = 5
"""Lines by which a picture is made lower for an article that does not fit into the pages reckoned for it."""
SAFE = 1.6
"""Lines that stay free, as columns break between lines and not in the middle of one."""
NEAR = 7.0
"""Points that are not worth another draft: half a line."""
MOST_BELOW = 60.0
"""Points by which columns may all be shorter rather than the picture higher."""

Ask = Callable[[Mapping[str, Any], str], list[Any]]


class Laid(NamedTuple):
    """How an article was laid out.

    Arguments:
        pages: how many pages it takes.
        free: points below its last line, in both columns.
    """

    pages: int
    free: float


class Search:
    """Looks for the most points that an article can be given without costing it a page.

    Arguments:
        least: less is never tried; below nothing where the article can give something away.
        most: more is never tried.
        line: the height of a line.
        free: points below the last line of what is known to fit; none where nothing is known.
    """

    def __init__(self, least: float, most: float, line: float, free: float | None = None) -> None:
        """Begin with nothing, or with what the free points allow."""
        self.least, self.most, self.line = least, most, line
        self.is_lost = False
        self.good, self.bad = (None if free is None else 0.0), math.inf
        self.free = free or 0.0
        self.trial = 0.0 if free is None else self._guess()

    @property
    def is_over(self) -> bool:
        """Whether another draft is not worth while."""
        return self.good is not None and self.trial - self.good < NEAR

    def hear(self, *, fits: bool, free: float) -> None:
        """Take what came of a trial, and choose the next."""
        if fits:
            self.good, self.free = self.trial, free
        else:
            self.bad = self.trial
        if self.good is None:
            self.is_lost = self.trial <= self.least
            self.trial = max(self.least, self.trial - SHRINK * self.line)
        else:
            self.trial = self._guess() if self.bad == math.inf else (self.good + self.bad) / 2

    def _guess(self) -> float:
        """Give half of what is free: what is added moves the text of both columns."""
        return min(self.most, (self.good or 0.0) + max(0.0, self.free - SAFE * self.line) / 2)


class Article:
    """One article on its way to its pages: first its picture takes what is free, then its columns are made even.

    Arguments:
        sizes: how long it is.
    """

    def __init__(self, sizes: Sizes) -> None:
        """Plan it."""
        self.sizes = sizes
        self._begin(1)

    def _begin(self, pages: int) -> None:
        self.pages, self.start = planned(self.sizes, pages)
        self.room = max(0.0, self.sizes.page * MOST - self.start.picture) if self.start.picture else 0.0
        least = min(0.0, self.sizes.least - self.start.picture)
        self.search = Search(least, self.room + MOST_BELOW, self.sizes.line)
        self.is_even = False

    @property
    def fit(self) -> Fit:
        """What it gets in the next draft, or at last."""
        given = self.search.trial if not self.search.is_over else (self.search.good or 0.0)
        return self._given(given)

    @property
    def is_settled(self) -> bool:
        """Whether it needs no other draft."""
        return self.is_even and self.search.is_over

    def hear(self, laid: Laid) -> None:
        """Take what came of a draft."""
        self.search.hear(fits=laid.pages <= self.pages, free=laid.free)
        if self.search.is_lost:
            self._begin(self.pages + 1)
        elif self.search.is_over and not self.is_even:
            self.start, self.is_even, self.room = self.fit, True, 0.0
            self.search = Search(0.0, self.search.free, self.sizes.line, self.search.free)

    def settle(self) -> Fit:
        """Give what is known to fit."""
        return self._given(self.search.good if self.search.good is not None else self.search.trial)

    def _given(self, points: float) -> Fit:
        added = min(points, self.room)
        picture = shown(_down(self.start.picture + added), self.sizes)
        return Fit(picture, self.start.tiles, _down(self.start.below + points - added))


def fitted(data: Mapping[str, Any], ask: Ask) -> dict[str, Any]:
    """Give the data of an issue with what each article gets.

    Arguments:
        data: what the template reads, see `issue_data`.
        ask: lays an issue out and gives what the template notes under a label. What it lays out is marked as a draft:
            the template leaves out what moves nothing, such as drawings.
    """
    changed = copy.deepcopy(dict(data))
    told = {one["number"]: one for section in changed["sections"] for one in section["articles"]}
    noted = ask({**changed, "part": "sizes"}, SIZES)
    sizes = {one.pop("number"): Sizes(**one) for one in map(dict, noted)}
    articles = {number: Article(one) for number, one in sizes.items()}
    for _ in range(DRAFTS):
        open_ones = {number: one for number, one in articles.items() if not one.is_settled}
        if not open_ones:
            break
        _apply(told, {number: one.fit for number, one in open_ones.items()})
        for number, laid in _laid(ask(_draft(changed, open_ones), LAID), sizes).items():
            articles[number].hear(laid)
    _apply(told, {number: one.settle() for number, one in articles.items()})
    return changed


def _draft(data: Mapping[str, Any], numbers: Mapping[int, Article]) -> dict[str, Any]:
    sections = [
        {**section, "articles": [one for one in section["articles"] if one["number"] in numbers]}
        for section in data["sections"]
    ]
    return {**data, "part": "draft", "sections": [section for section in sections if section["articles"]]}


def _apply(told: Mapping[int, dict[str, Any]], fits: Mapping[int, Fit]) -> None:
    for number, fit in fits.items():
        told[number]["fit"] = fit._asdict()


def _down(points: float) -> float:
    """Round so that nothing gets more than there is."""
    return math.floor(points * 100) / 100


def _laid(noted: list[Any], sizes: Mapping[int, Sizes]) -> dict[int, Laid]:
    """Give the pages of each article and what is free below its text, in both columns."""
    found = {}
    for number in {one["number"] for one in noted}:
        parts = {one["part"]: one for one in noted if one["number"] == number}
        start, begin, text, end = (parts[name] for name in PARTS)
        top = begin["y"] if begin["page"] == end["page"] else sizes[number].top
        column = end["y"] - top
        free = 2 * column
        if text["page"] == end["page"]:
            is_first = text["x"] < sizes[number].second
            free = end["y"] - text["y"] + (column if is_first else 0.0)
        found[number] = Laid(max(text["page"], end["page"]) - start["page"] + 1, free)
    return found
