"""From fields to a typed entry, or to problems in Vietnamese."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.frontmatter import FrontMatter, Value, split, without_empty
from khuyencong.model.types import TYPES
from khuyencong.model.validation import validate

ENTRIES = st.sampled_from([one.model for one in TYPES])
NAMES = [*sorted({name for one in TYPES for name in one.model.model_fields}), "tiêu đề", "Title", "x", ""]
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none()
    | st.text(max_size=10)
    | st.sampled_from(["2022", "2022-13-01", "1.000", "huyện", "true", "a.pdf", "<b>"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*NAMES, "src", "alt", "level", "year", "url", "file"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(ENTRIES, st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8))
def test_whatever_the_fields_hold_there_is_an_entry_or_a_problem(model: Any, fields: dict[str, Value]) -> None:
    entry, problems = validate(model, without_empty(fields), FrontMatter(lines={("title",): 3}), "a.md")
    assert (entry is None) == bool(problems)
    for problem in problems:
        assert problem.line in (1, 3)
        assert "Hãy " in problem.message or "Ý bạn là " in problem.message


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tiêu đề", "title"),
        ("tieu_de", "title"),
        ("Tiêu-đề", "title"),
        ("TITLE", "title"),
        ("titel", "title"),
        ("chuyên mục", "category"),
        ("hình ảnh", "image"),
        ("ngày", "date"),
        ("nguồn", "sources"),
        ("summry", "summary"),
        ("tác giả", "author"),
        ("màu", ""),
    ],
)
def test_an_unknown_field_is_answered_with_the_one_that_was_meant(written: str, meant: str) -> None:
    news = next(one.model for one in TYPES if one.key == "news")
    front, _ = split(f"---\ntitle: a\ndate: 2024\ncategory: b\nslug: a\n{written}: x\n---\n", "a.md")
    _, problems = validate(news, front.fields, front, "a.md")
    if written == meant or meant in ("title", "category", "date"):
        assert [(problem.line, problem.field) for problem in problems] == [(6, written)]
    expected = (
        f'không có trường này. Ý bạn là "{meant}"?' if meant else "không có trường này. Hãy dùng một trong: title, "
    )
    assert problems[0].message.startswith(expected)


def test_a_field_under_a_wrong_name_is_not_reported_as_missing_too() -> None:
    news = next(one.model for one in TYPES if one.key == "news")
    front, _ = split("---\ntiêu đề: a\nDate: 2024\nslug: a\n---\n", "a.md")
    _, problems = validate(news, front.fields, front, "a.md")
    assert sorted(problem.field for problem in problems) == ["Date", "category", "tiêu đề"]


def test_all_problems_of_a_file_come_at_once() -> None:
    product = next(one.model for one in TYPES if one.key == "product")
    text = (
        "---\ntitle: <b>\nrecognitions:\n  - level: xa\n    yaer: 2020\n  - level: huyện\n    year: 2026\nmau: x\n---\n"
    )
    front, _ = split(text, "a.md")
    _, problems = validate(product, {**front.fields, "slug": "a"}, front, "a.md")
    assert sorted((problem.line, problem.field) for problem in problems) == [
        (2, "title"),
        (5, "recognitions.0.yaer"),
        (6, "recognitions.1.level"),
        (8, "mau"),
    ]
