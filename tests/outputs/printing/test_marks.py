"""A print shop finds the boxes of each page and the marks that say where to trim."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from khuyencong.outputs.printing.issue import set_issue
from khuyencong.outputs.printing.marks import with_marks
from tests.printed import DAY, TEMPLATES, article, issue

MM = 72 / 25.4
SHOP = {"paper": "190x270", "bleed": True, "grey": False}


@pytest.fixture(scope="module")
def marked() -> bytes:
    return with_marks(set_issue(TEMPLATES, issue(article(), setting=SHOP), {}, DAY).pdf)


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(one) / MM for one in page.obj[f"/{name}"]]


def test_each_page_is_trimmed_to_its_size_and_bleeds_three_millimetres(marked: bytes) -> None:
    with pikepdf.open(io.BytesIO(marked)) as document:
        for page in document.pages:
            trim, bleed, media = box(page, "TrimBox"), box(page, "BleedBox"), box(page, "MediaBox")
            assert trim[2] - trim[0] == pytest.approx(190, abs=0.02)
            assert trim[3] - trim[1] == pytest.approx(270, abs=0.02)
            assert [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]] == pytest.approx(
                [3, 3, 3, 3], abs=0.02
            )
            assert media[0] < bleed[0]
            assert media[3] > bleed[3]


def test_there_are_two_marks_at_each_corner_and_none_within_the_bleed(marked: bytes) -> None:
    with pikepdf.open(io.BytesIO(marked)) as document:
        page = document.pages[0]
        bleed = [float(one) for one in page.obj.BleedBox]
        last = page.obj.Contents[-1].read_bytes().decode()
        numbers = [line.split() for line in last.replace(" S", "\n").splitlines() if " m " in line]
        assert len(numbers) == 8
        for one in numbers:
            x, y = float(one[one.index("m") - 2]), float(one[one.index("m") - 1])
            assert not (bleed[0] <= x <= bleed[2] and bleed[1] <= y <= bleed[3])


def test_colour_runs_to_the_edge_of_the_bleed(marked: bytes) -> None:
    document = pypdfium2.PdfDocument(marked)
    picture = document[1].render(scale=1).to_pil().convert("RGB")
    document.close()
    inset = round(8 * MM) + 1
    assert picture.getpixel((inset, picture.height // 2)) == picture.getpixel((picture.width // 2, picture.height // 3))


def test_the_same_document_gets_the_same_bytes(marked: bytes) -> None:
    assert with_marks(set_issue(TEMPLATES, issue(article(), setting=SHOP), {}, DAY).pdf) == marked
