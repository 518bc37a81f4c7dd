"""An issue on paper: every letter, accessible, on any paper, in grey; what cannot be set is found."""

from __future__ import annotations

import io
import string

import pikepdf
import pypdfium2
import pytest
from pdfua import validate

from khuyencong.outputs.printing.greys import in_grey
from khuyencong.outputs.printing.issue import COVER_WIDTHS, PLAIN_WIDTHS, at_fault, draw_cover, set_issue
from khuyencong.outputs.printing.typesetting import PrintError
from tests.printed import DAY, TEMPLATES, THEME, article, fonts_of, issue, pages_of, paragraph

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
ALL_LETTERS = "".join(sorted({*VIETNAMESE, *VIETNAMESE.upper()}))
SIGNS = "₫“”‘’–—…°%²³½×•·§"
HEADING = {"tag": "h2", "attributes": {}, "children": ["Đầu mục"]}
PAPERS = {"190x270": (190, 270), "A4": (210, 297), "A5": (148, 210)}


def test_there_are_134_vietnamese_letters_beside_those_of_english() -> None:
    own = [letter for letter in ALL_LETTERS if letter not in string.ascii_letters]
    assert len(own) == 134


@pytest.mark.parametrize("style", [None, "strong", "em"])
def test_every_letter_is_in_the_typeface_and_comes_back_from_the_page(style: str | None) -> None:
    text = " ".join(f"{ALL_LETTERS}{SIGNS}")
    inner = {"tag": style, "attributes": {}, "children": [text]} if style else text
    body = [{"tag": "p", "attributes": {}, "children": [inner]}]
    found = "".join(pages_of(set_issue(TEMPLATES, issue(article(body=body)), {}, DAY).pdf))
    assert [letter for letter in f"{ALL_LETTERS}{SIGNS}" if letter not in found] == []


@pytest.fixture(scope="module")
def plain() -> bytes:
    cells = [{"tag": "td", "attributes": {}, "children": [one]} for one in ("Năm", "1.250")]
    heads = [{"tag": "th", "attributes": {}, "children": [one]} for one in ("Mục", "Số")]
    rows = [{"tag": "tr", "attributes": {}, "children": one} for one in (heads, cells)]
    table = {"tag": "table", "attributes": {}, "children": rows}
    note = {"tag": "note", "attributes": {"id": "a"}, "children": ["Lời chú."]}
    body = [paragraph("Mở đầu."), HEADING, {**paragraph("Xem"), "children": ["Xem", note, "."]}, table]
    link = {"tag": "a", "attributes": {"href": "/van-ban/1/"}, "children": ["văn bản"]}
    items = {"tag": "ul", "attributes": {}, "children": [{"tag": "li", "attributes": {}, "children": [link]}]}
    return set_issue(TEMPLATES, issue(article(body=[*body, items])), {}, DAY).pdf


def test_what_can_be_checked_of_pdf_ua_is_right(plain: bytes, tmp_path: object) -> None:
    path = f"{tmp_path}/issue.pdf"
    with open(path, "wb") as file:  # noqa: PTH123 - the checker wants a name
        file.write(plain)
    assert [str(one) for one in validate(path).findings] == []


def test_it_is_tagged_vietnamese_with_bookmarks_and_both_standards(plain: bytes) -> None:
    with pikepdf.open(io.BytesIO(plain)) as document, document.open_metadata() as metadata:
        assert str(document.Root.Lang).startswith("vi")
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
        with document.open_outline() as outline:
            assert [one.title.upper() for one in outline.root] == ["MỤC"]
            assert [one.title for one in outline.root[0].children] == ["Một bài"]
            assert [one.title for one in outline.root[0].children[0].children] == ["Đầu mục"]


def test_every_font_is_embedded_and_its_text_can_be_copied(plain: bytes) -> None:
    found = list(fonts_of(plain))
    assert found
    assert all("BeVietnamPro" in name and is_embedded and is_copied for name, is_embedded, is_copied in found)


def test_a_link_leads_to_the_web_site(plain: bytes) -> None:
    with pikepdf.open(io.BytesIO(plain)) as document:
        notes = [one for page in document.pages for one in page.obj.get("/Annots", [])]
        assert "https://thu.example/van-ban/1/" in [str(one.A.URI) for one in notes if "/A" in one and "/URI" in one.A]


def test_a_note_stands_below_the_text_of_its_page(plain: bytes) -> None:
    page = next(text for text in pages_of(plain) if "Lời chú." in text)
    assert page.index("Xem") < page.index("Lời chú.")


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_a_page_has_the_size_of_its_paper(paper: str) -> None:
    setting = {"paper": paper, "bleed": False, "grey": False}
    pdf = set_issue(TEMPLATES, issue(article(), setting=setting), {}, DAY).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            assert [round(float(one) / 72 * 25.4) for one in page.mediabox[2:]] == list(PAPERS[paper])
        assert len(document.pages) % 4 == 0


def test_a_grey_issue_has_no_colour_in_it() -> None:
    art = {"motif": "ruou", "ground": "hills", "colours": "che-bien", "tone": 1, "mirrored": False}
    pictures = {"art/ruou.svg": in_grey((THEME / "static" / "art" / "ruou.svg").read_bytes(), "SVG")}
    setting = {"paper": "190x270", "bleed": True, "grey": True}
    pdf = set_issue(TEMPLATES, issue(article(artwork=art), setting=setting, tiles=[art]), pictures, DAY).pdf
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        red, green, blue = page.render(scale=0.4).to_pil().convert("RGB").split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()
    document.close()


def test_what_the_law_asks_stands_on_the_first_and_on_the_last_page(plain: bytes) -> None:
    pages = pages_of(plain)
    assert "BẢN TIN" in pages[0]
    assert "Cơ quan xuất bản: chưa có" in " ".join(pages[0].split())
    assert "Giấy phép xuất bản chưa có" in " ".join(pages[-1].split())


def test_the_cover_is_drawn_in_all_widths_and_two_formats() -> None:
    data = issue(article())
    drawn = draw_cover(TEMPLATES, set_issue(TEMPLATES, data, {}, DAY), {})
    wanted = {*(("WEBP", width) for width in COVER_WIDTHS), *(("JPEG", width) for width in PLAIN_WIDTHS)}
    assert {(form, width) for form, width, _, _ in drawn} == wanted
    assert all(abs(height / width - 270 / 190) < 0.01 for _, width, height, _ in drawn)


def test_the_article_at_fault_is_found() -> None:
    bad = article(number=2, slug="sai", body=[paragraph("Chữ 漢.")])
    data = issue(article(), bad)
    with pytest.raises(PrintError):
        set_issue(TEMPLATES, data, {}, DAY)
    ((slug, error),) = at_fault(TEMPLATES, data, {}, DAY)
    assert (slug, error.missing_letters) == ("sai", "漢")


def test_a_heading_that_skips_a_level_is_refused_for_those_who_listen() -> None:
    skipping = article(slug="nhay", body=[HEADING, {**HEADING, "tag": "h4"}, paragraph("Hết.")])
    ((slug, error),) = at_fault(TEMPLATES, issue(skipping), {}, DAY)
    assert slug == "nhay"
    assert "heading" in error.message


def test_a_fault_of_no_article_alone_is_told_of_the_issue() -> None:
    ((slug, _),) = at_fault(TEMPLATES, issue(title="漢", publisher="漢"), {}, DAY)
    assert slug == ""
