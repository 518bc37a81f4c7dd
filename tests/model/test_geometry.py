"""Shapes on a grid: area, inside and outside, room for a text, outlines."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.geometry import GridPoint, GridRing, area, contains, outline, widest_spot, without_repeats

SQUARE: GridRing = ((0, 0), (10, 0), (10, 10), (0, 10))
HOLE: GridRing = ((4, 4), (6, 4), (6, 6), (4, 6))
POINTS = st.tuples(st.integers(-900, 900), st.integers(-900, 900))
RINGS = st.lists(POINTS, min_size=3, max_size=30, unique=True).map(tuple)


def read_outline(path: str) -> list[GridRing]:
    """Read the `d` of a path again, as a browser would."""
    rings: list[GridRing] = []
    for text in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", text)]
        points: list[GridPoint] = [(numbers[0], numbers[1])]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        rings.append(tuple(points))
    return rings


@given(rings=st.lists(RINGS, max_size=4))
def test_an_outline_can_be_read_again(rings: list[GridRing]) -> None:
    assert read_outline(outline(rings)) == rings


def test_an_outline_has_no_needless_letter() -> None:
    assert outline([((5, 5), (15, 2), (12, 1), (12, 20))]) == "M5 5l10-3-3-1 0 19z"


@given(ring=RINGS, shift=POINTS)
def test_the_area_does_not_depend_on_where_and_which_way_round(ring: GridRing, shift: GridPoint) -> None:
    moved = tuple((x + shift[0], y + shift[1]) for x, y in ring)
    assert area(ring) == area(ring[::-1]) == area(moved) == area((*ring[1:], ring[0]))


@given(width=st.integers(1, 99), height=st.integers(1, 99))
def test_the_area_of_a_rectangle_is_width_times_height(width: int, height: int) -> None:
    assert area(((0, 0), (width, 0), (width, height), (0, height))) == width * height


@pytest.mark.parametrize(
    ("point", "is_inside"), [((2, 5), True), ((5, 5), False), ((11, 5), False), ((-1, 5), False), ((2, 12), False)]
)
def test_a_ring_within_a_ring_is_a_hole(point: GridPoint, is_inside: bool) -> None:
    assert contains([SQUARE, HOLE], point) == is_inside


@given(points=st.lists(POINTS, max_size=20))
def test_what_repeats_is_dropped_and_nothing_else(points: list[GridPoint]) -> None:
    ring = without_repeats(points)
    assert set(ring) == set(points)
    assert all(one != other for one, other in pairwise(ring))
    assert len(ring) < 2 or ring[0] != ring[-1]


@given(ring=RINGS.filter(lambda ring: area(ring) > 500))
def test_the_widest_spot_lies_within(ring: GridRing) -> None:
    x, y, room = widest_spot([ring])
    assert room == 0 or contains([ring], (x, y))


def test_the_widest_spot_of_a_triangle_is_below_its_middle() -> None:
    x, y, room = widest_spot([((0, 100), (50, 0), (100, 100))])
    assert abs(x - 50) < 1
    assert 50 < y < 75
    assert abs(room - y) < 1
