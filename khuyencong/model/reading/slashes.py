"""What a slash between two words says: "mỗi" behind a quantity, else a pause."""

from __future__ import annotations

import re

from khuyencong.model.reading.manner import Manner
from khuyencong.model.reading.numbers import NUMBER
from khuyencong.model.reading.rules import Rule, before, rule
from khuyencong.model.reading.units import SCALE, UNITS

_PLACES = frozenset(
    "tỉnh huyện quận xã phường ấp thôn làng bản buôn sở ngành đơn thành thị khu cụm tổ đoàn đảng nam nữ".split()  # noqa: SIM905
)
"""Words that stand side by side about a slash and measure nothing."""
_MEASURES = frozenset(
    "đồng tấn tạ yến lít người hộ ngày giờ lần lượt chai hộp cái con chiếc cơ sản phẩm mô sở triệu tỷ suất lớp".split()  # noqa: SIM905
) | frozenset(word for name in UNITS.values() for word in name.split())
_TIMES = frozenset("năm tháng quý tuần ngày giờ phút giây vụ ca mẻ".split())  # noqa: SIM905
ALIKE = (
    (
        *("doanh nghiệp", "hợp tác xã", "tổ hợp tác", "cơ sở", "hộ kinh doanh", "hộ gia đình", "công ty"),
        *("cá nhân", "tổ chức", "đơn vị", "địa phương", "chủ cơ sở"),
    ),
    ("nước", "quốc gia", "vùng lãnh thổ"),
    ("sản phẩm", "bộ sản phẩm", "nhóm sản phẩm"),
    ("phòng", "ban", "trung tâm"),
)
"""Things of one kind: about a slash they are alternatives, whatever number stands before them."""
_WORD = r"[^\W\d_-]+(?:-[^\W\d_-]+)*"
_COUNTED = re.compile(rf"{NUMBER}(?:[\s/]{_WORD}){{1,5}}$|\bphần trăm$")
_COUNTED_LONG = re.compile(rf"{NUMBER}(?:[\s/]{_WORD}){{1,14}}$")


def _is_alike(words: str, rest: str) -> bool:
    return any(
        any(words.endswith(one) for one in group) and re.match(rf"(?:{'|'.join(group)})(?!\w)", rest) is not None
        for group in ALIKE
    )


def _slash(found: re.Match[str], manner: Manner) -> str:
    words, rest = before(found, 100), found.string[found.end() : found.end() + 40].lower()
    left = re.findall(r"[^\W\d_]+", words)[-1:]
    right = re.match(r"[^\W\d_]+", rest)
    pair = {*(one.lower() for one in left), right[0] if right else ""}
    if pair & {"và", "hoặc"}:
        return " "
    if pair <= {"có", "không", "đúng", "sai", "đạt"}:
        return " hoặc "
    if pair <= _PLACES or _is_alike(words.lower(), rest):
        return ", "
    measured = left and left[0].lower() in _MEASURES
    lasts = right and right[0] in _TIMES and _COUNTED_LONG.search(words)
    return " mỗi " if measured or lasts or _COUNTED.search(words) else ", "


SLASHES: tuple[Rule, ...] = (
    rule(rf"(?:(?<=đồng)|(?<=triệu)|(?<=tỷ))\s?/\s?(?={NUMBER}\s(?:{SCALE}|đồng))", " trên "),
    # "300 triệu đồng/01 mô hình", "20.000 đồng/1kg": one of them is meant by "mỗi" already.
    rule(r"(?<=[^\W\d_])\s?/\s?0?1\s?(?=[^\W\d_])", "/"),
    rule(r"(?<=[^\W\d_])\s?/\s?(?=(?:10{1,3}(?:\.000)?|1\.000)\s?[^\W\d_])", " trên "),
    rule(r"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])", _slash),
)
"""Rules for slashes behind words; the amounts before them are still in digits."""
