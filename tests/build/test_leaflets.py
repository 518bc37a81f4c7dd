"""What is printed of the catalogue: pages, texts, codes, standards."""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from khuyencong.build.leaflets import Workshop, set_brochure, set_labels, set_profiles, set_programmes
from khuyencong.build.pictures import PictureReader
from khuyencong.model.artwork import TONES
from khuyencong.model.brochure_choice import Choice, ChoiceError, choose
from khuyencong.model.establishment import Establishment
from khuyencong.model.labels import labels_of_products
from khuyencong.model.product import Product
from khuyencong.model.tree import read_tree
from tests.content import ROOT, write_content

DAY = dt.date(2026, 11, 27)
THEME = ROOT / "themes" / "khuyencong"
MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def real() -> Workshop:
    return _workshop(ROOT / "content")


def _workshop(content: Path) -> Workshop:
    found = read_tree(content, DAY, look_at=PictureReader(content.parent / ".cache")).catalogue
    assert found
    return Workshop(found, content, THEME, DAY)


@pytest.fixture(scope="module")
def whole(real: Workshop) -> bytes:
    return set_brochure(Choice(), "190x270", real)


@cache
def _text(pdf: bytes) -> list[str]:
    """Give the text of each page, its spaces run together; PDFium writes a hyphen at the end of a line as U+0002."""
    document = pypdfium2.PdfDocument(pdf)
    texts = (page.get_textpage().get_text_bounded().replace("\x02", "-") for page in document)
    return [" ".join(text.split()) for text in texts]


def _codes(pdf: bytes, page: int, dots_per_inch: int) -> list[str]:
    picture = pypdfium2.PdfDocument(pdf)[page].render(scale=dots_per_inch / 72).to_pil()
    return [one.text for one in zxingcpp.read_barcodes(picture)]


def test_a_brochure_names_every_product_and_maker(real: Workshop, whole: bytes) -> None:
    text = "".join("".join(_text(whole)).split())
    for product in real.catalogue.all(Product):
        assert "".join(product.title.split()) in text, product.title


def test_the_codes_of_a_page_printed_at_150_dpi_lead_to_its_products(whole: bytes, real: Workshop) -> None:
    addresses = {f"{real.catalogue.site.url}{one.url}" for one in real.catalogue.all(Product)}
    read = _codes(whole, 3, 150)
    assert len(read) == 9
    assert addresses.issuperset(read)


def test_the_index_leads_to_the_page_on_which_the_product_stands(whole: bytes) -> None:
    pages = _text(whole)
    (index,) = [page for page in pages if "Tra theo cơ sở" in page and "Alita Tech" in page]
    number = int(re.search(r"Alita Tech, Công ty TNHH (\d+)", index)[1])  # type: ignore[index]
    assert "Alita Tech" in pages[number - 1]


@pytest.mark.parametrize(("name", "width", "height"), [("190x270", 190, 270), ("A4", 210, 297), ("A5", 148, 210)])
def test_a_brochure_has_the_size_that_was_asked_for(real: Workshop, name: str, width: int, height: int) -> None:
    pdf = set_brochure(Choice(year="2023"), name, real)
    page = pypdfium2.PdfDocument(pdf)[0]
    assert page.get_width() == pytest.approx(width * MILLIMETRE, abs=0.5)
    assert page.get_height() == pytest.approx(height * MILLIMETRE, abs=0.5)


def test_no_row_of_a_small_brochure_covers_the_next(real: Workshop) -> None:
    pdf = set_brochure(Choice(group="co-khi"), "A5", real)
    for page in pypdfium2.PdfDocument(pdf):
        boxes = [_box(one) for one in page.get_objects(filter=[3])]
        for one in boxes:
            assert not any(_overlap(one, other) for other in boxes if other is not one)


def _box(one: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    left, bottom, right, top = one.get_bounds()
    return left + 0.5, bottom + 0.5, right - 0.5, top - 0.5


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_product_with_a_photo_shows_it_at_the_fineness_of_print(tmp_path: Path) -> None:
    photo = io.BytesIO()
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(photo, "JPEG")
    product = "---\ntitle: Nồi đất\nimage: {src: noi.jpg, alt: Chiếc nồi đất nung}\n---\n"
    content = write_content(tmp_path, {"products/noi.md": product, "products/noi.jpg": photo.getvalue()})
    with pikepdf.open(io.BytesIO(set_brochure(Choice(), "A4", _workshop(content)))) as pdf:
        photos = [one for page in pdf.pages for one in page.get_images().values() if one.Width > 300]
    (only,) = photos
    assert float(only.Width) / 57 * 25.4 >= 299  # of a card that is 57 mm wide


def test_every_establishment_has_one_page_of_a4_with_its_code(real: Workshop) -> None:
    establishments = real.catalogue.all(Establishment)
    pdf = set_profiles(establishments, real)
    pages = _text(pdf)
    assert len(pages) == len(establishments)
    for one, page in zip(establishments, pages, strict=True):
        assert "".join(one.title.split()) in "".join(page.split()), one.slug
    assert _codes(pdf, 7, 150) == [f"{real.catalogue.site.url}{establishments[7].url}"]


def test_a_profile_with_more_than_a_page_says_what_it_leaves_out(tmp_path: Path) -> None:
    supports = "".join(f"  - {{year: {2000 + number % 26}, content: Hỗ trợ số {number}}}\n" for number in range(80))
    maker = f"---\ntitle: Cơ sở lớn\nsupports:\n{supports}---\n"
    workshop = _workshop(write_content(tmp_path, {"establishments/lon.md": maker}))
    (page,) = _text(set_profiles(workshop.catalogue.all(Establishment), workshop))
    shown = len(re.findall(r"Hỗ trợ số \d+", page))
    assert 10 < shown < 80
    assert f"Còn {80 - shown} dòng nữa trên trang web." in page


def test_labels_stand_where_label_paper_has_them_and_their_codes_are_read(real: Workshop) -> None:
    products = choose(Choice(group="co-khi"), real.catalogue)
    pdf = set_labels(list(labels_of_products(products, real.catalogue)), real)
    assert len(pypdfium2.PdfDocument(pdf)) == -(-len(products) // 21)
    assert set(_codes(pdf, 0, 200)) == {f"{real.catalogue.site.url}{one.url}" for one in products[:21]}


def test_the_summary_of_a_year_holds_every_figure_of_its_programmes(real: Workshop) -> None:
    text = "".join("".join(_text(set_programmes("2022", real))).split())
    for figure in ("17.331", "8.875", "Nhiệmvụtrọngtâm", "KhuyếncôngvàcôngnghiệpnôngthônĐồngNainăm2022"):
        assert figure in text


def test_a_period_without_programmes_is_refused_with_those_that_there_are(real: Workshop) -> None:
    with pytest.raises(ChoiceError, match="2022"):
        set_programmes("1999", real)


def test_the_same_day_gives_the_same_bytes(real: Workshop) -> None:
    choice = Choice(year="2023")
    assert set_brochure(choice, "A5", real) == set_brochure(choice, "A5", real)


def test_every_leaflet_keeps_both_standards(real: Workshop, whole: bytes) -> None:
    one = real.catalogue.all(Establishment)[:1]
    labels = list(labels_of_products(real.catalogue.all(Product)[:3], real.catalogue))
    for made in (whole, set_profiles(one, real), set_labels(labels, real), set_programmes("2022", real)):
        with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (
                "1",
                "2",
                "A",
            )
            assert str(pdf.Root.Lang).startswith("vi")
            assert pdf.check_pdf_syntax() == []  # what qpdf --check says


def test_the_colours_of_drawings_are_those_of_the_style_sheet() -> None:
    css = (THEME / "static" / "css" / "components" / "artwork.css").read_text(encoding="utf-8")
    on_screen = dict(re.findall(r"\.artwork--([a-z-]+-\d) \{ --hue: (\d+); \}", css))
    table = (THEME / "print" / "drawings.typ").read_text(encoding="utf-8")
    on_paper = {
        f"{colours}-{tone}": degrees
        for colours, hues in re.findall(r"^  ([a-z-]+): \(((?:\d+deg(?:, )?)+)\),$", table, re.MULTILINE)
        for tone, degrees in enumerate(re.findall(r"\d+", hues), 1)
    }
    assert len(on_paper) == 4 * TONES
    assert on_paper == on_screen
