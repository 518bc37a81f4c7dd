"""The whole content folder."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pytest

from khuyencong.model.news import News
from khuyencong.model.page import Page
from khuyencong.model.tree import read_tree
from tests.content import document, entry, establishment, news, product, read, write_content


def test_right_content_gives_a_catalogue(tmp_path: Path) -> None:
    write_content(
        tmp_path,
        {
            "establishments/a.md": establishment(),
            "products/b.md": product("establishment: a"),
            "news/2024/c.md": news(),
        },
    )
    tree = read(tmp_path)
    assert (tree.files, tree.problems) == (3, [])
    assert tree.catalogue
    assert {key: len(found) for key, found in tree.catalogue.index.published.items() if found} == {
        "news": 1,
        "establishment": 1,
        "product": 1,
    }


def test_reading_twice_gives_the_same_problems_in_the_same_order(tmp_path: Path) -> None:
    write_content(tmp_path, {f"news/2024/{name}.md": news("mau: x", body="[a](/b/)\n\n# c") for name in "cab"})
    one, two = read(tmp_path), read(tmp_path)
    assert one.problems == two.problems == sorted(one.problems)
    assert len(one.problems) == 9


def test_drafts_are_left_out_and_hidden_entries_are_not_listed(tmp_path: Path) -> None:
    statuses = ("published", "draft", "hidden")
    write_content(tmp_path, {f"news/2024/{status}.md": news(f"status: {status}") for status in statuses})
    catalogue = read(tmp_path).catalogue
    assert catalogue
    assert sorted(one.slug for one in catalogue.index.published["news"]) == ["hidden", "published"]
    assert [one.slug for one in catalogue.all(News)] == ["published"]


def test_news_leaves_the_lists_after_its_last_day(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"news/2024/a.md": news("expires: 2024-06")})
    for day, listed in ((dt.date(2024, 6, 30), 1), (dt.date(2024, 7, 1), 0)):
        catalogue = read_tree(content, day).catalogue
        assert catalogue
        assert len(catalogue.all(News)) == listed
        assert len(catalogue.index.published["news"]) == 1


def test_entries_are_plain_data_that_can_go_to_another_process(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/2024/a.md": news(body="Chữ"), "pages/b.md": entry("title: B")})
    catalogue = read(tmp_path).catalogue
    assert catalogue
    for one in (*catalogue.all(News), *catalogue.all(Page)):
        again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own data
        assert (again, again.url, again.source_file) == (one, one.url, one.source_file)


def test_a_type_without_a_folder_is_an_empty_list(tmp_path: Path) -> None:
    write_content(tmp_path, {})
    tree = read(tmp_path)
    assert tree.problems == []
    assert tree.catalogue
    assert not any(tree.catalogue.index.published.values())


@pytest.mark.parametrize("written", ["2024-06-01", "2024-06"])
def test_news_dated_ahead_waits_for_its_day_and_staff_are_told(tmp_path: Path, written: str) -> None:
    ahead = news().replace("2024-05-01", written)
    content = write_content(
        tmp_path, {"news/2024/a.md": ahead, "news/2024/b.md": ahead.replace("---\n", "---\nstatus: hidden\n", 1)}
    )
    early, there = (read_tree(content, day) for day in (dt.date(2024, 5, 31), dt.date(2024, 6, 1)))
    assert early.problems == there.problems == []
    assert early.catalogue
    assert early.catalogue.index.published["news"] == ()
    assert early.catalogue.all(News) == ()
    assert [one.field for one in early.remarks] == ["date", "date"]
    assert "hẹn đăng ngày 01/06/2024" in str(early.remarks[0])
    assert there.catalogue
    assert [row.slug for row in there.catalogue.index.published["news"]] == ["b", "a"]
    assert [one.slug for one in there.catalogue.all(News)] == ["a"]
    assert there.remarks == []


def test_a_link_to_what_waits_for_its_day_is_a_problem_until_then(tmp_path: Path) -> None:
    ahead = news().replace("2024-05-01", "2024-06-01")
    body = "[a](a.md) [b](/tin-tuc/a/) [c](/van-ban/1-qd/)"
    files = {
        "news/2024/a.md": ahead,
        "news/2024/b.md": news("documents: [1-qd]", body=body),
        "documents/d.md": document("1/QĐ", "date: 2024-06-01"),
    }
    content = write_content(tmp_path, files)
    found = [str(one) for one in read_tree(content, dt.date(2024, 5, 31)).problems]
    assert len(found) == 4
    assert all("hẹn đăng ngày 01/06/2024. Hãy đợi đến ngày đó hoặc bỏ" in one for one in found)
    assert read_tree(content, dt.date(2024, 6, 1)).problems == []
