"""What is printed of an issue: its facts as the content has them, drawings that differ, an index in order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from khuyencong.model.bulletin import Bulletin
from khuyencong.model.printed import PrintedIssue, printed_issue
from tests.content import catalogue, document, entry, establishment, news

ISSUE = "bulletins/2024-1.md"


def printed(folder: Path, files: dict[str, str], *fields: str, articles: str = "a") -> PrintedIssue:
    section = f"sections: [{{title: Tin, news: [{articles}]}}]"
    issue = entry("title: Số 1", "number: 1", "year: 2024", section, *fields)
    found = catalogue(folder, {ISSUE: issue, **files})
    (one,) = found.all(Bulletin)
    return printed_issue(one, found)


def test_what_is_not_known_is_empty_and_never_made_up(tmp_path: Path) -> None:
    issue = printed(tmp_path, {"news/2024/a.md": news()})
    assert issue.date == ""
    assert issue.publisher == ""
    assert all(value == "" for _, value in issue.imprint)


def test_what_is_known_is_printed_as_it_is_written(tmp_path: Path) -> None:
    fields = ("date: 2024-03-31", "print_run: 1600", "responsible: Bà Trần Thị B")
    issue = printed(tmp_path, {"news/2024/a.md": news()}, *fields)
    assert issue.date == "31/03/2024"
    assert dict(issue.imprint)["Số lượng in"] == "1.600 cuốn"
    assert dict(issue.imprint)["Người chịu trách nhiệm xuất bản"] == "Bà Trần Thị B"


def test_the_document_bears_the_date_of_the_issue_or_of_its_latest_article(tmp_path: Path) -> None:
    assert printed(tmp_path, {"news/2024/a.md": news()}).day == dt.date(2024, 5, 1)
    assert printed(tmp_path, {"news/2024/a.md": news()}, "date: 2024-06").day == dt.date(2024, 6, 30)


def test_no_two_articles_have_the_same_drawing_where_their_words_call_for_another(tmp_path: Path) -> None:
    files = {
        "news/2024/a.md": news("tags: [bánh tráng]").replace("title: Tin", "title: Nghề làm bún"),
        "news/2024/b.md": news("tags: [bánh tráng]").replace("title: Tin", "title: Bún tươi"),
    }
    motifs = [one.artwork.motif for one in printed(tmp_path, files, articles="a, b").articles() if one.artwork]
    assert motifs == ["bun", "banh-trang"]


def test_the_index_names_each_thing_once_with_its_articles_in_vietnamese_order(tmp_path: Path) -> None:
    files = {
        "establishments/da.md": establishment(title="Đá Bửu Long"),
        "establishments/dao.md": establishment(title="Dao Bình An"),
        "documents/d.md": document("12/QĐ-UBND", title="Về nghề"),
        "news/2024/a.md": news("establishments: [da, dao]", "documents: [12-qd-ubnd]"),
        "news/2024/b.md": news("establishments: [da]"),
    }
    index = dict(printed(tmp_path, files, articles="a, b").index())
    assert index["Cơ sở"] == (("Dao Bình An", (1,)), ("Đá Bửu Long", (1, 2)))
    assert index["Văn bản"] == (("Quyết định 12/QĐ-UBND: Về nghề", (1,)),)
