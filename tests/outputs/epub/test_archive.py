"""The file that an e-book is packed into."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.outputs.epub.archive import packed
from tests.ebooks import files_of

NAMES = st.text("abcxyz", min_size=1, max_size=8).map(lambda name: f"EPUB/{name}.xhtml")
FILES = st.dictionaries(NAMES, st.binary(max_size=300))


@given(FILES)
def test_the_book_holds_its_files_in_order_behind_what_it_is(files: dict[str, bytes]) -> None:
    assert list(files_of(packed(files)).items()) == [("mimetype", b"application/epub+zip"), *files.items()]


@given(FILES)
def test_the_same_files_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert packed(files) == packed(dict(files))


def test_a_program_that_knows_no_archives_can_tell_what_it_is() -> None:
    data = packed({"EPUB/a.xhtml": b"x" * 1000})
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_pictures_are_stored_and_texts_are_packed() -> None:
    files = {"EPUB/a.jpg": b"x" * 1000, "EPUB/a.png": b"x" * 1000, "EPUB/a.xhtml": b"x" * 1000}
    with zipfile.ZipFile(io.BytesIO(packed(files))) as archive:
        ways = [one.compress_type for one in archive.infolist()]
    assert ways == [zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]


def test_no_file_tells_when_or_where_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(packed({"EPUB/a.xhtml": b""}))) as archive:
        assert {(one.date_time, one.create_system, one.extra) for one in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 3, b"")
        }


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.xhtml", "EPUB/../../a.xhtml"])
def test_no_file_leads_out_of_the_book(path: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        packed({path: b""})
