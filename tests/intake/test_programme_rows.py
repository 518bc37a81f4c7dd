"""Figures: planned is never done, a total is never summed up, and no year is guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from khuyencong.intake.draft import Drafts
from khuyencong.intake.programmes import programme_drafts
from khuyencong.intake.sources import Bibliography
from tests.intake.tables import facts_with

BASE = {"year": "2022", "province": "Đồng Nai", "indicator": "Cơ sở", "value": "10", "unit": "cơ sở"}


def drafted(*rows: dict[str, str]) -> Drafts:
    facts = facts_with(programme_figures=[BASE | row for row in rows])
    return programme_drafts(facts, Bibliography(facts), {"45-2012-nd-cp"})


def front(*rows: dict[str, str]) -> dict[str, Any]:
    (draft,) = drafted(*rows).drafts
    return draft.front_matter()


def indicator(**fields: str) -> dict[str, Any]:
    (given,) = front(fields)["indicators"]
    del given["sources"]
    return dict(given)


def budget(*rows: dict[str, str]) -> list[dict[str, Any]]:
    return [{key: value for key, value in part.items() if key != "sources"} for part in front(*rows)["budget"]]


@pytest.mark.parametrize(
    ("value", "written"), [("9785", "9.785"), ("85.57", "85,57"), ("11-15", "11–15"), ("1.20", "1,2"), ("0.5", "0,5")]
)
def test_numbers_are_written_the_vietnamese_way(value: str, written: str) -> None:
    assert indicator(value=value)["done"] == written


@pytest.mark.parametrize(
    "fields",
    [
        {"indicator": "Cơ sở (mục tiêu)"}, {"unit": "cơ sở (kế hoạch)"}, {"year": "2022 (mục tiêu)"},
        {"indicator": "Cơ sở dự kiến được hỗ trợ"},
    ],
)  # fmt: skip
def test_what_was_planned_is_not_done(fields: dict[str, str]) -> None:
    given = indicator(**fields)
    assert given["planned"] == "10"
    assert "done" not in given
    assert "(" not in given["name"] + given["unit"]


def test_qualifiers_and_places_have_their_fields() -> None:
    given = indicator(unit="ha (hơn)", province="Hải Phòng (tỉnh Hải Dương trước sáp nhập 2025) - huyện Cẩm Giàng")
    assert (given["unit"], given["qualifier"]) == ("ha", "hơn")
    assert given["place"] == "huyện Cẩm Giàng, tỉnh Hải Dương trước sáp nhập 2025"
    assert indicator(province="TP.HCM (trước sáp nhập)")["place"] == "TP.HCM trước sáp nhập"


@pytest.mark.parametrize(
    ("year", "period", "moment"),
    [
        ("2022", "2022", ""), ("2014-2020", "2014-2020", ""), ("05/2025", "2025", "tháng 5/2025"),
        ("2010 (9 tháng)", "2010", "9 tháng"), ("cuối 2025", "2025", "cuối năm 2025"),
        ("đến 05/2024", "2024", "đến tháng 5/2024"), ("08/10/2025", "2025", "08/10/2025"),
        ("2014-09/2020", "2014-2020", "từ năm 2014 đến tháng 9/2020"), ("", "không nêu năm", ""),
        ("(không nêu năm)", "không nêu năm", ""), ("(khoảng 2024)", "không nêu năm", "khoảng 2024"),
    ],
)  # fmt: skip
def test_a_period_is_a_year_or_years_and_the_rest_is_said_of_the_figure(year: str, period: str, moment: str) -> None:
    assert front({"year": year})["period"] == period
    assert indicator(year=year).get("period", "") == moment


@pytest.mark.parametrize(
    ("province", "year", "title"),
    [
        ("Bà Rịa - Vũng Tàu (TP. Bà Rịa)", "2022", "Bà Rịa – Vũng Tàu năm 2022"),
        ("Cả nước", "2014-2020", "cả nước giai đoạn 2014–2020"),
        ("Đồng Nai", "", "Đồng Nai: số liệu không nêu năm"),
    ],
)
def test_a_programme_is_named_after_place_and_period(province: str, year: str, title: str) -> None:
    assert front({"province": province, "year": year})["title"] == f"Khuyến công và công nghiệp nông thôn {title}"


def test_money_of_the_programme_is_budget_planned_or_spent() -> None:
    given = budget(
        {"indicator": "Cơ sở"},
        {"indicator": "Kinh phí khuyến công quốc gia (kế hoạch)", "value": "300", "unit": "triệu đồng (trên)"},
        {"indicator": "Giải ngân khuyến công địa phương", "value": "5", "unit": "đồng", "year": "2022 (đến tháng 9)"},
        {"indicator": "Tổng kinh phí khuyến công", "value": "3.4", "unit": "tỷ đồng"},
    )
    national, provincial, total = given
    assert national == {
        "source": "Kinh phí khuyến công quốc gia", "unit": "triệu đồng", "planned": Decimal(300), "note": "trên",
    }  # fmt: skip
    assert provincial["spent"] == Decimal(5)
    assert provincial["note"] == "đến tháng 9"
    assert total["spent"] == Decimal("3.4")
    assert total["note"] == "tổng số theo nguồn; chưa rõ là số được giao hay đã chi"


def test_money_on_a_page_of_nothing_but_plans_is_planned() -> None:
    given = budget(
        {"indicator": "Cơ sở (mục tiêu)"}, {"indicator": "Kinh phí khuyến công", "value": "11", "unit": "tỷ đồng (gần)"}
    )
    assert (str(given[0]["planned"]), given[0]["note"]) == ("11", "gần")


@pytest.mark.parametrize(
    ("value", "unit", "amount", "written_unit"),
    [
        ("3.865", "tỷ đồng", "3865", "triệu đồng"),
        ("1.250", "triệu đồng", "1250000", "đồng"),
        ("3.4", "tỷ đồng", "3.4", "tỷ đồng"),
    ],
)
def test_thousandths_are_written_in_the_smaller_unit(value: str, unit: str, amount: str, written_unit: str) -> None:
    (given,) = budget({"indicator": "Kinh phí hỗ trợ", "value": value, "unit": unit})
    assert (str(given["spent"]), given["unit"]) == (amount, written_unit)


@pytest.mark.parametrize(
    "fields", [{"value": "30-250", "unit": "triệu đồng"}, {"unit": "triệu đồng/đề án"}, {"unit": "%"}]
)
def test_money_that_is_no_plain_amount_stays_an_indicator(fields: dict[str, str]) -> None:
    assert "budget" not in front({"indicator": "Kinh phí hỗ trợ mỗi đề án"} | fields)


def test_a_document_that_a_row_names_is_the_legal_basis_if_it_has_a_page() -> None:
    given = front({"indicator": "Cơ sở theo Nghị định 45/2012/NĐ-CP"}, {"indicator": "Cơ sở theo 1/QĐ-UBND"})
    assert given["legal_basis"] == ["45-2012-nd-cp"]


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "nhiều"}, {"unit": "năm"}, {"year": "dạo nọ"}, {"province": "(không rõ)"},
        {"indicator": "Ngày Nghị định 235/2025/NĐ-CP có hiệu lực", "value": "15/10/2025"},
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_reported(fields: dict[str, str]) -> None:
    drafts = drafted(fields)
    assert drafts.drafts == []
    assert len(drafts.unused) == 1
