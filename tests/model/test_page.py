"""Plain pages: where they stand and what they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.listings import listings
from khuyencong.model.page import PAGES, Page
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
