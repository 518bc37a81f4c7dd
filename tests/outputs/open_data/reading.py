"""Reads files of the open data back, as the page says that it is done."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re

from openpyxl import load_workbook

from khuyencong.model.open_data.dataset import Column

MADE_SAFE = re.compile(r"'+[ \u00a0]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def from_csv(data: bytes, columns: tuple[Column, ...]) -> list[dict[str, object]]:
    """Read a CSV file into the values of the JSON file."""
    text = data.decode("utf-8-sig")
    types = {one.name: one.type for one in columns}
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{name: _value(cell, types[name]) for name, cell in row.items()} for row in rows]


def from_xlsx(data: bytes, columns: tuple[Column, ...]) -> list[dict[str, object]]:
    """Read a workbook into the values of the JSON file."""
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    types = {one.name: one.type for one in columns}
    heads, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    names = [str(head) for head in heads]
    return [{name: _of_workbook(cell, types[name]) for name, cell in zip(names, row, strict=True)} for row in rows]


def _of_workbook(cell: object, kind: str) -> object:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return parted(str(cell)) if kind == "list" and cell is not None else cell


def undone(cell: str) -> str:
    """Take away the apostrophe that made a cell safe."""
    return cell[1:] if MADE_SAFE.match(cell) else cell


def parted(cell: str) -> list[str]:
    """Take a list out of a cell."""
    return [re.sub(r"\\(.)", r"\1", one) for one in re.findall(r"((?:[^\\|]|\\.)*?)(?: \| |\Z)", cell, re.DOTALL)[:-1]]


def _value(cell: str, kind: str) -> object:
    if cell == "":
        return None
    if kind == "boolean":
        return cell == "true"
    if kind in ("integer", "number"):
        return float(cell) if "." in cell else int(cell)
    return parted(undone(cell)) if kind == "list" else undone(cell)
