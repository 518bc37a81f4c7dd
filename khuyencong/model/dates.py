"""Dates as sources give them: a day, a month, or only a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_VIETNAMESE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


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
            raise ValueError(f'năm "{year}" ngoài khoảng 1900–2100.')
        if written[2] and not 1 <= month <= 12:
            raise ValueError(f'không có tháng "{written[2]}". Ngày viết theo thứ tự năm-tháng-ngày: 2022-09-05.')
        if written[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"tháng {month}/{year} không có ngày {day}.")
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
    try:
        return PartialDate.parse(str(value))
    except ValueError as error:
        raise PydanticCustomError("vietnamese", "{message}", {"message": str(error), "field": ""}) from error


def _how_to_write(text: str) -> str:
    how = "Hãy viết năm-tháng-ngày, ví dụ 2022-09-05; chỉ biết tháng thì 2022-09, chỉ biết năm thì 2022."
    vietnamese = _VIETNAMESE.fullmatch(text.strip())
    if vietnamese:
        day, month, year = vietnamese.groups()
        how = f"Hãy viết {year}-{int(month):02d}-{int(day):02d}."
    return f'ngày "{text}" viết không đúng. {how}'
