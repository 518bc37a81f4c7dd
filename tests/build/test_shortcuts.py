"""Markdown with shortcuts gives what the library gives without them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import SubstituteTagInlineProcessor

from khuyencong.build import markdown as house
from khuyencong.build.markdown import Resolver
from khuyencong.build.shortcuts import BLOCK_MARKS, INLINE_MARKS, ShortcutExtension
from khuyencong.model.media_view import PictureView

CONTENT = Path(__file__).parents[2] / "content"
RESOLVER = Resolver(
    link=lambda target: f"/dich/{target}", picture=lambda name, alt: PictureView(f"/anh/{name}", (), 4, 3, alt)
)
WITHOUT_MARKS = {"empty", "olist", "paragraph"}
"""Kinds of block that every block could be."""

BLOCKS = ["\n", "\n\n", "    ", "# ", "## Mục\n", "#", "===\n", "---\n", "***\n", "_ _ _\n", "- ", "* ", "+ ", "1. "]
BLOCKS += ["> ", ">", ": ", ":   ", "| a | b |\n", "|---|:-:|\n", "|", "```\n", "~~~\n", "[^1]: ", "*[CNNT]: ", "12. "]
BLOCKS += ["[a]: /b\n", "[TOC]", "<div>\n", "</div>\n", "<!-- ", " -->", "\\", "| a | b |\n|---|:-:|\n| c | d |\n"]
BLOCKS += ["- một\n\n    hai\n", "Một\n: hai\n\n    ba\n", "Một[^1]\n\n[^1]: a\n\n    b\n"]
INLINES = ["*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "<", ">", "!", "^", "&", "\\", "  \n", "{#a}"]
INLINES += ["[a](b.md)", "[a][b]", "[a]", "![a](b.jpg)", "![a][b]", "![a]", "[^1]", '"t"', "\\*", "&amp;", "&#8212;"]
INLINES += ["<https://a.example/>", "<a@b.example>", "<b>", "</b>"]
INLINES += ["\u0002", "\u0003", "\u0002klzzwxh:0001\u0003", "\u0002wzxhzdk:0\u0003"]  # the library's own signs
WORDS = ["CNNT", "khuyến công", " ", "a", "1", ".", ":", "-", "Ễ"]


class NoShortcuts(Extension):
    """Leaves Markdown as it is."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Do nothing."""


@cache
def parser(*, shortcuts: bool) -> markdown.Markdown:
    """Build the parser with or without shortcuts."""
    if shortcuts:
        return house._parser.__wrapped__()
    with patch.multiple(house, ShortcutExtension=NoShortcuts, ContentsExtension=TocExtension):
        return house._parser.__wrapped__()


def converted(body: str, *, shortcuts: bool) -> tuple[str, Any]:
    """Convert a body; the headings are told as well."""
    made = parser(shortcuts=shortcuts)
    house._resolving(made).resolver = RESOLVER
    made.reset()
    try:
        return made.convert(body), getattr(made, "toc_tokens", [])
    except RecursionError:
        return "RecursionError", []


@given(st.lists(st.sampled_from([*BLOCKS, *INLINES, *WORDS]), max_size=40).map("".join))
def test_any_mixture_of_pieces_gives_the_same(body: str) -> None:
    assert converted(body, shortcuts=True) == converted(body, shortcuts=False)


@given(st.lists(st.sampled_from([*INLINES, *WORDS]), max_size=30).map("".join))
def test_any_mixture_of_inline_pieces_gives_the_same(body: str) -> None:
    assert converted(body, shortcuts=True) == converted(body, shortcuts=False)


def test_every_body_of_the_site_gives_the_same() -> None:
    bodies = [path.read_text(encoding="utf-8").partition("\n---\n")[2] for path in CONTENT.rglob("*.md")]
    assert len(bodies) > 100
    assert [body for body in bodies if converted(body, shortcuts=True) != converted(body, shortcuts=False)] == []


def test_a_list_of_contents_stands_where_a_text_asks_for_it() -> None:
    body = "## Một\n\n[TOC]\n\n## Hai\n"
    assert '<a href="#mot">Một</a>' in converted(body, shortcuts=True)[0]
    assert converted(body, shortcuts=True) == converted(body, shortcuts=False)


def test_the_marks_of_everything_that_is_registered_are_known() -> None:
    made = parser(shortcuts=True)
    blocks = {*BLOCK_MARKS, *WITHOUT_MARKS}
    assert (len(blocks), len(INLINE_MARKS)) == (len(made.parser.blockprocessors), len(made.inlinePatterns))
    assert all(name in made.parser.blockprocessors for name in blocks)
    assert all(name in made.inlinePatterns for name in INLINE_MARKS)


@pytest.mark.parametrize("name", INLINE_MARKS)
def test_a_text_without_marks_is_not_searched(name: str) -> None:
    made = house._parser.__wrapped__()
    house._resolving(made).resolver = RESOLVER

    def refuse() -> NoReturn:
        raise AssertionError(f"{name} was tried")

    with patch.object(made.inlinePatterns[name], "getCompiledRegExp", refuse):
        assert made.convert("Một đoạn văn.") == "<p>Một đoạn văn.</p>"
        with pytest.raises(AssertionError, match="was tried"):
            made.convert(f"Một {INLINE_MARKS[name][0]} đoạn văn.")


@pytest.mark.parametrize("name", BLOCK_MARKS)
def test_a_block_without_marks_is_not_asked_about(name: str) -> None:
    made = house._parser.__wrapped__()
    house._resolving(made).resolver = RESOLVER
    with patch.object(made.parser.blockprocessors[name], "test", side_effect=AssertionError):
        assert made.convert("Một đoạn văn.") == "<p>Một đoạn văn.</p>"


def test_what_another_extension_registers_is_tried_on_everything() -> None:
    made = markdown.Markdown(extensions=[ShortcutExtension()])
    made.inlinePatterns.register(SubstituteTagInlineProcessor("x", "hr"), "rule", 5)
    assert made.convert("axb") == "<p>a<hr />b</p>"
