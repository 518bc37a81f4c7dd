"""Sets a title in type: the largest size that fits, lines of about equal length, no letter cut."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from khuyencong.model.typography import unbroken

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZES = (100, 88, 76, 68, 60, 54, 48, 42, 37, 33)
"""Sizes of the title in pixels, largest first; the first one that fits is taken."""
LARGE = 7
"""How many of them are large enough to be preferred when words that belong together fit into a line."""
LEADING = 1.26
"""Distance of lines in sizes: a capital with two accents (Ế) and a tail below (Ợ) must not touch."""
NUMBER_APART = 0.1
"""What it costs to part a word from the number that follows it (năm | 2022), beside lines of unequal length."""
TIED_APART = 4.0
"""What it costs to part words that no line of a page parts: TP. Hồ | Chí Minh."""
_NO_LETTER = "\uffff"


def fit(title: str, width: int, height: int) -> tuple[int, list[str]]:
    """Choose the size of a title and break it into lines.

    Arguments:
        title: one line of text.
        width: room in pixels.
        height: room in pixels.

    Returns:
        The size in pixels, and the lines from top to bottom.
    """
    groups, words, tied = _tied_words(title)
    for size, whole in [*((size, groups) for size in SIZES[:LARGE]), *((size, words) for size in SIZES)]:
        if max(map(measure(size), whole), default=0) <= width:
            lines = break_lines(words, width, measure(size), tied)
            if len(lines) <= _room(height, size):
                return size, lines
    size = SIZES[-1]
    lines = break_lines(_pieces(words, width, measure(size)), width, measure(size))
    full = _room(height, size) - 1
    return size, [*lines[:full], *([shortened(" ".join(lines[full:]), width, size)] if lines[full:] else [])]


def _room(height: int, size: int) -> int:
    return int(height / (size * LEADING))


def _tied_words(title: str) -> tuple[list[str], list[str], set[int]]:
    """Give the groups of a title that belong together, its words, and the numbers of those tied to the word before."""
    words: list[str] = []
    tied: set[int] = set()
    groups = unbroken(drawable(title)).split(" ")
    for group in groups:
        parts = group.split()  # at no-break spaces
        tied.update(range(len(words) + 1, len(words) + len(parts)))
        words += parts
    return groups, words, tied


def drawable(text: str) -> str:
    """Leave out letters that the typeface lacks, or write them with others (№ as No): nothing stands in their place."""
    letters = unicodedata.normalize("NFC", text)
    return "".join(one if _has(one) else "".join(filter(_has, unicodedata.normalize("NFKC", one))) for one in letters)


@cache
def _has(letter: str) -> bool:
    face = typeface(SIZES[-1])
    drawn, nothing = face.getmask(letter), face.getmask(_NO_LETTER)
    return letter.isspace() or (drawn.size, bytes(drawn)) != (nothing.size, bytes(nothing))


def break_lines(
    words: Sequence[str], width: float, measured: Callable[[str], float], tied: Container[int] = ()
) -> list[str]:
    """Break words into as few lines as there must be, the lines as equal as can be.

    Arguments:
        words: none of them wider than `width`.
        width: the longest line.
        measured: gives the width of a text.
        tied: numbers of words that belong to the word before them.
    """
    space = measured(" ")
    widths = [measured(word) for word in words]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # up to each word: lines, cost, first word of the last line
    for stop in range(1, len(words) + 1):
        choices, length = [], -space
        for start in range(stop - 1, -1, -1):
            length += widths[start] + space
            if length > width and start < stop - 1:
                break
            lines, cost, _ = best[start]
            # To part what belongs together is as bad as one more line, and a little worse.
            lines_then = lines + 2 if stop in tied else lines + 1
            choices.append((lines_then, cost + (1 - length / width) ** 2 + _apart(words, stop, tied), start))
        best.append(min(choices))
    found, stop = [], len(words)
    while stop:
        start = best[stop][2]
        found.append(" ".join(words[start:stop]))
        stop = start
    return found[::-1]


def _apart(words: Sequence[str], stop: int, tied: Container[int]) -> float:
    """Give what it costs to end a line before a word."""
    if stop in tied:
        return TIED_APART
    return NUMBER_APART if stop < len(words) and words[stop][0].isdigit() else 0.0


def shortened(text: str, width: float, size: int) -> str:
    """Give a text that fits into one line, with an ellipsis where words had to go."""
    measured = measure(size)
    text = drawable(text)
    if measured(text) <= width:
        return text
    words = text.split()
    while words and measured(f"{' '.join(words)} …") > width:
        words.pop()
    return f"{' '.join(words)} …" if words else ""


def _pieces(words: Sequence[str], width: float, measured: Callable[[str], float]) -> list[str]:
    """Cut words that are wider than a line, such as a web address."""
    pieces = []
    for word in words:
        rest = word
        while measured(rest) > width and len(rest) > 1:
            length = next(one for one in range(len(rest) - 1, 0, -1) if one == 1 or measured(rest[:one]) <= width)
            pieces.append(rest[:length])
            rest = rest[length:]
        pieces.append(rest)
    return pieces


@cache
def measure(size: int) -> Callable[[str], float]:
    """Give what measures a text of a size in pixels; most words stand in many titles."""
    return lru_cache(maxsize=20_000)(typeface(size).getlength)


@cache
def typeface(size: int) -> FreeTypeFont:
    """Open the typeface. The basic layout is the same on every machine; Vietnamese letters are whole letters in it."""
    import fontpkg_be_vietnam_pro  # noqa: PLC0415 - few edits draw a picture
    from PIL import ImageFont  # noqa: PLC0415 - slow to import, and few edits concern a picture

    path = fontpkg_be_vietnam_pro.ROOT / "files" / "BeVietnamPro-Bold.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
