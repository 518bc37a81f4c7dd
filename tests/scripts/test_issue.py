"""What the command that prints an issue says when there is no such issue."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from khuyencong.model.tree import read_tree
from scripts.issue import no_issue
from tests.content import entry, news, write_content


def issue(number: int, *fields: str) -> str:
    return entry(
        f"title: Số {number}", f"number: {number}", "year: 2024", *fields, "sections: [{title: Tin, news: [a]}]"
    )


def said(folder: Path, number: str, issues: dict[str, str]) -> str:
    tree = read_tree(write_content(folder, {"news/2024/a.md": news(), **issues}), dt.date(2024, 7, 10))
    assert tree.catalogue, tree.problems
    return no_issue(number, tree.catalogue.index)


ISSUES = {
    "bulletins/2024-1.md": issue(1),
    "bulletins/2024-2.md": issue(2),
    "bulletins/2024-3.md": issue(3, "status: draft"),
    "bulletins/2024-4.md": issue(4, "date: 2024-12-31"),
}


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        ("", "Hãy ghi số cần dựng, ví dụ: make issue number=2024-2. Các số đang có: 2024-1, 2024-2."),
        ("2024/1", 'Không có số "2024/1". Ý bạn là "2024-1"? Các số đang có: 2024-1, 2024-2.'),
        ("x", 'Không có số "x". Các số đang có: 2024-1, 2024-2.'),
    ],
)
def test_an_issue_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path, number: str, answer: str) -> None:
    assert said(tmp_path, number, ISSUES) == answer


def test_of_a_draft_the_command_says_which_line_of_which_file_to_change(tmp_path: Path) -> None:
    answer = said(tmp_path, "2024-3", ISSUES)
    assert answer.startswith('Số "2024-3" còn là bản nháp. Đổi status: draft thành status: hidden trong tệp ')
    assert answer.endswith("bulletins/2024-3.md.")


def test_of_an_issue_that_waits_for_its_day_the_command_says_so(tmp_path: Path) -> None:
    assert said(tmp_path, "2024-4", ISSUES).startswith('Số "2024-4" ghi ngày đăng chưa tới.')


def test_a_site_without_issues_says_so(tmp_path: Path) -> None:
    assert said(tmp_path, "2024-1", {}) == 'Không có số "2024-1". Chưa có số nào đã đăng.'
