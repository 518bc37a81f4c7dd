"""Where an address is, as far as the source says."""

from __future__ import annotations

import pytest

from khuyencong.model.address import Address
from khuyencong.model.place import District, FormerCommune, Places, Unit
from khuyencong.model.standing import province_of, standing, unit_of
from tests.model.test_boundaries import PLACES

LOCAL = "Bà Rịa - Vũng Tàu"


def slugs(
    commune: str | None, district: str | None, province: str | None = LOCAL, places: Places = PLACES
) -> list[str]:
    """Give the places of an address."""
    address = Address(commune=commune, district=district, province=province)
    return [place.slug for place in standing(address, places)]


@pytest.mark.parametrize(
    ("commune", "district", "expected"),
    [
        ("thị trấn Phước Hải", "huyện Đất Đỏ", ["xa-phuoc-hai", "huyen-dat-do", "huyen-long-dat"]),
        ("xã Lộc An", "huyện Đất Đỏ", ["xa-phuoc-hai", "huyen-dat-do", "huyen-long-dat"]),
        ("xã Phước Hội", "huyện Long Đất", ["xa-phuoc-hai", "huyen-dat-do", "huyen-long-dat"]),
        ("xã Long Điền (tên sau sáp nhập 2025)", None, ["xa-long-dien", "huyen-long-dien", "huyen-long-dat"]),
        (None, "huyện Long Điền", ["huyen-long-dien", "huyen-long-dat"]),
        (None, "huyện Long Đất (sáp nhập Long Điền và Đất Đỏ)", ["huyen-long-dat"]),
        (None, "huyện Tân Thành", ["thanh-pho-phu-my"]),
        (None, "TX. Phú Mỹ", ["thanh-pho-phu-my"]),
        (None, "huyện Côn Đảo", ["dac-khu-con-dao", "huyen-con-dao"]),
        ("KCN Đông Xuyên", "TP. Vũng Tàu", ["thanh-pho-vung-tau"]),
        (None, "huyện Không Có", []),
        (None, None, []),
    ],
)
def test_an_address_stands_at_the_smallest_place_that_the_source_gives_and_at_all_around_it(
    commune: str | None, district: str | None, expected: list[str]
) -> None:
    assert slugs(commune, district) == [*expected, "ba-ria-vung-tau"]


@pytest.mark.parametrize("province", ["Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "TP.Hồ Chí Minh"])
def test_an_address_as_it_is_written_today_stands_at_its_unit(province: str) -> None:
    assert slugs("xã Phước Hải", None, province)[0] == "xa-phuoc-hai"
    assert slugs("xã Phước Hải", None, province)[-1] == "ba-ria-vung-tau"


def test_elsewhere_only_the_province_is_known() -> None:
    assert slugs("phường Bến Thành", None, "TP. Hồ Chí Minh") == ["ho-chi-minh"]
    assert slugs("phường Vũng Tàu", "Quận 1", "TP. Hồ Chí Minh") == ["ho-chi-minh"]
    assert slugs("xã Phước Hải", None, "Đồng Nai") == ["dong-nai"]
    assert slugs(None, "huyện Long Điền", "Hải Phòng") == ["hai-phong"]


def test_without_a_province_an_address_stands_nowhere() -> None:
    assert slugs("xã Phước Hải", "huyện Đất Đỏ", None) == []


@pytest.mark.parametrize("text", [LOCAL, "tỉnh Bà Rịa – Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu (cũ)"])
def test_a_province_is_one_however_it_is_written(text: str) -> None:
    assert province_of(text) == ("ba-ria-vung-tau", "Bà Rịa – Vũng Tàu")


def test_every_former_commune_stands_at_exactly_the_unit_that_it_went_into() -> None:
    for unit in PLACES.units.values():
        for one in (*unit.former, *unit.earlier):
            address = Address(commune=one.name or None, district=one.district, province=LOCAL)
            assert unit_of(address, PLACES) == unit


def test_a_commune_that_was_split_stays_at_the_level_of_its_district() -> None:
    halves = tuple(FormerCommune("Xã Hai", "Huyện Một", is_split=True) for _ in "ab")
    units = {code: Unit(code, f"Xã {code}", "X", (half,)) for code, half in zip("ab", halves, strict=True)}
    places = Places(units, {}, {}, (District("Huyện Một", ("a", "b")),))
    assert slugs("xã Hai", "huyện Một", LOCAL, places) == ["huyen-mot", "ba-ria-vung-tau"]
