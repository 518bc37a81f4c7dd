"""The rows of the datasets: one for each thing, old and new names of places side by side, relations by name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from khuyencong.model.open_data.dataset import Cell, Column
from khuyencong.model.open_data.datasets import BY_SLUG, DATASETS, table
from khuyencong.model.open_data.page import SAMPLE, dataset_page, in_words
from tests.builds import SMALL
from tests.content import ROOT, catalogue, document, entry, establishment, product

SITE = "https://khuyencong.example"
PLACES: Mapping[str, str | bytes] = {
    f"places/{path.name}": path.read_bytes() for path in (ROOT / "content" / "places").iterdir()
}


def rows(folder: Path, slug: str, files: Mapping[str, str | bytes]) -> list[dict[str, Any]]:
    """Give the rows of a dataset of this content."""
    made = table(slug, catalogue(folder, {**PLACES, **files}))
    names = [one.name for one in made.columns]
    return [dict(zip(names, row, strict=True)) for row in made.rows]


ADDRESS = "address: {commune: xã An Ngãi, district: huyện Long Điền, province: Bà Rịa - Vũng Tàu}"


def test_an_establishment_has_its_old_place_and_the_unit_of_today(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "co-so", {"establishments/a.md": establishment(ADDRESS, title="Cơ sở An")})
    assert row["url"] == f"{SITE}/co-so/a/"
    assert (row["commune"], row["district"]) == ("xã An Ngãi", "huyện Long Điền")
    assert (row["unit"], row["unit_province"]) == ("Xã Long Điền", "Thành phố Hồ Chí Minh")
    assert row["location_precision"] == "vị trí theo đơn vị hành chính"
    assert Decimal("107.1") < row["longitude"] < Decimal("107.3")


def test_a_district_alone_gives_no_point(tmp_path: Path) -> None:
    address = "address: {district: huyện Long Điền, province: Bà Rịa - Vũng Tàu}"
    (row,) = rows(tmp_path, "co-so", {"establishments/a.md": establishment(address)})
    unknown = ("unit", "unit_code", "longitude", "latitude", "location_precision")
    assert {name: row[name] for name in unknown} == dict.fromkeys(unknown)


def test_drafts_and_hidden_entries_are_no_open_data(tmp_path: Path) -> None:
    files = {f"establishments/{one}.md": establishment(f"status: {one}") for one in ("draft", "hidden", "published")}
    assert [row["id"] for row in rows(tmp_path, "co-so", files)] == ["published"]


RECOGNISED = product(
    "establishment: a",
    "recognitions:",
    "- {level: huyện, year: 2020, decision: 5/QĐ-UBND, sources: [{title: Báo, url: 'https://a.example/1'}]}",
    "- {level: tỉnh, date: 2022-09-05, decision: 12/QĐ-UBND}",
    "- {kind: OCOP, level: 4 sao}",
    "sources: [{title: Trang nguồn}]",
    title="Muối",
)


def test_each_recognition_is_a_row_with_its_own_sources_or_those_of_the_page(tmp_path: Path) -> None:
    files = {
        "establishments/a.md": establishment(),
        "products/muoi.md": RECOGNISED,
        "documents/12.md": document("12/QĐ-UBND"),
    }
    found = rows(tmp_path, "cong-nhan", files)
    assert [(row["id"], row["level"], row["rank"], row["stars"]) for row in found] == [
        ("muoi.1", "huyện", 1, None),
        ("muoi.2", "tỉnh", 2, None),
        ("muoi.3", "4 sao", None, 4),
    ]
    assert [row["year"] for row in found] == [2020, 2022, None]
    assert [row["sources"] for row in found] == [("https://a.example/1",), ("Trang nguồn",), ("Trang nguồn",)]
    assert [row["decision_url"] for row in found] == [None, f"{SITE}/van-ban/12-qd-ubnd/", None]
    assert {row["establishment_id"] for row in found} == {"a"}


def test_a_product_has_its_highest_level_and_counts_its_recognitions(tmp_path: Path) -> None:
    files = {"establishments/a.md": establishment(ADDRESS), "products/muoi.md": RECOGNISED}
    (row,) = rows(tmp_path, "san-pham", files)
    assert (row["cnnt_highest"], row["cnnt_levels"], row["ocop_stars"]) == ("tỉnh", ("huyện", "tỉnh"), 4)
    assert (row["recognition_count"], row["latest_year"], row["unit"]) == (3, 2022, "Xã Long Điền")
    assert row["establishment_url"] == f"{SITE}/co-so/a/"


def test_relations_of_documents_are_told_from_both_sides(tmp_path: Path) -> None:
    files = {
        "documents/a.md": document("1/QĐ-UBND"),
        "documents/b.md": document("2/QĐ-UBND", "amends: [1-qd-ubnd]"),
        "documents/c.md": document("3/QĐ-UBND", "replaces: [1-qd-ubnd]"),
    }
    by_id = {row["id"]: row for row in rows(tmp_path, "van-ban", files)}
    assert by_id["1-qd-ubnd"]["amended_by"] == ("2-qd-ubnd",)
    assert by_id["1-qd-ubnd"]["replaced_by"] == ("3-qd-ubnd",)
    assert by_id["1-qd-ubnd"]["status"] == "Đã được thay thế"
    assert by_id["2-qd-ubnd"]["amends"] == ("1-qd-ubnd",)


def test_budgets_and_indicators_are_rows_in_which_planned_and_done_stay_apart(tmp_path: Path) -> None:
    programme = entry(
        "title: Khuyến công 2022",
        "period: 2022",
        "province: Đồng Nai",
        "budget: [{source: địa phương, unit: triệu đồng, planned: 85.50}]",
        "indicators: [{name: lớp nghề, unit: lớp, done: 11-15, qualifier: khoảng}]",
    )
    money, classes = rows(tmp_path, "so-lieu-chuong-trinh", {"programmes/2022.md": programme})
    assert (money["id"], money["kind"], money["planned"], money["done"]) == ("2022.k1", "kinh phí", "85,5", None)
    assert (money["planned_min"], money["planned_max"], money["done_min"]) == (Decimal("85.5"), Decimal("85.5"), None)
    assert (classes["id"], classes["done_min"], classes["done_max"]) == ("2022.c1", 11, 15)
    assert classes["qualifier"] == "khoảng"


@pytest.mark.parametrize(
    ("place", "unit"),
    [
        ("xã An Ngãi, huyện Long Điền", "Xã Long Điền"),
        ("chợ đêm xã Xuyên Mộc (TP.HCM)", "Xã Xuyên Mộc"),
        ("huyện Châu Đức", None),
        ("tỉnh Đồng Nai", None),
        ("xã An Ngãi", None),
        ("xã Bình Giã, huyện Bình Giã", None),
    ],
)
def test_an_event_has_a_point_only_where_its_place_names_one_unit(tmp_path: Path, place: str, unit: str | None) -> None:
    event = entry("title: Hội chợ", "start: 2022-09", "kind: hoi-cho", f"place: {place}")
    (row,) = rows(tmp_path, "su-kien", {"events/a.md": event})
    assert row["unit"] == unit
    assert (row["longitude"] is None) == (unit is None)
    assert row["start"] == "2022-09"


def test_a_unit_counts_the_establishments_that_stand_there(tmp_path: Path) -> None:
    found = rows(tmp_path, "dia-ban", {"establishments/a.md": establishment(ADDRESS)})
    assert len(found) == 30
    assert {row["title"]: row["establishment_count"] for row in found if row["establishment_count"]} == {
        "Xã Long Điền": 1
    }


def test_the_dictionary_explains_every_column_of_every_dataset_and_its_own(tmp_path: Path) -> None:
    found = rows(tmp_path, "tu-dien", {})
    assert [row["id"] for row in found] == [f"{one.slug}.{part.name}" for one in DATASETS for part in one.columns]


def test_the_latest_change_is_what_the_entries_say(tmp_path: Path) -> None:
    files = {
        "establishments/a.md": establishment("updated: 2026-12-01"),
        "establishments/b.md": establishment("verified: 2027-01"),
    }
    found = catalogue(tmp_path, files)
    assert table("co-so", found).modified == "2027-01"
    assert table("van-ban", found).modified == "2026-11-22"  # catalogue_since of the site


def test_several_files_of_a_dataset_are_made_from_rows_that_were_computed_once(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"establishments/a.md": establishment()})
    first = table("co-so", found)
    asked, found.asked = found.asked, set()
    assert table("co-so", found) is first
    assert found.asked == asked
    assert ("face", "establishment", "a") in asked


def test_a_page_shows_the_first_rows_and_leads_to_the_entries(tmp_path: Path) -> None:
    files = {f"establishments/{number}.md": establishment(title=f"Cơ sở {number}") for number in range(SAMPLE + 2)}
    made = table("co-so", catalogue(tmp_path, files))
    view = dataset_page(BY_SLUG["co-so"], made, (), SITE)
    assert view.total == SAMPLE + 2
    assert [url for url, _ in view.rows] == [f"/co-so/{number}/" for number in range(SAMPLE)]
    assert view.rows[0][1][0] == "Cơ sở 0"


@pytest.mark.parametrize(
    ("value", "kind", "unit", "words"),
    [
        ("2022-09-05", "date", "", "05/09/2022"),
        ("2022", "date", "", "năm 2022"),
        (2022, "integer", "năm", "2022"),
        (9785, "integer", "lớp", "9.785"),
        (Decimal("85.57"), "number", "triệu đồng", "85,57"),
        ("17.681", "text", "theo cột unit", "17.681"),
        ("11-15", "text", "theo cột unit", "11-15"),
        ("2022", "text", "", "2022"),
        (True, "boolean", "", "có"),
        (("a", "b"), "list", "", "a; b"),
        (None, "text", "", ""),
    ],
)
def test_values_are_written_for_readers(value: Cell, kind: Any, unit: str, words: str) -> None:
    assert in_words(value, Column("a", "A", "A.", kind, unit)) == words


def test_the_small_site_fills_every_dataset(tmp_path: Path) -> None:
    files = {path.relative_to(SMALL).as_posix(): path.read_bytes() for path in SMALL.rglob("*") if path.is_file()}
    found = catalogue(tmp_path, files)
    assert [one.slug for one in DATASETS if not table(one.slug, found).rows] == []
