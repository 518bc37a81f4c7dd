"""Programmes: budgets that add up, or are not added."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from khuyencong.model.listings import listings
from khuyencong.model.programme import PROGRAMMES, Programme, ProgrammeRelated
from tests.content import catalogue, document, entry, problems


def programme(*fields: str, period: str = "2022", province: str = "Đồng Nai") -> str:
    return entry("title: Kế hoạch", f"period: {period}", f"province: {province}", *fields)


def budget(*parts: str) -> tuple[str, ...]:
    return ("budget:", *(f"  - {{source: Nguồn {number}, {part}}}" for number, part in enumerate(parts, 1)))


def related(folder: Path, *fields: str) -> ProgrammeRelated:
    found = catalogue(folder, {"programmes/a.md": programme(*fields)})
    return found.all(Programme)[0].related(found)


def test_parts_that_add_up_are_added(tmp_path: Path) -> None:
    parts = budget("planned: 0.1, spent: 5", "planned: 0.2, spent: 7.5", "planned: 9785, spent: 0")
    page = related(tmp_path, "adds_up: true", *parts)
    assert (page.total_planned, page.total_spent) == (Decimal("9785.3"), Decimal("12.5"))


def test_nothing_is_added_unless_the_programme_says_that_its_parts_add_up(tmp_path: Path) -> None:
    parts = budget("planned: 1, spent: 1", "planned: 2, spent: 2")
    for said in ((), ("adds_up: false",)):
        page = related(tmp_path, *said, *parts)
        assert (page.total_planned, page.total_spent) == (None, None)


@pytest.mark.parametrize(
    ("parts", "spent"),
    [
        (("planned: 1, spent: 1", "spent: 2"), 3),
        (("planned: 1, spent: 1, unit: đồng", "planned: 2, spent: 2, unit: tỷ đồng"), None),
        (("planned: 1, spent: 1",), None),
        ((), None),
    ],
)
def test_a_total_needs_several_parts_of_one_unit_with_every_amount(
    tmp_path: Path, parts: tuple[str, ...], spent: int | None
) -> None:
    page = related(tmp_path, "adds_up: true", *(budget(*parts) if parts else ()))
    assert (page.total_planned, page.total_spent) == (None, spent)


def test_the_legal_basis_stands_in_the_order_written(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "programmes/a.md": programme("legal_basis: [2-qd, 1-qd]"),
            "documents/a.md": document("1/QĐ"),
            "documents/b.md": document("2/QĐ"),
        },
    )
    basis = found.all(Programme)[0].related(found).legal_basis
    assert [card.title for card in basis] == ["Quyết định 2/QĐ", "Quyết định 1/QĐ"]


def test_a_card_counts_the_figures(tmp_path: Path) -> None:
    indicators = (
        "indicators:",
        "  - {name: Lớp, unit: lớp, planned: 11-15}",
        "  - {name: Cơ sở, unit: cơ sở, done: 7}",
    )
    found = catalogue(tmp_path, {"programmes/a.md": programme(*indicators, *budget("planned: 1"))})
    one = found.all(Programme)[0]
    assert one.card(found).facts == ("3 con số",)
    assert one.describe(found) == "Kế hoạch: kinh phí, chỉ tiêu và kết quả theo các nguồn công khai."


def test_programmes_are_listed_by_time_and_province(tmp_path: Path) -> None:
    files = {
        "programmes/a.md": programme(period="2014-2020"),
        "programmes/b.md": programme(period="2022", province="Hải Phòng"),
        "programmes/c.md": programme(period="2014"),
        "programmes/d.md": programme(period="không nêu năm", province="Hải Phòng"),
    }
    found = catalogue(tmp_path, files)
    shown = [(one.url, list(one.slugs)) for one in listings(found.index, PROGRAMMES.key)]
    assert shown == [
        ("/chuong-trinh/", ["b", "a", "c", "d"]),
        ("/chuong-trinh/tinh/dong-nai/", ["a", "c"]),
        ("/chuong-trinh/tinh/hai-phong/", ["b", "d"]),
        ("/chuong-trinh/thoi-gian/2022/", ["b"]),
        ("/chuong-trinh/thoi-gian/2014-2020/", ["a"]),
        ("/chuong-trinh/thoi-gian/2014/", ["c"]),
        ("/chuong-trinh/thoi-gian/khong-neu-nam/", ["d"]),
    ]


def test_an_amount_with_separators_is_answered_with_the_plain_number(tmp_path: Path) -> None:
    said = problems(tmp_path, {"programmes/a.md": programme(*budget('planned: "9.785.000"'))})
    message = 'budget.0.planned: số "9.785.000" có dấu phân nhóm. Hãy viết liền: 9785000.'
    assert said == [f"content/programmes/a.md:6: {message}"]
