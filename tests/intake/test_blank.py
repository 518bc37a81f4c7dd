"""A new content file: a draft that says what is still to be filled in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.intake.blank import blank_path, blank_text, known_types
from khuyencong.model.content_type import ContentType
from khuyencong.model.frontmatter import split
from khuyencong.model.types import BY_KEY, TYPES
from tests.content import problems

DAY = dt.date(2025, 3, 9)
TITLES = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n\t"), min_size=1, max_size=60)

every_type = pytest.mark.parametrize("content_type", TYPES, ids=lambda one: str(one.key))


@every_type
def test_a_new_draft_has_every_required_field_and_no_other(content_type: ContentType[Any]) -> None:
    front, said = split(blank_text(content_type, "Tên", DAY), "tep.md")
    required = {name for name, field in content_type.model.model_fields.items() if field.is_required()}
    assert said == []
    assert set(front.fields) == required | {"status", "added"}
    assert (front.fields["title"], front.fields["status"], front.body.strip()) == ("Tên", "draft", "")


@every_type
def test_the_gate_asks_for_nothing_but_the_fields_left_blank(tmp_path: Path, content_type: ContentType[Any]) -> None:
    name = blank_path(Path(), content_type, "Tên", DAY).as_posix()
    text = blank_text(content_type, "Tên", DAY)
    blank = sorted(line.split(":")[0] for line in text.splitlines() if ":    #" in line)
    said = [line.split(": ")[:3] for line in problems(tmp_path, {name: text})]
    assert sorted(field for _, field, _ in said) == blank
    assert all(message.startswith("thiếu trường bắt buộc này.") for _, _, message in said)


@every_type
def test_every_field_left_blank_is_explained_beside_it(content_type: ContentType[Any]) -> None:
    text = blank_text(content_type, "Tên", DAY)
    for name, field in content_type.model.model_fields.items():
        if field.is_required() and name != "title":
            (line,) = [line for line in text.splitlines() if line.startswith(f"{name}:")]
            assert line.endswith(f"   # {field.title}: {field.description}")


@pytest.mark.parametrize(("key", "field"), [("news", "date"), ("event", "start")])
def test_the_day_is_filled_in_where_a_day_is_required(key: str, field: str) -> None:
    front, _ = split(blank_text(BY_KEY[key], "Tên", DAY), "tep.md")
    assert front.fields[field] == "2025-03-09"


@pytest.mark.parametrize(
    "title", ['Làng nghề "Cá" \\ mắm', "a: b # c", "'", '"', "- [x]", "---", "no", "{a}", "&a *b !c", "1.000 😀"]
)
def test_a_title_with_marks_of_its_own_survives(title: str) -> None:
    front, said = split(blank_text(BY_KEY["product"], title, DAY), "tep.md")
    assert (front.fields["title"], said) == (title, [])


@given(TITLES)
def test_any_title_survives(title: str) -> None:
    front, said = split(blank_text(BY_KEY["page"], title, DAY), "tep.md")
    assert (front.fields["title"], set(front.fields), said) == (title, {"title", "status", "added"}, [])


@every_type
def test_a_new_file_lies_in_its_types_folder_and_news_in_that_of_the_year(content_type: ContentType[Any]) -> None:
    path = blank_path(Path("content"), content_type, "Đường thốt nốt, “Ấp 3”", DAY)
    folder = "news/2025" if content_type.key == "news" else content_type.folder
    assert path == Path(f"content/{folder}/duong-thot-not-ap-3.md")


def test_every_type_can_be_made() -> None:
    assert known_types() == tuple(one.key for one in TYPES)
