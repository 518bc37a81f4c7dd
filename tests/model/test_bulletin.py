"""Bulletin issues: their sections, and the issues before and after."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.bulletin import Bulletin, BulletinRelated
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.view import Link
from tests.content import catalogue, entry, news, problems

NEWS = {f"news/2024/{name}.md": news() for name in "abc"}


def issue(number: int, year: int, *fields: str, sections: str = "[{title: Tin, news: [a]}]") -> str:
    return entry(f"title: Số {number}/{year}", f"number: {number}", f"year: {year}", *fields, f"sections: {sections}")


def related(found: Catalogue, slug: str) -> BulletinRelated:
    one = found.get("bulletin", slug)
    assert isinstance(one, Bulletin)
    return one.related(found)


def test_issues_follow_one_another_by_year_and_number(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {**NEWS, "bulletins/x.md": issue(10, 2023), "bulletins/y.md": issue(1, 2024), "bulletins/z.md": issue(9, 2023)},
    )
    x, y, z = Link("/ban-tin/x/", "Số 10/2023"), Link("/ban-tin/y/", "Số 1/2024"), Link("/ban-tin/z/", "Số 9/2023")
    assert [one.slug for one in found.all(Bulletin)] == ["y", "x", "z"]
    neighbours = {slug: (related(found, slug).previous, related(found, slug).next) for slug in "xyz"}
    assert neighbours == {"z": (None, x), "x": (z, y), "y": (x, None)}


def test_a_hidden_issue_stands_outside_the_row(tmp_path: Path) -> None:
    hidden = issue(2, 2024, "status: hidden")
    found = catalogue(
        tmp_path, {**NEWS, "bulletins/x.md": issue(1, 2024), "bulletins/y.md": hidden, "bulletins/z.md": issue(3, 2024)}
    )
    assert related(found, "x").next == Link("/ban-tin/z/", "Số 3/2024")
    assert (related(found, "y").previous, related(found, "y").next) == (None, None)


def test_sections_and_articles_stand_in_the_order_of_print(tmp_path: Path) -> None:
    sections = "[{title: Tin, news: [c, a]}, {title: Bài, news: [b]}]"
    found = catalogue(tmp_path, {**NEWS, "bulletins/x.md": issue(1, 2024, sections=sections)})
    page = related(found, "x")
    shown = [(section.title, [card.url for card in section.cards]) for section in page.sections]
    assert shown == [("Tin", ["/tin-tuc/c/", "/tin-tuc/a/"]), ("Bài", ["/tin-tuc/b/"])]


def test_an_issue_keeps_an_article_that_has_expired(tmp_path: Path) -> None:
    files = {"news/2024/a.md": news("expires: 2024-06-01"), "bulletins/x.md": issue(1, 2024)}
    page = related(catalogue(tmp_path, files), "x")
    assert [card.url for card in page.sections[0].cards] == ["/tin-tuc/a/"]


def test_a_card_says_the_number_and_counts_the_articles(tmp_path: Path) -> None:
    sections = "[{title: Tin, news: [c, a]}, {title: Bài, news: [b]}]"
    found = catalogue(tmp_path, {**NEWS, "bulletins/x.md": issue(3, 2024, sections=sections)})
    card = found.all(Bulletin)[0].card(found)
    assert (card.kicker, card.facts, card.artwork.motif if card.artwork else "") == ("Số 3/2024", ("3 bài",), "ban-tin")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (issue(0, 2024), "3: number: số nhỏ hơn 1. Hãy xem lại con số."),
        (issue(100, 2024), "3: number: số lớn hơn 99. Hãy xem lại con số."),
        (issue(1, 24), '4: year: "24" không phải năm. Hãy viết bốn chữ số, ví dụ 2022.'),
        (issue(1, 2024, sections="[{title: Tin, news: [d]}]"), '5: sections.0.news.0: không có tin "d".'),
        (issue(1, 2024, sections="[]"), "5: sections: thiếu trường bắt buộc này."),
    ],
)
def test_an_impossible_issue_is_reported_at_its_line(tmp_path: Path, text: str, said: str) -> None:
    found = problems(tmp_path, {**NEWS, "bulletins/x.md": text})
    assert [line.startswith(f"content/bulletins/x.md:{said}") for line in found] == [True], found
