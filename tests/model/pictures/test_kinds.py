"""What kind of picture a file is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.pictures.kinds import ENDINGS, HEAD, KINDS, kind_of
from tests.pictures import KINDS as WITH_CAMERA_DATA
from tests.pictures import drawing, encoded, photo, plain


@pytest.mark.parametrize("kind", WITH_CAMERA_DATA)
def test_a_photo_is_known_by_its_first_bytes(kind: str) -> None:
    assert kind_of(photo(40, 30, kind=kind)[:HEAD]) == KINDS[kind]


def test_other_pictures_are_known_too() -> None:
    assert kind_of(encoded(plain(4, 4), "GIF")) == KINDS["GIF"]
    assert kind_of(drawing()) == KINDS["SVG"]
    assert kind_of(b'\xef\xbb\xbf\n<?xml version="1.0"?><!-- Lo --><svg>') == KINDS["SVG"]


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"BM",
        b"%PDF-1.7",
        b"PK\3\4",
        b"<html><svg>"[:6],
        b"<p>",
        b"RIFF\0\0\0\0WAVE",
        b"\0\0\0\x18ftypmp42",
        b"\xff\xd8",
    ],
)
def test_other_files_are_no_pictures(head: bytes) -> None:
    assert kind_of(head) is None


@given(st.binary(max_size=64), st.sampled_from([b"", b"\0\0\0\x20ftyp", b"<", b"RIFF", b"\xff\xff\xff\xffftypmif1"]))
def test_no_bytes_make_it_raise(rest: bytes, beginning: bytes) -> None:
    kind_of(beginning + rest)


def test_no_ending_stands_for_two_kinds() -> None:
    assert len(ENDINGS) == sum(len(kind.endings) for kind in KINDS.values())
