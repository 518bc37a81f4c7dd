"""Pictures and attachments beside content files, as they arrive in the finished site."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from khuyencong.checks.pages import Element, parse_page, text_of
from khuyencong.checks.rules import check_output
from tests.builds import build, small_content
from tests.pictures import SECRETS, photo

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


def candidates(picture: Element) -> dict[str, dict[str, str]]:
    """Give the files of a picture by media type and width."""
    found = {}
    for source in picture.findall(".//source"):
        parts = [one.split() for one in source.get("srcset").split(",")]
        found[source.get("type")] = {width: address for address, width in parts}
    return found


def test_the_site_with_pictures_keeps_every_rule(output: Path) -> None:
    assert list(map(str, check_output(output))) == []


def test_a_photo_is_offered_in_three_formats_and_the_widths_of_the_column(output: Path, page: Element) -> None:
    picture = page.xpath('//main//picture[.//img/@alt="Người thợ bên lò nung"]')[0]
    files = candidates(picture)
    assert list(files) == ["image/avif", "image/webp"]
    assert list(files["image/avif"]) == ["288w", "432w", "640w", "960w", "1408w", "2000w"]
    for media_type, names in files.items():
        for width, name in names.items():
            with Image.open(output / "tin-tuc" / "co-hinh" / name) as copy:
                assert (f"{copy.width}w", copy.get_format_mimetype()) == (width, media_type)


def test_the_lead_picture_is_fetched_at_once_and_others_when_they_are_needed(page: Element) -> None:
    lead, other = page.xpath("//main//picture//img")
    assert (lead.get("fetchpriority"), lead.get("loading")) == ("high", None)
    assert (other.get("fetchpriority"), other.get("loading")) == (None, "lazy")
    assert lead.get("class").startswith("tone-")


def test_the_photo_stands_on_the_cards_of_other_pages(output: Path) -> None:
    listing = parse_page("index.html", (output / "tin-tuc" / "index.html").read_bytes()).tree
    card = listing.xpath('//article[.//a[contains(., "Bài có hình")]]')[0]
    assert list(candidates(card)) == ["image/webp"]
    image = card.find(".//img")
    assert image.get("alt") == ""
    assert "/co-hinh/anh-lo-" in image.get("src")
    assert (output / "tin-tuc" / image.get("src")).is_file()


def test_the_size_in_the_page_has_the_shape_of_the_file(output: Path, page: Element) -> None:
    images = page.xpath("//main//picture//img")
    assert len(images) == 2
    for image in images:
        with Image.open(output / "tin-tuc" / "co-hinh" / image.get("src")) as copy:
            assert int(image.get("width")) / int(image.get("height")) == pytest.approx(
                copy.width / copy.height, abs=0.01
            )


def test_a_small_picture_is_not_enlarged(page: Element) -> None:
    picture = page.xpath('//main//picture[.//img/@alt="Khuôn đúc bằng đất"]')[0]
    assert list(candidates(picture)["image/avif"]) == ["288w", "300w"]
    assert picture.getparent().findtext("figcaption") == "Khuôn cũ"


def test_no_published_picture_tells_where_it_was_taken_or_by_whom(output: Path) -> None:
    pictures = [path for path in output.rglob("*") if path.suffix in (".jpg", ".webp", ".png", ".avif")]
    assert {path.suffix for path in pictures} == {".jpg", ".webp", ".avif"}
    for path in pictures:
        data = path.read_bytes()
        assert not Image.open(io.BytesIO(data)).getexif()
        assert [secret for secret in SECRETS if secret in data] == []


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
