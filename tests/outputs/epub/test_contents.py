"""The list of files in the package document of an e-book."""

from __future__ import annotations

import pytest

from khuyencong.outputs.epub.contents import items


def test_pages_are_read_in_order_and_other_files_are_not_read() -> None:
    found = items(["cover.xhtml", "nav.xhtml", "book.css", "cover.jpg"], "cover.jpg", "nav.xhtml")
    assert [(one.href, one.media_type, one.properties, one.in_spine) for one in found] == [
        ("cover.xhtml", "application/xhtml+xml", "", True),
        ("nav.xhtml", "application/xhtml+xml", "nav", True),
        ("book.css", "text/css", "", False),
        ("cover.jpg", "image/jpeg", "cover-image", False),
    ]
    assert len({one.id for one in found}) == len(found)


def test_a_kind_of_file_that_not_every_reader_knows_is_refused() -> None:
    with pytest.raises(KeyError, match="heic"):
        items(["a.heic"], "", "nav.xhtml")
