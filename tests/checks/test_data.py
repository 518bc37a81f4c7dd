"""Files of data: true sizes, readable, and nothing that a spreadsheet runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.data import data_can_be_read, sizes_are_true
from khuyencong.checks.pages import read_site
from tests.checks.pages import GOOD


def messages(folder: Path, name: str, data: bytes) -> list[str]:
    """Give what the rule says of one file."""
    (folder / name).write_bytes(data)
    return [problem.message for problem in data_can_be_read(read_site(folder))]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'{"a": 1}'),
        ("a.csv", "\ufeffid,note\r\na,'=1+1\r\nb,-3.5\r\n".encode()),
        ("a.csv", '\ufeffid,note\r\na,"hai\r\ndòng"\r\n'.encode()),
        ("a.txt", b"{"),
    ],
)
def test_good_data_is_no_problem(tmp_path: Path, name: str, data: bytes) -> None:
    assert messages(tmp_path, name, data) == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b"{", "no JSON"),
        ("a.geojson", b"", "no JSON"),
        ("a.jsonld", b"\xff", "no JSON"),
        ("a.csv", b"id\r\na\r\n", "no byte order mark"),
        ("a.csv", b"\xff\xfe", "not UTF-8"),
        ("a.csv", "\ufeffid,note\r\na\r\n".encode(), "rows of different lengths"),
        ("a.csv", "\ufeffid\r\n=1+1\r\n".encode(), "may run: '=1+1'"),
        ("a.csv", "\ufeffid\r\n  @SUM(A1)\r\n".encode(), "may run"),
        ("a.csv", "\ufeffid\r\n-1+2\r\n".encode(), "may run"),
        ("a.csv", "\ufeffid\r\n＝1\r\n".encode(), "may run"),
        ("a.xlsx", b"PK", "no workbook"),
    ],
)
def test_bad_data_is_found(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (message,) = messages(tmp_path, name, data)
    assert said in message


def test_a_size_that_is_not_true_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"12345")
    link = '<a href="a.csv" data-bytes="{}">CSV</a>'
    for size, count in (("5", 0), ("6", 1)):
        (tmp_path / "index.html").write_text(GOOD.replace("<p>Có", f"<p>{link.format(size)}"), encoding="utf-8")
        assert len(list(sizes_are_true(read_site(tmp_path)))) == count
