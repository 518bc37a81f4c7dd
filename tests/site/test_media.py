"""Pictures and attachments beside content files, as they arrive in the finished site."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from khuyencong.checks.pages import Element, parse_page, read_site, text_of
from khuyencong.checks.rules import check_output
from tests import attachments, pictures
from tests.attachments import pdf
from tests.builds import build, small_content
from tests.pictures import TURNED_LEFT, photo

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
FORM = pdf(3)
GALLERY = """---
title: Cơ sở có ảnh
gallery:
  - {src: xuong.jpg, alt: Xưởng nhìn từ cổng vào, caption: Xưởng mới, credit: Ban biên tập}
  - {src: may.jpg, alt: Máy đúc đang chạy}
---
"""
SHARED = "//meta[@property='og:image']/@content"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with an article that has everything beside it."""
    folder = tmp_path_factory.mktemp("media")
    files: dict[str, str | bytes] = {
        "news/co-hinh.md": ARTICLE,
        "news/Ảnh lò.jpg": photo(2000, 1000),
        "news/nho.png": photo(300, 150, kind="PNG"),
        "news/Mẫu đơn số 1.PDF": FORM,
        "establishments/co-anh.md": GALLERY,
        "establishments/xuong.jpg": photo(1600, 1200),
        "establishments/may.jpg": photo(800, 600, orientation=TURNED_LEFT),
    }
    return build(small_content(folder / "content", files), folder / "ra")


def tree(output: Path, path: str) -> Element:
    """Read one page."""
    return parse_page(f"{path}index.html", (output / path / "index.html").read_bytes()).tree


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
    assert list(candidates(card)) == ["image/avif", "image/webp"]
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
    published = [path for path in output.rglob("*") if path.suffix in (".jpg", ".webp", ".png", ".avif")]
    assert {path.suffix for path in published} == {".jpg", ".webp", ".png", ".avif"}
    assert len(published) > 20
    for path in published:
        with Image.open(path) as picture:
            assert not picture.getexif()
        assert [secret for secret in pictures.SECRETS if secret in path.read_bytes()] == []


def test_no_published_file_holds_a_name_of_anybody_who_made_it(output: Path) -> None:
    files = [path for path in output.rglob("*") if path.is_file()]
    assert [path for path in files for secret in attachments.SECRETS if secret in path.read_bytes()] == []


def test_caption_and_credit_stand_with_the_photo(page: Element) -> None:
    text = text_of(page.find(".//main"))
    assert "Lò mới" in text
    assert "Ban biên tập" in text


def test_an_attachment_is_copied_under_an_ascii_name_and_offered_with_type_and_size(
    output: Path, page: Element
) -> None:
    published = (output / "tin-tuc" / "co-hinh" / "mau-don-so-1.pdf").read_bytes()
    assert published.startswith(b"%PDF")
    links = page.xpath('//main//a[contains(@href, "mau-don-so-1.pdf")]')
    assert len(links) == 2
    (box,) = page.xpath('//main//section[contains(@class, "attachments")]')
    assert "(PDF, 3 trang, " in " ".join(text_of(box).split())
    assert hashlib.sha256(published).hexdigest() in text_of(box)


def test_every_page_names_a_picture_for_shared_links_that_is_there(output: Path) -> None:
    site = read_site(output)
    for one in site.pages:
        (address,) = one.tree.xpath(SHARED)
        path = address.removeprefix("https://thu.example/khuyen-cong/")
        with Image.open(output / path) as picture:
            assert picture.size == (1200, 630)
        (alt,) = one.tree.xpath("//meta[@property='og:image:alt']/@content")
        assert alt


def test_the_shared_picture_of_a_page_with_a_photo_shows_it(output: Path, page: Element) -> None:
    (address,) = page.xpath(SHARED)
    with Image.open(output / "tin-tuc" / "co-hinh" / address.rpartition("/")[2]) as picture:
        left, right = (picture.convert("L").getpixel((x, 4)) for x in (300, 900))
    assert isinstance(left, int)
    assert isinstance(right, int)
    assert left > 240
    assert right < 60  # the photo is dark at its top


def test_listings_share_the_picture_of_the_site(output: Path) -> None:
    shared = {tree(output, path).xpath(SHARED)[0] for path in ("", "tin-tuc/", "co-so/", "thu-vien-anh/")}
    assert len(shared) == 1


def test_a_gallery_shows_tiles_that_lead_to_the_large_files(output: Path) -> None:
    found = tree(output, "co-so/co-anh/")
    tiles = found.xpath('//main//ul[@class="gallery"]/li')
    assert [text_of(one.find(".//figcaption")) for one in tiles[:1]] == ["Xưởng mới · Ảnh: Ban biên tập"]
    for one in tiles:
        with Image.open(output / "co-so" / "co-anh" / one.find(".//a").get("href")) as large:
            shown = one.find(".//img")
            assert large.width > int(shown.get("width"))
            assert large.width == max(
                int(width[:-1]) for width in candidates(one)["image/webp"] if int(width[:-1]) <= 960
            )
    assert found.xpath('//script[contains(@src, "js-gallery")]')
    assert not tree(output, "co-so/hop-tac-xa-duc-dong/").xpath('//script[contains(@src, "js-gallery")]')


def test_the_library_shows_every_picture_with_the_page_it_is_from(output: Path) -> None:
    found = tree(output, "thu-vien-anh/")
    assert found.xpath('//main//ul[@class="gallery"]//img/@alt') == [
        "Người thợ bên lò nung",
        "Khuôn đúc bằng đất",
        "Xưởng nhìn từ cổng vào",
        "Máy đúc đang chạy",
    ]
    assert found.xpath('//main//p[@class="meta"]/a/@href')[-1] == "../co-so/co-anh/index.html"
    assert "4 ảnh" in text_of(found.find(".//main"))


def test_a_site_without_photos_says_so_in_its_library(small_site: Path) -> None:
    found = tree(small_site, "thu-vien-anh/")
    assert "Trang này chưa đăng ảnh nào." in text_of(found.find(".//main"))
    assert not found.xpath("//main//img")


def test_icons_are_where_browsers_look_for_them(output: Path, page: Element) -> None:
    with Image.open(output / "favicon.ico") as icon:
        assert icon.format == "ICO"
    (apple,) = page.xpath('//link[@rel="apple-touch-icon"]/@href')
    with Image.open(output / "tin-tuc" / "co-hinh" / apple) as icon:
        assert icon.size == (180, 180)
    assert {path.name.split(".")[0] for path in (output / "giao-dien").glob("icons-icon-*.png")} == {
        "icons-icon-192",
        "icons-icon-512",
    }
