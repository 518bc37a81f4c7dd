"""Spells out abbreviations: those of the site's glossary, those an article introduces itself, and the common ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from khuyencong.model.glossary import CAPITALS, any_of
from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.rules import LOWER, UPPER, Rule, rule

_NAME = rf"(?=[{UPPER}])"
_BACK = 120
"""How many characters before a bracket are looked at."""
_NAME_OR_NUMBER = rf"(?=[{UPPER}\d])"


def _kept_case(word: str, found: re.Match[str]) -> str:
    """Keep the capital of an abbreviation that begins with a whole word: "Công ty CP", "Cty"."""
    is_word = " " in found[0] or found[0].lower() == "cty"
    return word[0].upper() + word[1:] if is_word and found[0][0].isupper() and found[0][1].islower() else word


def _place(short: str, name: str, follows: str) -> Rule:
    return rule(rf"(?<![\w.]){short}\s?{follows}", f"{name} ")


PLACES: tuple[Rule, ...] = (
    rule(rf"(?<!\w)(?:TP|Tp|tp|T\.P)\.?\s?H(?:CM|cm)(?!\w)\.?", "thành phố Hồ Chí Minh"),  # noqa: F541
    _place(r"(?:TP|Tp|tp|T\.P)(?:\.|(?=\s))", "thành phố", _NAME),
    _place(r"(?:TX|Tx|tx)\.", "thị xã", _NAME),
    _place(r"TX(?=\s)", "thị xã", _NAME),
    _place(r"(?:TT|Tt|tt)\.", "thị trấn", _NAME),
    _place(r"[Qq]\.", "quận", _NAME_OR_NUMBER),
    _place(r"Q(?=\d)", "quận", _NAME_OR_NUMBER),
    rule(r"(?<!\w)P\.\s?(?=(?:Giám đốc|Chủ tịch|Trưởng|Hiệu trưởng|giám đốc|chủ tịch|trưởng))", "phó "),
    rule(r"(?<!\w)SN\s(?=(?:19|20)\d\d)", "sinh năm "),
    _place(r"[Pp]\.", "phường", _NAME_OR_NUMBER),
    _place(r"P(?=\d)", "phường", _NAME_OR_NUMBER),
    _place(r"[Hh]\.", "huyện", _NAME),
    _place(r"[Xx]\.", "xã", _NAME),
    _place(r"KP\.?", "khu phố", r"(?=\d)"),
    _place(r"KP\.", "khu phố", _NAME),
    _place(r"[Đđ]\.", "đường", _NAME_OR_NUMBER),
    _place(r"(?:QL|Ql)\.?", "quốc lộ", r"(?=\d)"),
    _place(r"(?:ĐT|TL)\.?", "đường tỉnh", r"(?=\d)"),
    _place(r"ĐH\.?", "đường huyện", r"(?=\d)"),
    rule(r"(?<!\w)ĐT\s?:", "điện thoại:"),
    rule(r"(?<![\w/])(?:Km\s?|(?<!\d\s)km\s)(?=\d)", "ki-lô-mét số "),
    rule(r"(?<!\w)[Nn]o\.\s?(?=\d)", "số "),
    rule(r"(?<!\w)(?:Đ/c|Đ/C|ĐC)\s?:", "địa chỉ:"),
)
"""Rules for short forms of places, roads and houses; they stand before a name or a number."""


def introduced(text: str) -> dict[str, str]:
    """Give the abbreviations that a text introduces itself: "công nghiệp nông thôn (CNNT)".

    A word of capitals in brackets counts when its letters begin the words before it.
    """
    found: dict[str, str] = {}
    for one in re.finditer(rf"\(({CAPITALS})\)", text):
        words = text[max(0, one.start() - _BACK) : one.start()].split()
        long = _words_of(one[1], words)
        if long:
            found.setdefault(one[1], long)
    return found


def _words_of(short: str, words: list[str]) -> str:
    """Give the last words whose initials are the letters of the abbreviation; "và" may be passed over."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for place in range(len(words) - 1, max(-1, len(words) - 3 * len(letters) - 1), -1):
        initials = [word[0].lower() for word in words[place:]]
        light = [word[0].lower() for word in words[place:] if word not in ("và", "-", "–", "&")]
        if letters in (initials, light):
            return " ".join(words[place:])
    return ""


@lru_cache(maxsize=64)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give what finds two abbreviations about an "&", one by itself, and one behind a hyphen."""
    short = any_of(words)
    return (
        re.compile(rf"(?<![\w&])(?P<first>{short})&(?P<second>{short})(?![\w&])"),
        re.compile(rf"(?<!\w)(?<!\w[-.&])(?:{short})(?!\w)(?!&\w)"),
        re.compile(rf"(?<=\w)-({short})(?!\w)"),
    )


def expand(text: str, known: Mapping[str, str], manner: Manner) -> str:
    """Spell out abbreviations.

    Arguments:
        text: the text, its numbers of documents already read.
        known: what is said for each abbreviation.
        manner: the way of speaking.
    """
    text = _without_repetition(text, known)
    for one in PLACES:
        text = one.pattern.sub(lambda found, one=one: one.say(found, manner), text)  # type: ignore[misc]
    both, alone, behind = _patterns(tuple(known))
    text = both.sub(
        lambda found: known.get(found[0]) or f"{known[found['first']]} và {known[found['second']]}",
        text,
    )
    text = alone.sub(lambda found: _kept_case(known[found[0]], found), text)
    text = behind.sub(lambda found: f", {known[found[1]]}", text)
    # Once spelt out, a bracket may say what stands before it: "doanh nghiệp tư nhân Bình An (DNTN Bình An)".
    return re.sub(r"\s*\(([^()]+)\)", lambda found: _unless_said(found, text), text)


def _unless_said(found: re.Match[str], text: str) -> str:
    said = text[max(0, found.start() - _BACK) : found.start()].lower()
    return "" if said.endswith(found[1].lower()) else found[0]


def _without_repetition(text: str, known: Mapping[str, str]) -> str:
    """Leave out a bracket that says once more what stands before it, in short or in full."""

    def short_behind_long(found: re.Match[str]) -> str:
        long = known.get(found[1], "")
        said = text[max(0, found.start() - _BACK) : found.start()].rstrip().lower()
        return "" if long and (said.endswith(long.lower()) or _words_of(found[1], said.split())) else found[0]

    def long_behind_short(found: re.Match[str]) -> str:
        return found[1] if known.get(found[1], "").lower() == found[2].lower() else found[0]

    def full_name_again(found: re.Match[str]) -> str:
        said = text[max(0, found.start() - _BACK) : found.start()]
        shorts = [short for short, long in known.items() if long.lower() == found[1].lower()]
        return "" if any(re.search(rf"(?<!\w){re.escape(short)}(?!\w)", said) for short in shorts) else found[0]

    text = re.sub(rf",?\s(?:viết|gọi) tắt là ({CAPITALS})(?=\))", "", text)
    text = re.sub(r"\s*\(([^()]{4,60})\)", full_name_again, text)
    text = re.sub(rf"\s*\(({CAPITALS}(?:[-&]{CAPITALS})*)\)", short_behind_long, text)
    return re.sub(r"(?<!\w)([^\s()]+)\s*\(([^()]+)\)", long_behind_short, text)


_WORD = re.compile(rf"(?<![\w])(?:{CAPITALS})(?:[-&.](?:{CAPITALS}|[{UPPER}]))*(?![\w])")


def unknown(text: str, names: frozenset[str]) -> Iterator[str]:
    """Yield the words of capitals in a read text that are no names the glossary knows.

    Arguments:
        text: what `Reader.read` gave.
        names: words of capitals that are said as they are written.
    """
    for found in _WORD.finditer(text):
        if found[0] not in names and not set(found[0].replace("-", " ").split()) <= names:
            yield found[0]


_SHOUTED = re.compile(rf"(?<!\w)(?:[{UPPER}]+[\s,–-]+)+[{UPPER}]+(?!\w)")
_TONES = re.compile(rf"[^{LOWER}A-ZĐĂÂÊÔƠƯ\W\d]")
"""Vowels that no abbreviation has: those with the mark of a tone."""
_LONG_SHOUT = 3
"""From how many words on a row of capitals is a heading; two may be the name of a firm."""


def calmed(text: str, known: Mapping[str, str]) -> str:
    """Write a heading in capitals as a sentence: "THÔNG BÁO MỜI HỌP" is no abbreviation.

    Only words with marks of Vietnamese tones show that a row of capitals is a text.

    Arguments:
        text: the text as it is written.
        known: the abbreviations, which stay in capitals, as numerals do.
    """

    def calm(found: re.Match[str]) -> str:
        if not _TONES.search(found[0]):
            return found[0]
        is_heading = len(found[0].split()) >= _LONG_SHOUT or re.search(r"(?:^|[.):]\s*)$", text[: found.start()])
        words = re.sub(rf"[{UPPER}]+", lambda word: _calm_word(word[0], known, is_name=not is_heading), found[0])
        return words[0].upper() + words[1:]

    return _SHOUTED.sub(calm, text)


def _calm_word(word: str, known: Mapping[str, str], *, is_name: bool) -> str:
    is_short = (
        word in known or re.fullmatch("[IVX]+", word) or not re.search("[AEIOUYĂÂÊÔƠƯ]|[À-Ỹ]", word.replace("Đ", ""))
    )
    if is_short and not _TONES.search(word):
        return word
    return word.capitalize() if is_name else word.lower()
