"""The photo library: which pictures it shows, in which order, on which page."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from khuyencong.model.library import PER_PAGE, page_count, page_url
from khuyencong.model.listings import listing_addresses
from khuyencong.model.sitemap import sitemap
from khuyencong.model.view import Link
from tests.content import catalogue, establishment, news, product


def picture() -> bytes:
    """Make a small picture."""
    data = io.BytesIO()
    Image.new("RGB", (8, 6), "teal").save(data, "PNG")
    return data.getvalue()


IMAGE = "image: {src: a.png, alt: Người thợ bên lò, caption: Lò mới, credit: Ban biên tập}"
GALLERY = "gallery: [{src: b.png, alt: Xưởng nhìn từ cổng}, {src: a.png, alt: Người thợ bên lò}]"
FILES: dict[str, str | bytes] = {
    "news/2024/a.md": news(IMAGE, body="![Bếp **củi** lớn](b.png)\n\n![Lò](a.png)"),
    "news/2024/an.md": news(IMAGE, "status: hidden"),
    "news/2024/nhap.md": news(IMAGE, "status: draft"),
    "establishments/b.md": establishment(IMAGE, GALLERY),
    "products/c.md": product(GALLERY),
    **{f"{folder}/{name}.png": picture() for folder in ("news/2024", "establishments", "products") for name in "ab"},
}


def test_every_published_picture_is_there_once_for_each_page_that_lists_show(tmp_path: Path) -> None:
    found = catalogue(tmp_path, FILES).photos(0, 100)
    assert [(one.url, one.src) for one in found] == [
        ("/tin-tuc/a/", "a.png"),
        ("/tin-tuc/a/", "b.png"),
        ("/co-so/b/", "a.png"),
        ("/co-so/b/", "b.png"),
        ("/san-pham/c/", "b.png"),
        ("/san-pham/c/", "a.png"),
    ]


def test_caption_credit_and_words_come_from_the_content_file(tmp_path: Path) -> None:
    first, second = catalogue(tmp_path, FILES).photos(0, 2)
    assert (first.alt, first.caption, first.credit) == ("Người thợ bên lò", "Lò mới", "Ban biên tập")
    assert second.alt == "Bếp củi lớn"


def test_an_empty_library_has_one_page(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"news/2024/a.md": news()})
    assert found.photo_count() == 0
    assert page_count(0) == 1
    assert "/thu-vien-anh/" in set(listing_addresses(found.index))


def test_a_long_library_has_several_pages() -> None:
    assert (page_count(PER_PAGE), page_count(PER_PAGE + 1)) == (1, 2)
    assert (page_url(1), page_url(2)) == ("/thu-vien-anh/", "/thu-vien-anh/trang-2/")


def test_the_site_map_leads_to_the_library(tmp_path: Path) -> None:
    assert Link("/thu-vien-anh/", "Thư viện ảnh", 6) in sitemap(catalogue(tmp_path, FILES)).pages
