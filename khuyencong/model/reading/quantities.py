"""Money, shares and units of measure."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import NUMBER
from khuyencong.model.reading.rules import DASH, UPPER, Rule, before, rule
from khuyencong.model.reading.slashes import SLASHES
from khuyencong.model.reading.units import MONEY, SCALE, UNITS

_ANY = "|".join(re.escape(one) for one in sorted(UNITS, key=len, reverse=True))
_COINS = "|".join(re.escape(one) for one in sorted(MONEY, key=len, reverse=True))
_QUANTITY = rf"{NUMBER}(?:\s?(?:{SCALE}))?"
_FREE = rf"(?<!\d)(?<!\d[.,])(?<![^\W\d_])(?<![{UPPER}]{{2}}-)"
"""No code goes on here: the 850L of VMC-850L is no volume."""
_LONG = "|".join(re.escape(one) for one in sorted(UNITS, key=len, reverse=True) if len(one) > 1)
_SQUARES = "|".join(one for one in sorted(UNITS, key=len, reverse=True) if one[-1] in "23²³")
_COMPARED = re.compile(r"so (?:với|cùng)|tăng(?! trưởng)|giảm|cùng kỳ|\+\s?\d", re.IGNORECASE)


def _kind(unit: str) -> str:
    """Give what a unit measures, near enough: "gam" of grams and kilograms."""
    return (UNITS.get(unit) or MONEY.get(unit) or unit).rpartition("-")[2]


def _range(found: re.Match[str], manner: Manner) -> str:
    """Say "15-20 kg" as a range; "220V-50Hz" are two measures of one thing."""
    right = re.match(rf"{NUMBER}(?:/{NUMBER})?\s?({_ANY}|{_COINS})(?!\w)", found.string[found.end() :])
    is_other = right and found["unit"] and _kind(right[1]) != _kind(found["unit"])
    return f"{found['from']}{', ' if is_other else ' đến '}"


def _rise(found: re.Match[str], manner: Manner) -> str:
    return found["amount"] if re.search(r"\btăng\s$", before(found), re.IGNORECASE) else f"tăng {found['amount']}"


def _fall(found: re.Match[str], manner: Manner) -> str:
    """Say "-3,2%" as a fall where things are compared; elsewhere it is a negative number."""
    in_brackets = found["lead"].startswith("(")
    is_fall = in_brackets or _COMPARED.search(found.string)
    return f"{found['lead']}{'giảm' if is_fall else 'âm'} {found['amount']}"


def _arrow(found: re.Match[str], manner: Manner) -> str:
    words = re.findall(r"(?i)tăng|giảm|hạ|nâng", before(found))
    return {"giảm": " xuống ", "hạ": " xuống ", "tăng": " lên ", "nâng": " lên "}.get(
        words[-1].lower() if words else "", " thành "
    )


def _comparison(found: re.Match[str], manner: Manner) -> str:
    """Say "= 225 triệu > 200 triệu": behind a sum, the sign compares two amounts."""
    return f"{found['sum']} {'lớn' if found['sign'] == '>' else 'nhỏ'} hơn "


def _unit(found: re.Match[str], manner: Manner) -> str:
    return f"{found[1]} {UNITS[found[2]]}"


PREFIXED: tuple[Rule, ...] = (
    rule(r"(?<=[€£$¥])\s?(\d{1,3})\.(\d{1,2})(?![\d.])", r"\1,\2"),
    rule(rf"(?:US\$|\$)\s?({_QUANTITY})", r"\1 đô la Mỹ"),
    rule(
        rf"(?<!\w)(?P<coin>USD|EUR|VND|VNĐ|€|£|¥|₫)\s?(?P<amount>{_QUANTITY})",
        lambda found, _: f"{found['amount']} {MONEY[found['coin']]}",
    ),
)
"""Rules for money whose sign stands before the amount; they come before abbreviations are spelt out."""

QUANTITIES: tuple[Rule, ...] = (
    rule(rf"(?<=[\dm])\s?[x×]\s?(?={NUMBER})", " nhân "),
    rule(rf"(?<=\w)\s[x×]\s(?={NUMBER})|(?<=[\s(])x\s?(?={NUMBER}(?!\w))", " nhân "),
    rule(r"(?<=\d)\^(?=\d)", " mũ "),
    rule(r"(?<=[\d%])\s?(?:→|⇒|->|=>)\s?(?=\d)", _arrow),
    rule(r"(?<==)(?P<sum>[^=<>;.]{1,60}?)\s?(?P<sign>[<>])\s?(?=\d)", _comparison),
    rule(rf"(?:(?<=[\s(])|^)\+\s?(?P<amount>{NUMBER}\s?%)", _rise),
    rule(rf"(?P<lead>\(\s?|(?<=\s)|(?<=^))[-−–](?P<amount>{NUMBER}\s?%)", _fall),
    rule(
        r"(?<![\w/.,-])\d{1,3}(?:\s?[-–]\s?\d{1,3}){2,}(?![\w/-]|[.,]\d)",
        lambda found, _: ", ".join(re.findall(r"\d+", found[0])),
    ),
    # A decimal point in place of the comma, where a unit shows that it is no version.
    rule(rf"(?<![\d.,])(\d+)\.(\d{{1,2}})(?=\s?(?:[%‰]|(?:{SCALE}|{_ANY}|{_COINS}|tấn|lít|lần|điểm)(?!\w)))", r"\1,\2"),
    rule(rf"{_FREE}({NUMBER})\s?(?:tr\.?\s?(?:đ|đồng)|trđ)(?!\w)", r"\1 triệu đồng"),
    rule(rf"{_FREE}({NUMBER})\s?tr(?!\w)", r"\1 triệu"),
    rule(rf"{_FREE}({NUMBER})k(?!\w|\.\w)", r"\1 nghìn"),
    rule(r"(?<![\w-])(\d{2,3})K(?!\w)", r"\1 nghìn"),
    rule(
        rf"(?<![\w/.,-])(?P<from>{_QUANTITY}\s?(?:%|‰|(?P<unit>{_ANY}|{_COINS})(?!\w))?)\s?(?:{DASH}|~)\s?(?={NUMBER})",
        _range,
    ),
    rule(rf"{_FREE}({NUMBER}(?:\s(?:{SCALE}))?)\s?({_COINS})(?!\w)", lambda found, _: f"{found[1]} {MONEY[found[2]]}"),
    rule(r"(?<=[\s(])(?:đ|₫|VNĐ|VND)(?=\s?/)", "đồng"),
    rule(r"\s?%(?=[^\W\d_])", " phần trăm "),
    rule(r"\s?%", " phần trăm"),
    rule(r"\s?‰", " phần nghìn"),
    rule(rf"{_FREE}({NUMBER}(?:\s(?:{SCALE}))?)\s?({_ANY})(?![\w²³])", _unit),
    rule(r"(?<=/)s(?!\w)", "giây"),
    rule(rf"(?<=/)({_ANY})(?![\w²³-])", lambda found, _: UNITS[found[1]]),
    rule(rf"(?<!\w)({_LONG})(?=\s?/)", lambda found, _: UNITS[found[1]]),
    rule(rf"(?<!\w)({_ANY})(?=\s?/\s?(?:{_ANY}|giây)(?!\w))", lambda found, _: UNITS[found[1]]),
    rule(rf"(?<![\w-])({_SQUARES}|ha|kg|km|kWh|kVA|kW|kV|°C|cm|mm|ml|mg)(?![\w²³-])", lambda found, _: UNITS[found[1]]),
    *SLASHES,
)
"""Rules for quantities."""
