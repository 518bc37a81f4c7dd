"""Comma-separated files (RFC 4180) that a spreadsheet opens with its letters right and runs nothing from."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal

from khuyencong.model.open_data.dataset import Cell, Table

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""
SEPARATOR = " | "
"""Between the texts of a list; a bar within one of them is written `\\|`, and a backslash twice."""

_FORMULA = re.compile(r"'*[ \u00a0]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a spreadsheet may take for a formula (OWASP, "CSV Injection"), with any apostrophes before.

Texts that begin with apostrophes and then so are made safe as well, so that what was done can be undone exactly: of
a cell that begins like this, one apostrophe is taken away.
"""


def csv_file(table: Table) -> bytes:
    """Write a dataset as CSV: UTF-8 with a byte order mark, a line of names, lines that end as RFC 4180 says."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(one.name for one in table.columns)
    writer.writerows([text_of(one) for one in row] for row in table.rows)
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def text_of(cell: Cell) -> str:
    """Write a value as the text of a cell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    if isinstance(cell, int):
        return str(cell)
    return safe(joined(cell) if isinstance(cell, tuple) else cell)


def joined(texts: Iterable[str]) -> str:
    """Write a list into one cell."""
    return SEPARATOR.join(one.replace("\\", "\\\\").replace("|", "\\|") for one in texts)


def safe(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet may take for a formula; it then shows the text."""
    return f"'{text}" if _FORMULA.match(text) else text
