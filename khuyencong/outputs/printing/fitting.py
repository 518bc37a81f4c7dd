"""Makes the articles of an issue end well: the last columns of each are equally long and reach its closing box.

The template reckons how long an article's text is before it sets it, but not what headings, lists and notes cost where
they may not be split. So an issue is laid out, and what room was left at the end of an article goes to the picture
above it; where that is as high as it may be, to the space above the box. Each article begins on a page of its own, so
none of them moves another.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

LABEL = "<fit>"
"""Under which the template notes where the text and the closing box of each article stand."""
ROUNDS = 3
"""How often room is shared out: twice to come near, and once more for an article that was given too much."""
SAFE = 1.6
"""Lines that stay free, as columns break between lines and not in the middle of one."""
MOST_BELOW = 60.0
"""Most points that are added above the box."""

Ask = Callable[[Mapping[str, Any]], list[Any]]


class Fit(NamedTuple):
    """What is added to an article, in points.

    Arguments:
        picture: to the height of the picture above it.
        below: to the space between its text and its closing box.
    """

    picture: float = 0.0
    below: float = 0.0


class Measured(NamedTuple):
    """How an article was laid out; lengths in points.

    Arguments:
        pages: how many pages it takes.
        free: what is free below its last line.
        higher: how much higher its picture may become.
        line: the height of a line.
    """

    pages: int
    free: float
    higher: float
    line: float


def fitted(data: Mapping[str, Any], ask: Ask) -> dict[str, Any]:
    """Give the data of an issue with what each article gets.

    Arguments:
        data: what the template reads, see `issue_data`.
        ask: lays an issue out and gives what the template notes under `LABEL`. What it lays out is marked as a draft:
            the template leaves out what moves nothing, such as drawings.
    """
    changed = copy.deepcopy(dict(data))
    articles = {one["number"]: one for section in changed["sections"] for one in section["articles"]}
    first = _measured(ask({**changed, "draft": True}))
    good = dict.fromkeys(first, Fit())
    tried = {number: _more(Fit(), one) for number, one in first.items()}
    for _ in range(ROUNDS):
        _apply(articles, tried)
        for number, one in _measured(ask({**changed, "draft": True})).items():
            if one.pages > first[number].pages:
                tried[number] = _half_way(good[number], tried[number])
            else:
                good[number], tried[number] = tried[number], _more(tried[number], one)
    _apply(articles, good)
    return changed


def _apply(articles: Mapping[int, dict[str, Any]], fits: Mapping[int, Fit]) -> None:
    for number, fit in fits.items():
        articles[number]["fit"] = fit._asdict()


def _more(fit: Fit, one: Measured) -> Fit:
    """Share out half of what is free: what is added moves the text of both columns."""
    spare = max(0.0, (one.free - SAFE * one.line) / 2)
    picture = min(spare, max(0.0, one.higher))
    return Fit(round(fit.picture + picture, 2), round(min(MOST_BELOW, fit.below + spare - picture), 2))


def _half_way(good: Fit, too_much: Fit) -> Fit:
    return Fit(*(round((one + other) / 2, 2) for one, other in zip(good, too_much, strict=True)))


def _measured(noted: list[Any]) -> dict[int, Measured]:
    texts = {one["number"]: one for one in noted if one["part"] == "text"}
    ends = {one["number"]: one for one in noted if one["part"] == "end"}
    found = {}
    for number, end in ends.items():
        text = texts[number]
        # Text that ends in the first column leaves the whole second one; that much is never shared out at once.
        free = end["bottom"] - text["y"] if text["page"] == end["page"] else 0.0
        pages = max(text["page"], end["page"]) - end["first"] + 1
        found[number] = Measured(pages, free, end["most"] - end["picture"], end["line"])
    return found
