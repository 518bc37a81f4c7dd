"""Workbooks: numbers are numbers, texts are texts, the same rows make the same bytes."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from khuyencong.outputs.open_data.workbook import EXPLAINED, MOST_IN_A_CELL, NARROWEST, SHEET, WIDEST, xlsx_file
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


def test_a_known_day_is_a_day_and_is_shown_as_in_the_other_files() -> None:
    cell = workbook(xlsx_file(of_cells("x", 1, NUMBER, PLANNED, "2022-09-05")))[SHEET]["F2"]
    assert (str(cell.value), cell.is_date, cell.number_format) == ("2022-09-05 00:00:00", True, "yyyy-mm-dd")


def test_a_heading_keeps_its_name_and_tells_what_it_means() -> None:
    sheet = workbook(xlsx_file(table(())))[SHEET]
    assert [cell.value for cell in sheet[1]] == [one.name for one in COLUMNS]
    assert [cell.comment.text for cell in sheet[1] if cell.comment][2] == "Số. Một số nguyên."
    assert sheet.freeze_panes == "A2"


def test_a_column_is_as_wide_as_what_stands_in_it_within_bounds() -> None:
    sheet = workbook(xlsx_file(of_cells("a" * 30, 1)))[SHEET]
    assert sheet.column_dimensions["B"].width == pytest.approx(30, abs=1)
    assert sheet.column_dimensions["C"].width == pytest.approx(NARROWEST, abs=1)
    long = workbook(xlsx_file(of_cells("a" * 3000)))[SHEET]
    assert long.column_dimensions["B"].width == pytest.approx(WIDEST, abs=1)


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
