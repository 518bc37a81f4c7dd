"""Reads dates as the tables write them: 05/09/2022, 09/2022, 2022, 27-29/12/2024, 2011-2013."""

from __future__ import annotations

import re

from khuyencong.intake.draft import UnusableError
from khuyencong.model.dates import PartialDate

_DATE = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")
_DAYS = re.compile(r"(\d{1,2})-(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = re.compile(r"(\d{1,2})/(\d{1,2})-(\d{1,2})/(\d{1,2})/(\d{4})")
_YEARS = re.compile(r"(\d{4})-(\d{4})")


def iso_date(text: str) -> str | None:
    """Write a day, a month or a year as the content files do: 2022-09-05, 2022-09, 2022.

    Returns:
        Nothing for a blank.

    Raises:
        UnusableError: when the text is not a date.
    """
    if not text:
        return None
    written = _DATE.fullmatch(text)
    if not written:
        raise UnusableError(f'ngày "{text}" không đọc được')
    day, month, year = (int(part or 0) for part in written.groups())
    parts = [f"{year:04d}"] + [f"{part:02d}" for part in (month, day) if part]
    try:
        return PartialDate.parse("-".join(parts)).iso
    except ValueError as error:
        raise UnusableError(str(error).rstrip(".")) from error


def iso_span(text: str) -> tuple[str | None, str | None]:
    """Give the first and the last day, month or year of a span; the last is missing for a single date.

    Raises:
        UnusableError: when the text is neither a date nor a span.
    """
    if match := _DAYS.fullmatch(text):
        first, last, month, year = match.groups()
        return iso_date(f"{first}/{month}/{year}"), iso_date(f"{last}/{month}/{year}")
    if match := _MONTHS.fullmatch(text):
        first, first_month, last, last_month, year = match.groups()
        return iso_date(f"{first}/{first_month}/{year}"), iso_date(f"{last}/{last_month}/{year}")
    if match := _YEARS.fullmatch(text):
        return match[1], match[2]
    return iso_date(text), None
