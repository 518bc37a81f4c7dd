"""What rows say in words of documents: which amends or replaces which, and since when one is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from khuyencong.intake.dates import iso_date
from khuyencong.intake.document_numbers import numbers_in
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.slugs import slug_of
from khuyencong.intake.words import apart, listed

IN_FORCE = re.compile(r"hiệu lực (?:từ )?(\d{1,2}/\d{1,2}/\d{4})")
_STARTS_IN_FORCE = re.compile(r"hiệu lực từ (\d{1,2}/\d{1,2}/\d{4})(.*)")
_REPLACED = re.compile(r"được .* thay thế|thay bằng .*")
_AMENDS = "Sửa đổi, bổ sung"
_AMENDED_BY = "sửa đổi bởi"
_DAY_IN_FORCE = re.compile(r"Ngày .* có hiệu lực")


@dataclass(frozen=True)
class Statement:
    """What a row says of a document.

    Arguments:
        kind: the field of the document that it fills.
        slug: the document; of two documents the newer one.
        value: the other document's slug, or the date.
        row: the row that says so.
    """

    kind: Literal["amends", "replaces", "effective"]
    slug: str
    value: str
    row: Row


def statements(facts: Facts) -> Iterator[Statement]:
    """Yield what the tables say of documents."""
    for row in facts["documents.csv"]:
        yield from _of_document(row)
    for row in facts["support_schemes.csv"]:
        yield from _of_scheme(row)
    for row in facts["programme_figures.csv"]:
        if is_day_in_force(row):
            for number in numbers_in(row["indicator"]):
                yield Statement("effective", slug_of(number), iso_date(row["value"]) or "", row)


def is_day_in_force(row: Row) -> bool:
    """Say whether a figure is no figure but the day from which a document is in force."""
    return _DAY_IN_FORCE.fullmatch(row["indicator"]) is not None and "/" in row["value"]


def _of_document(row: Row) -> Iterator[Statement]:
    slug = slug_of(row["number"])
    bare, remarks = apart(row["title_subject"])
    if bare.startswith(_AMENDS):
        for number in numbers_in(bare):
            yield Statement("amends", slug, slug_of(number), row)
    for remark in (part for whole in remarks for part in listed(whole)):
        if _REPLACED.match(remark):
            for number in numbers_in(remark):
                yield Statement("replaces", slug_of(number), slug, row)
        elif day := IN_FORCE.fullmatch(remark):
            yield Statement("effective", slug, iso_date(day[1]) or "", row)


def _of_scheme(row: Row) -> Iterator[Statement]:
    """Read a scheme's legal basis and validity, which name documents too."""
    for clause in listed(row["legal_basis"]):
        amended, _, amending = clause.partition(_AMENDED_BY)
        for number in numbers_in(amending):
            yield Statement("amends", slug_of(number), slug_of(numbers_in(amended)[-1]), row)
        for day in IN_FORCE.finditer(clause):
            yield Statement("effective", slug_of(numbers_in(clause[: day.start()])[-1]), iso_date(day[1]) or "", row)
    started = _STARTS_IN_FORCE.match(row["status"])
    named = numbers_in(row["legal_basis"])
    if started and len(named) == 1:
        yield Statement("effective", slug_of(named[0]), iso_date(started[1]) or "", row)
