"""Reads `content/redirects.csv`, which staff write, and `content/addresses.csv`, which publishing writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from khuyencong.model.old_address import AddressFault, old_address
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.source import read_source

REDIRECTS = "redirects.csv"
ADDRESSES = "addresses.csv"
HEADS = ("địa chỉ cũ", "địa chỉ mới", "ghi chú")
ADDRESS_HEADS = ("địa chỉ", "tệp", "tên")
WITHDRAWN = "đã gỡ"
"""Stands in place of the new address for a page that was taken away for good."""
MOST_LINES = 200_000
MOST_BYTES = 40_000_000


class Move(NamedTuple):
    """A line of `redirects.csv`.

    Arguments:
        line: its line in the file.
        old: the old address, in the form of `old_address`.
        target: where it leads, as written.
    """

    line: int
    old: str
    target: str


class Published(NamedTuple):
    """A line of `addresses.csv`: an address that has been published.

    Arguments:
        line: its line in the file.
        address: the address.
        path: the content file that it belongs to, relative to the content folder.
        title: the name of the entry.
    """

    line: int
    address: str
    path: str
    title: str


def read_redirects(root: Path, shown: str) -> tuple[list[Move], str, list[Problem]]:
    """Read the table of moved pages; without the file there are none.

    Arguments:
        root: the content folder.
        shown: how problems name it.

    Returns:
        The lines that can be used, what separates the cells, and the problems.
    """
    rows, separator, problems = _rows(root / REDIRECTS, f"{shown}/{REDIRECTS}", HEADS)
    moves: list[Move] = []
    for line, cells in rows:
        try:
            moves.append(Move(line, old_address(cells[0]), cells[1].strip()))
        except AddressFault as fault:
            problems.append(Problem(f"{shown}/{REDIRECTS}", line, HEADS[0], str(fault)))
    return moves, separator, problems


def read_addresses(root: Path, shown: str) -> tuple[list[Published], list[Problem]]:
    """Read which addresses have been published; without the file nothing has been.

    Arguments:
        root: the content folder.
        shown: how problems name it.
    """
    rows, _, problems = _rows(root / ADDRESSES, f"{shown}/{ADDRESSES}", ADDRESS_HEADS)
    return [Published(line, *cells) for line, cells in rows], problems


def write_addresses(published: Sequence[tuple[str, str, str]]) -> str:
    """Write `addresses.csv`: address, content file and name of each entry."""
    table = io.StringIO(newline="")
    csv.writer(table, lineterminator="\n").writerows([ADDRESS_HEADS, *published])
    return table.getvalue()


def _rows(path: Path, shown: str, heads: Sequence[str]) -> tuple[list[tuple[int, list[str]]], str, list[Problem]]:
    """Give line and three cells of each row below the heads."""
    if not path.exists():
        return [], ";", []
    text, problems = read_source(path, shown, MOST_BYTES)
    if problems:
        return [], ";", problems
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    rows: list[tuple[int, list[str]]] = []
    try:
        for line, cells in _cells(text, separator):
            if len(rows) > MOST_LINES:
                problems.append(Problem(shown, line, "", _TOO_LONG))
                break
            if len(cells) > len(heads):
                problems.append(Problem(shown, line, "", _TOO_WIDE))
            else:
                rows.append((line, [*cells, "", ""][: len(heads)]))
    except csv.Error:
        last = rows[-1][0] + 1 if rows else 1
        return [], separator, [*problems, Problem(shown, last, "", _UNREADABLE)]
    written = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    if written not in (list(heads), [*heads[:2], ""]):  # the last column may be left out
        wanted = separator.join(heads)
        return [], separator, [Problem(shown, 1, "", f"dòng đầu phải là tên các cột. Hãy viết {quoted(wanted)}.")]
    return rows[1:], separator, problems


_TOO_WIDE = "dòng này có nhiều ô hơn ba cột. Hãy đặt ô có dấu phân cách trong dấu nháy kép."
_UNREADABLE = "không đọc được từ dòng này trở đi: có dấu nháy kép mở mà không đóng. Hãy xem lại các dấu nháy kép."
_TOO_LONG = f"bảng có hơn {MOST_LINES} dòng. Hãy bỏ bớt dòng cũ."


def _cells(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the line on which it begins."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    for cells in table:
        while len(cells) > 1 and not cells[-1].strip():  # Excel fills rows up with empty cells
            cells.pop()
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = table.line_num + 1
