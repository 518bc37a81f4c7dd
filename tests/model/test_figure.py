"""Figures: read as people write them here; what is none is told with what to write instead."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.figure import Figure
from khuyencong.model.vietnamese import number
from tests.content import entry, problems

AMOUNTS = st.decimals(0, 10**14, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("17.681", "17681", "17681"),
        ("85,57", "85.57", "85.57"),
        ("1.200-1.500", "1200", "1500"),
        ("5 – 7", "5", "7"),
        ("-5,2", "-5.2", "-5.2"),
        ("0", "0", "0"),
    ],
)
def test_a_figure_is_read_as_people_write_it_here(text: str, least: str, most: str) -> None:
    figure = Figure.parse(text)
    assert (figure.least, figure.most, str(figure)) == (Decimal(least), Decimal(most), text)


@given(AMOUNTS, AMOUNTS)
def test_what_is_written_for_readers_is_read_again(one: Decimal, other: Decimal) -> None:
    assert Figure.parse(Figure.of(one).text).least == one
    if one < other:
        both = Figure.parse(f"{number(one)}-{number(other)}")
        assert (both.least, both.most) == (one, other)


@pytest.mark.parametrize(
    ("text", "what_to_do"),
    [
        ("hơn 5", 'Hãy viết 5, và chuyển "hơn" vào trường qualifier'),
        ("5,5%", 'Hãy viết 5,5, và chuyển "%" vào trường unit'),
        ("khoảng 11 lớp", 'chuyển "khoảng" vào trường qualifier (mức chắc chắn), "lớp" vào trường unit'),
        ("1.5", "dấu phẩy tách thập phân: 1,5."),
        ("1,234,567.8", "1.234.567,8."),
        ("15-11", "số đầu không nhỏ hơn số sau"),
        ("5-", "ví dụ 17.681 hoặc 85,57"),
        ("12 345", "ví dụ 17.681 hoặc 85,57"),
        ("1.000.000.000.000.000.000", "ví dụ 17.681 hoặc 85,57"),
        ("٣", "ví dụ 17.681 hoặc 85,57"),
        ("năm", "ví dụ 17.681 hoặc 85,57"),
    ],
)
def test_the_gate_says_how_to_write_what_is_no_figure(tmp_path: Path, text: str, what_to_do: str) -> None:
    programme = entry(
        "title: Khuyến công 2022",
        "period: 2022",
        "province: Đồng Nai",
        "indicators:",
        "  - name: Lớp nghề",
        "    unit: lớp",
        f"    done: '{text}'",
    )
    (said,) = problems(tmp_path, {"programmes/a.md": programme})
    assert said.startswith("content/programmes/a.md:8: indicators.0.done: ")
    assert what_to_do in said


def test_a_list_is_no_figure(tmp_path: Path) -> None:
    lines = ("title: A", "period: 2022", "province: B", "indicators: [{name: Lớp, unit: lớp, done: [5]}]")
    (said,) = problems(tmp_path, {"programmes/a.md": entry(*lines)})
    assert "phải là một dòng chữ" in said
