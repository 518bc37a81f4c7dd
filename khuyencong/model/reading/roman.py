"""Roman numerals, where the words around say that they are some."""

from __future__ import annotations

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import cardinal
from khuyencong.model.reading.rules import DASH, UPPER, Rule, rule

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_LED = (
    "[Cc]hương|[Pp]hần|[Mm]ục|[Đđ]iều|[Kk]hoản|[Pp]hụ lục|[Bb]iểu|[Bb]ảng|[Kk]hóa|[Kk]hoá|[Đđ]ại hội|[Kk]ỳ"
    "|[Hh]ạng|[Cc]ấp|[Tt]hế kỷ|[Ll]oại|[Nn]hóm|[Bb]ậc|[Đđ]ợt|[Vv]ùng|[Tt]ập|[Kk]hu vực|[Gg]iai đoạn|[Qq]uý|[Ll]ần"
    "|[Kk]hu"
)


def roman_value(written: str) -> int:
    """Give the value of a Roman numeral."""
    values = [_VALUES[letter] for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


def ordinal(value: int, manner: Manner) -> str:
    """Say which one it is, behind "thứ": nhất, hai, ba, tư."""
    return {1: "nhất", 4: "tư"}.get(value, cardinal(value, manner))


ROMAN: tuple[Rule, ...] = (
    rule(
        rf"\b((?:{_LED}))\s({_ROMAN})\s?{DASH}\s?({_ROMAN})(?!\w)",
        lambda found, manner: " ".join(
            (found[1], cardinal(roman_value(found[2]), manner), "đến", cardinal(roman_value(found[3]), manner))
        ),
    ),
    rule(
        rf"\b([Tt]hứ)\s({_ROMAN})(?!\w)",
        lambda found, manner: f"{found[1]} {ordinal(roman_value(found[2]), manner)}",
    ),
    rule(
        rf"\b({_LED})\s({_ROMAN})\.(?=\d)",
        lambda found, manner: f"{found[1]} {cardinal(roman_value(found[2]), manner)} chấm ",
    ),
    rule(
        rf"\b({_LED})\s({_ROMAN})(?![\w-])",
        lambda found, manner: f"{found[1]} {cardinal(roman_value(found[2]), manner)}",
    ),
    rule(
        r"\((i{1,3}|iv|vi{0,3}|ix|x)\)\s?",
        lambda found, manner: f"thứ {ordinal(roman_value(found[1].upper()), manner)}, ",
    ),
    rule(rf"^({_ROMAN})(?=[.)]\s)", lambda found, manner: cardinal(roman_value(found[1]), manner)),
    rule(
        rf"(?<![\w.-])({_ROMAN})\.(?=\d)",
        lambda found, manner: f"{cardinal(roman_value(found[1]), manner)} chấm ",
    ),
    rule(rf"((?:khu|cụm) công nghiệp (?:[{UPPER}]\w+\s){{1,3}})I(?!\w)", r"\1một"),
    # Alone, only small numerals: LV is no fifty-five, and XL a size of clothes.
    rule(
        rf"(?<![\w-])(?=[IVX]{{2}})({_ROMAN})(?![\w-])", lambda found, manner: cardinal(roman_value(found[1]), manner)
    ),
)
"""Rules for Roman numerals."""
