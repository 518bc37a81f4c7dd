"""Finds words of capitals that the glossary does not know, so that no abbreviation reaches readers unexplained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from khuyencong.model.frontmatter import FrontMatter, Location, Value
from khuyencong.model.glossary import CAPITALS, Glossary, any_of
from khuyencong.model.problem import Problem, quoted

_WORD = re.compile(CAPITALS)
_ADDRESS = (
    r"\]\([^)\n]{0,400}\)|\]:[ \t]*\S+|<[^<>]*>|`[^`]*`|(?<![a-z])[a-z]++://\S+|(?<!\S)[^\s@]++@\S+"
    r"|(?<![\w./-])(?=[\w./-]*\.[a-z]\w{2,4}(?!\w))[\w./-]++"
)
"""What is not read aloud: targets of links, tags, code, addresses, names of files.

Every pattern begins at the beginning of a word and does not go back, so that no text takes long.
"""
_NUMBER = r"(?<![\w.-])(?=[\w.-]*\d)[\w.-]++(?:/[\w.-]+)+|…/[\w.-]+"
"""The number of a document: 2677/QĐ-UBND, 45/2012/NĐ-CP."""
_ROMAN = r"(?<!\w)[IVX]+(?!\w)"


def unknown_capitals(text: str, glossary: Glossary) -> Iterator[tuple[int, str]]:
    """Yield the offset and the word of capitals that are neither in the glossary nor part of anything else."""
    known = glossary.known
    if not set(_WORD.findall(text)).issubset(known):
        for found in _pattern(known).finditer(text):
            if found["word"]:
                yield found.start(), found["word"]


def capital_problems(front: FrontMatter, glossary: Glossary, shown: str) -> Iterator[Problem]:
    """Yield a remark for each word of capitals that a content file uses unexplained, the first time that it does.

    Arguments:
        front: the content file.
        glossary: what is known.
        shown: how problems name the file.
    """
    seen: set[str] = set()
    for line, field, text in _texts(front):
        for offset, word in unknown_capitals(text, glossary):
            if word not in seen:
                seen.add(word)
                yield Problem(shown, line + text.count("\n", 0, offset), field, _message(word))


def _message(word: str) -> str:
    return (
        f"chữ viết tắt {quoted(word)} chưa có trong glossary.yaml. Hãy thêm một dòng ở đó, hoặc viết đầy đủ trong bài."
    )


def _texts(front: FrontMatter) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the field and the text of every value, and at last of the Markdown."""
    for location, text in _values(front.fields, ()):
        yield front.line(location), ".".join(map(str, location)), text
    yield front.body_line, "", front.body


def _values(value: Value, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif value:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _values(inner, (*location, key))


@lru_cache(maxsize=8)
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    expected = rf"{_ADDRESS}|{_NUMBER}|(?<!\w)(?:{any_of(known)})(?!\w)|{_ROMAN}"
    return re.compile(rf"{expected}|(?<!\w)(?P<word>{CAPITALS})(?!\w)")
