"""Reading the tables."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from khuyencong.intake.facts import read_facts
from tests.intake.tables import write_tables


def test_texts_become_nfc_without_stray_spaces(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "  Chả  cá Mười ")
    facts = read_facts(write_tables(tmp_path, {"products": [{"product_name": decomposed}]}))
    assert facts["products.csv"][0]["product_name"] == "Chả cá Mười"


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    facts = read_facts(write_tables(tmp_path, {"products": [{"product_name": "a"}, {"product_name": "b"}]}))
    assert [(row.number, row.name) for row in facts["products.csv"]] == [(2, "a"), (3, "b")]


def test_a_table_that_is_not_there_has_no_rows(tmp_path: Path) -> None:
    assert read_facts(write_tables(tmp_path, {"products": []}))["events.csv"] == ()
