"""Keeps together what must not stand on two lines: a number and its unit, the words of a town's name."""

from __future__ import annotations

import re
from itertools import chain, zip_longest

NO_BREAK = "\u00a0"

BEFORE_NUMBER = {
    "parts of a law": ("điều", "khoản", "chương", "mục", "điểm", "số"),
    "times": ("ngày", "tháng", "năm", "quý", "kỳ", "đợt"),
    "ranks": ("lần", "thứ", "hạng", "mức", "nhóm", "trang"),
    "places": ("phường", "quận", "khu", "tổ"),
}
"""Words that a number belongs to: Điều 5, ngày 13, quý I, lần thứ 2, phường 12."""
DOCUMENTS = ("nghị định", "nghị quyết", "quyết định", "thông tư", "kế hoạch", "công văn", "tờ trình", "chỉ thị")
"""Kinds of documents, whose two words stay with each other and with the number: Nghị định 45/2012/NĐ-CP."""
AFTER_NUMBER = {
    "parts": ("%", "‰", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"),
    "money": ("đồng", "USD", "VND"),
    "weights": ("tấn", "tạ", "yến", "kg", "g", "mg"),
    "sizes": ("byte", "KB", "MB"),
    "measures": ("km", "m", "cm", "mm", "ha", "km²", "m²", "m2", "m³", "m3", "lít", "ml"),
    "power": ("kW", "kWh", "kWp", "MW", "HP", "V", "W", "°C"),
    "counts": ("sao", "giờ", "phút", "tuổi", "người", "hộ", "lần"),
}
"""Words that belong to the number before them: 270 triệu, 20 tấn, 50 %, 3 m, 5 sao."""

_TAG = r"(?:<(?:a|abbr|b|em|strong)\b[^<>]*>)?"
"""One tag may stand between, as in "số <a>2677/QĐ-UBND</a>"."""
IN_TEXT = r"(?=[^<>]{0,2000}<)"
"""Holds between tags, as the next of the two signs is then `<`; written HTML has neither in its text.

It looks no further than a long paragraph, so that a text of a megabyte does not take minutes.
"""
_LETTERS = [letter for letter in map(chr, range(ord("A"), ord("ỹ") + 1)) if letter.isalpha()]
_CAPITALS, _SMALL = ("".join(filter(kind, _LETTERS)) for kind in (str.isupper, str.islower))
_SYLLABLE = rf"(?:[{_CAPITALS}][{_SMALL}]*|HCM)(?!\w)"
_PLACE = rf"T[PXT](?<!\w..)(?:</abbr>)?(?:\. ?| ){_SYLLABLE}(?: {_SYLLABLE}){{0,2}}"
"""TP. Hồ Chí Minh, TX. Phú Mỹ, TT. Long Điền."""
_DOCUMENT = rf"\b(?:{'|'.join(f'[{kind[0]}{kind[0].upper()}]{kind[1:]}' for kind in DOCUMENTS)}) (?={_TAG}\d)"
_OPAQUE_NAMES = ("script", "style", "pre", "code", "kbd", "samp", "textarea")
_OPAQUE = re.compile(rf"(<({'|'.join(_OPAQUE_NAMES)})\b.*?</\2>)", re.DOTALL)
"""Elements whose spaces mean something."""


def _any_space(guard: str) -> re.Pattern[str]:
    """Make the pattern of a space that no line may break at."""
    before = [word for words in BEFORE_NUMBER.values() for word in words]
    after_word = "|".join(rf"(?<=\b{word} )|(?<=\b{word.capitalize()} )" for word in before)
    units = "|".join(sorted((re.escape(unit) for words in AFTER_NUMBER.values() for unit in words), reverse=True))
    number = rf"(?={_TAG}(?:\d|[IVX]+(?!\w)))"
    unit = rf"(?:(?<=\d )|(?<=\d</strong> ))(?={_TAG}(?:{units})(?!\w))"
    return re.compile(rf" (?:(?=[\d<IVX]){number}(?:{after_word}|(?<=</abbr> ))|{unit}|(?=–)){guard}")


_SPACE, _SPACE_IN_PAGE = _any_space(""), _any_space(IN_TEXT)
_NAME, _NAME_IN_PAGE = re.compile(f"{_PLACE}|{_DOCUMENT}"), re.compile(f"(?:{_PLACE}|{_DOCUMENT}){IN_TEXT}")


def unbroken(text: str) -> str:
    """Put no-break spaces into a plain text."""
    return _together(text, _NAME, _SPACE)


def unbroken_page(html: str) -> str:
    """Put no-break spaces into the texts of a page: not into its head, its tags, its code.

    Arguments:
        html: a finished page, in which text holds neither `<` nor `>`.
    """
    head, body, rest = html.partition("<body")
    return f"{head}{body}{unbroken_fragment(rest)}"


def unbroken_fragment(html: str) -> str:
    """Put no-break spaces into the texts of a part of a page.

    Arguments:
        html: finished HTML, in which text holds neither `<` nor `>`.
    """
    has_opaque = any(f"<{name}" in html for name in _OPAQUE_NAMES)
    pieces = _OPAQUE.split(html) if has_opaque else [html]
    # A text ends with the tag after it, which the split has taken away.
    texts = (_together(f"{piece}<", _NAME_IN_PAGE, _SPACE_IN_PAGE)[:-1] for piece in pieces[::3])
    return "".join(chain.from_iterable(zip_longest(texts, pieces[1::3], fillvalue="")))


def _together(text: str, name: re.Pattern[str], space: re.Pattern[str]) -> str:
    return space.sub(NO_BREAK, name.sub(lambda found: found[0].replace(" ", NO_BREAK), text))
