"""What a reader reads."""

from __future__ import annotations

import unicodedata

import pytest

from khuyencong.checks import text
from khuyencong.checks.rules import PageRule
from tests.checks.pages import GOOD, in_body, messages, page, spoilt


@pytest.mark.parametrize("rule", [text.no_leftovers, text.whole_letters])
def test_a_good_page_keeps_every_rule(rule: PageRule) -> None:
    assert messages(rule, page(GOOD)) == []


@pytest.mark.parametrize(
    ("leftover", "what"),
    [
        ("None", "a Python value"),
        ("Năm: None.", "a Python value"),
        ("Decimal('9.5')", "a Python value"),
        ("&lt;khuyencong.model.Card object at 0x7f&gt;", "a Python value"),
        ("undefined", "an undefined value"),
        ("NaN đồng", "an undefined value"),
        ("{{ view.title }}", "a template tag"),
        ("{% if a %}", "a template tag"),
        ("Lò đúc.[^lo]", "Markdown"),
        ("[văn bản](/van-ban/)", "Markdown"),
        ("**đậm", "Markdown"),
    ],
)
def test_leftovers_of_programs_are_found(leftover: str, what: str) -> None:
    assert [one.split(" in the text")[0] for one in messages(text.no_leftovers, in_body(f"<p>{leftover}</p>"))] == [
        what
    ]


@pytest.mark.parametrize(
    "fragment",
    ['<img src="a" alt="None" width="1" height="1">', '<a href="b" aria-label="None">a</a>', "<p>a</p>None"],
)
def test_leftovers_are_found_in_attributes_and_between_elements(fragment: str) -> None:
    assert len(messages(text.no_leftovers, in_body(fragment))) == 1


@pytest.mark.parametrize("right", ["Nonesuch", "5 * 3 ** 2", "mục [a] (b)", "{một}", "Undefinable", "10 % }"])
def test_ordinary_text_is_not_taken_for_a_leftover(right: str) -> None:
    assert messages(text.no_leftovers, in_body(f"<p>{right}</p>")) == []


def test_scripts_and_styles_are_not_read() -> None:
    assert messages(text.no_leftovers, in_body("<script>undefined {{ }}</script>")) == []


@pytest.mark.parametrize("invisible", ["\u200b", "\u00ad", "\ufeff", "\u202e", "\u0085", "\ue000"])
def test_invisible_characters_are_found(invisible: str) -> None:
    found = messages(text.whole_letters, in_body(f"<p>Chả{invisible}cá</p>"))
    assert [one.split(":")[0] for one in found] == [f"invisible character U+{ord(invisible):04X}"]


def test_the_no_break_space_and_line_ends_are_ordinary() -> None:
    assert messages(text.whole_letters, in_body("<p>9\u00a0785\u202ftriệu\n\tđồng\r\n</p>")) == []


def test_letters_taken_apart_are_found() -> None:
    apart = unicodedata.normalize("NFD", "Đúc đồng")
    assert [one.split(":")[0] for one in messages(text.whole_letters, in_body(f"<p>{apart}</p>"))] == ["not NFC"]


VIETNAMESE = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"


@pytest.mark.parametrize("letter", VIETNAMESE)
def test_a_letter_read_in_the_wrong_encoding_is_found(letter: str) -> None:
    wrong = letter.encode().decode("cp1252", errors="ignore")
    if letter == "à":  # its second byte is the no-break space, which is ordinary after a capital Ã
        wrong = "Ã\u0080"
    found = messages(text.whole_letters, in_body(f"<p>x{wrong}x</p>"))
    assert any(one.startswith("wrong encoding") for one in found)


@pytest.mark.parametrize("letter", VIETNAMESE + VIETNAMESE.upper())
def test_every_vietnamese_letter_is_right_before_every_mark(letter: str) -> None:
    marks = " ".join(f"{letter}{mark}" for mark in ".,;:!?)”’»…–—°%\u00a0")
    assert messages(text.whole_letters, in_body(f"<p>{marks}</p>")) == []


def test_quotation_marks_read_in_the_wrong_encoding_are_found() -> None:
    wrong = "“Đúc”".encode().decode("cp1252", errors="ignore")
    assert messages(text.whole_letters, spoilt("Cơ khí", wrong)) != []
