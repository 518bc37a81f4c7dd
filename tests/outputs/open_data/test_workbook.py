"""Workbooks: numbers are numbers, texts are texts, the same rows make the same bytes."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from khuyencong.outputs.open_data.workbook import EXPLAINED, MOST_IN_A_CELL, SHEET, xlsx_file
from tests.outputs.open_data.tables import COLUMNS, NUMBER, PLANNED, of_cells, table


def workbook(data: bytes) -> Workbook:
    """Open a workbook as Excel's reader for Python does."""
    return load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("text", ["=1+1", "{=1+1}", "@SUM(A1)", "https://a.example", "00123", "1e5", "internal:A1"])
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    cell = workbook(xlsx_file(of_cells(text)))[SHEET]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_numbers_and_truth_keep_their_kind() -> None:
    row = workbook(xlsx_file(of_cells("x", 1200, NUMBER, PLANNED, "2022-09")))[SHEET][2]
    assert [(cell.value, cell.data_type) for cell in row[2:7]] == [
        (1200, "n"),
        (85.57, "n"),
        (True, "b"),
        ("2022-09", "s"),
        (None, "n"),
    ]


def test_the_second_sheet_explains_every_column() -> None:
    rows = list(workbook(xlsx_file(table(())))[EXPLAINED].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == [one.name for one in COLUMNS]
    assert rows[3] == ("count", "Số", "Một số nguyên.", "số nguyên", "cái")


def test_the_same_rows_make_the_same_bytes_at_any_time() -> None:
    first = xlsx_file(of_cells("Chả cá", 3))
    time.sleep(1.1)  # a time within the file would have another second
    assert xlsx_file(of_cells("Chả cá", 3)) == first
    stamps = {one.date_time for one in zipfile.ZipFile(io.BytesIO(first)).infolist()}
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_too_long_for_a_cell_is_cut_where_excel_would_refuse_it() -> None:
    cell = workbook(xlsx_file(of_cells("a" * (MOST_IN_A_CELL + 5))))[SHEET]["B2"]
    assert len(str(cell.value)) == MOST_IN_A_CELL
