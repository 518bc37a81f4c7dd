"""Dates as sources give them: a day, a month, or only a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from khuyencong.model.fields import one_line, vietnamese_error
from khuyencong.model.problem import quoted
from khuyencong.model.time_zone import VIETNAM

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_OTHER_ORDERS = (
    re.compile(r"(?:ngày )?(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})[T ][0-9:.+Zz-]+"),
    re.compile(r"(?:tháng )?(?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})"),
    re.compile(r"năm (?P<year>[0-9]{4})"),
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day. An unknown part is 0, so an earlier start sorts first.

    Arguments:
        year: 1900 to 2100.
        month: 1 to 12, or 0.
        day: 1 to 31, or 0.
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2022`, `2022-09` or `2022-09-05`.

        Raises:
            ValueError: with a Vietnamese message that says how to write the date.
        """
        written = _WRITTEN.fullmatch(text.strip())
        if not written:
            raise ValueError(_how_to_write(text))
        year, month, day = (int(part or 0) for part in written.groups())
        if not 1900 <= year <= 2100:
            raise ValueError(f'năm "{year}" ngoài khoảng 1900–2100. Hãy xem lại năm.')
        if written[2] and not 1 <= month <= 12:
            raise ValueError(f'không có tháng "{written[2]}". Hãy viết theo thứ tự năm-tháng-ngày: 2022-09-05.')
        if written[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"tháng {month}/{year} không có ngày {day}. Hãy xem lại ngày.")
        return cls(year, month, day)

    @property
    def iso(self) -> str:
        """Write the date as HTML's `datetime` wants it: 2022-09-05, 2022-09 or 2022."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def vietnamese(self) -> str:
        """Write the date for readers: 05/09/2022, tháng 9/2022 or năm 2022."""
        if self.day:
            return f"{self.day:02d}/{self.month:02d}/{self.year}"
        return f"tháng {self.month}/{self.year}" if self.month else f"năm {self.year}"

    @property
    def zoned(self) -> str:
        """Write the date for machines that take a bare day for one of their own: a day as its midnight in Viet Nam."""
        return self.begins.isoformat() if self.day else self.iso

    @property
    def begins(self) -> dt.datetime:
        """The beginning of the first day that the date can mean, in Viet Nam."""
        return dt.datetime(*self.earliest(), tzinfo=VIETNAM)

    def earliest(self) -> tuple[int, int, int]:
        """Give the first day that the date can mean, as year, month, day."""
        return self.year, self.month or 1, self.day or 1

    def latest(self) -> tuple[int, int, int]:
        """Give the last day that the date can mean, as year, month, day."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read a date from the text of the front matter."""
        return core_schema.no_info_plain_validator_function(_validate)


def _validate(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    text = one_line(value)
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise vietnamese_error(str(error)) from error


def _how_to_write(text: str) -> str:
    how = "Hãy viết năm-tháng-ngày, ví dụ 2022-09-05; chỉ biết tháng thì 2022-09, chỉ biết năm thì 2022."
    return f"ngày {quoted(text)} viết không đúng. {_in_another_order(text.strip()) or how}"


def _in_another_order(text: str) -> str:
    """Read a date in the ways people write it, and say how to write it, or that there is no such day."""
    for order in _OTHER_ORDERS:
        found = order.fullmatch(text)
        if found:
            parts = {name: int(part) for name, part in found.groupdict().items()}
            written = PartialDate(parts["year"], parts.get("month", 0), parts.get("day", 0)).iso
            try:
                return f"Hãy viết {PartialDate.parse(written).iso}."
            except ValueError as error:
                return str(error)[0].upper() + str(error)[1:]
    return ""
