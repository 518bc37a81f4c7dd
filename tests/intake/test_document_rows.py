"""Documents: numbers, remarks, and what rows say of one another."""

from __future__ import annotations

from typing import Any

import pytest

from khuyencong.intake.document_numbers import numbers_in
from khuyencong.intake.documents import document_drafts
from khuyencong.intake.draft import Drafts
from khuyencong.intake.sources import Bibliography
from tests.intake.tables import Table, facts_with

BASE = {"type": "Thông tư", "issuer": "Bộ Công Thương", "title_subject": "Về khuyến công"}


def drafted(*documents: dict[str, str], **tables: Table) -> Drafts:
    facts = facts_with(documents=[BASE | row for row in documents], **tables)
    return document_drafts(facts, Bibliography(facts))


def fronts(*documents: dict[str, str], **tables: Table) -> dict[str, dict[str, Any]]:
    return {draft.slug: draft.front_matter() for draft in drafted(*documents, **tables).drafts}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("khoản 11 và 12 Điều 1 Thông tư 14/2018/TT-BCT", ("14/2018/TT-BCT",)),
        ("Văn bản hợp nhất 46/VBHN-BCT ngày 13/10/2025; 15-NQ/ĐUB", ("46/VBHN-BCT", "15-NQ/ĐUB")),
        ("từ 11/05/2018, tăng 1,5 lần", ()),
        ("81/TTr-SNN và 26/2014/TTLT-BTC-BCT", ("81/TTr-SNN", "26/2014/TTLT-BTC-BCT")),
    ],
)
def test_numbers_are_found_in_running_text(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


def test_remarks_in_brackets_become_notes_and_the_day_in_force_a_date() -> None:
    subject = "quy định A (có B; hiệu lực 16/08/2018); ví dụ của tỉnh khác"
    (given,) = fronts({"number": "14/2018/TT-BCT", "date": "28/06/2018", "title_subject": subject}).values()
    assert (given["title"], given["date"], given["effective"]) == ("Quy định A", "2018-06-28", "2018-08-16")
    assert given["note"] == "Có B. Ví dụ của tỉnh khác."


def test_a_subject_that_is_only_a_remark_says_who_cites_the_document() -> None:
    given = fronts({"number": "18/2008/TT-BCT", "title_subject": "(được Quyết định 418/QĐ-UBND viện dẫn)"})
    assert given["18-2008-tt-bct"]["title"] == "Văn bản được Quyết định 418/QĐ-UBND viện dẫn"


def test_a_missing_or_incomplete_number_is_told_and_the_slug_is_set() -> None:
    given = fronts(
        {"number": "Kế hoạch (không nêu số)", "type": "Kế hoạch", "date": "17/04/2023"},
        {"number": "Kế hoạch 2557 (nguồn không ghi ký hiệu)", "type": "Kế hoạch"},
    )
    assert given["ke-hoach-2023-04-17"]["number"] == "(không nêu số)"
    assert given["ke-hoach-2023-04-17"]["slug"] == "ke-hoach-2023-04-17"
    assert given["ke-hoach-2557"]["number"] == "2557"
    assert given["ke-hoach-2557"]["note"] == "Nguồn không ghi ký hiệu."


def test_rows_of_one_number_become_one_page_with_all_sources() -> None:
    drafts = drafted({"number": "1/QĐ-UBND"}, {"number": "1/QĐ-UBND", "source_url": "https://nld.com.vn/b"})
    (draft,) = drafts.drafts
    assert (len(draft.rows), len(draft.fields["sources"])) == (2, 2)


def test_relations_are_written_on_the_newer_document_and_only_if_both_have_a_page() -> None:
    given = fronts(
        {"number": "46/2012/TT-BCT"},
        {"number": "20/2017/TT-BCT", "title_subject": "Sửa đổi, bổ sung một số điều của Thông tư 46/2012/TT-BCT"},
        {"number": "17/2018/TT-BCT", "title_subject": "Sửa đổi, bổ sung Thông tư 36/2013/TT-BCT"},
        {"number": "134/2004/NĐ-CP", "title_subject": "A (được Nghị định 45/2012/NĐ-CP thay thế)"},
        {"number": "45/2012/NĐ-CP"},
        {"number": "26/2014/TT-BTC", "title_subject": "B (thay bằng Thông tư 28/2018/TT-BTC từ 11/05/2018)"},
        {"number": "28/2018/TT-BTC"},
    )
    assert given["20-2017-tt-bct"]["amends"] == ["46-2012-tt-bct"]
    assert "amends" not in given["17-2018-tt-bct"]
    assert given["45-2012-nd-cp"]["replaces"] == ["134-2004-nd-cp"]
    assert given["28-2018-tt-btc"]["replaces"] == ["26-2014-tt-btc"]
    assert "replaces" not in given["134-2004-nd-cp"]


def test_schemes_and_figures_say_more_of_documents() -> None:
    schemes = [
        {"legal_basis": "Thông tư 26/2014/TT-BCT sửa đổi bởi Thông tư 14/2018/TT-BCT", "status": "chưa kiểm tra"},
        {"legal_basis": "khoản 2 Thông tư 28/2018/TT-BTC", "status": "hiệu lực từ 11/05/2018; kiểm tra"},
        {"legal_basis": "Thông tư 36/2013/TT-BCT (hiệu lực 10/02/2014)", "status": "chưa kiểm tra"},
        {"legal_basis": "Thông tư 1/2009/TT-BTC", "status": "hết hiệu lực từ 11/05/2018"},
    ]
    figures = [{"indicator": "Ngày Nghị định 235/2025/NĐ-CP có hiệu lực", "value": "15/10/2025", "unit": "ngày"}]
    numbers = (
        "26/2014/TT-BCT",
        "14/2018/TT-BCT",
        "28/2018/TT-BTC",
        "36/2013/TT-BCT",
        "1/2009/TT-BTC",
        "235/2025/NĐ-CP",
    )
    given = fronts(*({"number": number} for number in numbers), support_schemes=schemes, programme_figures=figures)
    assert given["14-2018-tt-bct"]["amends"] == ["26-2014-tt-bct"]
    assert given["28-2018-tt-btc"]["effective"] == "2018-05-11"
    assert given["36-2013-tt-bct"]["effective"] == "2014-02-10"
    assert given["235-2025-nd-cp"]["effective"] == "2025-10-15"
    assert "effective" not in given["1-2009-tt-btc"]


@pytest.mark.parametrize("fields", [{"type": "Giấy mời"}, {"number": ""}, {"date": "hôm qua"}, {"date": "31/02/2020"}])
def test_a_row_that_cannot_be_used_is_reported(fields: dict[str, str]) -> None:
    drafts = drafted({"number": "1/QĐ-UBND"} | fields)
    assert drafts.drafts == []
    assert len(drafts.unused) == 1
