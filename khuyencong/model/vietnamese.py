"""How Vietnamese is sorted, folded, counted and dated: one place for each rule."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache, lru_cache

from slugify import slugify

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The 29 letters of Vietnamese in their order, and among them f, j, w and z, which foreign names have."""
LONGEST_FILE_SLUG = 60
"""Letters of a file's name in an address; the hash behind it tells files of the same name apart."""
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
_LETTER_RANK = {letter: rank for rank, letter in enumerate(ALPHABET, 100)}

_SYLLABLE = re.compile(r"[^\W_]+")

SortKey = tuple[str, str, str]


def sort_key(text: str) -> SortKey:
    """Order texts as a Vietnamese dictionary does: a ă â b c d đ e ê …, then the tone, then the case.

    Digits come before letters and compare by value, so that "phường 2" stands before "phường 10".
    """
    letters: list[str] = []
    tones: list[str] = []
    for part in re.split(r"(\d+)", text):
        if part.isdecimal():
            digits = str(int(part))
            # Of two numbers the one with more digits is larger.
            letters.append(f"{chr(50)}{chr(len(digits))}{digits}")
            tones.append(chr(0))
            continue
        for letter in unicodedata.normalize("NFC", part.lower()):
            rank, tone = _rank_and_tone(letter)
            letters.append(rank)
            tones.append(tone)
    return "".join(letters), "".join(tones), text


@cache
def _rank_and_tone(letter: str) -> tuple[str, str]:
    base, tone = _without_tone(letter)
    return chr(_LETTER_RANK.get(base, 0 if base.isspace() else 10)), chr(tone)


@cache
def _without_tone(letter: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
    base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
    # Of a foreign letter such as ü only what Vietnamese knows counts.
    return base if base in _LETTER_RANK else unicodedata.normalize("NFD", base)[:1], tone


def initial(text: str) -> str:
    """Give the letter under which an A–Z list shows a text; `#` for anything but a Vietnamese letter."""
    base, _ = _without_tone(text.strip()[:1].lower())
    return base.upper() if base in _LETTER_RANK else "#"


@lru_cache(maxsize=50_000)
def slug(text: str) -> str:
    """Write a text as a part of an address; the same names are asked for again and again."""
    return str(slugify(text))


def file_slug(stem: str) -> str:
    """Write the name of a file as a part of an address: short, as a page names each picture nineteen times.

    Arguments:
        stem: the name without its ending. A disk holds 255 bytes, which may become more than as many letters.
    """
    return slugify(stem, max_length=LONGEST_FILE_SLUG, word_boundary=True)


def fold(text: str) -> str:
    """Write a text in lower case without accents, spaces run together, for comparing names."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(mark for mark in plain if not unicodedata.combining(mark)).split())


def syllables(text: str) -> tuple[str, ...]:
    """Cut a text into syllables in lower case with their accents; whatever stands between them is left out."""
    return tuple(_SYLLABLE.findall(unicodedata.normalize("NFC", text.lower())))


def number(value: Decimal | int) -> str:
    """Write a number the Vietnamese way: 9.785 and 85,57."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def file_size(size: int) -> str:
    """Write a size in bytes for people: 840 byte, 12 KB, 3,4 MB."""
    if size < 1_000:
        return f"{size} byte"
    if size < 999_500:
        return f"{round(size / 1_000)} KB"
    return f"{number(Decimal(round(size / 1_000_000, 1)).quantize(Decimal('0.1')))} MB"
