"""What files to download hold within is looked at like pages are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from khuyencong.checks.planted.gambling import no_gambling
from khuyencong.checks.planted.hosts import reviewed_hosts
from khuyencong.checks.planted.inside import linked_hosts, words_inside
from khuyencong.checks.planted.reviewed import Reviewed
from tests.checks.pages import GOOD, site

AWAY = "https://la.789bet.top/x"


def an_xlsx() -> bytes:
    book, written = openpyxl.Workbook(), io.BytesIO()
    sheet = book.create_sheet("a")
    sheet["A1"] = "nổ hũ"
    sheet["A2"].hyperlink = AWAY
    book.save(written)
    return written.getvalue()


def an_archive(member: str, text: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(member, text)
    return written.getvalue()


def a_pdf() -> bytes:
    document, written = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=AWAY)
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = pikepdf.Array([link])
    document.save(written)
    return written.getvalue()


FILES = {
    "a.xlsx": an_xlsx(),
    "a.epub": an_archive(
        "x/a.xhtml", f'<html xmlns="http://www.w3.org/1999/xhtml"><a href="{AWAY}">nổ <b>hũ</b></a></html>'
    ),
    "a.docx": an_archive("word/document.xml", f"<w:p><w:t>nổ</w:t><w:t> hũ</w:t></w:p><w:p>{AWAY}</w:p>"),
    "a.zip": an_archive("a.txt", f"nổ hũ {AWAY}"),
}


@pytest.mark.parametrize("name", FILES)
def test_links_and_words_in_files_to_download_are_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    pages = site(tmp_path, {"co-so/index.html": GOOD})
    assert [one.path for one in reviewed_hosts(pages, Reviewed())] == [name]
    assert [one.path for one in no_gambling(pages, Reviewed())][:1] == [name]


def test_links_in_a_pdf_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(a_pdf())
    assert [host for host, _ in linked_hosts(tmp_path / "a.pdf")] == ["la.789bet.top"]


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", "a.zip"])
def test_a_broken_file_breaks_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 broken")
    assert list(linked_hosts(tmp_path / name)) == []
    assert words_inside(tmp_path / name) == ""
