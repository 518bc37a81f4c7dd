"""JSON: a list of objects, all with the same names, as programs read it at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from khuyencong.model.open_data.dataset import Cell, Table


def json_file(table: Table) -> bytes:
    """Write a dataset as JSON, an object to a line; what is not known is `null`."""
    lines = ",\n".join(compact(one) for one in objects(table))
    return f"[\n{lines}\n]\n".encode()


def objects(table: Table) -> list[dict[str, object]]:
    """Give the rows as objects of plain JSON."""
    names = [one.name for one in table.columns]
    return [{name: plain(cell) for name, cell in zip(names, row, strict=True)} for row in table.rows]


def plain(cell: Cell) -> object:
    """Give a value as JSON has it. Whole numbers stay whole; others have as many digits as they were written with."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return list(cell) if isinstance(cell, tuple) else cell


def compact(value: object) -> str:
    """Write JSON without needless spaces, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def readable(value: Mapping[str, object]) -> bytes:
    """Write JSON for people too."""
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
