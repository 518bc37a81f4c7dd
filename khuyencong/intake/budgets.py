"""Tells the programmes' own money from other figures, and money that was planned from money that was spent."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from khuyencong.intake.draft import Fields
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.figures import Figure

UNITS = ("đồng", "triệu đồng", "tỷ đồng")
_SMALLER = {"tỷ đồng": ("triệu đồng", 3), "triệu đồng": ("đồng", 6)}
TOTAL_NOTE = "tổng số theo nguồn"
UNCLEAR_NOTE = "chưa rõ là số được giao hay đã chi"

_MONEY = re.compile(
    r"(?:Tổng )?kinh phí |Giải ngân khuyến công|Ngân sách tỉnh hỗ trợ Kế hoạch khuyến công", re.IGNORECASE
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDTHS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_APPROVED = re.compile(r"\s*\(phê duyệt\)")
_GIVEN = re.compile(r"giải ngân|hỗ trợ|nghiệm thu", re.IGNORECASE)


class Budgets:
    """Reads money figures with an eye on the page they come from."""

    def __init__(self, facts: Facts) -> None:
        """Note which pages speak of nothing but plans: all their figures without money are marked as planned."""
        words: dict[tuple[str, ...], list[bool]] = defaultdict(list)
        for row in facts["programme_figures.csv"]:
            if not _MONEY.match(row["indicator"]):
                words[_page(row)].append(_is_marked(row))
        self._plans = {page for page, marked in words.items() if all(marked)}

    def is_budget(self, figure: Figure) -> bool:
        """Say whether a figure is money of the programme, as one plain number."""
        is_money = bool(_MONEY.match(figure.name)) and figure.unit in UNITS
        return is_money and bool(_PLAIN.fullmatch(figure.value))

    def fields(self, figure: Figure) -> Fields:
        """Give the budget entry of a figure, without its sources."""
        is_approved = bool(_APPROVED.search(figure.name))
        is_planned = figure.is_planned or is_approved or _page(figure.row) in self._plans
        notes = [
            figure.qualifier,
            "được phê duyệt" if is_approved else "",
            TOTAL_NOTE if figure.name.startswith("Tổng ") else "",
            figure.moment,
            figure.place,
            "" if is_planned or _GIVEN.search(figure.name) else UNCLEAR_NOTE,
        ]
        amount, unit = _unmistakable(figure.value, figure.unit)
        return {
            "source": _APPROVED.sub("", figure.name),
            "unit": unit,
            "planned" if is_planned else "spent": amount,
            "note": "; ".join(note for note in notes if note) or None,
        }


def _unmistakable(amount: str, unit: str) -> tuple[str, str]:
    """Write 3.865 tỷ đồng as 3865 triệu đồng: three digits after a point look like thousands, and the model refuses."""
    if not _THOUSANDTHS.fullmatch(amount) or unit not in _SMALLER:
        return amount, unit
    smaller, power = _SMALLER[unit]
    return f"{Decimal(amount).scaleb(power):f}", smaller


def _page(row: Row) -> tuple[str, ...]:
    return row["source_url"], row["province"], row["year"]


def _is_marked(row: Row) -> bool:
    return bool(re.search(r"mục tiêu|kế hoạch|dự kiến|quy hoạch", row["indicator"], re.IGNORECASE))
