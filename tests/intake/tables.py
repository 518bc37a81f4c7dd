"""Small tables for tests, with every column there and only the fields that matter filled in."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from khuyencong.intake.facts import COLUMNS, Facts, Row

PAGE = {"source_url": "https://baodongnai.com.vn/bai-1", "source_kind": "báo chí"}
"""The source of rows that do not care."""

Table = list[dict[str, str]]


def facts_with(**tables: Table) -> Facts:
    """Make tables in memory; a table's name is its file name without the ending."""
    empty: dict[str, tuple[Row, ...]] = dict.fromkeys(COLUMNS, ())
    return empty | {
        f"{name}.csv": tuple(Row(f"{name}.csv", number, PAGE | fields) for number, fields in enumerate(rows, 2))
        for name, rows in tables.items()
    }


def write_tables(folder: Path, tables: Mapping[str, Table]) -> Path:
    """Write tables as CSV files.

    Arguments:
        folder: where to write; made if it is not there.
        tables: rows by the table's file name without the ending.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS[f"{name}.csv"], quoting=csv.QUOTE_ALL, restval="")
            writer.writeheader()
            writer.writerows(PAGE | row for row in rows)
    return folder
