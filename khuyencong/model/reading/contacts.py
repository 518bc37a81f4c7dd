"""Addresses of the web and of mail, and telephone numbers."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import by_digit
from khuyencong.model.reading.rules import Rule, after, before, rule

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
_HOST = (
    r"(?:[A-Za-z0-9-]{1,63}\.){1,8}"
    r"(?:vn|com|net|org|gov|edu|info|example|io|biz|asia|eu|us|uk|jp|ly|me|gle|app|online|shop|store)"
)


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


_CALLED = re.compile(r"gọi|điện thoại|đường dây|khẩn cấp|cứu hỏa|cấp cứu|báo cháy|tổng đài", re.IGNORECASE)


def _say_emergency(found: re.Match[str], manner: Manner) -> str:
    """Say 114 digit by digit where people are told to call it."""
    sentence = f"{before(found, 120)} {after(found)}"
    return by_digit(found[0]) if _CALLED.search(sentence) else found[0]


_BETWEEN = r"[ .\-()]{0,2}"

CONTACTS: tuple[Rule, ...] = (
    # Two telephone numbers about a dash are two.
    rule(r"(?<=\d)\s[-–]\s(?=\(?0\d{2,3}\)?[ .-]?\d{3})", "; "),
    rule(rf"(?<![\w@])[\w.+-]{{1,64}}@{_HOST}(?!\w)", _say_address),
    rule(r"(?<!\w)https?://[^\s<>()\"“”]+[^\s<>()\"“”.,;:!?]", _say_address),
    rule(rf"(?<![\w@.])(?:www\.)?{_HOST}(?:/[\w./?=&%+-]*[\w/])?(?![\w@])", _say_address),
    rule(
        rf"(?P<lead>)(?<![\w.,/])(?P<phone>(?:\(?\+84\)?|\(84[-. ](?=\d{{2,3}}[)\-. ])|\(?0)"
        rf"\d?(?:{_BETWEEN}\d){{8,10}})(?![\w/]|[.,]\d)",
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
    rule(r"(?<![\w.,/-])11[1-5](?=\s?[,.;:()!?”\"]|$|\s(?:và|hoặc|để|khi|là)\s)(?![.,]\d)", _say_emergency),
)
"""Rules for addresses and telephone numbers."""
