"""What is remembered of a published site, and when it is believed."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.memo import Asked, Made, Memo, intact, key_of, look_over
from khuyencong.model.view import Card

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner).map(tuple), max_leaves=8
)


def remember(folder: Path) -> Memo:
    """Write one file and remember it."""
    (folder / "a.html").write_bytes(b"a")
    there = (folder / "a.html").stat()
    return Memo(
        files={"a.html": Made("key", "sum", there.st_size, there.st_mtime_ns)},
        pages={"a.html": Asked((("face", "news", "a"), ("listed", "/tin-tuc/", 0, 12)), ("b.pdf",))},
        answers={("face", "news", "a"): "f", ("listed", "/tin-tuc/", 0, 12): ("a",)},
        behind=["c.html"],
    )


def test_a_memo_reads_back_as_it_was_written(tmp_path: Path) -> None:
    memo = remember(tmp_path)
    memo.write(tmp_path / "memo.pickle", "1")
    assert Memo.read(tmp_path / "memo.pickle", "1") == memo


def test_a_memo_that_knows_nothing_of_the_other_folder_reads_back_so(tmp_path: Path) -> None:
    memo = replace(remember(tmp_path), behind=None)
    memo.write(tmp_path / "memo.pickle", "1")
    assert Memo.read(tmp_path / "memo.pickle", "1").behind is None


def test_a_memo_of_another_version_is_not_believed(tmp_path: Path) -> None:
    remember(tmp_path).write(tmp_path / "memo.pickle", "1")
    assert Memo.read(tmp_path / "memo.pickle", "2") == Memo()


def test_a_memo_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert Memo.read(tmp_path / "memo.pickle", "1") == Memo()


BROKEN = [
    b"",
    b"{",
    b"\x80\x05.",
    pickle.dumps(None),
    pickle.dumps(["1"]),
    pickle.dumps(("1", (), "more")),
    b"cno_such_module\nno_such_name\n.",
    b"cdatetime\nno_such_name\n.",
]


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_memo_is_not_believed(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "memo.pickle").write_bytes(data)
    assert Memo.read(tmp_path / "memo.pickle", "1") == Memo()


@given(st.integers(0, 10**6))
def test_a_memo_cut_off_anywhere_is_not_believed(length: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "memo.pickle"
        remember(Path(folder)).write(path, "1")
        data = path.read_bytes()
        path.write_bytes(data[: length % len(data)])
        assert Memo.read(path, "1") == Memo()


def test_a_file_is_there_only_with_the_same_size_and_time(tmp_path: Path) -> None:
    made = remember(tmp_path).files.items()
    assert intact(made, look_over(tmp_path)) == {"a.html"}
    os.utime(tmp_path / "a.html", ns=(0, 0))
    assert intact(made, look_over(tmp_path)) == set()
    time = next(one.modified for _, one in made)
    os.utime(tmp_path / "a.html", ns=(time, time))
    assert intact(made, look_over(tmp_path)) == {"a.html"}
    (tmp_path / "a.html").write_bytes(b"ab")
    os.utime(tmp_path / "a.html", ns=(time, time))
    assert intact(made, look_over(tmp_path)) == set()
    (tmp_path / "a.html").unlink()
    assert intact(made, look_over(tmp_path)) == set()


def test_looking_over_a_folder_finds_files_however_deep_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "in" / "b" / "c").mkdir(parents=True)
    (tmp_path / "in" / "b" / "c" / "d.html").write_bytes(b"dd")
    (tmp_path / "in" / "link").symlink_to(tmp_path)
    found = look_over(tmp_path / "in")
    assert found.keys() == {"b/c/d.html", "link"}
    assert found["b/c/d.html"][0] == 2
    assert look_over(tmp_path / "none") == {}


@given(PLAIN, PLAIN)
def test_keys_are_equal_exactly_when_what_is_written_out_is(one: object, other: object) -> None:
    assert (key_of(one) == key_of(other)) == (repr(one) == repr(other))


def test_a_key_tells_apart_what_a_page_shows() -> None:
    assert key_of(Card("/a/", "Một")) != key_of(Card("/a/", "Hai"))
    assert key_of("ab", "c") != key_of("a", "bc")
