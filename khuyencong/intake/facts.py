"""Reads the fact tables: UTF-8, NFC, without stray spaces, every column that is needed."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "establishments.csv": (
        "name", "type", "commune", "district", "province", "sector", "main_products", "supports_received",
        "source_url", "source_title", "source_date", "also_known_as", "other_source_urls", "source_kind",
        "name_kind", "caution", "street", "founded_year", "website", "certifications",
    ),
    "products.csv": ("product_name", "establishment_name", "group", "source_url", "source_kind"),
    "recognitions.csv": (
        "product_name", "establishment_name", "level", "year", "decision", "source_url", "source_kind",
    ),
    "documents.csv": ("number", "type", "date", "issuer", "title_subject", "source_url", "source_kind"),
    "support_schemes.csv": (
        "scheme", "support_content", "who_is_eligible", "maximum", "legal_basis", "scope", "status",
        "source_url", "source_title", "source_kind",
    ),
    "programme_figures.csv": ("year", "province", "indicator", "value", "unit", "source_url", "source_kind"),
    "events.csv": ("date", "place", "event_type", "event_name", "details", "source_url", "source_kind"),
}  # fmt: skip
"""The tables and the columns that each must have."""


class FactsError(Exception):
    """The tables cannot be read at all; the message is Vietnamese and says what to do."""


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Arguments:
        table: the table's file name.
        number: the row as a spreadsheet counts it, the headings being row 1.
        values: the fields by column.
    """

    table: str
    number: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a field; an empty text when the source does not state it."""
        return self.values.get(column, "")

    @property
    def name(self) -> str:
        """What a person would call the row."""
        columns = ("name", "product_name", "number", "scheme", "indicator", "event_name")
        return next((self[column] for column in columns if self[column]), "")


Facts = Mapping[str, tuple[Row, ...]]
"""The rows of every table by file name; a table that is not in the folder has none."""


def read_facts(folder: Path) -> Facts:
    """Read the tables of a folder.

    Arguments:
        folder: where the CSV files lie.

    Raises:
        FactsError: when there is no folder or no table, or a table is not UTF-8 or lacks a column.
    """
    if not folder.is_dir():
        raise FactsError(f'không có thư mục "{folder}". Hãy xem lại đường dẫn.')
    if not any((folder / name).is_file() for name in COLUMNS):
        raise FactsError(f'thư mục "{folder}" không có bảng nào trong số: {", ".join(COLUMNS)}.')
    return {name: _read_table(folder / name) for name in COLUMNS}


def _read_table(path: Path) -> tuple[Row, ...]:
    if not path.is_file():
        return ()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactsError(f'bảng "{path.name}" không phải UTF-8. Hãy lưu lại với bảng mã UTF-8.') from error
    reader = csv.DictReader(io.StringIO(unicodedata.normalize("NFC", text), newline=""))
    missing = [column for column in COLUMNS[path.name] if column not in (reader.fieldnames or ())]
    if missing:
        raise FactsError(f'bảng "{path.name}" thiếu cột: {", ".join(missing)}.')
    return tuple(Row(path.name, number, _cleaned(values)) for number, values in enumerate(reader, 2))


def _cleaned(values: Mapping[str | None, object]) -> Mapping[str, str]:
    """Strip every field; a row that is too short has blanks, a row that is too long is cut."""
    return {key: " ".join(str(value or "").split()) for key, value in values.items() if key is not None}
