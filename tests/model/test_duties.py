"""The press rules: read from data, each one found broken, none found where all is well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from khuyencong.model.duties import BulletinDuties, PrintFacts, lint, read_duties
from khuyencong.model.printed import PAPERS
from tests.content import ROOT

DUTIES = read_duties((ROOT / "config" / "duties.yaml").read_text(encoding="utf-8"))
KNOWN = dict.fromkeys((*DUTIES.masthead, *DUTIES.imprint), "có")
RIGHT = PrintFacts((190.0, 270.0), 28, KNOWN, {"": "Mở đầu.", "bai": "Bài về làng nghề."})


def kinds(issue: PrintFacts, duties: BulletinDuties = DUTIES) -> list[str]:
    return [one.kind for one in lint(issue, duties)]


def test_an_issue_that_keeps_all_rules_has_no_finding() -> None:
    assert list(lint(RIGHT, DUTIES)) == []


def test_the_limits_are_those_of_the_law() -> None:
    assert DUTIES.largest_page == (190.0, 270.0)
    assert DUTIES.most_pages == 64
    assert "Điều 34" in DUTIES.source


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_only_a_page_that_is_too_large_is_found(paper: str) -> None:
    assert kinds(replace(RIGHT, page=PAPERS[paper])) == (["page"] if paper == "A4" else [])


def test_too_many_pages_are_found() -> None:
    assert kinds(replace(RIGHT, pages=64)) == []
    assert kinds(replace(RIGHT, pages=65)) == ["pages"]


@pytest.mark.parametrize("text", ["Mua ngay hôm nay!", "Gọi HOTLINE", "chương trình khuyến mãi", "khuyến\u00a0mãi lớn"])
def test_words_that_sell_are_found_with_their_article(text: str) -> None:
    (found,) = lint(replace(RIGHT, texts={"bai": text}), DUTIES)
    assert (found.kind, found.about) == ("advertising", "bai")


def test_a_word_within_another_is_not_found() -> None:
    assert kinds(replace(RIGHT, texts={"bai": "hotlines quảng cáoo"})) == []


@pytest.mark.parametrize("label", [*DUTIES.masthead, *DUTIES.imprint])
def test_each_missing_fact_is_named_with_the_place_to_write_it(label: str) -> None:
    (found,) = lint(replace(RIGHT, facts={**KNOWN, label: ""}), DUTIES)
    assert found.kind == ("masthead" if label in DUTIES.masthead else "imprint")
    assert label in found.message
    assert "điền ở" in found.message


def test_other_limits_are_other_data() -> None:
    assert kinds(replace(RIGHT, pages=30), replace(DUTIES, most_pages=29)) == ["pages"]
