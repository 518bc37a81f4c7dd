"""Photos that lack their end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from khuyencong.model.pictures.inspection import judge
from khuyencong.model.pictures.jpeg import mended
from tests.pictures import encoded

GRAIN = Image.merge("RGB", [Image.effect_noise((640, 480), 60)] * 3)


def grainy(*, progressive: bool) -> bytes:
    return encoded(GRAIN, "JPEG", quality=85, progressive=progressive)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("lost", [1, 2, 5, 40, 300])
def test_a_photo_that_lacks_a_few_bytes_may_be_published_with_a_warning(progressive: bool, lost: int) -> None:
    verdict = judge(grainy(progressive=progressive)[:-lost], "a.jpg")
    assert verdict.problem == ""
    assert "thiếu đoạn cuối" in verdict.warning
    assert verdict.facts
    assert verdict.facts.is_cut


@pytest.mark.parametrize(("progressive", "share"), [(False, 0.1), (False, 0.5), (False, 0.9), (True, 0.1), (True, 0.5)])
def test_a_photo_that_lacks_much_may_not(progressive: bool, share: float) -> None:
    data = grainy(progressive=progressive)
    assert "hỏng" in judge(data[: int(len(data) * share)], "a.jpg").problem


def test_a_whole_photo_needs_no_mending() -> None:
    assert mended(grainy(progressive=False)) == b""
    assert not judge(grainy(progressive=True), "a.jpg").warning


@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_make_it_raise(tail: bytes, is_progressive: bool) -> None:
    mended(b"\xff\xd8\xff" + (b"\xff\xc2" if is_progressive else b"") + tail)
    mended(grainy(progressive=False)[:4000] + b"\xff\xda" + tail)
