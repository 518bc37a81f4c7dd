"""Sorting, folding, counting."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.vietnamese import file_size, fold, initial, number, sort_key

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = "aàảãáạ"
WORDS = st.text(st.sampled_from("aàảãáạăằâấbcdđeêếghi kmnoôơpuưvxy0123456789-"), max_size=12)


def in_order(texts: Iterable[str]) -> list[str]:
    """Sort texts that come in the opposite order."""
    backwards = list(texts)
    backwards.reverse()
    return sorted(backwards, key=sort_key)


def test_letters_stand_in_the_order_of_the_alphabet() -> None:
    assert "".join(in_order(ALPHABET)) == ALPHABET
    assert "".join(in_order(ALPHABET.upper())) == ALPHABET.upper()


def test_tones_decide_only_between_equal_letters() -> None:
    assert "".join(in_order(TONES)) == TONES
    words = ["ca", "cà", "cá", "can", "căn", "cân", "da", "đa", "e", "muôi", "muối", "muỗm", "mương", "mướp"]
    assert in_order(words) == words


def test_raised_digits_are_signs_not_numbers() -> None:
    assert sorted(["10²", "10 m²", "²"], key=sort_key) == sorted(["²", "10 m²", "10²"], key=sort_key)


def test_numbers_compare_by_value_and_stand_before_letters() -> None:
    names = ["phường 2", "phường 10", "Phường 12", "phường An Hòa"]
    assert in_order(names) == names


@given(WORDS, WORDS, WORDS)
def test_the_order_is_total(one: str, two: str, three: str) -> None:
    a, b, c = sort_key(one), sort_key(two), sort_key(three)
    assert (a == b) == (one == two)
    assert not (a < b < c) or a < c
    assert (a < b) != (b <= a)


@given(st.text(max_size=20))
def test_the_form_of_the_accents_does_not_matter_to_the_order(text: str) -> None:
    composed, decomposed = (sort_key(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert composed[:2] == decomposed[:2]


@given(st.text(max_size=30))
def test_folding_leaves_no_accent_and_is_stable(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert not any(unicodedata.combining(letter) for letter in folded)
    assert "đ" not in folded


@pytest.mark.parametrize(
    ("text", "letter"), [("đá mỹ nghệ", "Đ"), ("  ớt", "Ơ"), ("Ấp", "Â"), ("3 sao", "#"), ("", "#"), ("wow", "W")]
)
def test_the_initial_is_a_vietnamese_letter(text: str, letter: str) -> None:
    assert initial(text) == letter


@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False))
def test_numbers_are_written_so_that_they_can_be_read_back(value: Decimal) -> None:
    written = number(value)
    assert Decimal(written.replace(".", "").replace(",", ".")) == value
    assert not written.endswith(("0", ",")) or "," not in written
    digits = written.lstrip("-").split(",")[0].split(".")
    assert all(len(group) == 3 for group in digits[1:])


@pytest.mark.parametrize(
    ("value", "written"),
    [(9785, "9.785"), (Decimal("85.57"), "85,57"), (0, "0"), (Decimal("1E3"), "1.000"), (Decimal(100), "100")],
)
def test_numbers_are_written_the_vietnamese_way(value: Decimal | int, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (840, "840 byte"),
        (12_400, "12 KB"),
        (3_400_000, "3,4 MB"),
        (10_000_000, "10 MB"),
        (999_499, "999 KB"),
        (999_999, "1 MB"),
    ],
)
def test_sizes_are_written_for_people(size: int, written: str) -> None:
    assert file_size(size) == written
