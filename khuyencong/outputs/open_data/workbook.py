"""XLSX workbooks: the rows with numbers as numbers, and a second sheet that explains the columns."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from khuyencong.model.open_data.dataset import Cell, Table
from khuyencong.outputs.open_data.comma_separated import joined

CREATED = dt.datetime(2025, 7, 1, tzinfo=dt.UTC)
"""The time that every workbook gives for its making, so that the same rows make the same bytes."""
MOST_IN_A_CELL = 32_767
"""Characters that a cell can hold (Microsoft, "Excel specifications and limits")."""
SHEET, EXPLAINED = "Dữ liệu", "Giải thích cột"
_HEADS = ("Tên cột", "Nhãn", "Nghĩa", "Dạng", "Đơn vị")


def xlsx_file(table: Table) -> bytes:
    """Write a dataset as a workbook. Texts are texts, also those that look like formulas or addresses."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to import, and an edit may not need it

    written = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(written, settings) as workbook:
        workbook.set_properties({"title": table.title, "created": CREATED.replace(tzinfo=None)})
        bold = workbook.add_format({"bold": True})
        _fill(workbook.add_worksheet(SHEET), [one.name for one in table.columns], table.rows, bold)
        rows = ((one.name, one.label, one.description, one.type_words, one.unit) for one in table.columns)
        _fill(workbook.add_worksheet(EXPLAINED), _HEADS, rows, bold)
    return written.getvalue()


def _fill(sheet: Any, heads: Iterable[str], rows: Iterable[Iterable[Cell]], bold: Any) -> None:
    names = list(heads)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(names) - 1, 22)
    for position, name in enumerate(names):
        sheet.write_string(0, position, name, bold)
    count = 0
    for count, row in enumerate(rows, start=1):
        for position, cell in enumerate(row):
            _write(sheet, count, position, cell)
    sheet.autofilter(0, 0, count, len(names) - 1)


def _write(sheet: Any, row: int, position: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, position, cell)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, position, cell)
    elif cell:
        text = joined(cell) if isinstance(cell, tuple) else cell
        sheet.write_string(row, position, text[:MOST_IN_A_CELL])
