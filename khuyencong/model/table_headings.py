"""Finds headings of tables that say nothing: a reader who hears a table cell by cell would hear no name there."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RULE = re.compile(r"[ >]{0,8}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_EMPTY_HEADING = re.compile(r"<th(?:\s[^<>]{0,500})?>\s*</th>", re.IGNORECASE)


def empty_headings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the line (counted from 0) and the column (counted from 1) of each empty heading of a table.

    A heading written as an HTML tag has column 0.

    Arguments:
        text: Markdown without its code.

    Rule: WCAG 2.2, success criterion 1.3.1; axe-core's rule `empty-table-header`.
    """
    if "|" in text:
        lines = text.split("\n")
        for number, line in enumerate(lines[:-1]):
            if "|" in line and "|" in lines[number + 1] and _starts_table(lines, number):
                yield from ((number, column) for column, cell in enumerate(_cells(line), 1) if not cell.strip("*_ "))
    if "<th" in text.lower():
        yield from ((text.count("\n", 0, found.start()), 0) for found in _EMPTY_HEADING.finditer(text))


def _starts_table(lines: list[str], number: int) -> bool:
    is_first = number == 0 or not lines[number - 1].strip(" >")
    return is_first and bool(_RULE.match(lines[number + 1]))


def _cells(line: str) -> list[str]:
    return _CELL_EDGE.split(line.strip(" >").removeprefix("|").removesuffix("|"))
