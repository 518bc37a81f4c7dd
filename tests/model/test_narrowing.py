"""Listings of values of facets, alone and in pairs, and the values that stand in other entries."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.content_type import MOST_ON_ONE_PAGE, ContentType
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.index import Index
from khuyencong.model.listings import listings, narrowing, overview_links, without_each
from khuyencong.model.narrowing import FEWEST_IN_A_PAIR, Listing
from khuyencong.model.product import PRODUCTS
from khuyencong.model.row import NOTHING, ListedUnder
from khuyencong.model.types import TYPES
from khuyencong.model.view import NarrowingLink
from tests.content import TODAY, catalogue, establishment, product

FOUR = {
    f"establishments/{number}.md": establishment(
        "sector: che-bien" if number < 3 else "sector: co-khi",
        "legal_form: hop-tac-xa" if number < 2 else "legal_form: co-so",
        "address: {district: huyện Đất Đỏ, province: Bà Rịa - Vũng Tàu}",
        title=f"Cơ sở {number}",
    )
    for number in range(4)
}


def urls(index: Index, content_type: ContentType[Any]) -> dict[str, list[str]]:
    return {one.url: list(one.slugs) for one in listings(index, content_type.key)}


def test_two_values_that_three_entries_share_have_a_page_at_one_address(tmp_path: Path) -> None:
    found = urls(catalogue(tmp_path, FOUR).index, ESTABLISHMENTS)
    pairs = {url.removeprefix("/co-so/"): slugs for url, slugs in found.items() if url.count("/") > 4}
    assert pairs == {
        "nganh/che-bien/tinh/ba-ria-vung-tau/": ["0", "1", "2"],
        "nganh/che-bien/huyen/huyen-dat-do/": ["0", "1", "2"],
    }


def test_places_within_places_are_not_combined(tmp_path: Path) -> None:
    found = urls(catalogue(tmp_path, FOUR).index, ESTABLISHMENTS)
    assert {"/co-so/tinh/ba-ria-vung-tau/", "/co-so/huyen/huyen-dat-do/"} <= set(found)
    assert not any("/tinh/" in url and "/huyen/" in url for url in found)


def test_a_narrowed_listing_counts_what_is_left_and_leads_there_where_there_is_a_page(tmp_path: Path) -> None:
    found = catalogue(tmp_path, FOUR)
    listing = found.index.listings["/co-so/nganh/che-bien/"]
    links = {
        f"{link.facet}/{link.value}": (link.url.removeprefix("/co-so/"), link.count, link.whole, link.current)
        for group in narrowing(listing, found)
        for link in group.links
        if isinstance(link, NarrowingLink)
    }
    assert links == {
        "nganh/che-bien": ("nganh/che-bien/", 3, None, True),
        "nganh/co-khi": ("nganh/co-khi/", 1, None, False),
        "loai-hinh/co-so": ("loai-hinh/co-so/", 1, 2, False),
        "loai-hinh/hop-tac-xa": ("loai-hinh/hop-tac-xa/", 2, None, False),
        "tinh/ba-ria-vung-tau": ("nganh/che-bien/tinh/ba-ria-vung-tau/", 3, None, False),
        "huyen/huyen-dat-do": ("nganh/che-bien/huyen/huyen-dat-do/", 3, None, False),
    }


def test_each_value_of_a_pair_can_be_taken_away(tmp_path: Path) -> None:
    found = catalogue(tmp_path, FOUR)
    links = without_each(found.index.listings["/co-so/nganh/che-bien/huyen/huyen-dat-do/"])
    assert [(link.url, link.label) for link in links] == [
        ("/co-so/huyen/huyen-dat-do/", "Nhóm ngành"),
        ("/co-so/nganh/che-bien/", "Huyện, thành phố cũ"),
    ]


def test_products_are_found_by_the_place_of_their_maker_and_makers_by_what_their_products_reached(
    tmp_path: Path,
) -> None:
    awards = "recognitions: [{level: tỉnh, year: 2022}, {kind: OCOP, level: 4 sao}]"
    files = {
        "establishments/m.md": establishment("address: {district: huyện Đất Đỏ}"),
        "products/a.md": product("establishment: m", awards),
        "products/b.md": product(awards),
        "products/c.md": product("establishment: m", "status: hidden", "recognitions: [{level: quốc gia}]"),
    }
    index = catalogue(tmp_path, files).index
    assert urls(index, PRODUCTS)["/san-pham/huyen/huyen-dat-do/"] == ["a"]
    makers = urls(index, ESTABLISHMENTS)
    assert makers["/co-so/cap/san-pham-cnnt-tieu-bieu-cap-tinh/"] == ["m"]
    assert makers["/co-so/ocop/ocop-4-sao/"] == ["m"]
    assert not any("quoc-gia" in url for url in makers)


def test_support_is_said_to_be_named_and_never_to_be_missing(tmp_path: Path) -> None:
    files = {
        "establishments/a.md": establishment("supports: [{content: Máy}]"),
        "establishments/b.md": establishment(),
    }
    found = urls(catalogue(tmp_path, files).index, ESTABLISHMENTS)
    assert {url: slugs for url, slugs in found.items() if "/ho-tro/" in url} == {"/co-so/ho-tro/co/": ["a"]}


@pytest.mark.parametrize(("total", "is_whole"), [(0, False), (1, True), (MOST_ON_ONE_PAGE, True), (2_001, False)])
def test_a_type_is_shown_whole_up_to_a_size_that_a_page_can_hold(total: int, *, is_whole: bool) -> None:
    assert ESTABLISHMENTS.shows_whole(total) is is_whole


def test_overviews_are_linked_where_there_are_any(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"products/a.md": product()})
    links = overview_links(PRODUCTS, found, "a-z")
    assert [(link.url, link.current) for link in links][:2] == [
        ("/san-pham/a-z/", True),
        ("/san-pham/bang-cong-nhan/", False),
    ]
    assert overview_links(ESTABLISHMENTS, found) == ()


VALUES = st.sets(st.tuples(st.sampled_from(["nganh", "loai-hinh", "tinh", "huyen"]), st.sampled_from("abc")))


@st.composite
def indexes(draw: st.DrawFn) -> Index:
    """Make an index of establishments with values drawn at random."""
    rows = []
    for number, values in enumerate(draw(st.lists(VALUES, max_size=14))):
        slug = f"c{number}"
        under = tuple(ListedUnder(facet, value, value.upper()) for facet, value in sorted(values))
        row = NOTHING._replace(
            key="establishment", slug=slug, url=f"/co-so/{slug}/", status="published", order=number, facets=under
        )
        rows.append(row)
    return Index(rows, TYPES, TODAY, {})


def having(index: Index, listing: Listing, *more: tuple[str, str]) -> set[str]:
    """Find by hand the entries that have the values of a listing and some more."""
    wanted = {(one.facet.slug, one.slug) for one in listing.chosen} | set(more)
    return {row.slug for row in index.rows if wanted <= {(one.facet, one.slug) for one in row.facets}}


@given(indexes())
def test_listings_hold_exactly_what_has_their_values_and_no_pair_of_three_is_missing(index: Index) -> None:
    there = {one.url: one for one in listings(index, "establishment")}
    singles = [one for one in there.values() if len(one.chosen) == 1]
    for one in there.values():
        assert set(one.slugs) == having(index, one)
        assert len(one.slugs) >= (FEWEST_IN_A_PAIR if len(one.chosen) == 2 else len(one.chosen))
    for one, other in combinations(singles, 2):
        (first,), (second,) = one.chosen, other.chosen
        url = f"{one.url}{second.facet.slug}/{second.slug}/"
        shared = set(one.slugs) & set(other.slugs)
        assert (url in there) == (len(shared) >= FEWEST_IN_A_PAIR and first.facet.combines_with(second.facet))


@given(indexes())
def test_counts_on_a_listing_are_those_of_what_is_meant(index: Index) -> None:
    for listing in listings(index, "establishment"):
        counted = {single: (url, count) for single, url, count in index.narrowing(listing.url)}
        for single in listings(index, "establishment"):
            if len(single.chosen) == 1:
                (value,) = single.chosen
                others = [(one.facet.slug, one.slug) for one in listing.chosen if one.facet is not value.facet]
                meant = having(index, single, *others)
                assert (single.url in counted) == bool(meant)
                if meant:
                    url, count = counted[single.url]
                    assert count == len(meant)
                    assert url == single.url or set(index.listings[url].slugs) == meant


@given(indexes())
def test_values_for_scripts_are_those_of_the_listings(index: Index) -> None:
    valued = {slug: set(values.split()) for slug, values in index.valued("establishment")}
    for listing in listings(index, "establishment"):
        names = {f"{one.facet.slug}/{one.slug}" for one in listing.chosen}
        assert {slug for slug, values in valued.items() if names <= values} == set(listing.slugs)
