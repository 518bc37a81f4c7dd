"""Numbers of documents: "2677/QĐ-UBND" is "số hai nghìn sáu trăm bảy mươi bảy, Quyết định của Ủy ban nhân dân"."""

from __future__ import annotations

import re

from khuyencong.model.reading.document_words import BODIES, CONTRACTS, JOINT, KINDS, NAMED
from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import by_digit, cardinal, serial
from khuyencong.model.reading.rules import UPPER, Rule, after, before, rule

_CODE = rf"[{UPPER}][{UPPER}a-z&]*\d{{0,2}}(?:\.[{UPPER}]+)?(?:-[{UPPER}][{UPPER}a-z&]*\d{{0,2}})*(?!\w)"
_WORDS = "|".join(sorted((f"[{one[0]}{one[0].lower()}]{one[1:]}" for one in NAMED), key=len, reverse=True))
_SHORT = "|".join(sorted(KINDS, key=len, reverse=True))
_NAMED = rf"(?:(?P<named>(?<!\w)(?:{_WORDS}|(?:{_SHORT})(?=\s+(?:[Ss]ố|\d))))\s+)?"
_YEAR = r"(?:19|20)\d\d"
_WHOLE = (
    rf"{_NAMED}(?P<so>[Ss]ố\s*:?\s*)?(?<![\w/.-])(?P<number>\d+[a-zA-Z]?|…|\.{{3}})(?:/(?P<year>{_YEAR}))?"
    rf"/(?P<code>{_CODE})"
)
_PARLIAMENT = re.compile(r"(QH|UBTVQH)(\d+)")
_ISSUES = "ban hành|triển khai|xây dựng|ký|phê duyệt|công bố|thông qua|công nhận|bằng|duyệt|giao|cấp|ra|có"
_PART_OF_BODY = "Bộ trưởng |Giám đốc |Chủ nhiệm |Chủ tịch |Ban Thường vụ |Ban Chấp hành |Thường trực "
_UNITS = "tỉnh|huyện|xã|phường|quận|thị xã|thành phố|TP"


def _number(written: str, manner: Manner) -> str:
    digits = written.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letter = written[len(digits) :]
    if not digits or not digits.isdecimal():
        return "chưa ghi"
    return " ".join(filter(None, (serial(digits, manner), letter)))


def with_year(number: str, year: str | None, manner: Manner) -> str:
    """Say a number and its year: a comma keeps "không năm, năm hai nghìn…" apart."""
    if not year:
        return number
    comma = "," if number.endswith(" năm") or number == "năm" else ""
    return f"{number}{comma} năm {cardinal(int(year), manner)}"


def _parts(code: str, manner: Manner) -> tuple[str, tuple[str, ...]]:
    """Give the kind of a document and the bodies that issued it, from the letters of its number."""
    if _PARLIAMENT.fullmatch(code):
        return "", (_body(code, manner),)
    first, *others = re.split(r"[-.]", code)
    if first in CONTRACTS:
        return KINDS[first], tuple(BODIES[one] for one in others[:1] if one in BODIES)
    if first in KINDS:
        return KINDS[first], tuple(_body(one, manner) for one in (others if first in JOINT else others[:1]))
    # A letter has the body first and then the unit that wrote it, which nobody says.
    return "Công văn" if first in BODIES else "", (_body(first, manner),)


def _body(letters: str, manner: Manner) -> str:
    parliament = _PARLIAMENT.fullmatch(letters)
    if parliament:
        return f"{BODIES[parliament[1]]} khóa {cardinal(int(parliament[2]), manner)}"
    return BODIES.get(letters, letters)


def _is_said_nearby(found: re.Match[str], code: str, body: str) -> bool:
    """Tell whether the sentence names the issuing body itself: "… của UBND tỉnh", "Bộ Công Thương ban hành …"."""
    body = body.partition(" khóa ")[0]
    short = [letters for letters, name in BODIES.items() if name == body]
    names = "|".join(map(re.escape, (body, *short, *(["Thủ tướng"] if body.startswith("Thủ tướng") else []))))
    if re.search(rf"^[^,:]*?\bcủa (?:{_PART_OF_BODY})?(?:{names})(?!\w)", after(found)):
        return True
    if "Trung ương" in body and re.match(r"[^,:;]{0,40}\bcủa (?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành)", after(found)):
        return True
    if body.endswith("nhân dân") and re.match(rf"\scủa (?:{_UNITS})(?!\w)", after(found)):
        return True
    return bool(re.search(rf"(?:{names})(?!\w)[^:]*?\b(?:{_ISSUES})(?!\w)", before(found, 120)))


def _say(found: re.Match[str], manner: Manner) -> str:
    code = found["code"]
    if not (code.split("-")[0] in {*KINDS, *BODIES} or "-" in code or _PARLIAMENT.fullmatch(code)):
        return found[0]
    if re.search(r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hụ lục)\s$", before(found)):
        return f"{found['so'] or 'số '}{_number(found['number'], manner)} {' '.join(filter(str.isalpha, code))}"
    kind, bodies = _parts(code, manner)
    number = with_year(_number(found["number"], manner), found["year"], manner)
    said = " và ".join(one for one in bodies if not _is_said_nearby(found, code, one))
    of = f" của {said}" if said else ""
    if not of and re.match(r"\s(?:ngày|năm)\s", after(found)):
        of = ","
    if found["named"]:
        named = KINDS.get(found["named"], found["named"])
        return f"{named} số {number}{of}"
    so = "Số" if (found["so"] or "").startswith("S") else "số"
    if kind and re.search(rf"{kind}\s.*/{re.escape(code)}(?:,|\svà|\shoặc)\s$", before(found, 120), re.IGNORECASE):
        return f"{so} {number}"
    return f"{so} {number}, {kind}{of}" if kind else f"{so} {number}{of}"


def _say_short(found: re.Match[str], manner: Manner) -> str:
    named = KINDS.get(found["named"], found["named"])
    return f"{named} số {with_year(serial(found['number'], manner), found['year'], manner)}"


def _say_of_year(found: re.Match[str], manner: Manner) -> str:
    return f"{found['so']} {with_year(serial(found['number'], manner), found['year'], manner)}"


def _say_identity(found: re.Match[str], manner: Manner) -> str:
    """Say a number that names a firm or an account, digit by digit."""
    lead = {"TK": "tài khoản"}.get(found["lead"], found["lead"])
    return f"{lead}: {', '.join(map(by_digit, re.split('[ -]', found['digits'])))}"


def _say_dated(found: re.Match[str], manner: Manner) -> str:
    """Say "12/HĐKT/2023", which has its year at the end."""
    number = with_year(_number(found["number"], manner), found["year"], manner)
    return f"{found['named'] or KINDS[found['code']]} số {number}"


_STANDARDS = {
    "TCVN": "tiêu chuẩn Việt Nam số",
    "QCVN": "quy chuẩn Việt Nam số",
    "TCCS": "tiêu chuẩn cơ sở số",
    "TCVN ISO": "tiêu chuẩn Việt Nam ISO",
}


def _say_standard(found: re.Match[str], manner: Manner) -> str:
    name = " ".join(re.split(r"[/ ]", found["name"]))
    numbers = " gạch ".join(serial(one, manner) for one in found["number"].split("-"))
    year = f", bản năm {cardinal(int(found['year']), manner)}" if found["year"] else ""
    body = found["body"]
    of = f" của {_body(body, manner)}" if body else ""
    return f"{_STANDARDS.get(name, name)} {numbers}{year}{of}"


def _say_of_party(found: re.Match[str], manner: Manner) -> str:
    """Say "10-NQ/TW": documents of the Party have their kind before the slash."""
    number = serial(found["number"], manner)
    name = _body(found["body"], manner)
    of = "" if _is_said_nearby(found, found["body"], name) else f" của {name}"
    if found["named"]:
        return f"{KINDS.get(found['named'], found['named'])} số {number}{of}"
    return f"{found['so'] or 'số '}{number}, {KINDS[found['kind']]}{of}"


DOCUMENTS: tuple[Rule, ...] = (
    rule(
        r"(?<!\w)(?P<name>ISO/IEC|ISO/TS|ISO|TCVN ISO|TCVN|QCVN|TCCS|IEC|ASTM|JIS)[ :]?"
        r"(?P<number>\d+(?:-\d{1,2}(?!\d))*)"
        rf"(?:\s?[:-](?P<year>{_YEAR}))?(?:/(?P<body>B[{UPPER}]+))?(?!\w)",
        _say_standard,
    ),
    rule(
        rf"{_NAMED}(?:[Ss]ố\s*:?\s*)?(?<![\w/.-])(?P<number>\d+)/(?P<code>{_SHORT})/(?P<year>{_YEAR})(?![\w/])",
        _say_dated,
    ),
    rule(_WHOLE, _say),
    rule(
        rf"{_NAMED}(?P<so>[Ss]ố\s*:?\s*)?(?<![\w/.-])(?P<number>\d+)-(?P<kind>{_SHORT})/(?P<body>[{UPPER}]+)(?!\w)",
        _say_of_party,
    ),
    rule(
        rf"(?P<named>(?<!\w)(?:{_WORDS}|{_SHORT}))\s+(?:số\s+)?(?P<number>\d{{1,5}})/(?P<year>{_YEAR})(?![\d/])",
        _say_short,
    ),
    rule(
        r"(?<!\w)(QĐ|NĐ|TT|NQ|CV|CT|TB|KL)\s(?:số\s)?(\d{1,5})(?![\w/]|[.,]\d)",
        lambda found, manner: f"{KINDS[found[1]]} số {serial(found[2], manner)}",
    ),
    rule(
        r"(?<!\w)(Quyết định|Nghị định|Thông tư|Kế hoạch|Công văn|Thông báo|Tờ trình|Báo cáo|Văn bản|Chỉ thị|Công điện)"
        r"\s(\d{2,6})"
        r"(?=\s(?:về|của|ngày)\s|[,;)]|\.(?:\s|$)|$)",
        lambda found, manner: f"{found[1]} số {serial(found[2], manner)}",
    ),
    rule(rf"(?P<so>\b[Ss]ố)\s+(?P<number>\d{{1,4}})/(?P<year>{_YEAR})(?![\d/])", _say_of_year),
    rule(
        r"\b([Ss]ố|[Mm]ã số|[Mm]ã)\s*:?\s*(0\d+)(?![\d.,/]*\d|-\w)", lambda found, _: f"{found[1]} {serial(found[2])}"
    ),
    rule(
        r"(?<!\w)(?P<lead>[Mm]ã (?:số(?: thuế| doanh nghiệp)?|ngành)|MST|STK|TK|[Tt]ài khoản(?: số)?)\s*:?\s*"
        r"(?P<digits>\d{4,}(?:[ -]\d{3,})*)(?![\w/])",
        _say_identity,
    ),
    rule(
        r"(?<!\w)(?P<lead>[Ss]ố)\s*:?\s*(?P<digits>\d{7,})(?![\w.,]\d)",
        lambda found, _: f"{found['lead']} {by_digit(found['digits'])}",
    ),
)
"""Rules for numbers of documents, standards and anything else that is numbered."""
