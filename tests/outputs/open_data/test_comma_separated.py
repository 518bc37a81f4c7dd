"""CSV: right letters in Excel, nothing that a spreadsheet runs, and nothing lost by that."""

from __future__ import annotations

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from khuyencong.outputs.open_data.comma_separated import csv_file, joined, safe
from tests.outputs.open_data.reading import parted, undone
from tests.outputs.open_data.tables import DANGEROUS, LISTS, NUMBER, PLANNED, TEXTS, of_cells, table

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cells(*given: object) -> list[str]:
    """Give the cells of the only row of a file."""
    text = csv_file(of_cells(*given)).decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.reader(io.StringIO(text, newline="")))[1]


@given(st.sampled_from(STARTS), st.text(st.sampled_from(DANGEROUS), max_size=5), TEXTS)
def test_no_cell_begins_like_a_formula_whatever_the_text(start: str, between: str, rest: str) -> None:
    for text in (start + rest, " " + start + rest, start + between + rest):
        assert safe(text).startswith("'")
        assert undone(safe(text)) == text


@given(TEXTS)
@example("'=1+1")
@example("''@A1")
@example("'tên'")
def test_what_made_a_text_safe_can_be_undone_exactly(text: str) -> None:
    assert undone(safe(text)) == text
    assert not safe(text).lstrip(" \u00a0").startswith(STARTS)


def test_texts_that_are_no_formulas_stay_as_they_are() -> None:
    for text in ("Cơ sở chả cá Mười", "'Mười'", "1-2", "a=b", "01/07/2025"):
        assert safe(text) == text


@given(LISTS)
def test_a_list_can_be_taken_out_of_its_cell(texts: tuple[str, ...]) -> None:
    assert parted(joined(texts)) == list(texts)


def test_a_list_whose_first_text_looks_like_a_formula_is_safe_too() -> None:
    assert cells(None, None, None, None, None, ("=1", "b"))[6] == "'=1 | b"


def test_the_file_begins_with_a_byte_order_mark_and_ends_its_lines_as_excel_does() -> None:
    data = csv_file(of_cells("Chả cá, “Mười”"))
    assert data.startswith(b"\xef\xbb\xbfid,title,")
    assert data.decode("utf-8-sig").splitlines(keepends=True)[1] == 'a,"Chả cá, “Mười”",,,,,\r\n'


def test_numbers_stay_numbers_and_truth_is_a_word() -> None:
    assert cells("x", 1200, NUMBER, PLANNED)[2:5] == ["1200", "85.57", "true"]


def test_a_dataset_without_rows_is_a_line_of_names() -> None:
    assert csv_file(table(())).decode("utf-8-sig") == "id,title,count,amount,planned,start,names\r\n"
