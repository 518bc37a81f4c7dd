"""Makes the articles of an issue end well: the last columns of each are equally long and reach its closing box.

The template reckons how long an article's text is before it sets it, but not what headings, lists and notes cost where
they may not be split. So an issue is laid out, and what room was left at the end of an article goes to the picture
above it; where that is as high as it may be, to the space above the box. Each article begins on a page of its own, so
none of them moves another.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Container, Mapping
from typing import Any, NamedTuple

LABEL = "<fit>"
"""Under which the template notes where the text and the closing box of each article stand."""
ROUNDS = 5
"""How often an issue is laid out at most: to see what is free, to come near, and for articles given too much."""
SHRINK = 5
"""Lines by which a picture is made lower for an article that does not fit into the pages reckoned for it."""
SAFE = 1.6
"""Lines that stay free, as columns break between lines and not in the middle of one."""
NEAR = 3.0
"""Points that are not worth another round."""
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
        planned: how many the template has reckoned.
        free: what is free below its last line.
        higher: how much higher its picture may become.
        line: the height of a line.
    """

    pages: int
    planned: int
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
    tried = dict.fromkeys(articles, Fit())
    good: dict[int, Fit] = {}
    for _ in range(ROUNDS):
        open_ones = {number for number in tried if number not in good or not _is_near(good[number], tried[number])}
        if not open_ones:
            break
        _apply(articles, tried)
        for number, one in _measured(ask(_draft(changed, open_ones))).items():
            if one.pages <= one.planned:
                good[number], tried[number] = tried[number], _more(tried[number], one)
            elif number in good:
                tried[number] = _half_way(good[number], tried[number])
            else:
                tried[number] = Fit(tried[number].picture - SHRINK * one.line)
    _apply(articles, {**tried, **good})
    return changed


def _draft(data: Mapping[str, Any], numbers: Container[int]) -> dict[str, Any]:
    """Give the data of a draft with some articles only: none moves another, so the rest need not be laid out again."""
    sections = [
        {**section, "articles": [one for one in section["articles"] if one["number"] in numbers]}
        for section in data["sections"]
    ]
    return {**data, "part": "draft", "sections": [section for section in sections if section["articles"]]}


def _apply(articles: Mapping[int, dict[str, Any]], fits: Mapping[int, Fit]) -> None:
    for number, fit in fits.items():
        articles[number]["fit"] = fit._asdict()


def _more(fit: Fit, one: Measured) -> Fit:
    """Share out half of what is free: what is added moves the text of both columns."""
    spare = max(0.0, (one.free - SAFE * one.line) / 2)
    picture = min(spare, max(0.0, one.higher))
    return Fit(_down(fit.picture + picture), _down(min(MOST_BELOW, fit.below + spare - picture)))


def _down(points: float) -> float:
    """Round so that nothing gets more than there is."""
    return math.floor(points * 100) / 100


def _is_near(good: Fit, tried: Fit) -> bool:
    return all(abs(one - other) < NEAR for one, other in zip(good, tried, strict=True))


def _half_way(good: Fit, too_much: Fit) -> Fit:
    return Fit(*(_down((one + other) / 2) for one, other in zip(good, too_much, strict=True)))


def _measured(noted: list[Any]) -> dict[int, Measured]:
    starts, texts, ends = (
        {one["number"]: one for one in noted if one["part"] == part} for part in ("start", "text", "end")
    )
    found = {}
    for number, end in ends.items():
        text, start = texts[number], starts[number]
        # Text that ends in the first column leaves the whole second one; that much is never shared out at once.
        free = end["bottom"] - text["y"] if text["page"] == end["page"] else 0.0
        pages = max(text["page"], end["page"]) - start["page"] + 1
        found[number] = Measured(pages, end["planned"], free, end["most"] - end["picture"], end["line"])
    return found
