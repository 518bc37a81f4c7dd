"""What people write shorter than they ought to, written out before anything is read: "Q3/2024", "12,5tỷ", "v.v…"."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.rules import DASH, UPPER, Rule, rule

_YEAR = r"(?:19|20)\d\d"
_COUNTED = "nghìn|ngàn|triệu|tỷ|tỉ|vạn|đồng|tấn|tạ|yến|lít|người|hộ|cái|chai|hộp|ngày|tháng|năm|giờ|phút|giây|lần|sao"
_FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đinh|Lâm|Đoàn|Trịnh|Lương|Thái"
)
"""Family names, before which "TS" is a degree and "KS" no hotel."""
_DEGREES = {"TS": "tiến sĩ", "ThS": "thạc sĩ", "KS": "kỹ sư", "BS": "bác sĩ", "CN": "cử nhân"}
_PAPERS = {"NQ": "Nghị quyết", "KL": "Kết luận", "CT": "Chỉ thị"}
_COMPASS = {"N": " vĩ Bắc", "S": " vĩ Nam", "E": " kinh Đông", "W": " kinh Tây", "": ""}


def _english(found: re.Match[str], manner: Manner) -> str:
    whole, cents = found[1].replace(",", "."), found[2]
    return f"{whole},{cents}" if cents.strip("0") else whole


def _coordinate(found: re.Match[str], manner: Manner) -> str:
    seconds = f" {found[3]} giây" if found[3] else ""
    return f"{found[1]} độ {found[2]} phút{seconds}{_COMPASS[found[4] or '']}"


def _weekdays(found: re.Match[str], manner: Manner) -> str:
    return f"thứ {found[1]} đến {f'thứ {found[2]}' if found[2] else 'chủ nhật'}"


SHORTHAND: tuple[Rule, ...] = (
    rule(r"(?:\s?#\w+){2,}\s*$|\s#\w+\s*$", ""),
    rule(r"\s*\(\s*[Bb]ằng chữ\s*:[^()]*\)", ""),
    rule(r"(?<!\w)v\.?\s?v\.?\s?(?:…|\.{2,})", "v.v."),
    rule(r">\s?=", "≥"),
    rule(r"<\s?=", "≤"),
    rule(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+)\.(\d{1,2})(?![\d.])", _english),
    rule(r"(?<![\d.,])([1-5])\s?[*★⭐]+(?!\w)", r"\1 sao"),
    rule(r"[ØφΦ∅]\s?(?=\d)", "phi "),
    rule(r"(\d+)\s?°\s?(\d+)\s?['’′]\s?(?:(\d+(?:[.,]\d+)?)\s?[\"”″])?\s?([NSEW])?(?!\w)", _coordinate),
    rule(r"['’‘′`]+(?=[\d€$£¥₫])", " "),
    rule(r"(?<!\w)D\s?x\s?R\s?x\s?C(?!\w)", "dài, rộng, cao"),
    rule(r"(?<=ngày)[.-](?=đêm)", " "),
    # Amounts.
    rule(r"(?<=\d)(?:tr|triệu)(?=\d(?!\d))", " triệu "),
    rule(rf"(?<=\d)(?=(?:{_COUNTED})(?![^\W\d_]))", " "),
    rule(r"(?<= tỷ)(?=\d)", " "),
    rule(r"((?:[Xx]e|[Tt]ải|[Nn]âng|[Cc]ẩu|[Tt]rục|[Tt]rọng)\s)(\d+(?:,\d+)?)T(?!\w)", r"\1\2 tấn"),
    rule(
        r"((?:[Tt]iêu chí|[Tt]ổng|[Tt]hang|[Tt]ối đa|[Đđ]iểm)[^.;]{0,30}?[\s:])(\d{1,2}|100)\s?đ(?![\w/])", r"\1\2 điểm"
    ),
    rule(r"(?<![\w.,])(\d{1,3})['’′]?\s?[-–]\s?(\d{1,3})['’′](?![\w\"])", r"\1-\2 phút"),
    rule(r"((?:sau|trong|mỗi|khoảng|thêm)\s[\d-]{1,7})['’′](?!\w)", r"\1 phút"),
    rule(r"(?<![\w.,])(\d{1,3})\.(\d)\s?[-–]\s?(\d{1,3})\.(\d)(?![\w.])", r"\1,\2-\3,\4"),
    # Times.
    rule(r"(?<!\w)T([2-7])\s?[-–]\s?(?:T([2-7])|CN)(?!\w)", _weekdays),
    rule(r"(?<!\w)T7\s?(,|và)\s?CN(?!\w)", r"thứ 7 \1 chủ nhật"),
    rule(rf"(?<!\w)[Qq]\.?\s?(I{{1,3}}|IV|[1-4])(?=[/-]{_YEAR}(?!\d))", r"quý \1"),
    rule(rf"(?<!\w)(\d{{1,2}})\s?T(?=/{_YEAR}(?!\d))", r"\1 tháng"),
    rule(r"((?:[Hh]ạn(?: sử)? dùng|HSD|[Bb]ảo hành):?\s)(\d{1,2})T(?!\w)", r"\1\2 tháng"),
    rule(rf"(?<!\w)(\d{{1,2}}\stháng(?:\s(?:đầu|cuối))?)/({_YEAR})(?!\d)", r"\1 năm \2"),
    rule(rf"(?:(?<=[Nn]ăm\s)|(?<![\w/.-]))({_YEAR})\s?{DASH}\s?nay(?!\w)", r"năm \1 đến nay"),
    rule(r"(?<!\w)(năm\s)(?=năm\s\d{4}\sđến nay)", ""),
    rule(rf"\s?{DASH}\s?(?=nay(?!\w))", " đến "),
    rule(rf"(?<=[^\W\d_])\s[-–]\s({_YEAR})(?!\s?{DASH}|[\d/.,]\d|\d)", r" năm \1"),
    rule(rf"\(((?:{_YEAR},\s)+{_YEAR}|{_YEAR}(?:,\s{_YEAR})*\svà\s{_YEAR})\)", r"(các năm \1)"),
    # Offices, papers, people.
    rule(r"(?<!\w)(NĐ|TT|QĐ|NQ|CV|KH|TB)(?=\d+[a-z]?/)", r"\1 "),
    rule(r"(?<!\w)(NQ|KL|CT)(?=\s(?:TW|TƯ|Trung ương|ĐH)(?!\w))", lambda found, _: _PAPERS[found[1]]),
    rule(r"(?<!\w)ĐH(?=\s(?:Đảng|đảng|đại biểu|[IVX]+(?!\w)))", "Đại hội"),
    rule(r"(?<!\w)(TW|TƯ)(?=\d(?!\d))", r"\1 "),
    rule(rf"(?<!\w)P\.\s?(?=[{UPPER}]{{2}})", "phòng "),
    rule(r"(?<=cấp )KV(?!\w)|(?<!\d)(?<!\d\s)(?<!\w)KV(?=\s(?:phía|miền|[IVX]+(?!\w)))", "khu vực"),
    rule(r"(?<=ngày )LV(?!\w)", "làm việc"),
    rule(r"(?<=giờ )HC(?!\w)", "hành chính"),
    rule(r"(?<=\d )HV(?!\w)", "học viên"),
    rule(r"(?<=\d )ĐA(?!\w)", "đề án"),
    rule(r"(?<!\w)ĐP(?=\s\d)", "địa phương"),
    rule(r"(?<=so với )CK(?!\w)|(?<=so )CK(?!\w)", "cùng kỳ"),
    rule(r"(?<!\w)COVID(?!\w)", "Covid"),
    rule(
        rf"(?<!\w)({'|'.join(_DEGREES)})\.\s?(?=(?:{'|'.join(_DEGREES)})[. ])",
        lambda found, _: f"{_DEGREES[found[1]]}, ",
    ),
    rule(r"(?<=giải )KK(?!\w)", "khuyến khích"),
    rule(r"(?<=phần trăm )KH(?!\w)|(?<=%)\s?KH(?!\w)", " kế hoạch"),
    rule(r"([Tt]hu nhập|GRDP|GDP)/(?:đầu\s)?người(?!\w)", r"\1 bình quân đầu người"),
    rule(rf"(?<![\w.])({'|'.join(_DEGREES)})\.?\s(?=(?:{_FAMILIES})\s)", lambda found, _: f"{_DEGREES[found[1]]} "),
    rule(r"(?<!\w)(?:Tel|TEL|Đt)\s?(?=[:/])", "điện thoại"),
    # "SO2 300 mg" would be heard as one number.
    rule(r"([^\W\d_]-?\d{1,3})\s(?=\d)", r"\1, "),
)
"""Rules that write out what is short; they give ordinary writing, which the other rules read."""
