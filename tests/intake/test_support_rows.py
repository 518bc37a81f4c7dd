"""Support schemes: old amounts are never offered, and the warning always goes along."""

from __future__ import annotations

from typing import Any

import pytest

from khuyencong.intake.draft import Drafts
from khuyencong.intake.sources import Bibliography
from khuyencong.intake.support import support_drafts
from tests.intake.tables import facts_with

BASE = {
    "scheme": "Máy móc", "support_content": "ứng dụng máy móc", "who_is_eligible": "cơ sở CNNT", "scope": "cả nước",
    "status": "hiệu lực hiện nay chưa kiểm tra",
}  # fmt: skip


def drafted(*rows: dict[str, str]) -> Drafts:
    facts = facts_with(support_schemes=[BASE | row for row in rows])
    return support_drafts(facts, Bibliography(facts), {"28-2018-tt-btc"})


def front(**fields: str) -> dict[str, Any]:
    (draft,) = drafted(fields).drafts
    return draft.front_matter()


def test_texts_begin_with_a_capital_and_documents_are_linked() -> None:
    given = front(legal_basis="khoản 4 Điều 8 Thông tư 28/2018/TT-BTC; Quyết định 1/QĐ-UBND")
    assert (given["content"], given["eligible"], given["area"]) == ("Ứng dụng máy móc", "Cơ sở CNNT", "Cả nước")
    assert given["legal_basis"].startswith("Khoản 4")
    assert given["documents"] == ["28-2018-tt-btc"]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "hết hiệu lực từ 11/05/2018"}, {"status": "quy định cũ; chỉ để so sánh"}, {"scheme": "A (mức cũ)"},
        {"status": "nêu cho năm 2019"}, {"status": "giai đoạn đến 2025"}, {"scheme": "A (trước 15/10/2025)"},
        {"scope": "Đồng Tháp (để so sánh)"},
    ],
)  # fmt: skip
def test_what_is_old_is_not_in_force(fields: dict[str, str]) -> None:
    assert front(**fields)["in_force"] is False


@pytest.mark.parametrize("status", ["hiệu lực từ 11/05/2018; kiểm tra mức hiện hành trước khi dùng", "chưa kiểm tra"])
def test_anything_else_is_named_with_its_warning(status: str) -> None:
    given = front(status=status)
    assert given["in_force"] is True
    assert given["validity"].lower() == status.lower()


@pytest.mark.parametrize(
    ("text", "written"),
    [("(khái niệm) đề án lớn", "Khái niệm: đề án lớn"), ("(phạm vi đối tượng)", "Phạm vi đối tượng"), ("vé", "Vé")],
)
def test_a_remark_at_the_start_loses_its_brackets(text: str, written: str) -> None:
    assert front(support_content=text)["content"] == written


def test_schemes_of_one_name_are_told_apart_by_what_they_support() -> None:
    drafts = drafted({"support_content": "giải vàng"}, {"support_content": "giải bạc"}, {"support_content": "giải bạc"})
    assert [(draft.slug, draft.fields["title"]) for draft in drafts.drafts] == [
        ("may-moc-giai-vang", "Máy móc: giải vàng"),
        ("may-moc-giai-bac", "Máy móc: giải bạc"),
    ]
    assert [one.reason for one in drafts.unused] == ["trùng tên và nội dung với một dòng ở trên"]


def test_a_row_that_lacks_what_every_scheme_needs_is_reported() -> None:
    assert [one.reason for one in drafted({"who_is_eligible": ""}).unused] == ['cột "who_is_eligible" trống']
