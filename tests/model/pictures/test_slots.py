"""Widths of copies: enough for every screen, never much too many pixels, never more than the picture has."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from khuyencong.model.pictures.slots import CARD, COLUMN, DENSEST, LADDER, TILE, Slot
from khuyencong.model.pictures.verdict import Facts

SIDES = st.integers(1, 12_000)
TOO_MUCH = 1.5


def of_size(width: int, height: int) -> Facts:
    return Facts("0" * 64, "JPEG", "photo", width, height, 0)


def test_neighbours_on_the_ladder_are_close_enough() -> None:
    assert all(wide / narrow <= TOO_MUCH for narrow, wide in itertools.pairwise(LADDER))
    assert all(DENSEST * slot.width <= LADDER[-1] for slot in (COLUMN, CARD, TILE))


@given(st.sampled_from([COLUMN, CARD, TILE]), SIDES, SIDES, st.sampled_from([1, 1.5, 2, 3]), st.floats(0, 1))
def test_for_every_screen_there_is_a_copy_of_the_right_width(
    slot: Slot, width: int, height: int, density: float, narrowness: float
) -> None:
    facts = of_size(width, height)
    shown = slot.shown(facts)[0]
    assume(shown * DENSEST <= LADDER[-1] and shown >= LADDER[0])
    least = min(slot.least, shown)
    needed = (least + (shown - least) * narrowness) * density
    fetched = next((one for one in slot.widths(facts) if one >= needed), slot.widths(facts)[-1])
    assert fetched >= min(needed, width)
    assert fetched <= needed * TOO_MUCH or fetched == slot.widths(facts)[0] <= slot.least * TOO_MUCH


@given(st.sampled_from([COLUMN, CARD, TILE]), SIDES, SIDES)
def test_nothing_is_enlarged_or_out_of_shape(slot: Slot, width: int, height: int) -> None:
    facts = of_size(width, height)
    widths, (shown, high) = slot.widths(facts), slot.shown(facts)
    assert list(widths) == sorted(set(widths))
    assert 1 <= max(widths) <= width
    assert shown <= width
    assert high <= height
    assert abs(shown * height - high * width) <= max(width, height)


@pytest.mark.parametrize(
    ("size", "shown", "sizes", "widths"),
    [
        ((4000, 3000), (704, 528), "(min-width: 768px) 704px, calc(100vw - 2rem)", (288, 432, 640, 960, 1408, 2112)),
        ((3000, 4000), (528, 704), "(min-width: 592px) 528px, calc(100vw - 2rem)", (288, 432, 640, 960, 1408, 2112)),
        ((700, 350), (700, 350), "(min-width: 764px) 700px, calc(100vw - 2rem)", (288, 432, 640, 700)),
        ((120, 40), (120, 40), "120px", (120,)),
        ((12_000, 600), (704, 35), "(min-width: 768px) 704px, calc(100vw - 2rem)", (288, 432, 640, 960, 1408, 2112)),
    ],
)
def test_photos_portraits_logos_and_panoramas_in_the_column(
    size: tuple[int, int], shown: tuple[int, int], sizes: str, widths: tuple[int, ...]
) -> None:
    facts = of_size(*size)
    assert (COLUMN.shown(facts), COLUMN.sizes(facts), COLUMN.widths(facts)) == (shown, sizes, widths)


@pytest.mark.parametrize(
    ("slot", "size", "shown", "widths"),
    [
        (CARD, (4000, 3000), (420, 315), (96, 128, 192, 288, 432, 640, 960, 1408)),
        (CARD, (3000, 2000), (472, 315), (96, 128, 192, 288, 432, 640, 960, 1408, 2112)),
        (CARD, (2000, 3000), (420, 630), (96, 128, 192, 288, 432, 640, 960, 1408)),
        (CARD, (4800, 400), (3780, 315), (96, 128, 192, 288, 432, 640, 960, 1408, 2112, 3168, 4752)),
        (TILE, (3000, 2000), (324, 216), (192, 288, 432, 640, 960, 1408)),
        (TILE, (300, 200), (300, 200), (192, 288, 300)),
    ],
)
def test_what_the_layout_makes_wider_and_narrower_is_filled_so_a_wide_photo_is_fetched_wider(
    slot: Slot, size: tuple[int, int], shown: tuple[int, int], widths: tuple[int, ...]
) -> None:
    facts = of_size(*size)
    assert (slot.shown(facts), slot.widths(facts)) == (shown, widths)
    assert slot.sizes(facts).startswith("auto, (min-width: ")
