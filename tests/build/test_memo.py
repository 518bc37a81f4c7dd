"""What is remembered of a published site, and when it is believed."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.memo import Asked, Made, Memo, intact, key_of, look_over
from khuyencong.model.index import Question
from khuyencong.model.view import Card

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner).map(tuple), max_leaves=8
)


def made_of(folder: Path) -> dict[str, Made]:
    """Write one file and say what it was made of."""
    (folder / "a.html").write_bytes(b"a")
    there = (folder / "a.html").stat()
    return {"a.html": Made("key", "sum", there.st_size, there.st_mtime_ns)}


PAGES = {"a.html": Asked((("face", "news", "a"), ("listed", "/tin-tuc/", 0, 12)), ("b.pdf",))}
ANSWERS: dict[str, dict[Question, object]] = {
    "face": {("face", "news", "a"): "f"},
    "listed": {("listed", "/tin-tuc/", 0, 12): ("a",)},
}
Held: TypeAlias = tuple[object, object, object, object]


def held(memo: Memo) -> Held:
    """Give all that a memo knows."""
    return memo.files, memo.pages, memo.answers, memo.is_finished


def remember(folder: Path) -> Held:
    """Remember a site of one file, and give what is to be remembered."""
    files = made_of(folder)
    Memo(folder / "memo.pickle", "1", folder).finish(files, PAGES, ANSWERS)
    return files, PAGES, ANSWERS, True


NOTHING: Held = {}, {}, {}, False


def test_a_memo_reads_back_as_it_was_written(tmp_path: Path) -> None:
    written = remember(tmp_path)
    assert held(Memo(tmp_path / "memo.pickle", "1", tmp_path)) == written


def test_once_the_folders_are_about_to_differ_they_are_not_alike_until_the_end(tmp_path: Path) -> None:
    files, *_ = remember(tmp_path)
    Memo(tmp_path / "memo.pickle", "1", tmp_path).begin()
    assert held(Memo(tmp_path / "memo.pickle", "1", tmp_path)) == (files, PAGES, ANSWERS, False)
    written = remember(tmp_path)
    assert held(Memo(tmp_path / "memo.pickle", "1", tmp_path)) == written


def test_a_memo_of_another_version_is_not_believed(tmp_path: Path) -> None:
    remember(tmp_path)
    assert held(Memo(tmp_path / "memo.pickle", "2", tmp_path)) == NOTHING


def test_a_memo_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert held(Memo(tmp_path / "memo.pickle", "1", tmp_path)) == NOTHING


def test_the_memo_of_a_site_that_is_gone_is_dropped(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    Memo(tmp_path / "gone.pickle", "1", gone).finish({}, PAGES, ANSWERS)
    gone.rmdir()
    remember(tmp_path)
    assert not list(tmp_path.glob("gone.*"))


BROKEN = [
    b"",
    b"{",
    b"\x80\x05.",
    pickle.dumps(None),
    pickle.dumps(["2"]),
    pickle.dumps(("2", "edition", {})),
    b"cno_such_module\nno_such_name\n.",
    b"cdatetime\nno_such_name\n.",
]


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_memo_is_not_believed(tmp_path: Path, data: bytes) -> None:
    remember(tmp_path)
    (tmp_path / "memo.pickle").write_bytes(data)
    assert held(Memo(tmp_path / "memo.pickle", "1", tmp_path)) == NOTHING


@given(st.integers(0, 10**6))
def test_a_memo_cut_off_anywhere_is_not_believed(length: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "memo.pickle"
        remember(Path(folder))
        data = path.read_bytes()
        path.write_bytes(data[: length % len(data)])
        assert held(Memo(path, "1", Path(folder))) == NOTHING


def test_a_file_is_there_only_with_the_same_size_and_time(tmp_path: Path) -> None:
    made = made_of(tmp_path).items()
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
