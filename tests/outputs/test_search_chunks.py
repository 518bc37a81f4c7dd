"""Pagefind's index in smaller files says the same as before, and files of another make are refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khuyencong.outputs.search import chunks
from khuyencong.outputs.search.chunks import MARK, SMALLEST, cut_smaller
from khuyencong.outputs.search.document import Document
from khuyencong.outputs.search.program import run_pagefind, with_strokes, without_strokes


def documents(count: int) -> list[Document]:
    """Make pages with many different words."""
    body = "<html lang=vi><body><main data-pagefind-body><h1>Trang {0}</h1><p>{1}</p></main></body></html>"
    words = (" ".join(f"chu{number * 7 + at}" for at in range(60)) for number in range(count))
    return [Document(f"/trang-{at}/", body.format(at, text), (), (), "") for at, text in enumerate(words)]


def words_of(files: dict[str, bytes]) -> list[bytes]:
    """Give every word of an index with all that is said of it."""
    indexes = (data for name, data in files.items() if name.endswith(".pf_index"))
    return sorted(word for data in indexes for word in chunks._words(gzip.decompress(data)))


def test_every_word_is_in_one_of_the_files_that_the_list_names(tmp_path: Path) -> None:
    before = run_pagefind(documents(300), tmp_path)
    after = cut_smaller(before)
    names = [name for name in after if name.endswith(".pf_index")]
    assert len(names) > sum(name.endswith(".pf_index") for name in before)
    assert words_of(after) == words_of(before)
    assert all(len(gzip.decompress(after[name])) < SMALLEST * 2 for name in names)
    (meta,) = (gzip.decompress(data) for name, data in after.items() if name.endswith(".pf_meta"))
    assert all(name.removeprefix("index/").removesuffix(".pf_index").encode() in meta for name in names)


def test_the_same_pages_give_the_same_files(tmp_path: Path) -> None:
    pages = documents(40)
    assert cut_smaller(run_pagefind(pages, tmp_path)) == cut_smaller(run_pagefind(pages, tmp_path))


@pytest.mark.parametrize("data", [b"something else", MARK + b"\xa0", MARK + b"\x9f\xff", MARK + b"\x81\xa1"])
def test_files_of_another_make_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="Pagefind's files"):
        cut_smaller({"index/vi_1.pf_index": gzip.compress(data)})


@settings(max_examples=200)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0, 3, 4]))
def test_what_is_written_is_read_back(number: int, kind: int) -> None:
    written = chunks._head(kind, number)
    assert chunks._read_head(written, 0) == (kind, number, len(written))


@given(st.text())
def test_strokes_come_off_again(text: str) -> None:
    plain = text.replace("\u0335", "")
    assert without_strokes(with_strokes(plain)) == plain
    assert "đ" not in with_strokes(plain)
