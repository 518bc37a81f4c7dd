"""Recognitions: read without making more of them, and put where they belong."""

from __future__ import annotations

from typing import Any

import pytest

from khuyencong.intake.draft import Draft
from khuyencong.intake.facts import Row
from khuyencong.intake.importing import draft_all
from khuyencong.intake.recognition_fields import recognition_fields
from tests.intake.tables import facts_with

VILLAGE = {"type": "Làng nghề / nghề truyền thống", "name_kind": "làng nghề", "province": "Đồng Nai"}
MAKER = {"name": "Cơ sở A", "type": "Cơ sở", "name_kind": "tên riêng", "province": "Đồng Nai"}


def read(**fields: str) -> dict[str, Any]:
    given = recognition_fields(Row("recognitions.csv", 2, fields))
    return {name: value for name, value in given.items() if value}


def placed(
    recognition: dict[str, str], products: list[dict[str, str]], makers: list[dict[str, str]]
) -> tuple[list[Draft], list[str]]:
    facts = facts_with(establishments=makers, products=products, recognitions=[{"level": "tỉnh"} | recognition])
    drafts, unused = draft_all(facts)
    return [draft for draft in drafts if draft.fields.get("recognitions")], [one.reason for one in unused]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("quốc gia", {"kind": "CNNT", "level": "quốc gia"}),
        ("huyện (dự bình chọn cấp tỉnh năm 2022)",
         {"kind": "CNNT", "level": "huyện", "note": "Dự bình chọn cấp tỉnh năm 2022."}),
        ("OCOP 5 sao (quốc gia)", {"kind": "OCOP", "level": "5 sao", "note": "Cấp quốc gia."}),
        ("OCOP 5 sao (phân hạng cấp tỉnh)", {"kind": "OCOP", "level": "5 sao", "note": "Phân hạng cấp tỉnh."}),
        ("tỉnh (nghề truyền thống)", {"kind": "khác", "name": "Nghề truyền thống cấp tỉnh"}),
        ("quốc gia (di sản văn hóa phi vật thể)", {"kind": "khác", "name": "Di sản văn hóa phi vật thể quốc gia"}),
        ("tỉnh (giải Nhất cuộc thi X)", {"kind": "khác", "name": "Giải Nhất cuộc thi X, cấp tỉnh"}),
        ("Giải thưởng Y - giải bạc", {"kind": "khác", "name": "Giải thưởng Y – giải bạc"}),
        ("nhãn hiệu tập thể", {"kind": "khác", "name": "Nhãn hiệu tập thể"}),
    ],
)  # fmt: skip
def test_a_level_is_read_for_what_it_is(level: str, expected: dict[str, str]) -> None:
    assert read(level=level) == expected


def test_what_was_only_proposed_is_never_a_star() -> None:
    proposed = read(level="OCOP 4 sao", year="2023", decision="(đề nghị UBND tỉnh phê duyệt)")
    assert proposed["kind"] == "khác"
    assert proposed["name"] == "Đề nghị công nhận OCOP 4 sao"
    assert proposed["note"] == "Đề nghị UBND tỉnh phê duyệt."
    raised = read(level="OCOP (đề nghị nâng hạng 5 sao)")
    assert (raised["kind"], raised["name"]) == ("khác", "Đề nghị nâng hạng OCOP 5 sao")


def test_a_decision_gives_number_and_date() -> None:
    given = read(level="tỉnh", year="2019", decision="4570/QĐ-SHTT ngày 16/9/2019 (giấy chứng nhận số 00076)")
    assert (given["decision"], given["date"], given["year"]) == ("4570/QĐ-SHTT", "2019-09-16", "2019")
    assert given["note"] == "Giấy chứng nhận số 00076."
    assert read(level="tỉnh", decision="2568/QĐ-BCT (2025)") == {
        "kind": "CNNT", "level": "tỉnh", "decision": "2568/QĐ-BCT",
    }  # fmt: skip


def test_a_span_of_years_is_a_note_and_no_year() -> None:
    assert read(level="tỉnh", year="2018-2019") == {"kind": "CNNT", "level": "tỉnh", "note": "2018–2019."}


def test_it_goes_onto_the_product_of_this_name_and_maker() -> None:
    products = [
        {"product_name": "Chả cá", "establishment_name": "Cơ sở A"},
        {"product_name": "Chả cá", "establishment_name": ""},
    ]
    drafts, unused = placed({"product_name": "chả cá", "establishment_name": "Cơ sở A"}, products, [MAKER])
    assert ([draft.slug for draft in drafts], unused) == (["cha-ca-co-so-a"], [])


def test_a_fuller_name_is_noted_when_the_maker_has_one_such_product() -> None:
    products = [
        {"product_name": "Dao (bộ sản phẩm dao A)", "establishment_name": "Cơ sở A"},
        {"product_name": "Kéo", "establishment_name": "Cơ sở A"},
    ]
    ((draft,), _) = placed({"product_name": "Bộ sản phẩm dao A", "establishment_name": "Cơ sở A"}, products, [MAKER])
    assert draft.slug == "dao-bo-san-pham-dao-a"
    assert draft.fields["recognitions"][0]["note"] == "Tên trong nguồn: Bộ sản phẩm dao A."


def test_a_product_that_no_row_names_gets_a_page_of_its_own() -> None:
    ((draft,), _) = placed({"product_name": "Nấm (loại khô)", "establishment_name": "Cơ sở A"}, [], [MAKER])
    assert (draft.slug, draft.fields["establishment"]) == ("nam-loai-kho", "co-so-a")


def test_without_a_maker_it_never_goes_onto_one_makers_product() -> None:
    products = [{"product_name": "Mắm Hòa Long", "establishment_name": "Cơ sở A"}]
    drafts, unused = placed({"product_name": "Mắm Hòa Long"}, products, [MAKER])
    assert drafts == []
    assert unused == ["có sản phẩm trùng tên của một cơ sở; không rõ có phải cùng một sản phẩm"]


def test_without_a_maker_it_goes_onto_the_craft_village_of_that_name() -> None:
    village = VILLAGE | {"name": "Làng nghề mắm Hòa Long"}
    products = [{"product_name": "Mắm Hòa Long", "establishment_name": "Cơ sở A"}]
    ((draft,), _) = placed({"product_name": "Mắm Hòa Long", "level": "nhãn hiệu tập thể"}, products, [MAKER, village])
    assert draft.slug == "lang-nghe-mam-hoa-long"
    assert draft.fields["recognitions"][0]["name"] == "Nhãn hiệu tập thể: Mắm Hòa Long"


def test_a_craft_goes_onto_its_village_and_a_company_prize_onto_the_company() -> None:
    village = VILLAGE | {"name": "Làng nghề bún"}
    ((craft,), _) = placed(
        {"product_name": "Nghề làm bún", "establishment_name": "Làng nghề bún", "level": "tỉnh (nghề truyền thống)"},
        [], [village],
    )  # fmt: skip
    assert craft.fields["recognitions"][0]["name"] == "Nghề truyền thống cấp tỉnh: Nghề làm bún"
    ((company,), _) = placed(
        {"product_name": "(doanh nghiệp)", "establishment_name": "Cơ sở A", "level": "Giải vàng"}, [], [MAKER]
    )
    assert company.fields["recognitions"][0]["name"] == "Giải vàng"


@pytest.mark.parametrize(
    "recognition",
    [
        {"product_name": "Nghề muối"},
        {"product_name": "(doanh nghiệp)", "establishment_name": "Công ty lạ"},
        {"product_name": "Chả cá", "establishment_name": "Công ty lạ"},
    ],
)
def test_without_a_home_it_is_reported(recognition: dict[str, str]) -> None:
    drafts, unused = placed(recognition, [], [MAKER])
    assert drafts == []
    assert len(unused) == 1
