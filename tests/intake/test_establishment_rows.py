"""Establishments: what a row becomes."""

from __future__ import annotations

from typing import Any

import pytest

from khuyencong.intake.draft import Draft
from khuyencong.intake.establishments import establishment_drafts
from khuyencong.intake.sources import Bibliography
from tests.intake.tables import facts_with

MINIMAL = {"name": "Cơ sở A", "type": "Cơ sở", "name_kind": "tên riêng", "province": "Bà Rịa - Vũng Tàu"}


def draft(**fields: str) -> Draft:
    facts = facts_with(establishments=[MINIMAL | fields])
    (made,) = establishment_drafts(facts, Bibliography(facts)).drafts
    return made


def front(**fields: str) -> dict[str, Any]:
    return draft(**fields).front_matter()


def test_a_blank_stays_blank() -> None:
    assert set(front()) == {"title", "summary", "sources", "legal_form", "address"}


def test_the_summary_says_kind_place_and_products() -> None:
    given = front(commune="xã Lộc An", district="huyện Đất Đỏ (cũ)", main_products="chả cá; mắm", type="HTX")
    assert given["summary"] == "Hợp tác xã ở xã Lộc An, huyện Đất Đỏ. Sản phẩm chính: chả cá, mắm."


def test_the_summary_names_the_province_when_there_is_no_district() -> None:
    assert front(commune="xã Lộc An")["summary"] == "Cơ sở ở xã Lộc An, Bà Rịa – Vũng Tàu."
    assert front(commune="xã Hồ Tràm (tên sau sáp nhập 2025)")["summary"] == "Cơ sở ở xã Hồ Tràm."
    assert front(type="")["summary"] == "Ở Bà Rịa – Vũng Tàu."


def test_a_summary_is_never_too_long() -> None:
    assert front(main_products="chả cá " * 60)["summary"] == "Cơ sở ở Bà Rịa – Vũng Tàu."


def test_a_name_that_was_left_out_is_said_so() -> None:
    made = draft(name="Cơ sở chả cá (hộ kinh doanh, tên riêng lược)", name_kind="tên riêng lược")
    assert (made.slug, made.fields["title"]) == ("co-so-cha-ca", "Cơ sở chả cá")
    assert made.fields["name_note"].startswith("Nguồn không nêu tên riêng")
    assert draft(name="U.S Farm (trang trại nấm)").fields["title"] == "U.S Farm (trang trại nấm)"


def test_a_caution_leaves_the_scope_open() -> None:
    assert front(caution="nguồn năm 2005; chưa rõ còn hoạt động")["scope"] == {
        "status": "chưa xác định",
        "reason": "Nguồn năm 2005; chưa rõ còn hoạt động.",
    }


def test_a_craft_village_is_no_legal_form() -> None:
    given = front(type="Làng nghề / nghề truyền thống", name_kind="làng nghề")
    assert given["kind"] == "craft village"
    assert "legal_form" not in given


def test_support_has_its_year_when_the_row_begins_with_one() -> None:
    given = front(supports_received="2019-2024: dự án Sanjo; nơi dạy nghề (2014)")
    assert given["supports"] == [
        {"year": "2019-2024", "content": "Dự án Sanjo"},
        {"content": "Nơi dạy nghề (2014)"},
    ]


@pytest.mark.parametrize(("given", "written"), [("a.vn", "https://a.vn"), ("http://a.vn", "http://a.vn")])
def test_a_bare_host_becomes_an_address(given: str, written: str) -> None:
    assert front(website=given)["website"] == written


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": ""}, "không có tên"),
        ({"type": "Tập đoàn"}, 'không rõ loại hình "Tập đoàn"'),
        ({"sector": "may mặc"}, 'không rõ nhóm ngành "may mặc"'),
        ({"source_url": ""}, "không ghi nguồn"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(fields: dict[str, str], reason: str) -> None:
    facts = facts_with(establishments=[MINIMAL | fields])
    drafts = establishment_drafts(facts, Bibliography(facts))
    assert [one.reason for one in drafts.unused] == [reason]
