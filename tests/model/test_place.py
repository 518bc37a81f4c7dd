"""Places before and after 1 July 2025."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.place import Places
from khuyencong.model.place_tables import read_places
from tests.content import ROOT

REAL, TROUBLES = read_places(ROOT / "content" / "places", "content/places")


def test_the_real_tables_can_be_read() -> None:
    assert TROUBLES == []
    assert len(REAL.units) >= 30
    assert all(unit.name and unit.province and len(code) == 5 for code, unit in REAL.units.items())
    assert len({unit.slug for unit in REAL.units.values()}) == len(REAL.units)
    assert set(REAL.former.values()) <= set(REAL.units)


@pytest.mark.parametrize(
    ("commune", "district", "unit"),
    [
        ("xã An Ngãi", "huyện Long Điền", "Xã Long Điền"),
        ("Thị trấn Kim Long", "Huyện Châu Đức", "Xã Kim Long"),
        ("thị trấn Ngãi Giao", "huyện Châu Đức", "Xã Ngãi Giao"),
        ("TT. Ngãi Giao", "H. Châu Đức (nay là…)", None),
        ("xã Long Điền (tên sau sáp nhập 2025)", None, "Xã Long Điền"),
        ("xã Không Có", "huyện Long Điền", None),
        (None, "huyện Long Điền", None),
        ("xã An Ngãi", None, None),
        (None, None, None),
    ],
)
def test_a_former_commune_leads_to_its_unit(commune: str | None, district: str | None, unit: str | None) -> None:
    found = REAL.unit_since_2025(commune, district)
    assert (found.name if found else None) == unit


def test_no_tables_give_an_empty_table(tmp_path: Path) -> None:
    assert read_places(tmp_path, "places") == (Places({}, {}, {}), [])


@pytest.mark.parametrize(
    ("held", "line", "words"),
    [
        (b"", 1, "thiếu cột"),
        (b"new_code\n1\n", 1, "thiếu cột new_commune"),
        (b"\xff\xfe\0", 1, "không đọc được bảng này"),
        (b'new_code,new_commune,new_province,old_commune,old_district,default\n1,"a,b,c,d,yes\n', 1, "không đọc được"),
        (
            b"new_code,new_commune,new_province,old_commune,old_district,default\n1,a,b,c,d,yes\n1,a\n",
            3,
            "thừa hoặc thiếu ô",
        ),
        (
            b"new_code,new_commune,new_province,old_commune,old_district,default\n1,a,b,c,d,yes,x\n",
            2,
            "thừa hoặc thiếu ô",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_one_problem(tmp_path: Path, held: bytes, line: int, words: str) -> None:
    (tmp_path / "units.csv").write_bytes(held)
    places, problems = read_places(tmp_path, "places")
    assert places == Places({}, {}, {})
    assert [(problem.path, problem.line) for problem in problems] == [("places/units.csv", line)]
    assert words in problems[0].message
