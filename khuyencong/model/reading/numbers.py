"""Numbers as they are said in Vietnamese."""

from __future__ import annotations

from khuyencong.model.reading.manner import STANDARD, Manner

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
BILLION = 10**9
LONGEST = 15
"""Most digits that are said as one number; longer ones are codes."""

NUMBER = r"(?:\d{1,3}(?:,\d{3}){2,}(?!\d)|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
"""A number as it is written: 9.785 and 85,57, and 1,234,567 as in English."""


def cardinal(value: int, manner: Manner = STANDARD) -> str:
    """Say a whole number.

    Arguments:
        value: any whole number.
        manner: the way of speaking.
    """
    if value < 0:
        return f"âm {cardinal(-value, manner)}"
    if value < BILLION:
        return _below_a_billion(value, manner, is_rest=False) or DIGITS[0]
    billions, rest = divmod(value, BILLION)
    words = [cardinal(billions, manner), "tỷ", _below_a_billion(rest, manner, is_rest=True)]
    return " ".join(filter(None, words))


def _below_a_billion(value: int, manner: Manner, *, is_rest: bool) -> str:
    """Say up to three groups of three digits; after a larger number, each says its missing hundred."""
    millions, rest = divmod(value, 10**6)
    thousands, ones = divmod(rest, 1000)
    said: list[str] = []
    for group, unit in ((millions, "triệu"), (thousands, manner.thousand), (ones, "")):
        if group:
            said.append(" ".join(filter(None, (_group(group, manner, is_rest=is_rest or bool(said)), unit))))
    return " ".join(said)


def _group(value: int, manner: Manner, *, is_rest: bool) -> str:
    hundreds, below = divmod(value, 100)
    said = [f"{DIGITS[hundreds]} trăm"] if hundreds or is_rest else []
    if 0 < below < 10 and said:
        said.append(manner.zero_ten)
    said.append(_below_hundred(below, manner))
    return " ".join(filter(None, said))


def _below_hundred(value: int, manner: Manner) -> str:
    tens, ones = divmod(value, 10)
    if tens == 0:
        return DIGITS[ones] if ones else ""
    if tens == 1:
        return " ".join(filter(None, ("mười", {0: "", 5: "lăm"}.get(ones, DIGITS[ones]))))
    last = {0: "", 1: "mốt", 4: manner.four, 5: "lăm"}.get(ones, DIGITS[ones])
    return " ".join(filter(None, (DIGITS[tens], "mươi", last)))


def by_digit(text: str) -> str:
    """Say a number digit by digit; whatever is no digit is left out."""
    return " ".join(DIGITS[int(one)] for one in text if one in "0123456789")


def spoken(written: str, manner: Manner = STANDARD) -> str:
    """Say a number as it is written.

    Arguments:
        written: what `NUMBER` fits.
        manner: the way of speaking.
    """
    whole, _, fraction = (written.replace(",", "") if written.count(",") > 1 else written).partition(",")
    digits = whole.replace(".", "")
    said = by_digit(digits) if len(digits) > LONGEST else cardinal(int(digits), manner)
    return f"{said} phẩy {_fraction(fraction, manner)}" if fraction else said


def serial(written: str, manner: Manner = STANDARD) -> str:
    """Say a number that only names something: 05 is "không năm", 3500123456 goes digit by digit."""
    if written.startswith("0") or len(written) > 6:
        return by_digit(written)
    return cardinal(int(written), manner)


def _fraction(digits: str, manner: Manner) -> str:
    """Say what stands behind the comma: 57 as one number, 05 with its zero, long ones digit by digit."""
    rest = digits.lstrip("0")
    if len(rest) > 3 or not rest:
        return by_digit(digits)
    zeros = by_digit(digits[: len(digits) - len(rest)])
    return " ".join(filter(None, (zeros, cardinal(int(rest), manner))))
