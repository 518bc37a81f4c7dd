"""What a body shows as code or hides as a comment is not looked through."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.code import without_blocks, without_spans


def without_code(body: str) -> tuple[str, ...]:
    """Give every reading of a body without its code."""
    return without_spans(without_blocks(body))


PIECES = st.lists(
    st.sampled_from(
        ["`", "``", "```", "~~~", "<!--", "-->", "\n", "\n\n", "    ", "\t", "- ", "a", " ", "[x](y)", "\\", "> "]
    ),
    max_size=25,
)


@given(PIECES.map("".join) | st.text(max_size=60))
def test_lines_stay_where_they_are_and_nothing_is_added(body: str) -> None:
    for kept in without_code(body):
        assert kept.count("\n") == body.count("\n")
        for line, before in zip(kept.split("\n"), body.split("\n"), strict=True):
            assert all(one in (" ", two) for one, two in zip(line, before, strict=False))


@pytest.mark.parametrize(
    "body",
    [
        "`X`",
        "``a ` X``",
        "`` ` X``",
        "```\nX\n```",
        "```\nX\n\nX\n```",
        "~~~ python\nX\n~~~",
        "````\n```\nX\n````",
        "    X",
        "a\n\n    X\n\n    X",
        "\tX",
        "<!-- X -->",
        "<!--\n\nX\n\n-->",
        "a <!-- X --> b",
    ],
)
def test_code_and_comments_are_blanked_out(body: str) -> None:
    assert [text for text in without_code(body) if "X" in text] == []


@pytest.mark.parametrize(
    "body",
    [
        "X",
        "a `b` X",
        "a ` X",
        "`a`` X",
        "\\`X`",
        "a\n\n`b\n\nX`",
        "```\nX",
        "``` một hai\nX\n```",
        "a\n    X",
        "- a\n\n    X",
        "1. a\n\n    X",
        "[^1]: a\n\n    X",
        "a\n: b\n\n    X",
        "<!-- X",
        "- a `\n- X `",
        "a `b\nc` X `d`",
    ],
)
def test_what_only_looks_like_code_stays(body: str) -> None:
    assert any("X" in text for text in without_code(body))


@pytest.mark.parametrize(
    "unit", ["`", "`` ` ", "```\n", "~~~\n", "<!--", "<!-- -->", "    a\n\n", "- a\n\n    b\n", "`a\n"]
)
def test_a_large_file_of_anything_is_read_at_once(unit: str) -> None:
    start = time.process_time()
    without_code(unit * (150_000 // len(unit)))
    assert time.process_time() - start < 5
