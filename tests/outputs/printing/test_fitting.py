"""Articles end well: what room is left is shared out, and never so that an article needs another page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.outputs.printing.fitting import DRAFTS, NEAR, SIZES, fitted
from khuyencong.outputs.printing.planning import LEAST_PHOTO, MOST, UNFITTED, Sizes, planned
from tests.printed import article, issue

LINE, PAGE = 14.0, 640.0
ACROSS = 200.0
COLUMN = 500.0
"""Height of the last columns, which begin at the top of the page."""


def sizes_of(text: float, *, has_photo: bool, has_tiles: bool = False) -> Sizes:
    """Say how long an article is."""
    return Sizes(text, ACROSS, PAGE, LINE, top=0.0, second=200.0, has_photo=has_photo, has_tiles=has_tiles)


class Press:
    """Lays out one article as typst would: its text takes so many points, and a piece of it may not be split.

    Arguments:
        text: how long the text is in one column.
        cost: what it is longer on the page than reckoned, as pieces of it may not be split.
        has_photo: whether its picture is a photo.
    """

    def __init__(self, text: float, cost: float = 0.0, *, has_photo: bool = True) -> None:
        """Count the drafts."""
        self.text, self.cost, self.has_photo = text, cost, has_photo
        self.drafts = 0

    def ask(self, data: Mapping[str, Any], label: str) -> list[Any]:
        """Note what the template would."""
        if label == SIZES:
            sizes = sizes_of(self.text, has_photo=self.has_photo)
            return [{"number": 1, **sizes._asdict()}]
        self.drafts += 1
        fit = data["sections"][0]["articles"][0]["fit"]
        pages, free = self.laid(fit)
        common = {"number": 1, "page": 3 + pages}
        start, begin = ({"part": part, "number": 1, "page": 4, "x": 50.0, "y": 300.0} for part in ("start", "begin"))
        in_second = free < COLUMN or pages == 1
        text = {"x": 300.0, "y": COLUMN - free} if in_second else {"x": 50.0, "y": 2 * COLUMN - free}
        return [start, begin, {"part": "text", **common, **text}, {"part": "end", **common, "x": 50.0, "y": COLUMN}]

    def laid(self, fit: Mapping[str, float]) -> tuple[int, float]:
        """Give the pages that the article takes, and what is free below its text."""
        needed = self.text + self.cost + 2 * (ACROSS + fit["picture"] + fit["below"])
        pages = max(1, -int(-needed // (2 * PAGE)))
        return pages, pages * 2 * PAGE - needed

    def fit(self) -> dict[str, float]:
        """Fit the article."""
        fit: dict[str, float] = fitted(issue(article()), self.ask)["sections"][0]["articles"][0]["fit"]
        return fit


def test_room_goes_to_the_picture_first() -> None:
    press = Press(text=1600, cost=150)
    fit = press.fit()
    assert fit["below"] <= NEAR
    assert press.laid(fit)[1] < 2 * LINE + 2 * NEAR


def test_what_the_picture_may_not_take_makes_both_columns_shorter() -> None:
    press = Press(text=1000)
    fit = press.fit()
    assert fit["picture"] == pytest.approx(PAGE * MOST, abs=0.02)
    assert fit["below"] > 0
    assert press.laid(fit)[1] < 3 * LINE + 2 * NEAR


def test_an_article_that_does_not_fit_gets_a_lower_picture() -> None:
    _, plan = planned(sizes_of(1600, has_photo=True), 1)
    press = Press(text=1600, cost=250)
    assert press.fit()["picture"] < plan.picture
    assert press.laid(press.fit())[0] == 2


def test_a_photo_is_never_lower_than_a_fifth_of_the_page_and_rather_costs_a_page() -> None:
    fit = Press(text=1750, cost=600).fit()
    assert fit["picture"] >= PAGE * LEAST_PHOTO


def test_a_drawing_without_room_is_left_out() -> None:
    _, plan = planned(sizes_of(2 * PAGE - 2 * ACROSS - 8 * LINE, has_photo=False), 1)
    assert plan.picture == 0


def test_small_drawings_take_what_the_picture_may_not() -> None:
    plain = sizes_of(900, has_photo=True)
    assert planned(plain, 1)[1].tiles == 0
    assert planned(plain._replace(has_tiles=True), 2)[1].tiles > 0


def test_the_data_that_is_given_stays_as_it_is() -> None:
    data = issue(article())
    fitted(data, Press(1600).ask)
    assert data["sections"][0]["articles"][0]["fit"] == UNFITTED._asdict()


@given(st.floats(20, 6_000), st.floats(0, 700), st.booleans())
def test_what_is_given_never_costs_a_page_and_is_found_in_few_drafts(text: float, cost: float, has_photo: bool) -> None:
    press = Press(text, cost, has_photo=has_photo)
    fit = press.fit()
    assert press.drafts <= DRAFTS
    nothing = {"picture": PAGE * LEAST_PHOTO if has_photo else 0.0, "below": 0.0}
    least = press.laid(nothing)[0]
    assert least <= press.laid(fit)[0] <= least + 1
    assert nothing["picture"] - 0.02 <= fit["picture"] <= PAGE * MOST + 0.02


@given(st.floats(1_000, 6_000), st.floats(0, 200))
def test_the_last_columns_end_at_about_the_same_line(text: float, cost: float) -> None:
    press = Press(text, cost)
    assert press.laid(press.fit())[1] <= 4 * LINE
