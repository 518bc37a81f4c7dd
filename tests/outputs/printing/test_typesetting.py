"""The core that sets documents: the same input gives the same bytes, and what is wrong is told."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from khuyencong.outputs.printing.typesetting import PrintError, draw_pages, typeset, typesetter

DAY = dt.date(2026, 11, 27)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "letter.typ").write_text(
        '#let data = json("data.json")\n'
        '#set document(title: data.title)\n#set text(font: "Be Vietnam Pro", lang: "vi", fallback: false)\n'
        '= #data.title\n#data.text\n#if "picture" in data { image("pictures/" + data.picture, alt: data.alt) }\n',
        encoding="utf-8",
    )
    return tmp_path


def test_what_looks_like_markup_is_printed_as_it_stands(folder: Path) -> None:
    text = "*không* đậm, #không lệnh, $không toán$, \\ @ai <b>"
    pdf = typeset(folder, "letter.typ", {"title": "Thư", "text": text}, {}, day=DAY)
    document = pypdfium2.PdfDocument(pdf)
    assert text in document[0].get_textpage().get_text_bounded()


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    data = {"title": "Thư", "text": "Một."}
    assert typeset(folder, "letter.typ", data, {}, day=DAY) == typeset(folder, "letter.typ", data, {}, day=DAY)


def test_the_date_is_the_one_given(folder: Path) -> None:
    pdf = typeset(folder, "letter.typ", {"title": "Thư", "text": "Một."}, {}, day=DAY)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261127000000")


def test_it_claims_both_standards(folder: Path) -> None:
    pdf = typeset(folder, "letter.typ", {"title": "Thư", "text": "Một."}, {}, day=DAY)
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "A"


def test_a_letter_that_the_typeface_lacks_is_refused_and_named(folder: Path) -> None:
    with typesetter(folder, "letter.typ", {}) as setter, pytest.raises(PrintError) as caught:
        setter.typeset({"title": "Thư", "text": "Chữ 漢 và →."}, day=DAY, about="news/mot.md")
    assert set(caught.value.missing_letters) == {"漢", "→"}
    assert caught.value.template == "letter.typ"
    assert caught.value.about == "news/mot.md"


def _png() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (4, 4), 128).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_picture_is_shown_and_needs_its_alternative_text(folder: Path) -> None:
    data = {"title": "Thư", "text": "Một.", "picture": "a/b.png", "alt": "Một chấm."}
    pictures = {"a/b.png": _png()}
    with pikepdf.open(io.BytesIO(typeset(folder, "letter.typ", data, pictures, day=DAY))) as document:
        assert len(list(document.pages[0].get_images())) == 1
    with pytest.raises(PrintError, match="alt"):
        typeset(folder, "letter.typ", {**data, "alt": None}, pictures, day=DAY)


def test_a_picture_outside_of_its_folder_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="below its folder"):
        typeset(folder, "letter.typ", {"title": "Thư", "text": ""}, {"../../a.png": _png()}, day=DAY)


def test_pages_can_be_drawn(folder: Path) -> None:
    (page,) = draw_pages(folder, "letter.typ", {"title": "Thư", "text": "Một."}, {}, dots_per_inch=30)
    assert page.startswith(b"\x89PNG")
