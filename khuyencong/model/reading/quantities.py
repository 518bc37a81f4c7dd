"""Money, shares and units of measure."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import NUMBER
from khuyencong.model.reading.rules import DASH, Rule, before, rule

UNITS = {
    "m²": "mét vuông",
    "m2": "mét vuông",
    "m³": "mét khối",
    "m3": "mét khối",
    "km²": "ki-lô-mét vuông",
    "km2": "ki-lô-mét vuông",
    "cm²": "xen-ti-mét vuông",
    "cm2": "xen-ti-mét vuông",
    "cm³": "xen-ti-mét khối",
    "cm3": "xen-ti-mét khối",
    "mm²": "mi-li-mét vuông",
    "dm³": "đề-xi-mét khối",
    "km": "ki-lô-mét",
    "m": "mét",
    "dm": "đề-xi-mét",
    "cm": "xen-ti-mét",
    "mm": "mi-li-mét",
    "ha": "héc-ta",
    "kg": "ki-lô-gam",
    "Kg": "ki-lô-gam",
    "KG": "ki-lô-gam",
    "g": "gam",
    "gr": "gam",
    "mg": "mi-li-gam",
    "µg": "mi-crô-gam",
    "l": "lít",
    "L": "lít",
    "ml": "mi-li-lít",
    "mL": "mi-li-lít",
    "°C": "độ C",
    "ºC": "độ C",
    "oC": "độ C",
    "°F": "độ F",
    "°N": "độ đạm",
    "ºN": "độ đạm",
    "°Bx": "độ Brix",
    "°": "độ",
    "º": "độ",
    "W": "oát",
    "kW": "ki-lô-oát",
    "KW": "ki-lô-oát",
    "MW": "mê-ga-oát",
    "GW": "gi-ga-oát",
    "kWh": "ki-lô-oát giờ",
    "KWh": "ki-lô-oát giờ",
    "kwh": "ki-lô-oát giờ",
    "MWh": "mê-ga-oát giờ",
    "GWh": "gi-ga-oát giờ",
    "MWp": "mê-ga-oát đỉnh",
    "kWp": "ki-lô-oát đỉnh",
    "kVA": "ki-lô-vôn am-pe",
    "KVA": "ki-lô-vôn am-pe",
    "MVA": "mê-ga-vôn am-pe",
    "kVAr": "ki-lô-va",
    "V": "vôn",
    "kV": "ki-lô-vôn",
    "KV": "ki-lô-vôn",
    "mA": "mi-li am-pe",
    "Hz": "héc",
    "kHz": "ki-lô-héc",
    "MHz": "mê-ga-héc",
    "GHz": "gi-ga-héc",
    "HP": "mã lực",
    "hp": "mã lực",
    "CV": "mã lực",
    "TOE": "tấn dầu quy đổi",
    "toe": "tấn dầu quy đổi",
    "ppm": "phần triệu",
    "dB": "đê-xi-ben",
    "rpm": "vòng mỗi phút",
    "bar": "ba",
    "Pa": "pát-xcan",
    "MPa": "mê-ga pát-xcan",
    "kcal": "ki-lô ca-lo",
    "KB": "ki-lô-bai",
    "MB": "mê-ga-bai",
    "GB": "gi-ga-bai",
    "TB": "tê-ra-bai",
    "Mbps": "mê-ga-bít mỗi giây",
    "dpi": "điểm mỗi inh",
    "inch": "inh",
    "h": "giờ",
}
"""How units are said."""

_ANY = "|".join(re.escape(one) for one in sorted(UNITS, key=len, reverse=True))
_SCALE = r"nghìn|ngàn|triệu|tỷ|tỉ|vạn"
MONEY = {
    "đ": "đồng",
    "₫": "đồng",
    "VNĐ": "đồng",
    "VND": "đồng",
    "vnđ": "đồng",
    "đồng": "đồng",
    "USD": "đô la Mỹ",
    "US$": "đô la Mỹ",
    "$": "đô la Mỹ",
    "EUR": "ơ-rô",
    "€": "ơ-rô",
    "JPY": "yên Nhật",
    "¥": "yên Nhật",
    "CNY": "nhân dân tệ",
    "NDT": "nhân dân tệ",
    "GBP": "bảng Anh",
    "£": "bảng Anh",
}
"""How money is said."""
_COINS = "|".join(re.escape(one) for one in sorted(MONEY, key=len, reverse=True))
_QUANTITY = rf"{NUMBER}(?:\s?(?:{_SCALE}))?"

_PLACES = frozenset(
    "tỉnh huyện quận xã phường ấp thôn làng bản buôn sở ngành đơn thành thị khu cụm tổ đoàn đảng nam nữ".split()  # noqa: SIM905
)
"""Words that stand side by side about a slash and measure nothing."""
_MEASURES = frozenset(
    "đồng tấn tạ yến lít người hộ ngày giờ lần lượt chai hộp cái con chiếc cơ sản phẩm mô sở triệu tỷ suất lớp".split()  # noqa: SIM905
) | frozenset(word for name in UNITS.values() for word in name.split())


def _slash(found: re.Match[str], manner: Manner) -> str:
    """Say a slash between words: "mỗi" behind a quantity, else a pause."""
    words = before(found)
    left = re.findall(r"[^\W\d_]+", words)[-1:]
    right = re.match(r"[^\W\d_]+", found.string[found.end() :])
    pair = {*(one.lower() for one in left), right[0].lower() if right else ""}
    if pair & {"và", "hoặc"}:
        return " "
    if pair <= {"có", "không", "đúng", "sai", "đạt"}:
        return " hoặc "
    counted = re.search(rf"{NUMBER}(?:[\s/][^\W\d_-]+(?:-[^\W\d_-]+)*){{1,5}}$|\bphần trăm$", words)
    measured = left and left[0].lower() in _MEASURES
    if pair <= _PLACES or not (counted or measured):
        return ", "
    return " mỗi "


def _unit(found: re.Match[str], manner: Manner) -> str:
    return f"{found[1]} {UNITS[found[2]]}"


PREFIXED: tuple[Rule, ...] = (
    rule(rf"(?:US\$|\$)\s?({_QUANTITY})", r"\1 đô la Mỹ"),
    rule(
        rf"(?<!\w)(?P<coin>USD|EUR|VND|VNĐ|€|£|¥|₫)\s?(?P<amount>{_QUANTITY})",
        lambda found, _: f"{found['amount']} {MONEY[found['coin']]}",
    ),
)
"""Rules for money whose sign stands before the amount; they come before abbreviations are spelt out."""

QUANTITIES: tuple[Rule, ...] = (
    rule(rf"(?<=[\dm])\s?[x×]\s?(?={NUMBER})", " nhân "),
    # A decimal point in place of the comma, where a unit shows that it is no version.
    rule(
        rf"(?<![\d.,])(\d+)\.(\d{{1,2}})(?=\s?(?:[%‰]|(?:{_SCALE}|{_ANY}|{_COINS}|tấn|lít|lần|điểm)(?!\w)))", r"\1,\2"
    ),
    rule(rf"(?<![\w/.,-])((?:{_QUANTITY})\s?(?:%|‰|(?:{_ANY}|{_COINS})(?!\w))?)\s?{DASH}\s?(?={NUMBER})", r"\1 đến "),
    rule(rf"({NUMBER})\s?(?:tr\.?\s?(?:đ|đồng)|trđ)(?!\w)", r"\1 triệu đồng"),
    rule(rf"({NUMBER})\s?tr(?!\w)", r"\1 triệu"),
    rule(rf"(?<![\w-])({NUMBER})k(?![\w./-])", r"\1 nghìn"),
    rule(rf"({NUMBER}(?:\s(?:{_SCALE}))?)\s?({_COINS})(?!\w)", lambda found, _: f"{found[1]} {MONEY[found[2]]}"),
    rule(r"(?<=[\s(])(?:đ|₫|VNĐ|VND)(?=\s?/)", "đồng"),
    rule(r"\s?%", " phần trăm"),
    rule(r"\s?‰", " phần nghìn"),
    rule(rf"({NUMBER}(?:\s(?:{_SCALE}))?)\s?({_ANY})(?![\w²³])", _unit),
    rule(r"(?<=/)s(?!\w)", "giây"),
    rule(rf"(?<=/)({_ANY})(?![\w²³])", lambda found, _: UNITS[found[1]]),
    rule(rf"(?<![\w])({_ANY})(?=\s?/)", lambda found, _: UNITS[found[1]]),
    rule(r"(?<![\w-])(m²|m³|km²|ha|kg|km|kWh|kVA|kW|kV|°C|cm|mm|ml|mg)(?![\w²³-])", lambda found, _: UNITS[found[1]]),
    rule(r"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])", _slash),
)
"""Rules for quantities."""
