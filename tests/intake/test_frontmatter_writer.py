"""The writer of front matter: what it writes reads back as the same values, and people like to edit it."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.intake.frontmatter_writer import scalar, write_front_matter
from khuyencong.model.frontmatter import split

KEYS = st.from_regex(r"[a-z][a-z_]{0,11}", fullmatch=True).filter(lambda key: key not in ("null", "y", "n"))
TRICKY = [
    "null", "~", "yes", "on", "-", "- x", "#", "a #b", "'", '"', "[a]", "{a}", "&a", "*a", "!a", "%a", "@a", "|", ">",
    "?", "? a", ":", "a: b", "0254", "2023-1", "70.000", "1e3", "0x1f", ".5", "12:30", "---", "...", "a\\b", "a\nb",
    " a", "a ",
]  # fmt: skip
TEXTS = st.text(min_size=1) | st.sampled_from(TRICKY)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=5), st.text())
def test_what_is_written_reads_back_as_the_same_values(fields: dict[str, object], body: str) -> None:
    front, problems = split(write_front_matter(fields, body), "x.md")
    assert problems == []
    assert front.fields == fields
    assert front.body == body


@given(TEXTS)
def test_an_editor_that_knows_types_reads_every_text_as_that_text(text: str) -> None:
    read = yaml.safe_load(f"key: {scalar(text)}")["key"]
    written = read.isoformat() if hasattr(read, "isoformat") else str(read)
    assert written == text


@pytest.mark.parametrize(
    "text",
    [
        "Chả cá Mười",
        "3498/QĐ-BCT",
        "2022-09-05",
        "2022",
        "50°N",
        'Hội chợ "30 năm"',
        "https://a.vn/x?y=1#z",
        "5–7",
        "TP. Vũng Tàu",
    ],
)
def test_ordinary_texts_have_no_quotes(text: str) -> None:
    assert scalar(text) == text


def test_quotes_are_double_unless_the_text_has_double_quotes_itself() -> None:
    assert scalar("Cơ sở: chả cá") == '"Cơ sở: chả cá"'
    assert scalar('"Thổi hồn": cho đá') == """'"Thổi hồn": cho đá'"""


def test_a_number_with_a_point_stays_text_only_where_it_is_text() -> None:
    assert scalar("70.000") == '"70.000"'
    assert scalar(Decimal("3.4")) == "3.4"
    assert scalar(2022) == "2022"
    assert scalar(value=True) == "true"


def test_long_lines_are_not_wrapped_and_lists_stand_under_their_key() -> None:
    text = write_front_matter(
        {"title": "chữ " * 80 + "hết", "sources": [{"title": "a", "date": "2022"}, {"title": "b"}]}
    )
    assert text.splitlines()[2:] == ["sources:", "  - title: a", "    date: 2022", "  - title: b", "---"]


@pytest.mark.parametrize("value", [None, [], {}, [[]], 1.5])
def test_what_front_matter_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        write_front_matter({"a": value})
