"""Tables for the tests of the files of the open data."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from khuyencong.model.open_data.dataset import Cell, Column, Shape, Table

COLUMNS = (
    Column("id", "Mã", "Mã của dòng."),
    Column("title", "Tên", "Tên."),
    Column("count", "Số", "Một số nguyên.", "integer", "cái"),
    Column("amount", "Số tiền", "Một số.", "number", "triệu đồng"),
    Column("planned", "Dự kiến", "Đúng hay sai.", "boolean"),
    Column("start", "Bắt đầu", "Một ngày.", "date"),
    Column("names", "Các tên", "Danh sách.", "list"),
)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", " ", "\u00a0", "＝", "＋", "－", "＠", "|", "\\", ",", '"', ";")
# Without what XML cannot hold: a workbook has no way to write it, and the gate lets none in.
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff\ufeff")
TEXTS = st.text(st.sampled_from(DANGEROUS) | LETTERS, min_size=1, max_size=12)
LISTS = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
NUMBERS = st.decimals(0, 10**9, places=3, allow_nan=False)
DATES = st.sampled_from(("2022", "2022-09", "2022-09-05"))


def of_cells(*cells: Cell) -> Table:
    """Make a table of one row, whose first cells are given."""
    row = ("a", *cells, *[None] * (len(COLUMNS) - 1 - len(cells)))
    return table((row,))


def table(rows: tuple[tuple[Cell, ...], ...], shapes: tuple[Shape, ...] = ()) -> Table:
    """Make a table."""
    return Table("thu", "Bảng thử", "Để thử.", "dòng", COLUMNS, rows, shapes, "2026-11-22")


def tables() -> st.SearchStrategy[Table]:
    """Make tables with any cells that the model can hold."""
    row = st.tuples(
        st.integers(0, 10**6).map(str),
        st.none() | TEXTS,
        st.none() | st.integers(0, 10**9),
        st.none() | NUMBERS,
        st.booleans(),
        st.none() | DATES,
        st.none() | LISTS,
    )
    return st.lists(row, max_size=4).map(lambda rows: table(tuple(rows)))


NUMBER = Decimal("85.57")
PLANNED = True
