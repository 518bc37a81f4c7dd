"""The next issue: its number, its quarter, and the articles that no issue carries yet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.intake.next_issue import ProposedIssue, Quarter, propose
from khuyencong.model.dates import PartialDate
from khuyencong.model.news import News
from scripts.new import main
from tests.content import entry, news, problems, write_content

DAY = dt.date(2024, 7, 10)


def article(date: str, category: str = "co-so", *fields: str, title: str = "Tin") -> str:
    return entry(f"title: {title}", f"date: {date}", f"category: {category}", *fields, body="Nội dung.")


def issue(number: int, year: int, *articles: str, status: str = "published") -> str:
    sections = f"sections: [{{title: Tin, news: [{', '.join(articles)}]}}]"
    return entry(f"title: Số {number}", f"number: {number}", f"year: {year}", f"status: {status}", sections)


def proposed(folder: Path, files: dict[str, str], today: dt.date = DAY, quarter: str = "") -> ProposedIssue:
    content = write_content(folder, files)
    return propose(content, today, "", Quarter.parse(quarter) if quarter else None)


def slugs(found: ProposedIssue) -> list[tuple[str, list[str]]]:
    return [(title, [slug for slug, _ in articles]) for title, articles in found.sections]


def test_articles_of_the_quarter_stand_under_their_category_in_the_order_of_the_list(tmp_path: Path) -> None:
    files = {
        "news/2024/b.md": article("2024-06-30"),
        "news/2024/a.md": article("2024-05"),
        "news/2024/nghe.md": article("2024-04-01", "lang-nghe"),
        "news/2024/truoc.md": article("2024-03-31"),
        "news/2024/sau.md": article("2024-07-01"),
        "news/2024/nam.md": article("2024"),
        "news/2024/nhap.md": article("2024-05-01", "co-so", "status: draft"),
    }
    found = proposed(tmp_path, files)
    assert found.quarter == Quarter(2024, 2)
    assert slugs(found) == [("Làng nghề", ["nghe"]), ("Cơ sở công nghiệp nông thôn", ["a", "b"])]


def test_the_day_on_which_an_article_came_to_the_site_counts_more_than_the_day_it_tells_of(tmp_path: Path) -> None:
    files = {
        "news/2024/a.md": article("2019-01-01", "co-so", "added: 2024-06-02"),
        "news/2024/b.md": article("2024-06-01", "co-so", "added: 2024-07-01"),
    }
    assert slugs(proposed(tmp_path, files)) == [("Cơ sở công nghiệp nông thôn", ["a"])]


def test_what_an_issue_or_the_draft_of_one_carries_is_not_proposed_again(tmp_path: Path) -> None:
    files = {f"news/2024/{name}.md": news() for name in "abc"}
    files |= {"bulletins/x.md": issue(1, 2024, "a"), "bulletins/y.md": issue(2, 2024, "b", status="draft")}
    found = proposed(tmp_path, files)
    assert (found.number, slugs(found)) == (3, [("Cơ sở công nghiệp nông thôn", ["c"])])


def test_numbers_begin_anew_with_the_year(tmp_path: Path) -> None:
    files = {"news/2024/a.md": news(), "bulletins/x.md": issue(4, 2023, "a")}
    assert proposed(tmp_path, files).number == 1
    assert proposed(tmp_path, files, dt.date(2024, 1, 20)).number == 5


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (dt.date(2024, 1, 31), Quarter(2023, 4)),
        (dt.date(2024, 2, 1), Quarter(2024, 1)),
        (dt.date(2024, 4, 30), Quarter(2024, 1)),
        (dt.date(2024, 5, 1), Quarter(2024, 2)),
        (dt.date(2024, 12, 31), Quarter(2024, 4)),
    ],
)
def test_the_first_month_of_a_quarter_still_belongs_to_the_issue_of_the_one_before(
    day: dt.date, quarter: Quarter
) -> None:
    assert Quarter.of_issue(day) == quarter


@given(st.dates(dt.date(1900, 2, 1), dt.date(2100, 12, 31)))
def test_an_article_is_of_exactly_one_quarter_of_its_year(day: dt.date) -> None:
    one = News(title="Tin", category="co-so", date=PartialDate(day.year, day.month, day.day))
    held = [quarter for quarter in range(1, 5) if Quarter(day.year, quarter).holds(one)]
    assert held == [(day.month + 2) // 3]
    assert not any(Quarter(day.year + 1, quarter).holds(one) for quarter in range(1, 5))


def test_the_draft_passes_the_gate_as_it_is(tmp_path: Path) -> None:
    files = {"news/2024/a.md": article("2024-05-01", title="'Nghề: #1 “cũ”'")}
    found = proposed(tmp_path, files)
    text = found.text(DAY)
    assert found.path == "bulletins/2024-1.md"
    assert 'title: "Bản tin khuyến công số 1 năm 2024"' in text
    assert "      - a   # Nghề: #1 “cũ”" in text
    assert problems(tmp_path, {**files, found.path: text}) == []
    assert problems(tmp_path, {**files, found.path: text.replace("status: draft", "status: published")}) == []


def test_the_command_writes_the_draft_and_never_over_one_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content(tmp_path, {"news/2024/a.md": news()})
    assert main("bulletin", "", content, "", DAY) == 0
    draft = content / "bulletins" / "2024-1.md"
    assert "1 bài của quý II năm 2024 chưa có trong số nào." in capsys.readouterr().out
    draft.write_text("đang viết", encoding="utf-8")
    assert main("bulletin", "", content, "", DAY) == 1
    assert "Hãy làm xong số đó trước, hoặc xóa tệp." in capsys.readouterr().out
    assert draft.read_text(encoding="utf-8") == "đang viết"


def test_the_command_takes_a_title_and_a_quarter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_content(tmp_path, {})
    assert main("bulletin", "Số Tết", content, "2023-4", DAY) == 0
    assert (content / "bulletins/2023-1.md").read_text(encoding="utf-8").startswith('---\ntitle: "Số Tết"\n')
    assert "Tệp chưa có bài nào vì quý IV năm 2023 không còn bài chưa in." in capsys.readouterr().out


def test_a_quarter_without_articles_makes_no_file_and_names_the_quarters_that_have_some(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {f"news/2023/{name}.md": article(date) for name, date in (("a", "2023-02"), ("b", "2023-03-31"))}
    content = write_content(
        tmp_path, {**files, "news/2023/c.md": article("2023-08"), "news/2023/d.md": article("2023")}
    )
    assert main("bulletin", "", content, "2023-4", DAY) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Không có bài nào của quý IV năm 2023 còn chưa in.",
        "Các quý còn bài chưa in:",
        "  quý III năm 2023: 1 bài. Gõ: make new type=bulletin quarter=2023-3",
        "  quý I năm 2023: 2 bài. Gõ: make new type=bulletin quarter=2023-1",
        'Chưa tạo tệp nào. Muốn một tệp trống: make new type=bulletin title="Tên số"',
    ]
    assert not (content / "bulletins").exists()
    assert main("bulletin", "", content, "2023-1", DAY) == 0


def test_a_quarter_ahead_and_a_site_whose_articles_are_all_printed_are_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_content(
        tmp_path, {"news/2024/a.md": article("2024-05"), "bulletins/2024-1.md": issue(1, 2024, "a")}
    )
    assert main("bulletin", "", content, "2024-4", DAY) == 1
    said = capsys.readouterr().out
    assert said.startswith("Quý IV năm 2024 chưa tới.\nMọi bài có ghi tháng đều đã nằm trong một số bản tin.\n")
    assert not Quarter(2024, 3).is_ahead(DAY)


@pytest.mark.parametrize("written", ["2026", "2026-5", "III/2026", "2026-03"])
def test_a_quarter_that_is_none_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str) -> None:
    assert main("bulletin", "", write_content(tmp_path, {}), written, DAY) == 1
    assert f'"{written}" không phải quý. Hãy viết năm-quý' in capsys.readouterr().out
