"""The colour that stands in a picture's place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from khuyencong.model.pictures.tones import TONES, tone_of

SHEET = Path(__file__).parents[3] / "themes" / "khuyencong" / "static" / "css" / "tokens" / "tones.css"


def test_the_style_sheet_knows_the_same_colours() -> None:
    rules = re.findall(r"\.tone-(\d+) \{ background: (#\w{3}); \}\n", SHEET.read_text(encoding="utf-8"))
    assert [colour for _, colour in rules] == list(TONES)
    assert [int(number) for number, _ in rules] == list(range(len(TONES)))


@pytest.mark.parametrize("tone", TONES)
def test_each_tone_is_its_own_nearest(tone: str) -> None:
    assert TONES[tone_of(Image.new("RGB", (64, 64), tone))] == tone


def test_the_colour_of_the_larger_part_wins() -> None:
    picture = Image.new("RGB", (100, 100), "#245")
    picture.paste((255, 255, 255), (0, 0, 40, 100))
    assert TONES[tone_of(picture)] == "#245"


@given(st.tuples(*[st.integers(0, 255)] * 3), st.integers(1, 40), st.integers(1, 40))
def test_any_picture_has_a_tone(colour: tuple[int, int, int], width: int, height: int) -> None:
    assert 0 <= tone_of(Image.new("RGB", (width, height), colour)) < len(TONES)
