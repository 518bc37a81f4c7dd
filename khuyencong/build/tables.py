"""Lays out plain tables for the terminal and the log, without a library that would have to be imported first."""

from __future__ import annotations

from collections.abc import Sequence

BETWEEN = "  "


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out a table: the first column to the left, numbers to the right.

    Arguments:
        heads: the names of the columns.
        rows: the cells of each row; an empty row becomes a line.
    """
    full = [heads, *(row for row in rows if row)]
    widths = [max(map(len, column)) for column in zip(*full, strict=True)]
    rule = "─" * (sum(widths) + len(BETWEEN) * (len(widths) - 1))
    body = [_line(row, widths) if row else rule for row in rows]
    return "\n".join([_line(heads, widths), rule, *body])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    numbers = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return BETWEEN.join([row[0].ljust(widths[0]), *numbers])
