"""Products: one page for each name and maker."""

from __future__ import annotations

from khuyencong.intake.products import product_drafts
from khuyencong.intake.sources import Bibliography
from tests.intake.tables import facts_with

MAKERS = [
    {
        "name": "Cơ sở A (tên riêng lược)",
        "type": "Cơ sở",
        "commune": "xã B",
        "district": "huyện C",
        "province": "Đồng Nai",
    }
]


def test_products_of_one_name_are_told_apart_by_their_maker() -> None:
    rows = [
        {"product_name": "Chả cá", "establishment_name": "Cơ sở A (tên riêng lược)"},
        {"product_name": "Chả cá", "establishment_name": ""},
        {"product_name": "Mắm", "establishment_name": "Cơ sở A (tên riêng lược)"},
    ]
    facts = facts_with(establishments=MAKERS, products=rows)
    drafts = product_drafts(facts, Bibliography(facts)).drafts
    assert [draft.slug for draft in drafts] == ["cha-ca-co-so-a", "cha-ca", "mam"]
    assert drafts[0].fields["establishment"] == "co-so-a"


def test_the_summary_says_who_makes_it_or_that_nobody_is_named() -> None:
    rows = [{"product_name": "Mắm", "establishment_name": MAKERS[0]["name"]}, {"product_name": "Muối"}]
    facts = facts_with(establishments=MAKERS, products=rows)
    assert [draft.fields["summary"] for draft in product_drafts(facts, Bibliography(facts)).drafts] == [
        "Sản phẩm của Cơ sở A, xã B, huyện C.",
        "Nguồn không nêu cơ sở làm ra.",
    ]


def test_rows_that_cannot_be_used_say_why() -> None:
    rows = [
        {"product_name": "Muối"}, {"product_name": "Muối"}, {"product_name": ""},
        {"product_name": "Gạo", "establishment_name": "Cơ sở lạ"},
    ]  # fmt: skip
    facts = facts_with(establishments=MAKERS, products=rows)
    assert [one.reason for one in product_drafts(facts, Bibliography(facts)).unused] == [
        "trùng tên và cơ sở với một dòng ở trên",
        "không có tên sản phẩm",
        '"Cơ sở lạ" không có trong bảng establishments.csv',
    ]
