"""Numbers that are left when dates, documents and quantities have been read: ordinals, fractions, counts, codes."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import DIGITS, NUMBER, by_digit, cardinal, serial, spoken
from khuyencong.model.reading.roman import ordinal
from khuyencong.model.reading.rules import Rule, after, before, rule

LONG_CODE = 9
"""From how many digits on a number without points names something."""
_LETTERS = r"[^\W\d_]"


def _fraction(found: re.Match[str], manner: Manner) -> str:
    """Say "2/3" as a part, "35/76" as so many of so many, "24/7" and numbers of houses as they stand."""
    above, below = int(found[1]), int(found[2])
    if below > 10 or above >= below or below == 0:
        return f"{serial(found[1], manner)} trên {serial(found[2], manner)}"
    return f"{cardinal(above, manner)} phần {'tư' if below == 4 else cardinal(below, manner)}"


def _count(found: re.Match[str], manner: Manner) -> str:
    written = found[0]
    # "01 máy" is one machine; "007" is a code, and so is a long number without points that counts nothing.
    if len(written) >= LONG_CODE and written.isdecimal() and not re.match(r"\s(?:đồng|đô|yên|ơ-rô)", after(found)):
        return by_digit(written)
    if re.fullmatch(r"00\d+|0\d{3,}", written):
        return by_digit(written)
    return spoken(written, manner)


def _dotted(found: re.Match[str], manner: Manner) -> str:
    if any(len(one) > 2 for one in found[0].split(".")):
        return ", ".join(map(by_digit, found[0].split(".")))
    return " chấm ".join(serial(one, manner) if one != "0" else DIGITS[0] for one in found[0].split("."))


def _code(found: re.Match[str], manner: Manner) -> str:
    """Say a model or a name with digits in it: letters one by one, numbers as they are."""
    parts = re.findall(rf"{_LETTERS}+|\d+|(?<=\d)-(?=\d)", found[0])
    return " ".join(serial(one, manner) if one.isdecimal() else _letters(one.replace("-", "gạch")) for one in parts)


def _letters(text: str) -> str:
    """Set capitals apart, as they are said one by one; a word stays a word."""
    return " ".join(text) if text.isupper() else text


_NUMBERED = r"(?:số|[Đđ]ường|[Hh]ẻm|[Nn]gõ|[Ll]ô|[Tt]hửa|[Nn]hà)\s$"


def _house(found: re.Match[str], manner: Manner) -> str:
    """Say "45/12A" or "12/3/4" as numbers of houses are said."""
    parts = [re.fullmatch(rf"(\d+)({_LETTERS}?)", one) for one in found[0].split("/")]
    letters = len(re.findall(_LETTERS, found[0]))
    is_house = found[0].count("/") > 1 or letters == 1 or re.search(_NUMBERED, before(found))
    if not is_house:
        return found[0]
    return " trên ".join(" ".join(filter(None, (serial(one[1], manner), one[2]))) for one in parts if one)


def _measured_code(found: re.Match[str], manner: Manner) -> str:
    return f"{spoken(found[1], manner)} {found[2]}"


COUNTING: tuple[Rule, ...] = (
    rule(rf"(?<![\w/.,])\d{{1,4}}{_LETTERS}?(?:/\d{{1,4}}{_LETTERS}?)+(?![\w/]|[.,]\d)", _house),
    rule(rf"(?<![\w.,-])(\d+,\d+)({_LETTERS}{{1,3}})(?!\w)", _measured_code),
    rule(
        rf"(?<!\w)({_LETTERS}{{1,5}})(\d+)\.(\d{{1,2}})(?![\w.])",
        lambda found, manner: f"{_letters(found[1])} {serial(found[2], manner)} chấm {serial(found[3], manner)}",
    ),
    rule(r"(?<![\d.,])(\d{1,3})\.(\d{4,})(?![\d.])", r"\1,\2"),
    rule(
        r"\b([Tt]hứ)\s0?(\d{1,3})(?![\d/]|[.,]\d)", lambda found, manner: f"{found[1]} {ordinal(int(found[2]), manner)}"
    ),
    rule(r"(?<![\w.,/])(\d+)\s?/\s?(\d+)(?![\w/]|[.,]\d)", _fraction),
    rule(rf"(?<![\d.,/])({NUMBER})\s?/\s?(?={NUMBER})", r"\1 trên "),
    rule(rf"(?<!\w)(?=[\w-]{{0,60}}\d)(?=[\w-]{{0,60}}{_LETTERS})[^\W_]+(?:-[^\W_]+)*(?!\w)", _code),
    rule(rf"(?<={_LETTERS})(?=\d)|(?<=\d)(?={_LETTERS})", " "),
    rule(rf"(?:(?<=[\s(\[:])|^)[-−–](?={NUMBER})", "âm "),
    rule(
        r"(?<![\d.,])(?>\d+(?:\.\d+)+)(?!,\d)",
        lambda found, manner: _count(found, manner) if re.fullmatch(NUMBER, found[0]) else _dotted(found, manner),
    ),
    rule(NUMBER, _count),
    rule(r"\d+", lambda found, _: by_digit(found[0])),
)
"""Rules for what is left of the digits."""
