"""Front matter: fields, their lines, and the Markdown below."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.frontmatter import Value, split, without_empty

LINES = st.lists(
    st.sampled_from(
        ["---", "title: Tin", "- a", "  b: c", "tags: [a, b]", "'", '"', "x: |", " y", "", "{a: b}", "&a", "..."]
    )
    | st.text(max_size=20),
    max_size=12,
)
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3))


@given(LINES)
def test_no_text_makes_it_raise_and_every_problem_has_a_line_inside_the_file(lines: list[str]) -> None:
    text = "\n".join(lines)
    front, problems = split(text, "a.md")
    for problem in problems:
        assert 1 <= problem.line <= max(1, text.count("\n") + 1)
        assert problem.message.strip()
    assert front.is_whole or problems


@given(st.dictionaries(PLAIN, VALUES, max_size=5), st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_what_an_editor_writes_is_read_back(fields: dict[str, Value], body: str) -> None:
    written = yaml.safe_dump(fields, allow_unicode=True, default_style='"', sort_keys=False)
    front, problems = split(f"---\n{written}---\n{body}", "a.md")
    assert problems == []
    assert (front.fields, front.body) == (fields, body)


@given(st.dictionaries(PLAIN, PLAIN, min_size=1, max_size=6), st.integers(0, 3))
def test_every_field_knows_its_line(fields: dict[str, str], blank: int) -> None:
    text = "---\n" + "\n" * blank + yaml.safe_dump(fields, allow_unicode=True, default_style='"', width=1000) + "---\n"
    front, _ = split(text, "a.md")
    for name, value in fields.items():
        written = text.split("\n")[front.line((name,)) - 1]
        assert yaml.safe_load(written) == {name: value}


def test_scalars_stay_the_text_that_was_typed() -> None:
    front, _ = split("---\na: 0254\nb: no\nc: 2023-1\nd: 1e3\ne: 0x1F\nf: 2022-09-05\n---\n", "a.md")
    assert list(front.fields.values()) == ["0254", "no", "2023-1", "1e3", "0x1F", "2022-09-05"]


def test_the_line_of_a_field_that_is_missing_is_the_line_of_what_stands_around_it() -> None:
    front, _ = split("---\ntitle: a\nsources:\n  - title: b\n  - title: c\n---\nbài\n", "a.md")
    assert front.line(("sources", 1, "url")) == 5
    assert front.line(("sources", 9)) == 3
    assert front.line(("khác",)) == 1
    assert front.body_line == 7


def test_what_nobody_filled_in_is_left_out() -> None:
    fields: dict[str, Value] = {"a": "", "b": None, "c": [], "d": {"e": " "}, "f": "x", "g": ["", "y"], "h": "\u00a0"}
    assert without_empty(fields) == {"f": "x", "g": [None, "y"]}
