"""The kinds of field, each with its rule."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from slugify import slugify

from khuyencong.model.fields import (
    MAX_LINE,
    MAX_SLUG,
    MAX_SUMMARY,
    Amount,
    Attached,
    Period,
    SitePath,
    Slug,
    Summary,
    Text,
    WebAddress,
    Year,
)
from khuyencong.model.vietnamese import number

TEXT: TypeAdapter[str] = TypeAdapter(Text)
SLUG: TypeAdapter[str] = TypeAdapter(Slug)
AMOUNT: TypeAdapter[Decimal] = TypeAdapter(Amount)


def said(adapter: TypeAdapter[Any], value: object) -> str:
    """Give the message for a value that must be refused."""
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value)
    return str(refused.value.errors()[0]["ctx"]["message"])


@given(st.text())
def test_plain_text_that_is_let_through_holds_no_tag_and_one_line(text: str) -> None:
    try:
        kept = TEXT.validate_python(text)
    except ValidationError as refused:
        assert "Hãy " in str(refused)  # noqa: PT017 - some texts are refused, some are kept
    else:
        assert "\n" not in kept
        assert kept == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "</p>",
        "a <img src=x>",
        "<!-- a -->",
        "<script",
        "<SCRIPT src=x",
        "<br/>",
        "x<a\nhref=y>",
        "&lt;b&gt;",
        "&#60;",
        "&#x3c;",
    ],
)
def test_html_is_refused(text: str) -> None:
    assert "Hãy " in said(TEXT, text)


@pytest.mark.parametrize("text", ["a < b", "a > b", "1 <2", "<- đây", "R&D", "A & B; C", "5 &", "<3", "Đ & Đ"])
def test_signs_that_are_no_html_are_kept(text: str) -> None:
    assert TEXT.validate_python(text) == text


def test_long_texts_are_refused() -> None:
    assert said(TEXT, "a" * (MAX_LINE + 1)).startswith("dài 2001 ký tự, giới hạn 2000.")
    summary: TypeAdapter[str] = TypeAdapter(Summary)
    assert summary.validate_python("ă" * MAX_SUMMARY) == "ă" * MAX_SUMMARY
    assert said(summary, "ă" * (MAX_SUMMARY + 1)).startswith("tóm tắt dài 301 ký tự")


@given(st.text(max_size=200))
def test_what_slugify_makes_is_a_slug(text: str) -> None:
    slug = slugify(text)[:MAX_SLUG].strip("-")
    if slug:
        assert SLUG.validate_python(slug) == slug


@given(st.text(max_size=30))
def test_a_slug_is_letters_digits_and_single_hyphens_or_is_refused(text: str) -> None:
    try:
        slug = SLUG.validate_python(text)
    except ValidationError as refused:
        assert "Hãy " in str(refused)  # noqa: PT017 - some texts are refused, some are kept
    else:
        assert slug == text == slugify(text)


def test_a_name_in_place_of_a_slug_is_answered_with_its_slug() -> None:
    assert said(SLUG, "Cơ sở Đức Đông").endswith("Hãy viết co-so-duc-dong.")


@given(st.decimals(0, 10**12, places=2, allow_nan=False))
def test_a_number_with_vietnamese_separators_is_answered_with_the_plain_number(value: Decimal) -> None:
    assert AMOUNT.validate_python(f"{value}") == value
    written = number(value)
    if written != f"{value.normalize():f}":
        message = said(AMOUNT, written)
        assert Decimal(message.rstrip(".").rsplit(" ", 1)[-1]) == value


@pytest.mark.parametrize(
    "text", ["9.047.681.830", "5,75", "1 000", "1.000", "1.234,5", "1,234.5", "-5", "1e9", "ba tỷ", "٣", "", "1_0"]
)
def test_a_number_written_in_another_way_is_refused(text: str) -> None:
    assert "Hãy viết" in said(AMOUNT, text)


@pytest.mark.parametrize(("text", "year"), [("1900", 1900), ("2100", 2100), (" 2022 ", 2022)])
def test_years_within_two_centuries(text: str, year: int) -> None:
    assert TypeAdapter(Year).validate_python(text) == year


@pytest.mark.parametrize("value", ["1899", "2101", "22", "20222", "２０２２", "hai nghìn", ["2022"], None])
def test_other_years_are_refused(value: object) -> None:
    assert "Hãy viết" in said(TypeAdapter(Year), value)


@pytest.mark.parametrize(
    ("text", "period"), [("2022", "2022"), ("2014-2020", "2014-2020"), ("2014 – 2020", "2014-2020")]
)
def test_periods(text: str, period: str) -> None:
    assert TypeAdapter(Period).validate_python(text) == period


@pytest.mark.parametrize("text", ["2020-2014", "2020-2020", "14-20", "từ 2014", "2014-2020-2022"])
def test_other_periods_are_refused(text: str) -> None:
    assert "Hãy viết" in said(TypeAdapter(Period), text)


@pytest.mark.parametrize(
    "text",
    [
        "https://vi.wikipedia.org/wiki/Mu%E1%BB%91i_(gia_v%E1%BB%8B)",
        "http://a.vn",
        "HTTPS://A.VN/x?y=z#t",
        "https://bộ.vn/tin",
    ],
)
def test_web_addresses(text: str) -> None:
    assert TypeAdapter(WebAddress).validate_python(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "bao.vn",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "http://[a",
        "https://a b",
        'https://a"b',
        "https://a<b>",
        "data:x",
        "//a.vn",
        "ftp://a.vn",
    ],
)
def test_other_web_addresses_are_refused(text: str) -> None:
    assert "Hãy viết" in said(TypeAdapter(WebAddress), text)


@pytest.mark.parametrize(
    "text", ["../a.pdf", "a/../b.pdf", "/etc/passwd", "C:\\a.pdf", "a\\b.pdf", "https://a.vn/a.pdf"]
)
def test_files_elsewhere_are_refused(text: str) -> None:
    assert "Hãy " in said(TypeAdapter(Attached), text)


@pytest.mark.parametrize("text", ["tin-cu.html", "/../a/", "//a.vn/", "https://a.vn/", "/a b/", "/a?b=c"])
def test_old_addresses_are_paths_of_this_site(text: str) -> None:
    assert "Hãy viết" in said(TypeAdapter(SitePath), text)
