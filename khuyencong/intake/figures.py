"""Reads one row of programme_figures.csv: what is counted, where, when, how much, planned or done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from khuyencong.intake.dates import iso_date
from khuyencong.intake.draft import UnusableError
from khuyencong.intake.facts import Row
from khuyencong.intake.words import apart
from khuyencong.model.dates import PartialDate
from khuyencong.model.vietnamese import number

NO_YEAR = "không nêu năm"

_PLANNED = re.compile(r"mục tiêu|kế hoạch|dự kiến|quy hoạch", re.IGNORECASE)
_PLANNED_REMARK = re.compile(r"\s*\((?:mục tiêu|(?:theo )?kế hoạch|dự kiến|quy hoạch)\)")
_YEARS = re.compile(r"\d{4}(?:-\d{4})?")
_UP_TO_MONTH = re.compile(r"(\d{4})-(\d{1,2}/(\d{4}))")
_MOMENT = re.compile(r"(?:(đến|đầu|giữa|cuối) )?((?:\d{1,2}/){0,2}(\d{4}))")
_VALUE = re.compile(r"\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?")
_AREA = re.compile(r"([^()]+?)(?: \((.*)\)(?: - (.*))?)?")


@dataclass(frozen=True)
class Figure:
    """One figure.

    Arguments:
        row: its row.
        province: the province, or the region, or the whole country.
        place: a narrower place, or which borders the figure keeps to.
        period: a year, years, or that no year is given.
        moment: the figure's own time, when it is not simply the period.
        name: what is counted.
        value: the number as the table writes it.
        unit: what it is counted in.
        qualifier: hơn, khoảng, gần, trên, or the like.
        is_planned: whether it is a target and nothing that was reached.
    """

    row: Row
    province: str
    place: str
    period: str
    moment: str
    name: str
    value: str
    unit: str
    qualifier: str
    is_planned: bool

    @property
    def vietnamese_value(self) -> str:
        """The number as Vietnamese readers write it: 9.785; 85,57; 11–15."""
        return "–".join(number(Decimal(part)) for part in self.value.split("-"))


def read_figure(row: Row) -> Figure:
    """Read a row.

    Raises:
        UnusableError: when the value is no number, or year or place cannot be read.
    """
    if not _VALUE.fullmatch(row["value"]):
        raise UnusableError(f'giá trị "{row["value"]}" không phải con số')
    if row["unit"] == "năm":
        raise UnusableError("giá trị là một năm, không phải số liệu của chương trình")
    province, place = _area(row["province"])
    period, moment = _time(_PLANNED_REMARK.sub("", row["year"]))
    unit, qualifiers = apart(_PLANNED_REMARK.sub("", row["unit"]))
    return Figure(
        row=row,
        province=province,
        place=place,
        period=period,
        moment=moment,
        name=_PLANNED_REMARK.sub("", row["indicator"]),
        value=row["value"],
        unit=unit,
        qualifier="; ".join(qualifiers),
        is_planned=bool(_PLANNED.search(f"{row['year']} {row['indicator']} {row['unit']}")),
    )


def _area(text: str) -> tuple[str, str]:
    """Part a province from the remark on the place, the narrowest place first."""
    parts = _AREA.fullmatch(text)
    if not parts:
        raise UnusableError(f'không đọc được nơi "{text}"')
    province, remark, narrower = parts[1], (parts[2] or "").removeprefix("tại "), parts[3] or ""
    if remark.startswith("trước"):
        remark = f"{province} {remark}"
    return province, ", ".join(part for part in (narrower, remark) if part)


def _time(text: str) -> tuple[str, str]:
    """Give the period and the figure's own moment; a year that is only near ("khoảng 2024") is no period."""
    bare, remarks = apart(text)
    remark = "; ".join(remarks)
    if not bare:
        return NO_YEAR, "" if remark == NO_YEAR else remark
    if _YEARS.fullmatch(bare):
        return bare, remark
    if up_to := _UP_TO_MONTH.fullmatch(bare):
        return f"{up_to[1]}-{up_to[3]}", f"từ năm {up_to[1]} đến {_spoken(up_to[2])}"
    if moment := _MOMENT.fullmatch(bare):
        spoken = f"{moment[1] or ''} {_spoken(moment[2])}".strip()
        return moment[3], "; ".join(part for part in (spoken, remark) if part)
    raise UnusableError(f'không đọc được thời gian "{text}"')


def _spoken(date: str) -> str:
    return PartialDate.parse(iso_date(date) or "").vietnamese
