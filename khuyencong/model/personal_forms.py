"""How Vietnamese people write mobile numbers, e-mail addresses, numbers of identity papers and dates of birth.

Sources: the numbering plan of Thông tư 22/2014/TT-BTTTT with the prefixes of mobile networks since 2018; Nghị định
137/2015/NĐ-CP on the twelve digits of an identity number.
"""

from __future__ import annotations

SAME = str.maketrans(
    {
        **dict(zip("０１２３４５６７８９＠．", "0123456789@.", strict=True)),
        **dict.fromkeys("–—‐‑‒−", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " "),
    }
)
"""Characters that are read as others. Each stands for one, so that places in the text stay what they are."""
_GAP = r"[\s.\-()*_·]{0,3}"
_LOOSE = r"[\s.,\-()*_·]{0,3}"
_NETWORK = (
    rf"(?:3{_GAP}[2-9]|5{_GAP}[25689]|7{_GAP}[06-9]|8{_GAP}[1-9]|9{_GAP}\d|1{_GAP}2{_GAP}\d|1{_GAP}[689]{_GAP}\d)"
)
_COUNTRY = rf"(?:\+\s?84|0084|\(\s?\+?84\s?\)){_GAP}0?"
_DATE_LIKE = r"(?:\d{1,2}\D{1,3}){2,4}(?:19|20)\d\d(?!\d)"
"""Short groups and a year: such a row of digits is a date, or from one date to another."""
_CALLED = r"(?:ĐT|SĐT|điện thoại|di động|Zalo|liên hệ|phone|tel|mobile|gọi)"
PHONE = (
    rf"(?<![\w.,\-])(?<!\d/)(?!{_DATE_LIKE})(?:{_COUNTRY}|[0o][\s\-()]{{0,2}}){_NETWORK}(?:{_LOOSE}\d){{7}}(?!\d|/[A-ZĐ])"
    rf"|(?<![\w/])0{_NETWORK}\d?\s?/\s?\d{{3}}\s?/\s?\d{{3,4}}(?![\d/])"
    rf"|(?<=\d[/\-])0{_NETWORK}(?:{_GAP}\d){{7}}(?!\d|/[A-ZĐ])"
    rf"|{_CALLED}[:\s]{{0,3}}84[\s\-]{{0,2}}{_NETWORK}(?:[\s.\-]{{0,2}}\d){{7}}(?!\d)"
    r"|(?<=[/=+])84[35789]\d{8}(?!\d)|(?<=%2B)84[35789]\d{8}(?!\d)|(?<=zalo\.me/)\d{9,12}"
    r"|(?:\b(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)\b[\s,.\-]{1,3}){9}"
)
_AT = r"(?:\s?(?:@|\((?:at|a|a còng)\)|\[(?:at|a|a còng)\]|%40)\s?|\s+a\s+còng\s+)"
_DOT = r"(?:\.|\s?[(\[](?:dot|chấm|\.)[)\]]\s?|\s+(?:dot|chấm)\s+)"
_TOP = r"(?!example\b)[a-zA-Z]{2,24}(?![\w-])"
EMAIL = (
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,4}}{_TOP}"
    r"|\s+at\s+(?:[\w-]{1,63}\s+dot\s+){1,3}[a-z]{2,24}\b|\s?@\s?[\w-]{1,63}\s?\.\s?(?:com|net|org|vn)\b)"
)
_PAPER = r"(?:CMND|CCCD|CMT(?:ND)?|căn cước|chứng minh (?:nhân dân|thư)|định danh(?: cá nhân)?|hộ chiếu|passport)"
IDENTITY = (
    rf"\b{_PAPER}\b[^\d\n]{{0,40}}?(?P<paper>[A-Z]?\d(?:[ .\-]?\d){{6,11}})(?!\d)"
    r"|(?<![\w.,/\-])(?P<plain>0(?:0[1-9]|[1-8]\d|9[0-6])[ .]?[0-3]\d{2}[ .]?\d{3}[ .]?\d{3})(?![\w/])"
)
_YEAR = r"(?:19[2-9]|20[0-4])\d"
_OF_A_PERSON = r"(?:19[3-9]\d|200\d|201[0-2])"
"""A year in which somebody was born whom a list of today may name."""
_DAY = rf"(?:\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?{_YEAR}|{_YEAR}-\d{{2}}-\d{{2}}(?!\d))"
_SPELT = rf"(?:mùng\s+|mồng\s+)?\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{_YEAR}"
_MONTH = rf"tháng\s+\d{{1,2}}\s*(?:/|\s+năm\s+)\s*{_YEAR}"
_OTHER_WORDS = [
    "học",
    "phát",
    "vệ",
    "thí",
    "vi",
    "tái",
    "nảy",
    "khai",
    "nhân",
    "hóa",
    "hoá",
    "sẩn",
    "hy",
    "hi",
    "ký",
    "sản",
    "tập",
    "y",
    "thú",
    "cứu",
    "du",
    "di",
    "song",
    "trường",
    "môn",
    "dưỡng",
    "dân",
    "cộng",
    "chiến",
    "mưu",
    "hộ",
    "an",
    "giáo",
]
"""What stands before `sinh` in words that tell of nobody's birth: học sinh, vệ sinh, phát sinh, hy sinh."""
_BORN = "".join(rf"(?<!\b{one}\s)" for one in _OTHER_WORDS) + r"\bsinh"
BIRTH = (
    rf"(?:{_BORN}(?:\s+vào)?(?:\s+ngày)?|ngày(?:,?\s+tháng,?\s+năm)?\s+sinh)\s*[:(]?\s*(?:{_DAY}|{_SPELT}|{_MONTH})"
    rf"|(?:{_BORN}\s+năm|năm\s+sinh)\s*[:(]?\s*{_YEAR}|{_BORN}\s+{_OF_A_PERSON}(?!\d)"
    rf"|\b(?:SN|NS|DOB)\s?[:.]?\s?(?:\d{{1,2}}[/.\-]\d{{1,2}}[/.\-])?{_OF_A_PERSON}(?![\d.,/\-])"
    rf"|\({_OF_A_PERSON}\),?\s+(?:trú|ngụ|thường trú|quê|ở)\b"
)
MESSENGERS = r"(?:[\w-]+\.)*(?:zalo\.me|wa\.me|t\.me|whatsapp\.com|signal\.me)\b"
"""Hosts whose addresses hold a person's number."""
