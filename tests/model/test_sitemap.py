"""The site map: every listing, every way to narrow it, every plain page."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.listings import listings
from khuyencong.model.sitemap import sitemap
from khuyencong.model.types import TYPES
from khuyencong.model.view import Link
from tests.content import ROOT, catalogue, document, entry, establishment, news, product

FILES = {
    "news/2024/a.md": news(),
    "news/2024/an.md": news("status: hidden"),
    "establishments/a.md": establishment("sector: co-khi", "legal_form: hop-tac-xa"),
    "products/a.md": product("group: co-khi"),
    "documents/a.md": document("1/QĐ", "date: 2020"),
    "pages/b.md": entry("title: Giới thiệu"),
    "pages/a.md": entry("title: Liên hệ", "order: 200"),
    "pages/c.md": entry("title: Nháp", "status: draft"),
    "pages/d.md": entry("title: Ẩn", "status: hidden"),
}


def test_every_type_with_a_listing_is_there_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    sections = sitemap(catalogue(tmp_path, FILES)).sections
    assert [section.listing.url for section in sections] == [
        "/tin-tuc/",
        "/co-so/",
        "/san-pham/",
        "/ho-tro/",
        "/van-ban/",
        "/chuong-trinh/",
        "/su-kien/",
        "/ban-tin/",
    ]
    assert sections[0].listing == Link("/tin-tuc/", "Tin tức", 1)


def test_every_narrowed_listing_is_linked_once(tmp_path: Path) -> None:
    found = catalogue(tmp_path, FILES)
    linked = [link.url for section in sitemap(found).sections for facet in section.facets for link in facet.links]
    there = [listing.url for one in TYPES for listing in listings(found.index, one.key) if len(listing.chosen) == 1]
    assert linked == there
    assert "/co-so/loai-hinh/hop-tac-xa/" in linked
    assert "/van-ban/nam/2020/" in linked


def test_no_link_of_the_site_map_is_the_current_page(tmp_path: Path) -> None:
    sections = sitemap(catalogue(tmp_path, FILES)).sections
    links = [link for section in sections for facet in section.facets for link in facet.links]
    assert links
    assert not any(link.current for link in links)


def test_plain_pages_stand_in_their_order_without_hidden_ones_before_those_that_no_file_makes(tmp_path: Path) -> None:
    pages = sitemap(catalogue(tmp_path, FILES)).pages
    assert pages == (
        Link("/tim-kiem/", "Tìm kiếm"),
        Link("/nguon-cap-tin/", "Theo dõi bằng RSS"),
        Link("/b/", "Giới thiệu"),
        Link("/a/", "Liên hệ"),
        Link("/thu-vien-anh/", "Thư viện ảnh", 0),
        Link("/ngoai-tuyen/", "Đọc khi mất mạng"),
    )


def test_every_place_stands_on_the_site_map(tmp_path: Path) -> None:
    places = {f"places/{path.name}": path.read_bytes() for path in (ROOT / "content" / "places").glob("*.csv")}
    found = catalogue(tmp_path, {**places, "establishments/dn.md": establishment("address: {province: Đồng Nai}")})
    addresses = [link.url for link in sitemap(found).places]
    assert len(addresses) == 30 + 9 + 1
    assert addresses[-1] == "/dia-ban/dong-nai/"
