"""Addresses of the web and of mail, and telephone numbers."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import by_digit
from khuyencong.model.reading.rules import Rule, rule

_SIGNS = {
    ".": "chấm",
    "@": "a còng",
    "/": "gạch chéo",
    "-": "gạch ngang",
    "_": "gạch dưới",
    ":": "hai chấm",
    "?": "hỏi chấm",
    "=": "bằng",
    "&": "và",
    "#": "thăng",
    "%": "phần trăm",
    "+": "cộng",
    "~": "dấu ngã",
}
LONGEST_PATH = 20
"""Longest part of a web address behind the host that is said; nobody writes down a longer one from the radio."""
_HOST = r"(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:vn|com|net|org|gov|edu|info|example|io|biz|asia|eu|us|uk|jp)"


def _say_address(found: re.Match[str], manner: Manner) -> str:
    address = re.sub(r"^(?:https?://)?(?:www\.)?", "", found[0]).rstrip("/")
    if len(address.partition("/")[2]) > LONGEST_PATH:
        address = address.partition("/")[0]
    parts = (part for part in re.findall(r"[^\W\d_]+|\d+|[\W_]", address) if not part.isspace())
    return " ".join(by_digit(one) if one.isdecimal() else _SIGNS.get(one, one) for one in parts)


def _say_phone(found: re.Match[str], manner: Manner) -> str:
    groups = re.findall(r"\d+", found["phone"])
    plus = "cộng " if found["phone"].lstrip("(").startswith("+") else ""
    return f"{found['lead'] or ''}{plus}{', '.join(map(by_digit, groups))}"


_BETWEEN = r"[ .\-()]{0,2}"

CONTACTS: tuple[Rule, ...] = (
    rule(rf"(?<![\w@])[\w.+-]{{1,64}}@{_HOST}(?!\w)", _say_address),
    rule(r"(?<!\w)https?://[^\s<>()\"“”]+[^\s<>()\"“”.,;:!?]", _say_address),
    rule(rf"(?<![\w@.])(?:www\.)?{_HOST}(?:/[\w./?=&%+-]*[\w/])?(?![\w@])", _say_address),
    rule(
        rf"(?P<lead>)(?<![\w.,/])(?P<phone>(?:\(?\+84\)?|\(?0)\d?(?:{_BETWEEN}\d){{8,10}})(?![\w/]|[.,]\d)",
        _say_phone,
    ),
    rule(
        r"(?P<lead>(?:[Đđ]iện thoại|[Ss]ố máy|[Ff]ax|[Gg]ọi(?: đến)? số|(?:ĐT|SĐT)(?=\s*:))\s*:?\s*)"
        r"(?P<phone>\d[\d .-]{5,14}\d)(?!\w)",
        _say_phone,
    ),
    rule(
        r"(?P<lead>(?:[Tt]ổng đài|[Hh]otline|[Đđ]ường dây nóng)\s*:?\s*)(?P<phone>\d[\d .-]{1,14}\d)(?!\w)",
        _say_phone,
    ),
    rule(r"(?P<lead>)(?<![\w.,/])(?P<phone>1[89]00[ .-]?\d{4}(?:\d\d)?)(?![\w/]|[.,]\d)", _say_phone),
)
"""Rules for addresses and telephone numbers."""
