"""The point that stands for a unit lies within it, whatever its shape."""

from __future__ import annotations

import datetime as dt
import math

from hypothesis import assume, given
from hypothesis import strategies as st

from khuyencong.model.boundaries import read_boundaries
from khuyencong.model.geometry import area, contains
from khuyencong.model.open_data.whereabouts import middle
from khuyencong.model.place_tables import read_places
from tests.content import ROOT

TODAY = dt.date(2025, 12, 1)


def test_the_middle_of_a_rectangle_is_its_middle() -> None:
    assert middle((((107.0, 10.0), (107.2, 10.0), (107.2, 10.1), (107.0, 10.1)),)) == (107.1, 10.05)


def test_the_middle_of_a_crescent_lies_within_it() -> None:
    horseshoe = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (8.0, 9.0), (8.0, 1.0), (1.0, 1.0), (1.0, 9.0), (0.0, 9.0))
    assert contains([horseshoe], middle((horseshoe,)))


def test_of_several_parts_the_largest_counts() -> None:
    small = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    large = ((5.0, 5.0), (9.0, 5.0), (9.0, 9.0), (5.0, 9.0))
    assert middle((small, large)) == (7.0, 7.0)


@given(st.lists(st.floats(0.2, 1.0), min_size=5, max_size=12))
def test_the_middle_of_any_star_lies_within_it(rays: list[float]) -> None:
    step = 2 * math.pi / len(rays)
    star = tuple((107 + ray * math.cos(i * step), 10 + ray * math.sin(i * step)) for i, ray in enumerate(rays))
    assume(area(star) > 0.1)
    assert contains([star], middle((star,)))


def test_the_point_of_every_real_unit_lies_within_it() -> None:
    folder = ROOT / "content" / "places"
    places, _ = read_places(folder, "places")
    boundaries, _ = read_boundaries(folder, "places", places)
    assert len(boundaries) == 30
    for rings in boundaries.values():
        assert contains(rings, middle(rings))
