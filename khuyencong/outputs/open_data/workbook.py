"""XLSX workbooks: numbers and days as such, the rest as texts, and a second sheet that explains the columns."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from khuyencong.model.open_data.dataset import Cell, Table, Type
from khuyencong.outputs.open_data.comma_separated import joined

CREATED = dt.datetime(2025, 7, 1, tzinfo=dt.UTC)
"""The time that every workbook gives for its making, so that the same rows make the same bytes."""
MOST_IN_A_CELL = 32_767
"""Characters that a cell can hold (Microsoft, "Excel specifications and limits")."""
SHEET, EXPLAINED = "Dữ liệu", "Giải thích cột"
NARROWEST, WIDEST = 10, 48
"""Widths of columns in characters; what is longer is cut off by the next cell, and shown whole above the sheet."""
_DAY = len("2022-09-05")
_HEADS = ("Tên cột", "Nhãn", "Nghĩa", "Dạng", "Đơn vị")
_Ready: TypeAlias = str | int | Decimal | bool | dt.date | None


def xlsx_file(table: Table) -> bytes:
    """Write a dataset as a workbook. Texts are texts, also those that look like formulas or addresses.

    A day that is known is a day, in the order of ISO 8601; a month or a year alone stays a text, as it is no day.
    Headings are the names of the columns; a note on each says what it is called and means.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to import, and an edit may not need it

    written = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    types = [one.type for one in table.columns]
    rows = [[_ready(cell, kind) for cell, kind in zip(row, types, strict=True)] for row in table.rows]
    words = [[one.name, one.label, one.description, one.type_words, one.unit] for one in table.columns]
    with Workbook(written, settings) as workbook:
        workbook.set_properties({"title": table.title, "created": CREATED.replace(tzinfo=None)})
        bold = workbook.add_format({"bold": True})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        sheet = workbook.add_worksheet(SHEET)
        _fill(sheet, [one.name for one in table.columns], rows, bold, day)
        for position, one in enumerate(table.columns):
            sheet.write_comment(0, position, f"{one.label}. {one.description}")
        _fill(workbook.add_worksheet(EXPLAINED), _HEADS, words, bold, day)
    return written.getvalue()


def _ready(cell: Cell, kind: Type) -> _Ready:
    text = joined(cell) if isinstance(cell, tuple) else cell
    if not isinstance(text, str):
        return text
    return dt.date.fromisoformat(text) if kind == "date" and len(text) == _DAY else text[:MOST_IN_A_CELL]


def _fill(sheet: Any, heads: Sequence[str], rows: Sequence[Sequence[_Ready]], bold: Any, day: Any) -> None:
    sheet.freeze_panes(1, 0)
    for position, head in enumerate(heads):
        longest = max([len(head) + 2, *(len(str(row[position] or "")) for row in rows)])  # room for the filter's arrow
        sheet.set_column(position, position, min(max(longest, NARROWEST), WIDEST))
        sheet.write_string(0, position, head, bold)
    for number, row in enumerate(rows, start=1):
        for position, cell in enumerate(row):
            _write(sheet, number, position, cell, day)
    sheet.autofilter(0, 0, len(rows), len(heads) - 1)


def _write(sheet: Any, row: int, position: int, cell: _Ready, day: Any) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, position, cell)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, position, cell)
    elif isinstance(cell, dt.date):
        sheet.write_datetime(row, position, cell, day)
    elif cell:
        sheet.write_string(row, position, cell)
