"""A site that lost half of its content must not look fine."""

from __future__ import annotations

from pathlib import Path

from khuyencong.checks.counts import enough_entries, entry_pages
from tests.checks.pages import linking, site

FILES = [
    "co-so/index.html",
    "co-so/trang-2/index.html",
    "co-so/nganh/che-bien/index.html",
    "co-so/cha-ca/index.html",
    "co-so/trang-trai/index.html",
    "san-pham/cha-ca/index.html",
]


def test_only_entries_count_not_further_pages_nor_facets(tmp_path: Path) -> None:
    built = site(tmp_path, dict.fromkeys(FILES, linking()))
    assert entry_pages(built, "/co-so/") == 2
    assert entry_pages(built, "/van-ban/") == 0


def test_too_few_entries_are_found(tmp_path: Path) -> None:
    built = site(tmp_path, dict.fromkeys(FILES, linking()))
    found = [str(one) for one in enough_entries(built, {"/co-so/": 3, "/san-pham/": 1})]
    assert found == ["co-so/index.html:1: count: 2 entry pages, fewer than 3"]


def test_enough_entries_are_right(tmp_path: Path) -> None:
    assert list(enough_entries(site(tmp_path, dict.fromkeys(FILES, linking())), {"/co-so/": 2})) == []
