"""The tables of places: what they say of units, of communes before them, and of districts."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.place import Places
from khuyencong.model.place_tables import read_places
from tests.model.test_boundaries import PLACES

UNITS = "new_code,new_commune,new_province,old_commune,old_district,default\n"
DISTRICTS = "earlier_district,last_district,change,reason\n"
DISTRICT = {one.name: one for one in PLACES.districts}
UNIT = {unit.name: unit for unit in PLACES.units.values()}


def read(folder: Path, units: str, districts: str = "") -> tuple[Places, list[str]]:
    """Read tables with these rows, and give what is wrong as texts."""
    (folder / "units.csv").write_text(UNITS + units, encoding="utf-8")
    (folder / "earlier-districts.csv").write_text(DISTRICTS + districts, encoding="utf-8")
    places, problems = read_places(folder, "places")
    return places, [str(problem) for problem in problems]


def test_all_78_former_communes_went_into_one_of_the_30_units() -> None:
    assert len(PLACES.units) == 30
    assert sum(len(unit.former) for unit in PLACES.units.values()) == 78


def test_a_unit_knows_its_former_communes_and_the_ones_merged_before() -> None:
    unit = UNIT["Xã Phước Hải"]
    assert [one.text for one in unit.former] == ["thị trấn Phước Hải", "xã Phước Hội"]
    assert [(one.text, one.district) for one in unit.earlier] == [
        ("xã Long Mỹ", "Huyện Đất Đỏ"),
        ("xã Lộc An", "Huyện Đất Đỏ"),
    ]
    assert [one.text for one in UNIT["Đặc khu Côn Đảo"].former] == ["huyện Côn Đảo"]


@pytest.mark.parametrize(
    ("name", "short"), [("Xã Phước Hải", "Phước Hải"), ("Phường Vũng Tàu", "Vũng Tàu"), ("Đặc khu Côn Đảo", "Côn Đảo")]
)
def test_a_unit_has_a_short_name_and_one_for_sentences(name: str, short: str) -> None:
    assert UNIT[name].short == short
    assert UNIT[name].within_text == name[0].lower() + name[1:]


def test_the_districts_are_those_of_june_2025_and_those_merged_into_them() -> None:
    assert {one.name for one in PLACES.districts} == {
        *("Thành phố Vũng Tàu", "Thành phố Bà Rịa", "Thành phố Phú Mỹ", "Huyện Châu Đức", "Huyện Xuyên Mộc"),
        *("Huyện Long Điền", "Huyện Đất Đỏ", "Huyện Long Đất", "Huyện Côn Đảo"),
    }
    assert DISTRICT["Huyện Long Điền"].joined == DISTRICT["Huyện Đất Đỏ"].joined == "Huyện Long Đất"
    assert DISTRICT["Thành phố Phú Mỹ"].earlier_names == ("Huyện Tân Thành", "Thị xã Phú Mỹ")


def test_every_unit_lies_in_one_district_of_june_2025() -> None:
    last = [one for one in PLACES.districts if not one.joined]
    assert sorted(code for one in last for code in one.codes) == sorted(PLACES.units)


def test_two_merged_districts_share_the_units_of_the_one_that_they_made() -> None:
    merged = {*DISTRICT["Huyện Long Điền"].codes, *DISTRICT["Huyện Đất Đỏ"].codes}
    assert merged == set(DISTRICT["Huyện Long Đất"].codes)


def test_no_two_places_want_the_same_address() -> None:
    assert len(PLACES.slugs) == len(PLACES.units) + len(PLACES.districts)


def test_a_commune_in_two_units_was_split_and_leads_to_neither(tmp_path: Path) -> None:
    places, problems = read(tmp_path, "1,Xã A,T,Xã Hai,Huyện B,yes\n2,Xã C,T,Xã Hai,Huyện B,no\n")
    assert problems == []
    assert [one.text for one in places.units["1"].former] == ["một phần xã Hai"]
    assert places.unit_since_2025("xã Hai", "huyện B") is None


def test_two_units_of_one_name_are_a_problem_as_they_would_have_one_page(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "1,Xã A,T,Xã D,Huyện B,yes\n2,Xã A,T,Xã E,Huyện B,yes\n")
    assert problems == ['places/units.csv:3: hai mã cùng tên "Xã A". Hãy sửa mã hoặc tên ở dòng này.']


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Huyện C,Huyện B,moved,x\n", "cột change phải là merged hoặc renamed"),
        ("Huyện C,Huyện D,merged,x\n", 'không có "Huyện D" trong units.csv'),
    ],
)
def test_a_change_of_a_district_that_cannot_be_right_is_a_problem(tmp_path: Path, row: str, words: str) -> None:
    places, problems = read(tmp_path, "1,Xã A,T,Xã D,Huyện B,yes\n", row)
    assert places == Places({}, {}, {})
    assert len(problems) == 1
    assert problems[0].startswith("places/earlier-districts.csv:2: ")
    assert words in problems[0]


def test_an_earlier_name_of_a_district_is_understood_and_shown(tmp_path: Path) -> None:
    places, _ = read(tmp_path, "1,Xã A,T,Xã D,Huyện B,yes\n", "Huyện Cũ,Huyện B,renamed,Huyện Cũ thành huyện B\n")
    assert places.districts_named("huyện cũ") == places.districts_named("Huyện B") == places.districts
    assert places.districts[0].reasons == ("Huyện Cũ thành huyện B",)
