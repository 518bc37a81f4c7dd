"""What is remembered of a published site, and when it is believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.memo import Made, Memo, key_of
from khuyencong.model.view import Card

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner).map(tuple), max_leaves=8
)


def remember(folder: Path) -> Memo:
    """Write one file and remember it."""
    (folder / "a.html").write_bytes(b"a")
    there = (folder / "a.html").stat()
    return Memo(
        "1", {"a.html": Made("key", "sum", there.st_size, there.st_mtime_ns)}, {"a.html": ["b.pdf"]}, ["c.html"]
    )


def test_a_memo_reads_back_as_it_was_written(tmp_path: Path) -> None:
    memo = remember(tmp_path)
    memo.write(tmp_path / "memo.json")
    assert Memo.read(tmp_path / "memo.json", "1") == memo


def test_a_memo_of_another_version_is_not_believed(tmp_path: Path) -> None:
    remember(tmp_path).write(tmp_path / "memo.json")
    assert Memo.read(tmp_path / "memo.json", "2") == Memo("2")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": "1"}', '{"version": "1", "files": {"a": [1]}}'])
def test_a_broken_memo_is_not_believed(tmp_path: Path, text: str) -> None:
    (tmp_path / "memo.json").write_text(text, encoding="utf-8")
    assert Memo.read(tmp_path / "memo.json", "1") == Memo("1")


def test_a_file_is_there_only_with_the_same_key_size_and_time(tmp_path: Path) -> None:
    memo = remember(tmp_path)
    assert memo.has(tmp_path, "a.html", "key")
    assert not memo.has(tmp_path, "a.html", "other")
    assert not memo.has(tmp_path, "b.html", "key")
    os.utime(tmp_path / "a.html", ns=(0, 0))
    assert not memo.has(tmp_path, "a.html", "key")
    (tmp_path / "a.html").unlink()
    assert not memo.has(tmp_path, "a.html", "key")


@given(PLAIN, PLAIN)
def test_keys_are_equal_exactly_when_what_is_written_out_is(one: object, other: object) -> None:
    assert (key_of(one) == key_of(other)) == (repr(one) == repr(other))


def test_a_key_tells_apart_what_a_page_shows() -> None:
    assert key_of(Card("/a/", "Một")) != key_of(Card("/a/", "Hai"))
    assert key_of("ab", "c") != key_of("a", "bc")
