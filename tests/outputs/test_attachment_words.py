"""The words of files to download: read from each kind, so that personal data in them are found."""

from __future__ import annotations

import io

import pikepdf
import pytest

from khuyencong.model.personal import personal_in
from khuyencong.outputs.attachments.words import words_in
from tests.attachments import archive, pdf

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf_saying(text: str) -> bytes:
    """Make a PDF that shows a line of text."""
    made = pikepdf.open(io.BytesIO(pdf(1)))
    page = made.pages[0]
    page.Contents = made.make_stream(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def document(text: str) -> bytes:
    """Make a DOCX whose text is cut into runs, as Word does."""
    half = len(text) // 2
    runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in (text[:half], text[half:]))
    xml = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{runs}</w:p><w:p/></w:body></w:document>'
    return archive({"word/document.xml": xml})


def table(heading: str, cell: str) -> bytes:
    """Make an XLSX with a heading and a number below it."""
    strings = f"<sst><si><t>{heading}</t></si></sst>"
    sheet = f'<sheetData><c r="A1" t="s"><v>0</v></c><c r="A2"><v>{cell}</v></c></sheetData>'
    return archive({"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet})


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", pdf_saying("Goi 0912 345 678"), "phone"),
        ("a.docx", document("Gọi 0912 345 678"), "phone"),
        ("a.xlsx", table("Số điện thoại", "912345678"), "phone"),
        ("a.xlsx", table("Số CCCD", "77075001234"), "identity"),
        ("a.xlsx", table("Thư: ten@gmail.com", "1"), "email"),
        ("a.ods", archive({"content.xml": "<text:p>ten@gmail.com</text:p>"}), "email"),
        ("a.csv", "tên;số\n\ufeffA;0912345678\n".encode(), "phone"),
        ("a.zip", archive({"b/c.docx": document("CMND 273456789")}), "identity"),
    ],
)
def test_personal_data_are_found_in(name: str, data: bytes, kind: str) -> None:
    assert [found for _, found, _ in personal_in(words_in(name, data))] == [kind]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", table("Kinh phí (đồng)", "912345678")),
        ("a.xlsx", table("Mẫu: ngày sinh, số CCCD, điện thoại", "12")),
        ("a.docx", document("Họ tên: ……… Ngày sinh: ……… Điện thoại: ………")),
        ("a.pdf", b"%PDF-1.7 hong"),
        ("a.docx", b"PK hong"),
        ("a.mp3", b"ID3"),
    ],
)
def test_nothing_is_found_in(name: str, data: bytes) -> None:
    assert list(personal_in(words_in(name, data))) == []
