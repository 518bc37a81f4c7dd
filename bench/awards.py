"""Recognitions as the law has them: levels climb in time, the district level ends with June 2025."""

from __future__ import annotations

import random
from typing import Any

LEVELS = ("huyện", "tỉnh", "khu vực", "quốc gia")
OTHERS = ("Nhãn hiệu tập thể", "Chỉ dẫn địa lý", "Hàng Việt Nam chất lượng cao", "Nghề truyền thống")
FIRST_YEAR, LAST_YEAR = 2012, 2025


class Awards:
    """Draws recognitions.

    Arguments:
        rng: the source of chance.
    """

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def draw(self) -> list[dict[str, Any]]:
        """Draw the recognitions of one product: none, some levels of the ladder, stars, another honour."""
        chance = self.rng.random()
        found = [] if chance < 0.35 else self._ladder() if chance < 0.7 else [self._stars()]
        return [*found, self.other()] if self.rng.random() < 0.1 else found

    def other(self) -> dict[str, Any]:
        """Draw an honour that is neither of the two programmes."""
        return {"kind": "khác", "name": self.rng.choice(OTHERS), "year": self._year()}

    def _ladder(self) -> list[dict[str, Any]]:
        steps, year = [], self._year()
        for level in LEVELS[: self.rng.choice((1, 1, 2, 2, 2, 3, 4))]:
            name = "xã" if level == "huyện" and year == LAST_YEAR else level
            decision = f"{self.rng.randint(100, 3999)}/QĐ-{'BCT' if level in LEVELS[2:] else 'UBND'}"
            steps.append({"kind": "CNNT", "level": name, "year": year, "decision": decision})
            year = min(LAST_YEAR, year + self.rng.randint(0, 2))
        return steps

    def _stars(self) -> dict[str, Any]:
        return {"kind": "OCOP", "level": f"{self.rng.choice((3, 3, 3, 4, 4, 5))} sao", "year": self._year()}

    def _year(self) -> int:
        return self.rng.randint(FIRST_YEAR, LAST_YEAR)

    def best(self, recognitions: list[dict[str, Any]]) -> dict[str, Any] | None:
        """Choose the recognition for a card: the highest level, then the latest."""
        ordered = sorted(recognitions, key=lambda one: (self.rank(one), one["kind"] == "OCOP", one["year"]))
        return ordered[-1] if ordered else None

    @staticmethod
    def rank(one: dict[str, Any] | None) -> int:
        """1 to 4 for a level of the ladder, 0 for anything else."""
        if not one or one["kind"] != "CNNT":
            return 0
        return LEVELS.index("huyện" if one["level"] == "xã" else one["level"]) + 1

    @staticmethod
    def label(one: dict[str, Any]) -> str:
        """The recognition in words, as the site writes it."""
        if one["kind"] == "CNNT":
            return f"Sản phẩm CNNT tiêu biểu cấp {one['level']}"
        return f"OCOP {one['level']}" if one["kind"] == "OCOP" else str(one["name"])
