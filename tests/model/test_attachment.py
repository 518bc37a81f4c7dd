"""The names under which files to download are published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from khuyencong.model.attachment import published_name
from tests.content import news, read, write_content


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("Mẫu đơn số 1.PDF", "mau-don-so-1.pdf"),
        ("ke-hoach.docx", "ke-hoach.docx"),
        ("???.pdf", "tep.pdf"),
        ("tệp/đơn.pdf", "don.pdf"),
    ],
)
def test_a_file_gets_an_ascii_name(name: str, published: str) -> None:
    assert published_name(name) == published


@pytest.mark.parametrize("name", ["a" * 251 + ".pdf", "北" * 83 + ".pdf"])
def test_the_longest_names_give_names_that_a_disk_holds(name: str) -> None:
    assert len(published_name(name)) < 100


def test_two_long_names_that_begin_alike_are_a_problem(tmp_path: Path) -> None:
    names = [f"{'kế hoạch khuyến công ' * 5}{number}.pdf" for number in (1, 2)]
    fields = "".join(f"\n  - {{file: {name}, title: Tệp}}" for name in names)
    assert "cùng thành" in problems(tmp_path, f"attachments:{fields}", names)[0]


def problems(folder: Path, fields: str, files: Iterable[str]) -> list[str]:
    """Give what is wrong with an article that names these files, which lie beside it."""
    written: dict[str, str | bytes] = {f"news/2024/{name}": b"x" for name in files}
    write_content(folder, {"news/2024/a.md": news(*fields.splitlines()), **written})
    return [str(problem) for problem in read(folder).problems]


def test_two_files_that_would_get_the_same_name_are_a_problem(tmp_path: Path) -> None:
    fields = "attachments:\n  - {file: Đơn.pdf, title: Một}\n  - {file: phu/don.pdf, title: Hai}"
    (found,) = problems(tmp_path, fields, ["Đơn.pdf", "phu/don.pdf"])
    assert 'attachments.1.file: tệp "phu/don.pdf" và tệp "Đơn.pdf" cùng thành "don.pdf" trên trang.' in found


def test_the_same_file_may_be_named_twice(tmp_path: Path) -> None:
    fields = "attachments:\n  - {file: Đơn.pdf, title: Một}\n  - {file: ./Đơn.pdf, title: Hai}"
    assert problems(tmp_path, fields, ["Đơn.pdf"]) == []


def test_a_file_of_the_front_matter_and_one_of_the_text_are_held_against_each_other(tmp_path: Path) -> None:
    article = news("attachments: [{file: a b.pdf, title: Một}]", body="Xem [đơn](<A-B.pdf>).")
    write_content(tmp_path, {"news/2024/a.md": article, "news/2024/a b.pdf": b"x", "news/2024/A-B.pdf": b"x"})
    (problem,) = read(tmp_path).problems
    assert article.splitlines()[problem.line - 1] == "Xem [đơn](<A-B.pdf>)."
