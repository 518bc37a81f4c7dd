"""Pictures and attachments beside content files, as they arrive in the finished site."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from khuyencong.checks.pages import Element, parse_page, text_of
from khuyencong.checks.rules import check_output
from tests.builds import build, small_content
from tests.pictures import photo

pytestmark = pytest.mark.site

ARTICLE = """---
title: Bài có hình
date: 2023-07-01
category: lang-nghe
image: {src: Ảnh lò.jpg, alt: Người thợ bên lò nung, caption: Lò mới, credit: Ban biên tập}
attachments:
  - {file: Mẫu đơn số 1.PDF, title: Mẫu đơn xin hỗ trợ}
---
Đoạn đầu.

![Khuôn đúc bằng đất](nho.png "Khuôn cũ")

[Tải mẫu đơn](<Mẫu đơn số 1.PDF>)
"""
FORM = b"%PDF-1.4 mau don"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with an article that has everything beside it."""
    folder = tmp_path_factory.mktemp("media")
    beside = {"Ảnh lò.jpg": photo(2000, 1000), "nho.png": photo(300, 150, kind="PNG"), "Mẫu đơn số 1.PDF": FORM}
    files = {f"news/{name}": data for name, data in beside.items()}
    return build(small_content(folder / "content", {"news/co-hinh.md": ARTICLE, **files}), folder / "ra")


@pytest.fixture(scope="module")
def page(output: Path) -> Element:
    """The article's page."""
    return parse_page("index.html", (output / "tin-tuc" / "co-hinh" / "index.html").read_bytes()).tree


def candidates(picture: Element) -> dict[str, str]:
    """Give the files of a picture's best source by their width."""
    parts = [one.split() for one in picture.find(".//source").get("srcset").split(",")]
    return {width: address for address, width in parts}


def test_the_site_with_pictures_keeps_every_rule(output: Path) -> None:
    assert list(map(str, check_output(output))) == []


def test_a_photo_is_offered_in_three_widths(output: Path, page: Element) -> None:
    picture = page.xpath('//main//picture[.//img/@alt="Người thợ bên lò nung"]')[0]
    files = candidates(picture)
    assert list(files) == ["480w", "960w", "1440w"]
    for width, name in files.items():
        with Image.open(output / "tin-tuc" / "co-hinh" / name) as copy:
            assert f"{copy.width}w" == width


def test_the_size_in_the_page_is_the_size_of_the_file(output: Path, page: Element) -> None:
    images = page.xpath("//main//picture//img")
    assert len(images) == 2
    for image in images:
        with Image.open(output / "tin-tuc" / "co-hinh" / image.get("src")) as copy:
            assert (image.get("width"), image.get("height")) == (str(copy.width), str(copy.height))


def test_a_small_picture_is_not_enlarged(page: Element) -> None:
    picture = page.xpath('//main//picture[.//img/@alt="Khuôn đúc bằng đất"]')[0]
    assert list(candidates(picture)) == ["300w"]
    assert picture.getparent().findtext("figcaption") == "Khuôn cũ"


def test_no_published_picture_tells_where_it_was_taken_or_by_whom(output: Path) -> None:
    pictures = [path for path in output.rglob("*") if path.suffix in (".jpg", ".webp", ".png")]
    assert len(pictures) == 6
    for path in pictures:
        data = path.read_bytes()
        assert not Image.open(io.BytesIO(data)).getexif()
        assert b"NGUOI-CHUP" not in data


def test_caption_and_credit_stand_with_the_photo(page: Element) -> None:
    text = text_of(page.find(".//main"))
    assert "Lò mới" in text
    assert "Ban biên tập" in text


def test_an_attachment_is_copied_under_an_ascii_name_and_offered_with_type_and_size(
    output: Path, page: Element
) -> None:
    assert (output / "tin-tuc" / "co-hinh" / "mau-don-so-1.pdf").read_bytes() == FORM
    links = page.xpath('//main//a[contains(@href, "mau-don-so-1.pdf")]')
    assert len(links) == 2
    box = page.xpath('//main//*[contains(., "Mẫu đơn xin hỗ trợ") and contains(., "PDF")]')
    assert box
