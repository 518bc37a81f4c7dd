"""What is told to search engines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.crawling import (
    MOST_ADDRESSES,
    SITEMAP_URL,
    Address,
    robots_view,
    sitemap_urls,
    sitemap_view,
    split,
)

SITE = "https://a.example/k"


@given(found=st.lists(st.integers(), max_size=60), most=st.integers(1, 20))
def test_splitting_loses_nothing_repeats_nothing_and_keeps_the_order(found: list[int], most: int) -> None:
    parts = split(found, most)
    assert [one for part in parts for one in part] == found
    assert all(0 < len(part) <= most for part in parts)
    assert len(parts) == -(-len(found) // most)


@given(count=st.integers(1, 5 * MOST_ADDRESSES))
def test_there_is_one_file_up_to_the_limit_and_an_index_with_as_few_parts_as_can_be_above_it(count: int) -> None:
    first, *parts = sitemap_urls(count)
    assert first == SITEMAP_URL
    assert len(parts) == (0 if count <= MOST_ADDRESSES else -(-count // MOST_ADDRESSES))
    assert len(set(parts)) == len(parts)


@pytest.mark.parametrize("count", [1, MOST_ADDRESSES, MOST_ADDRESSES + 1, 2 * MOST_ADDRESSES + 5])
def test_every_address_stands_in_exactly_one_file_and_every_file_in_the_index(count: int) -> None:
    pages = [Address(f"/{number}/") for number in range(count)]
    first, *parts = sitemap_urls(count)
    held = [one.url for url in parts or [first] for one in sitemap_view(url, pages, SITE).addresses]
    assert held == [f"{SITE}{page.url}" for page in pages]
    if parts:
        assert [one.url for one in sitemap_view(first, pages, SITE).addresses] == [f"{SITE}{url}" for url in parts]


def test_the_index_says_of_each_part_when_its_last_page_changed() -> None:
    days = ["2024-05-01", "", "2023", "2024-05"]
    pages = [Address(f"/{number}/", days[number] if number < len(days) else "") for number in range(MOST_ADDRESSES + 1)]
    assert [one.modified for one in sitemap_view(SITEMAP_URL, pages, SITE).addresses] == ["2024-05-01", ""]


def test_a_model_site_names_no_site_map() -> None:
    assert robots_view(SITE, demo=True).sitemap == ""
    assert robots_view(SITE, demo=False).sitemap == f"{SITE}/sitemap.xml"
