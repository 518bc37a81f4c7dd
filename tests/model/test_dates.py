"""Dates as sources give them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.dates import PartialDate

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    known = draw(st.integers(1, 3))
    return PartialDate(day.year, day.month if known > 1 else 0, day.day if known > 2 else 0)


@given(partial_dates())
def test_a_date_survives_being_written_and_read(date: PartialDate) -> None:
    assert PartialDate.parse(date.iso) == date
    assert PartialDate.parse(f"  {date.iso}\n") == date


@given(partial_dates(), partial_dates())
def test_dates_are_ordered_as_their_first_days(one: PartialDate, other: PartialDate) -> None:
    assert one.earliest() <= one.latest()
    assert dt.date(*one.earliest()) <= dt.date(*one.latest())
    if one.latest() < other.earliest():
        assert one < other


@given(DAYS)
def test_a_day_written_the_vietnamese_way_is_answered_with_the_right_way(day: dt.date) -> None:
    for written in (f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", f"{day:%Y/%m/%d}", f"{day:%Y-%m-%d %H:%M}"):
        with pytest.raises(ValueError, match=f"Hãy viết {day.isoformat()}\\.$"):
            PartialDate.parse(written)
    assert PartialDate.parse(day.isoformat()).vietnamese == f"{day:%d/%m/%Y}"


@given(st.text(max_size=12) | st.from_regex(r"\d{1,5}[-/. ]\d{1,3}[-/. ]\d{1,5}", fullmatch=True))
def test_any_text_is_a_date_or_a_problem_that_says_what_to_do(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError as error:
        assert "Hãy " in str(error)  # noqa: PT017 - most texts are refused, some are dates
    else:
        assert date.iso == text.strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-02-30", "tháng 2/2023 không có ngày 30"),
        ("2023-02-29", "tháng 2/2023 không có ngày 29"),
        ("30/02/2023", "Tháng 2/2023 không có ngày 30"),
        ("2023-13-01", 'không có tháng "13"'),
        ("2023-00", 'không có tháng "00"'),
        ("1899", "ngoài khoảng 1900–2100"),
        ("tháng 9/2022", "Hãy viết 2022-09."),
        ("09/2022", "Hãy viết 2022-09."),
        ("năm 2022", "Hãy viết 2022."),
        ("hôm qua", "Hãy viết năm-tháng-ngày"),
        ("２０２２", "viết không đúng"),
    ],
)
def test_an_impossible_date_is_explained(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        PartialDate.parse(text)


def test_dates_are_written_for_readers() -> None:
    written = [PartialDate.parse(text).vietnamese for text in ("2022", "2022-09", "2022-09-05", "2024-02-29")]
    assert written == ["năm 2022", "tháng 9/2022", "05/09/2022", "29/02/2024"]
