"""The pages of places: what stands where, what is known only roughly, what a place was called before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.place import lowered
from khuyencong.model.place_overview import (
    SHADES,
    locator,
    place_addresses,
    place_slugs,
    places_overview,
    step_of,
    words_of,
)
from khuyencong.model.place_pages import MOST_OF_A_UNIT, place_page
from khuyencong.model.place_view import MOST_ESTABLISHMENTS, MOST_NEWS, MOST_PRODUCTS, PlaceView, places_link
from khuyencong.model.view import Link
from tests.content import ROOT, catalogue, establishment, news, problems, product, write_content


def at(where: str, *fields: str, title: str = "Cơ sở") -> str:
    """Write an establishment that stands somewhere."""
    return establishment(f"address: {{{where}}}", *fields, title=title)


LOCAL = "province: Bà Rịa - Vũng Tàu"
PHUOC_HAI = f"commune: thị trấn Phước Hải, district: huyện Đất Đỏ, {LOCAL}"
FILES = {
    "establishments/luoi.md": at(PHUOC_HAI, "kind: craft village", title="Làng lưới"),
    "establishments/ca.md": at(f"commune: xã Lộc An, district: huyện Đất Đỏ, {LOCAL}", title="Cá"),
    "establishments/an.md": at(PHUOC_HAI, "status: hidden", title="Ẩn"),
    "establishments/huyen.md": at(f"district: huyện Đất Đỏ, {LOCAL}", title="Chỉ huyện"),
    "establishments/long-dat.md": at(f"district: huyện Long Đất, {LOCAL}", title="Chỉ Long Đất"),
    "establishments/tinh.md": at(LOCAL, title="Chỉ tỉnh"),
    "establishments/gom.md": at("commune: phường Bửu Long, district: TP. Biên Hòa, province: Đồng Nai", title="Gốm"),
    "establishments/dn.md": at("province: tỉnh Đồng Nai", title="Ở đâu đó"),
    "establishments/khong.md": establishment(title="Không địa chỉ"),
    "products/cha-ca.md": product("establishment: ca", title="Chả cá"),
    "news/a.md": news("establishments: [ca, luoi]"),
    "news/b.md": news("products: [cha-ca]").replace("2024-05-01", "2025-01-01"),
    "news/c.md": news("establishments: [gom]"),
}


def real(folder: Path, files: dict[str, str]) -> Catalogue:
    """Lay down content with the real tables of places, and give its catalogue."""
    write_content(folder, {})
    shutil.copytree(ROOT / "content" / "places", folder / "content" / "places", dirs_exist_ok=True)
    return catalogue(folder, files)


def page(folder: Path, slug: str) -> PlaceView:
    """Compute one page."""
    return place_page(real(folder, FILES), slug)


def titles(view: PlaceView) -> list[tuple[str, list[str]]]:
    """Give the groups of a page with the names in them."""
    return [(group.heading.text, [card.title for card in group.cards]) for group in view.groups]


def past(view: PlaceView) -> dict[str, str]:
    """Give what a page says of the past, by label."""
    return {line.label: line.text or ", ".join(link.text for link in line.links) for line in view.past}


def test_a_unit_shows_what_stands_there_craft_villages_apart(tmp_path: Path) -> None:
    view = page(tmp_path, "xa-phuoc-hai")
    assert view.total == 2
    assert titles(view) == [("Làng nghề", ["Làng lưới"]), ("Cơ sở", ["Cá"])]
    assert [card.title for card in view.made.products] == ["Chả cá"]
    assert [card.url for card in view.made.news] == ["/tin-tuc/b/", "/tin-tuc/a/"]
    assert view.head.title == "Xã Phước Hải (Thành phố Hồ Chí Minh)"


def test_a_unit_says_what_it_was(tmp_path: Path) -> None:
    assert past(page(tmp_path, "xa-phuoc-hai")) == {
        "Gồm": "thị trấn Phước Hải, xã Phước Hội cũ",
        "Tên xã cũ hơn, đã nhập vào các xã trên": "xã Long Mỹ (huyện Đất Đỏ), xã Lộc An (huyện Đất Đỏ)",
        "Huyện, thành phố cũ": "Huyện Đất Đỏ, Huyện Long Đất",
        "Từ 01/07/2025 thuộc": "Thành phố Hồ Chí Minh",
    }


def test_a_unit_that_is_a_whole_district_says_so(tmp_path: Path) -> None:
    assert past(page(tmp_path, "dac-khu-con-dao"))["Gồm"] == "toàn bộ huyện Côn Đảo cũ"


def test_a_unit_tells_how_many_are_known_only_by_a_larger_place(tmp_path: Path) -> None:
    assert page(tmp_path, "xa-phuoc-hai").coarser == (
        Link("/dia-ban/huyen-dat-do/", "huyện Đất Đỏ", 1),
        Link("/dia-ban/huyen-long-dat/", "huyện Long Đất", 1),
        Link("/dia-ban/ba-ria-vung-tau/", "tỉnh Bà Rịa – Vũng Tàu", 1),
    )


def test_a_unit_with_nothing_says_so_and_leads_to_its_neighbours(tmp_path: Path) -> None:
    view = page(tmp_path, "xa-long-hai")
    assert (view.total, view.groups, view.made.products, view.made.news) == (0, (), (), ())
    assert view.head.description == (
        "Chưa có cơ sở, làng nghề nào ở xã Long Hải trong các nguồn công khai. "
        "Gồm thị trấn Long Hải, xã Phước Hưng, xã Phước Tỉnh cũ."
    )
    assert [(link.text, link.count) for link in view.around] == [
        ("Xã Long Điền", 0),
        ("Xã Phước Hải", 2),
        ("Xã Đất Đỏ", 0),
    ]
    assert view.around_label == "Xã, phường khác của huyện Long Đất cũ"


def test_a_district_shows_its_units_and_then_what_is_known_only_by_the_district(tmp_path: Path) -> None:
    view = page(tmp_path, "huyen-dat-do")
    assert titles(view) == [("Xã Phước Hải", ["Cá", "Làng lưới"]), ("Chỉ biết ở huyện Đất Đỏ", ["Chỉ huyện"])]
    assert view.total == 3
    assert view.groups[0].heading == Link("/dia-ban/xa-phuoc-hai/", "Xã Phước Hải", 2)
    assert [link.text for link in view.coarser] == ["huyện Long Đất", "tỉnh Bà Rịa – Vũng Tàu"]
    assert past(view)["Đã nhập vào"] == "Huyện Long Đất"
    assert past(view)["Nay là"] == "Xã Phước Hải, Xã Đất Đỏ"


def test_a_district_that_was_made_of_two_shows_what_is_known_only_by_each(tmp_path: Path) -> None:
    view = page(tmp_path, "huyen-long-dat")
    assert titles(view)[1:] == [
        ("Chỉ biết ở huyện Đất Đỏ", ["Chỉ huyện"]),
        ("Chỉ biết ở huyện Long Đất", ["Chỉ Long Đất"]),
    ]
    assert view.total == 4
    assert past(view)["Gồm các huyện trước đó"] == "Huyện Đất Đỏ, Huyện Long Điền"


def test_a_district_says_what_it_was_called(tmp_path: Path) -> None:
    found = past(page(tmp_path, "thanh-pho-phu-my"))
    assert found["Tên trước đó"] == "huyện Tân Thành, thị xã Phú Mỹ"
    assert "Tân Thành thành thị xã Phú Mỹ năm 2018" in found["Thay đổi trước 01/07/2025"]


def test_the_former_province_shows_what_is_known_only_by_it(tmp_path: Path) -> None:
    view = page(tmp_path, "ba-ria-vung-tau")
    assert titles(view) == [("Chỉ biết ở cấp tỉnh", ["Chỉ tỉnh"])]
    assert view.total == 5
    assert len(view.around) == 9


def test_a_place_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    found = real(tmp_path, FILES)
    for slug in ("nai", "xa-khong-co", ""):
        with pytest.raises(KeyError):
            place_page(found, slug)


def test_another_province_shows_its_establishments_by_the_district_of_the_source(tmp_path: Path) -> None:
    view = page(tmp_path, "dong-nai")
    assert titles(view) == [("TP. Biên Hòa", ["Gốm"]), ("Nguồn không ghi huyện", ["Ở đâu đó"])]
    assert view.locator == ""
    assert [card.url for card in view.made.news] == ["/tin-tuc/c/"]


def test_every_place_has_a_page_with_a_title_of_its_own(tmp_path: Path) -> None:
    found = real(tmp_path, FILES)
    slugs = list(place_slugs(found.index, found.places))
    assert len(slugs) == 30 + 9 + 2
    views = [place_page(found, slug) for slug in slugs]
    assert len({view.head.title for view in views} | {places_overview(found).head.title}) == len(views) + 1
    assert {view.head.url for view in views} | {"/dia-ban/"} == set(place_addresses(found.index, found.places))
    linked = {link.url for view in views for link in (*view.around, *view.coarser, *view.head.breadcrumbs[1:])}
    assert linked <= set(place_addresses(found.index, found.places))


def test_each_establishment_counts_once_at_each_level(tmp_path: Path) -> None:
    found = real(tmp_path, FILES)
    view = places_overview(found)
    assert view.total == 5
    known = sum(link.count or 0 for link in view.units)
    only = [found.total_known_only("establishment", one.slug) for one in found.places.districts]
    assert view.province
    assert known + sum(only) + (view.province.count or 0) == view.total
    assert view.others == (Link("/dia-ban/dong-nai/", "Đồng Nai", 2),)


def test_without_tables_only_the_provinces_that_addresses_name_have_pages(tmp_path: Path) -> None:
    found = catalogue(tmp_path, FILES)
    assert list(place_slugs(found.index, found.places)) == ["ba-ria-vung-tau", "dong-nai"]
    assert places_overview(found).map is None
    assert place_page(found, "ba-ria-vung-tau").total == 5


def test_without_tables_and_addresses_there_is_no_page_of_places(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"establishments/khong.md": FILES["establishments/khong.md"]})
    assert list(place_addresses(found.index, found.places)) == []
    assert places_link(found) is None


def test_many_are_cut_short_and_a_link_leads_to_the_rest(tmp_path: Path) -> None:
    many = MOST_ESTABLISHMENTS + 2
    files = {f"establishments/m{number}.md": at(PHUOC_HAI, title=f"Cơ sở {number}") for number in range(many)}
    files |= {f"products/p{number}.md": product(f"establishment: m{number % 40}") for number in range(many)}
    files |= {f"news/n{number}.md": news("establishments: [m1]") for number in range(MOST_NEWS + 1)}
    files |= {f"establishments/t{number}.md": at(LOCAL, title=f"Tỉnh {number}") for number in range(many)}
    found = real(tmp_path, files)
    view = place_page(found, "xa-phuoc-hai")
    assert len(view.groups[0].cards) == MOST_ESTABLISHMENTS
    assert view.groups[0].rest == Link("/co-so/xa-phuong/xa-phuoc-hai/", f"Xem cả {many} cơ sở ở xã Phước Hải")
    assert view.groups[0].rest.url in found.index.listings
    assert (len(view.made.products), view.made.more_products) == (MOST_PRODUCTS, many - MOST_PRODUCTS)
    assert len(view.made.news) == MOST_NEWS
    district = place_page(found, "huyen-dat-do").groups[0]
    assert len(district.cards) == MOST_OF_A_UNIT
    assert district.rest == Link("/dia-ban/xa-phuoc-hai/", f"Xem cả {many} cơ sở ở xã Phước Hải")
    rest = place_page(found, "ba-ria-vung-tau").groups[0].rest
    assert rest == Link("/co-so/", "Tìm 2 cơ sở còn lại trong danh sách cơ sở")


def test_the_map_shows_each_unit_in_vietnamese_order_with_its_number(tmp_path: Path) -> None:
    drawn = places_overview(real(tmp_path, FILES)).map
    assert drawn
    assert [unit.link.text for unit in drawn.units][:3] == ["Phường Bà Rịa", "Xã Bàu Lâm", "Xã Bình Châu"]
    shaded = {unit.link.text: (unit.shade, unit.link.count) for unit in drawn.units if unit.shade}
    assert shaded == {"Xã Phước Hải": (2, 2)}
    assert drawn.legend == ((0, "chưa có cơ sở nào"), (1, "1 cơ sở"), (2, "2 cơ sở"))


@pytest.mark.parametrize("most", [0, 1, 3, 4, 5, 11, 12, 13, 400, 401])
def test_the_shades_cover_every_number_once(most: int) -> None:
    step = step_of(most)
    assert -(-most // step) <= SHADES
    for count in range(1, most + 1):
        first, _, last = words_of(-(-count // step), step).removesuffix(" cơ sở").partition("–")
        assert int(first) <= count <= int(last or first)


def test_a_locator_marks_one_unit_among_all(tmp_path: Path) -> None:
    found = real(tmp_path, {})
    small, large = locator(found, "phuong-vung-tau"), locator(found, "xa-dat-do")
    assert small.marked in small.all
    assert small.all == large.all
    assert (small.is_small, large.is_small) == (True, False)


def test_a_page_cannot_take_the_address_of_the_places(tmp_path: Path) -> None:
    write_content(tmp_path, {})
    shutil.copytree(ROOT / "content" / "places", tmp_path / "content" / "places")
    said = problems(tmp_path, {"pages/dia-ban.md": "---\ntitle: Địa bàn\n---\nXem [đây](/dia-ban/xa-phuoc-hai/).\n"})
    assert len(said) == 1
    assert "địa chỉ /dia-ban/ là của một danh sách" in said[0]


def test_names_are_written_small_within_a_sentence() -> None:
    assert lowered("Đặc khu Côn Đảo") == "đặc khu Côn Đảo"
    assert lowered("") == ""
