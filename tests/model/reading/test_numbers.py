"""Numbers are said as school books say them; a second method, written apart, says the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import NUMBER, by_digit, cardinal, serial, spoken

WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
CORRECTIONS = (
    ("không mươi không", ""),
    ("không mươi", "linh"),
    ("một mươi", "mười"),
    ("mươi không", "mươi"),
    ("mười không", "mười"),
    ("mươi một", "mươi mốt"),
    ("mươi bốn", "mươi tư"),
    ("mươi năm", "mươi lăm"),
    ("mười năm", "mười lăm"),
)


def second_method(value: int) -> str:
    """Say every digit with its place, and then correct the words: no arithmetic, as `cardinal` does it."""
    text = str(value)
    text = text.zfill(-(-len(text) // 3) * 3)
    groups = re.findall("...", text)
    units = ["", "nghìn", "triệu", "tỷ", "nghìn"]
    said: list[str] = []
    for place, group in enumerate(groups):
        unit = units[len(groups) - 1 - place]
        hundreds, tens, ones = (WORDS[int(one)] for one in group)
        phrase = f"{hundreds} trăm {tens} mươi {ones}"
        for wrong, right in CORRECTIONS:
            phrase = phrase.replace(wrong, right)
        if not said:
            phrase = phrase.removeprefix("không trăm ").removeprefix("linh ")
        # A group of zeros says nothing, but "nghìn tỷ" keeps its "tỷ".
        if group != "000":
            said.append(f"{phrase} {unit}")
        elif unit == "tỷ" and said:
            said.append("tỷ")
    return " ".join(" ".join(said).split()) or "không"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (1_010, "một nghìn không trăm mười"),
        (2_022, "hai nghìn không trăm hai mươi hai"),
        (9_785, "chín nghìn bảy trăm tám mươi lăm"),
        (10_000, "mười nghìn"),
        (100_005, "một trăm nghìn không trăm linh năm"),
        (1_000_000, "một triệu"),
        (1_000_001, "một triệu không trăm linh một"),
        (5_000_020_000, "năm tỷ không trăm hai mươi nghìn"),
        (9_047_681_830, "chín tỷ không trăm bốn mươi bảy triệu sáu trăm tám mươi mốt nghìn tám trăm ba mươi"),
        (2_449_000_000, "hai tỷ bốn trăm bốn mươi chín triệu"),
        (21_000_000_000, "hai mươi mốt tỷ"),
        (105_000_000_000, "một trăm linh năm tỷ"),
        (
            999_999_999_999,
            " ".join(f"chín trăm chín mươi chín {unit}" for unit in ("tỷ", "triệu", "nghìn", "")).strip(),
        ),
        (1_000_000_000_000, "một nghìn tỷ"),
        (-5, "âm năm"),
    ],
)
def test_a_number_is_said_as_written_down_by_hand(value: int, words: str) -> None:
    assert cardinal(value) == words


def test_all_numbers_to_9999_are_said_as_a_second_method_says_them() -> None:
    assert [value for value in range(10_000) if cardinal(value) != second_method(value)] == []


@given(st.integers(0, 999_999_999_999_999))
def test_any_number_is_said_as_a_second_method_says_it(value: int) -> None:
    assert cardinal(value) == second_method(value)


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_two_numbers_never_sound_alike(one: int, other: int) -> None:
    assert (cardinal(one) == cardinal(other)) == (one == other)


@given(st.integers(0, 10**15 - 1))
def test_a_number_with_points_is_said_as_one_without(value: int) -> None:
    written = f"{value:,}".replace(",", ".")
    assert re.fullmatch(NUMBER, written)
    assert spoken(written) == cardinal(value)


def test_north_and_south_differ_in_one_place() -> None:
    south = Manner(zero_ten="lẻ", thousand="ngàn", four="bốn")
    assert cardinal(1_105, south) == "một ngàn một trăm lẻ năm"
    assert cardinal(24, south) == "hai mươi bốn"
    assert cardinal(2_004, south) == "hai ngàn không trăm lẻ bốn"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("85,57", "tám mươi lăm phẩy năm mươi bảy"),
        ("0,5", "không phẩy năm"),
        ("0,05", "không phẩy không năm"),
        ("3,865", "ba phẩy tám trăm sáu mươi lăm"),
        ("20,50", "hai mươi phẩy năm mươi"),
        ("2,0", "hai phẩy không"),
        ("3,14159", "ba phẩy một bốn một năm chín"),
        ("1,234,567", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
        ("1234567890123456", "một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu"),
    ],
)
def test_decimals_and_long_numbers(written: str, words: str) -> None:
    assert spoken(written) == words


def test_a_number_that_only_names_something_keeps_its_zeros() -> None:
    assert serial("05") == "không năm"
    assert serial("2677") == "hai nghìn sáu trăm bảy mươi bảy"
    assert by_digit("0254.385") == "không hai năm bốn ba tám năm"
