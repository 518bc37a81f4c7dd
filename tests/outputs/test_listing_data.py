"""The file from which a script narrows a listing in place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.types import TYPES
from khuyencong.outputs.listing_data import listing_data
from tests.small_builds import Workplace

PAIRS = st.lists(st.tuples(st.text(), st.text()))


@given(PAIRS)
def test_what_is_written_can_be_read(pairs: list[tuple[str, str]]) -> None:
    written = listing_data([card for card, _ in pairs], [values for _, values in pairs])
    assert json.loads(written) == [list(pair) for pair in pairs]


def test_a_card_without_values_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="shorter"):
        listing_data(["<article></article>"], [])


def test_the_file_has_the_cards_of_the_listing_word_for_word(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build()
    for one in TYPES:
        if one.per_page and one.is_narrowed_in_place:
            folder = work.output / one.prefix.strip("/")
            page = (folder / "index.html").read_text("utf-8")
            shown = re.findall(r'<li>\n(<article class="card.*?</article>\n)', page, re.DOTALL)
            entries = json.loads((folder / "danh-sach.json").read_text("utf-8"))
            assert [card for card, _ in entries] == shown, one.key
            assert shown


def test_a_type_too_large_for_one_page_has_neither_file_nor_overviews_and_its_listing_needs_no_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "1")
    monkeypatch.setattr("khuyencong.model.content_type.MOST_ON_ONE_PAGE", 0)
    work = Workplace.make(tmp_path)
    work.build()
    assert [path.name for path in work.output.rglob("danh-sach.json")] == []
    assert not (work.output / "san-pham" / "a-z").exists()
    page = (work.output / "san-pham" / "index.html").read_text("utf-8")
    assert "data-listing" not in page
    assert "filter" not in page
    assert "a-z" not in page
