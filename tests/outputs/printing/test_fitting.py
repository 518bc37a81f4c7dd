"""Articles end well: what room is left is shared out, and never so that an article needs another page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from khuyencong.outputs.printing.fitting import MOST_BELOW, fitted
from tests.printed import article, issue

LINE = 14.0


def press(free: float, higher: float, planned: int = 2) -> Any:
    """Make what lays out one article: adding more than half of what is free costs it a page."""

    def ask(data: Mapping[str, Any]) -> list[Any]:
        fit = data["sections"][0]["articles"][0]["fit"]
        left = free - 2 * (fit["picture"] + fit["below"])
        pages = planned if left >= 0 else planned + 1
        common = {"number": 1, "page": 3 + pages}
        text = {"part": "text", **common, "y": 500.0 - max(0.0, left)}
        end = {"part": "end", **common, "bottom": 500.0, "picture": 100.0 + fit["picture"], "line": LINE}
        start = {"part": "start", "number": 1, "page": 4}
        return [start, text, {**end, "most": 100.0 + higher, "planned": planned}]

    return ask


def fit_of(free: float, higher: float) -> dict[str, float]:
    fit: dict[str, float] = fitted(issue(article()), press(free, higher))["sections"][0]["articles"][0]["fit"]
    return fit


def test_room_goes_to_the_picture_first() -> None:
    fit = fit_of(free=100, higher=200)
    assert 30 < fit["picture"] <= 50
    assert fit["below"] == 0


def test_what_the_picture_may_not_take_goes_below_the_text() -> None:
    fit = fit_of(free=100, higher=10)
    assert fit["picture"] == 10
    assert 15 < fit["below"] <= 40


def test_an_article_without_room_is_left_as_it_is() -> None:
    assert fit_of(free=5, higher=200) == {"picture": 0, "below": 0}


def test_an_article_that_does_not_fit_gets_a_lower_picture() -> None:
    fit = fit_of(free=-40, higher=200)
    assert fit["picture"] <= -20


def test_the_data_that_is_given_stays_as_it_is() -> None:
    data = issue(article())
    fitted(data, press(100, 200))
    assert data["sections"][0]["articles"][0]["fit"] == {"picture": 0, "below": 0}


@given(st.floats(0, 900), st.floats(0, 400))
def test_nothing_is_ever_given_that_costs_a_page(free: float, higher: float) -> None:
    fit = fit_of(free, higher)
    assert 2 * (fit["picture"] + fit["below"]) <= free
    assert fit["picture"] <= higher
    assert fit["below"] <= MOST_BELOW
