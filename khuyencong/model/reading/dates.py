"""Dates, periods and times of day."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import cardinal
from khuyencong.model.reading.roman import roman_value
from khuyencong.model.reading.rules import DASH, Rule, before, rule

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[5-9]|20)\d\d"
_FREE = r"(?<![\d/.,\w-])"
"""Nothing of a longer number stands before."""
_END = r"(?![\d/]|[.,]\d)"
_QUARTER = r"(?:I{1,3}|IV|0?[1-4])"


def day(written: str, manner: Manner) -> str:
    """Say the day of a month."""
    value = int(written)
    early = f"{manner.early_day} " if manner.early_day and value <= 10 else ""
    return f"{early}{cardinal(value, manner)}"


def month(written: str, manner: Manner) -> str:
    """Say the number of a month; the fourth has a word of its own."""
    return "tư" if int(written) == 4 else cardinal(int(written), manner)


def _year(written: str | None, manner: Manner) -> str:
    return f" năm {cardinal(int(written), manner)}" if written else ""


def _lead(found: re.Match[str], word: str) -> str:
    """Give the word that stands before, or the word that ought to."""
    return found["lead"] or f"{word} "


def _date(found: re.Match[str], manner: Manner) -> str:
    return (
        f"{_lead(found, 'ngày')}{day(found['day'], manner)} tháng {month(found['month'], manner)}"
        f"{_year(found['year'], manner)}"
    )


def _days(found: re.Match[str], manner: Manner) -> str:
    """Say "5–7/9/2022": both days are of the same month."""
    start = found["lead"] or ("" if re.search(r"\b[Tt]ừ\s$", before(found)) else "từ ")
    start = start if re.search(r"ngày\s$", start) else f"{start}ngày "
    return (
        f"{start}{day(found['first'], manner)} đến ngày {day(found['last'], manner)}"
        f" tháng {month(found['month'], manner)}{_year(found['year'], manner)}"
    )


_DATE_WORDS = (
    r"ngày|từ|đến|tới|trước|sau|sáng|trưa|chiều|tối|đêm|hôm|dịp|lễ|kỷ niệm|Quốc khánh|hết|vào|qua|mùng|mồng|kể từ"
)
_YEAR_WORDS = "[Tt]ừ|[Đđ]ến|[Tt]ới|[Đđ]ầu|[Cc]uối|[Gg]iữa|[Tt]rước|[Ss]au|[Xx]uân|[Hh]è|[Vv]ụ"
_STREET = r"(?:[Đđ]ường|[Qq]uảng trường|[Cc]ông viên)\s$"
_NUMBERED = r"(?:số|[Hh]ẻm|[Nn]gõ|[Ll]ô|[Tt]hửa|[Nn]hà|tỷ lệ|tỉ lệ)\s$"


def _short_date(found: re.Match[str], manner: Manner) -> str:
    """Say "5/9" if it is a date: that is a matter of the words before it and of its numbers."""
    words = before(found)
    first, last = int(found["day"]), int(found["month"])
    led = bool(re.search(rf"(?:^|\W)(?:{_DATE_WORDS})\s$", words, re.IGNORECASE))
    listed = bool(re.search(rf"(?:{_DATE_WORDS})\s[\d/ ,và]{{1,30}}(?:,|và|hoặc)\s$", words, re.IGNORECASE))
    looks = "0" in (found["day"][0], found["month"][0]) or first > last
    if re.search(_STREET, words):
        return f"{cardinal(first, manner)} tháng {month(found['month'], manner)}"
    is_always = found[0] == "24/7" and not (led or listed)
    if re.search(_NUMBERED, words) or is_always or not (found["lead"] or led or listed or looks):
        return found[0]
    lead = found["lead"] or "ngày "
    said = cardinal(first, manner) if lead.rstrip().endswith("ng") else day(found["day"], manner)
    return f"{lead}{said} tháng {month(found['month'], manner)}"


def _month_of_year(found: re.Match[str], manner: Manner) -> str:
    # Maps and plans have a scale of 1/2000.
    if found[0] == "1/2000" and not re.search(rf"(?:^|\W)(?:{_DATE_WORDS})\s$", before(found), re.IGNORECASE):
        return found[0]
    return f"{_lead(found, 'tháng')}{month(found['month'], manner)}{_year(found['year'], manner)}"


def _months(found: re.Match[str], manner: Manner) -> str:
    first, last = month(found["first"], manner), month(found["last"], manner)
    return f"{found['lead']}{first} đến tháng {last}{_year(found['year'], manner)}"


def _quarter_number(written: str, manner: Manner) -> str:
    return cardinal(int(written) if written.isdecimal() else roman_value(written), manner)


def _quarter(found: re.Match[str], manner: Manner) -> str:
    numbers = re.split(rf"(\s?{DASH}\s?|,\s|\svà\s|\sđến\s)", found["numbers"])
    said = "".join(
        (" đến quý " if re.fullmatch(rf"\s?{DASH}\s?", one) else one) if place % 2 else _quarter_number(one, manner)
        for place, one in enumerate(numbers)
    )
    return f"{found['lead']}{said}{_year(found['year'], manner)}"


def _period(found: re.Match[str], manner: Manner) -> str:
    """Say "2021–2025" as a period, and no word of it twice."""
    first, last = (cardinal(int(found[name]), manner) for name in ("first", "last"))
    words = before(found)
    if re.search(r"(?:năm học|niên khóa|niên vụ|mùa vụ)\s$", words, re.IGNORECASE):
        return f"{first}, {last}"
    if re.search(r"\d\snăm\s$", words):
        return f", từ năm {first} đến năm {last}"
    if re.search(r"\bcác năm\s$", words, re.IGNORECASE):
        return f"từ {first} đến {last}"
    if re.search(r"\bnăm\s$", words, re.IGNORECASE):
        return f"{first} đến năm {last}"
    start = "" if re.search(r"\btừ\s$", words, re.IGNORECASE) else "từ "
    return f"{start}năm {first} đến năm {last}"


def _time(found: re.Match[str], manner: Manner) -> str:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return found[0]
    # "Tám giờ năm, ngày …" would be taken for a number of days.
    minutes = " phút" if "phút" in found[0] or minute < 10 else ""
    return f"{cardinal(hour, manner)} giờ" + (f" {cardinal(minute, manner)}{minutes}" if minute else "")


def _clock(found: re.Match[str], manner: Manner) -> str:
    if re.search(r"(?:tỷ|tỉ) (?:lệ|số)\s$", before(found)):
        return found[0]
    return _time(found, manner)


_HOUR = r"\d{1,2}\s?(?:h|g|giờ)(?:\s?\d\d)?|\d{1,2}:\d\d"


def _newspaper_date(found: re.Match[str], manner: Manner) -> str:
    """Take "30-4" for a date: nobody counts down."""
    return f"{found[1]}/{found[2]}" if int(found[1]) > int(found[2]) else found[0]


_ROUNDS = r"\b([Đđ]ợt|[Ll]ần|[Kk]ỳ|[Kk]hóa|[Vv]òng|[Tt]ập|[Ss]ố)\s"
_NO_YEAR = "năm|tháng|quý|số|mã|đạt|khoảng|hơn|trên|gần|dưới|là|có|còn|cả|thêm|tới|kiểu|máy|mẫu|Model|được|tổng|và|hoặc"

DATES: tuple[Rule, ...] = (
    rule(rf"{_ROUNDS}(\d{{1,2}}|[IVX]+)/({_YEAR})(?!\d)", r"\1 \2 năm \3"),
    rule(
        rf"\b((?:[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm)\s)({_DAY})\.({_MONTH})(?!\d|\.\d)",
        r"\1\2/\3",
    ),
    rule(rf"{_FREE}({_DAY})-({_MONTH})(?=[,.;:)]|$|\s(?:và|hằng|năm)\s)(?!\.\d|,\d)", _newspaper_date),
    rule(rf"(?<=/)({_MONTH}\svà\s{_DAY})-({_MONTH}){_END}", r"\1/\2"),
    rule(rf"(?<!\w)(?<!các )([Nn]gày)\s({_DAY})-({_MONTH})(?![\d/-]|\s(?:tháng|đến)\s\d)", r"\1 \2/\3"),
    rule(
        rf"(?:\b([Nn]gày)\s)?(?<![\d/])({_DAY}/{_MONTH}(?:/{_YEAR})?)\s?{DASH}\s?(?={_DAY}/{_MONTH}(?:/{_YEAR})?{_END})",
        lambda found, _: f"{found[1] or 'ngày'} {found[2]} đến ngày ",
    ),
    rule(rf"(?<![\d/])({_MONTH}/{_YEAR})\s?{DASH}\s?(?={_MONTH}/{_YEAR}{_END})", r"\1 đến "),
    rule(rf"(?<!\w)({_HOUR})\s?{DASH}\s?(?=(?:{_HOUR})(?!\w))", r"\1 đến "),
    rule(
        rf"(?P<lead>\b[Qq][Uu][ýÝ]\s)(?P<numbers>{_QUARTER}(?:(?:\s?{DASH}\s?|,\s|\svà\s|\sđến\s){_QUARTER})*)"
        rf"(?:\s?[/-]\s?(?P<year>{_YEAR}))?(?![\w/])",
        _quarter,
    ),
    rule(
        rf"(?P<lead>(?:\b[Tt]ừ\s)?(?:\b(?:[Cc]ác\s)?[Nn]gày\s)?)(?<![\d/.,-])(?P<first>{_DAY})\s?{DASH}\s?"
        rf"(?P<last>{_DAY})[/.](?P<month>{_MONTH})(?:[/.](?P<year>{_YEAR}))?{_END}",
        _days,
    ),
    rule(
        rf"(?P<lead>\b[Tt]ừ\s(?:ngày\s)?){_FREE}(?P<first>{_DAY})\s(?:đến|tới)\s(?:ngày\s)?(?P<last>{_DAY})/"
        rf"(?P<month>{_MONTH})(?:/(?P<year>{_YEAR}))?{_END}",
        _days,
    ),
    rule(
        rf"(?P<lead>\b[Nn]gày\s(?:mùng\s|mồng\s)?)?{_FREE}(?P<day>{_DAY})\s?([/.-])\s?(?P<month>{_MONTH})\s?\3\s?(?P<year>{_YEAR}){_END}",
        _date,
    ),
    rule(
        rf"(?P<lead>\b[Nn]gày\s)?{_FREE}(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)(?![\d-])",
        lambda found, manner: _date(found, manner) if 1 <= int(found["day"]) <= 31 else found[0],
    ),
    rule(
        rf"(?P<lead>\b(?:[Nn]gày\s)?(?:[Mm][ùồ]ng\s)?)?{_FREE}(?P<day>{_DAY})/(?P<month>{_MONTH})(?![\d/%]|[.,]\d)",
        _short_date,
    ),
    rule(
        rf"(?P<lead>\b[Tt]háng\s){_FREE}(?P<first>{_MONTH})\s?{DASH}\s?(?P<last>{_MONTH})(?:[/-](?P<year>{_YEAR}))?{_END}",
        _months,
    ),
    rule(rf"(?P<lead>\b[Tt]háng\s){_FREE}(?P<month>{_MONTH})\s?[/.-]\s?(?P<year>{_YEAR}){_END}", _month_of_year),
    rule(rf"(?P<lead>){_FREE}(?P<month>{_MONTH})[/-](?P<year>{_YEAR})(?!\s?-){_END}", _month_of_year),
    rule(rf"{_FREE}(?P<first>{_YEAR})\s?{DASH}\s?(?P<last>{_YEAR}){_END}", _period),
    rule(rf"{_FREE}({_YEAR})/({_YEAR}){_END}", r"\1, \2"),
    rule(rf"^({_YEAR})(?=\s?[,(:;]|$)", r"năm \1"),
    rule(rf"\(({_YEAR})\)", r"(năm \1)"),
    rule(rf"\b(Luật\s[^\d.,;()]{{2,40}}\s)(?<!năm )({_YEAR})(?![\d.,]*\d)", r"\1năm \2"),
    rule(
        rf"(?<!\w)(?!(?i:{_NO_YEAR})\s)([^\W\d_]+\s)((?:19[4-9]|20[0-4])\d)(?=\s?[.,;:!?)](?:\s|$)|$|\s\(|\s(?:tại|của|và|với|do|có|đã|sẽ)\s)",
        r"\1năm \2",
    ),
    rule(rf"\b((?:{_YEAR_WORDS})\s)({_YEAR})(?=[\s]*(?:[,.;:)!?]|$|(?:và|đến|tới|là|có|cũ)\s))", r"\1năm \2"),
    rule(
        rf"\b([Nn]gày)\s(?:mùng\s|mồng\s)?(0?[1-9]|10)(?=,?\s(?:tháng|và|đến|hoặc)\s|,\s\d|,\sngày\s|\s?{DASH}\s?\d)",
        lambda found, manner: f"{found[1]} {day(found[2], manner)}",
    ),
    rule(rf"\b([Tt]háng)\s({_MONTH})(?![\d/]|[.,]\d)", lambda found, manner: f"{found[1]} {month(found[2], manner)}"),
    rule(rf"{_FREE}(\d{{1,2}})\s?{DASH}\s?(?=\d{{1,2}}(?:h|g|\sgiờ)(?![\w/]))", r"\1 đến "),
    rule(r"(?<![\w.,/])(?P<hour>\d{1,2})\s?(?:h|g|giờ)\s?(?P<minute>\d\d)(?:\s?(?:phút|p|'))?(?![\w%]|[.,]\d)", _time),
    rule(r"(?<![\w.,/])(?P<hour>\d{1,2})h(?P<minute>)(?![\w/])", _time),
    rule(r"(?<![\w.,/:])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::\d\d)?(?:\s?giờ)?(?![\w:])", _clock),
    rule(r"(?<![\w.,/:])(\d{1,3}):(\d{1,3})(?![\w:])", r"\1 trên \2"),
    rule(r"(?<![\w.,/:])\d{1,3}(?::\d{1,3}){2,}(?![\w:])", lambda found, _: found[0].replace(":", ", ")),
)
"""Rules for dates, periods and times."""
