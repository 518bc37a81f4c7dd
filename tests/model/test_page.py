"""Plain pages: where they stand and what they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.listings import listings
from khuyencong.model.page import PAGES, Page
from khuyencong.model.written import Translation
from tests.content import catalogue, entry, problems


def test_a_page_lies_at_the_root_of_the_site(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"pages/Giới thiệu.md": entry("title: Giới thiệu")})
    assert [page.url for page in found.all(Page)] == ["/gioi-thieu/"]


def test_pages_stand_in_their_order_and_then_by_slug(tmp_path: Path) -> None:
    orders = {"a": (), "b": ("order: 20",), "c": ("order: 3",), "d": ("order: 100",), "e": ("order: 0",)}
    found = catalogue(tmp_path, {f"pages/{name}.md": entry("title: X", *order) for name, order in orders.items()})
    assert [page.slug for page in found.all(Page)] == ["e", "c", "b", "a", "d"]


def test_a_page_shows_its_text_alone_unless_it_says_more(tmp_path: Path) -> None:
    fields = ("shows: contact", "nav_title: Ngắn", "order: 1")
    found = catalogue(tmp_path, {"pages/a.md": entry("title: A", *fields), "pages/b.md": entry("title: B")})
    a, b = found.all(Page)
    assert (a.shows, a.nav_title, b.shows, b.nav_title) == ("contact", "Ngắn", "text", None)


def test_pages_have_no_listing(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"pages/a.md": entry("title: A")})
    assert listings(found.index, PAGES.key) == ()


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("shows: map", '3: shows: "map" không dùng được.'),
        ("order: 1000", "3: order: số lớn hơn 999."),
        ("order: -1", "3: order: số nhỏ hơn 0."),
        ("slug: tin-tuc", "3: slug: địa chỉ /tin-tuc/ là của một danh sách."),
    ],
)
def test_what_a_page_cannot_be_is_reported_at_its_line(tmp_path: Path, field: str, said: str) -> None:
    found = problems(tmp_path, {"pages/a.md": entry("title: A", field)})
    assert [line.startswith(f"content/pages/a.md:{said}") for line in found] == [True], found


def test_a_translation_is_written_on_one_side_and_known_on_both(tmp_path: Path) -> None:
    english = entry("title: About", "lang: en", "translation_of: gioi-thieu")
    found = catalogue(tmp_path, {"pages/gioi-thieu.md": entry("title: Giới thiệu"), "pages/about.md": english})
    both = (Translation("vi", "/gioi-thieu/"), Translation("en", "/about/"))
    assert [page.translations(found) for page in found.all(Page)] == [both, both]


def test_a_page_without_a_translation_names_no_language(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"pages/a.md": entry("title: A"), "pages/b.md": entry("title: B", "lang: en")})
    assert [page.translations(found) for page in found.all(Page)] == [(), ()]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("lang: en", "translation_of: khong-co"), "không có trang"),
        (("translation_of: goc",), "hai trang cùng một ngôn ngữ"),
        (("lang: vi", "translation_of: dich"), 'cũng là bản dịch. Hãy ghi trang gốc "goc".'),
    ],
)
def test_what_is_no_translation_is_named(tmp_path: Path, fields: tuple[str, ...], said: str) -> None:
    files = {
        "pages/goc.md": entry("title: Gốc"),
        "pages/dich.md": entry("title: Original", "lang: en", "translation_of: goc"),
        "pages/a.md": entry("title: A", *fields),
    }
    found = problems(tmp_path, files)
    assert len(found) == 1
    assert said in found[0]
    assert "translation_of" in found[0]
