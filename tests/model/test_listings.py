"""Which listing pages there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.listings import facet_links, listing_addresses, listings
from khuyencong.model.news import NEWS
from khuyencong.model.page import PAGES
from khuyencong.model.types import TYPES
from tests.content import catalogue, news


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (12, 1), (13, 2), (24, 2), (25, 3)])
def test_a_listing_takes_as_many_pages_as_it_needs(tmp_path: Path, count: int, pages: int) -> None:
    found = catalogue(tmp_path, {f"news/2024/{number}.md": news() for number in range(count)})
    whole = listings(found.index, NEWS.key)[0]
    assert (whole.pages, len(whole.slugs)) == (pages, count)
    assert [whole.page_url(number) for number in range(1, pages + 1)][:2] == ["/tin-tuc/", "/tin-tuc/trang-2/"][:pages]


def test_each_value_of_each_facet_has_a_listing(tmp_path: Path) -> None:
    files = {f"news/{year}/{year}.md": news().replace("2024", str(year)) for year in (2019, 2023, 2021)}
    there = catalogue(tmp_path, files)
    found = listings(there.index, NEWS.key)
    assert [(one.url, one.value, len(one.slugs)) for one in found] == [
        ("/tin-tuc/", "", 3),
        ("/tin-tuc/chuyen-muc/co-so/", "Cơ sở công nghiệp nông thôn", 3),
        ("/tin-tuc/nam/2023/", "Năm 2023", 1),
        ("/tin-tuc/nam/2021/", "Năm 2021", 1),
        ("/tin-tuc/nam/2019/", "Năm 2019", 1),
    ]
    links = facet_links(there.narrowed(NEWS.key))
    assert [(one.label, [(link.text, link.count) for link in one.links]) for one in links] == [
        ("Chuyên mục", [("Cơ sở công nghiệp nông thôn", 3)]),
        ("Năm", [("Năm 2023", 1), ("Năm 2021", 1), ("Năm 2019", 1)]),
    ]


def test_hidden_entries_make_no_listing(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"news/2024/a.md": news("status: hidden")})
    assert [one.url for one in listings(found.index, NEWS.key)] == ["/tin-tuc/"]


def test_pages_have_no_listing(tmp_path: Path) -> None:
    assert listings(catalogue(tmp_path, {}).index, PAGES.key) == ()


def test_every_page_of_every_listing_has_an_address_of_its_own(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {f"news/2024/{number}.md": news() for number in range(30)})
    addresses = list(listing_addresses(found.index))
    assert len(addresses) == len(set(addresses))
    assert {"/", "/tin-tuc/", "/tin-tuc/trang-3/", "/tin-tuc/nam/2024/trang-3/"} <= set(addresses)
    assert {one.prefix for one in TYPES if one.per_page} <= set(addresses)
    assert all(one.startswith("/") and one.endswith("/") and "//" not in one for one in addresses)
