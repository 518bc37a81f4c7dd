"""The map on its grid of whole numbers: borders that stay shared, names that have room."""

from __future__ import annotations

from itertools import combinations

import pytest

from khuyencong.model.geometry import GridRing, Point, area, contains, edges, widest_spot
from khuyencong.model.place_labels import LETTER, LINE, Label, place_labels
from khuyencong.model.place_map import ISLANDS, MARGIN, draw
from tests.model.test_boundaries import BOUNDARIES, PLACES

DRAWING = draw(BOUNDARIES, 1000)
NAMES = {code: unit.short for code, unit in PLACES.units.items()}
LABELS = place_labels(NAMES, DRAWING.shapes)
LAND = {code: rings for code, rings in DRAWING.shapes.items() if code != ISLANDS}


def points(code: str) -> set[tuple[float, float]]:
    """Give the corners of a unit in degrees."""
    return {point for ring in BOUNDARIES[code] for point in ring}


@pytest.mark.parametrize("width", [150, 1000])
def test_everything_lies_within_the_map(width: int) -> None:
    drawing = draw(BOUNDARIES, width)
    for rings in drawing.shapes.values():
        for x, y in (point for ring in rings for point in ring):
            assert MARGIN <= x <= drawing.width - MARGIN
            assert MARGIN <= y <= drawing.height - MARGIN


def test_neighbours_keep_the_corners_that_they_share() -> None:
    pairs = [(one, other) for one, other in combinations(LAND, 2) if len(points(one) & points(other)) > 2]
    assert len(pairs) > 40
    for one, other in pairs:
        drawn = [{point for ring in LAND[code] for point in ring} for code in (one, other)]
        assert len(drawn[0] & drawn[1]) > 1


def test_the_units_cover_the_land_without_gap_or_overlap_but_for_the_rounding() -> None:
    inner: dict[frozenset[Point], int] = {}
    for rings in LAND.values():
        for ring in rings:
            for edge in edges(ring):
                inner[frozenset(edge)] = inner.get(frozenset(edge), 0) + 1
    assert max(inner.values()) == 2
    assert sum(count == 2 for count in inner.values()) > len(inner) / 3


def test_areas_keep_their_proportions() -> None:
    true = {code: sum(map(area, BOUNDARIES[code])) for code in LAND}
    drawn = {code: sum(map(area, rings)) for code, rings in LAND.items()}
    scale = sum(drawn.values()) / sum(true.values())
    for code in LAND:
        assert drawn[code] == pytest.approx(true[code] * scale, rel=0.03)


def test_north_is_up_and_east_is_right() -> None:
    middle = {code: widest_spot(rings) for code, rings in DRAWING.shapes.items()}
    by_name = {name: middle[code] for code, name in NAMES.items()}
    assert by_name["Châu Đức"][1] < by_name["Vũng Tàu"][1]
    assert by_name["Phú Mỹ"][0] < by_name["Bình Châu"][0]


def test_the_islands_lie_in_their_frame_and_no_land_does() -> None:
    frame = DRAWING.frame
    assert frame
    for x, y in (point for ring in DRAWING.shapes[ISLANDS] for point in ring):
        assert frame.x < x < frame.x + frame.width
        assert frame.y < y < frame.y + frame.height
    for x, y in (point for rings in LAND.values() for ring in rings for point in ring):
        assert x < frame.x or y < frame.y


def test_a_single_unit_is_drawn_without_a_frame() -> None:
    drawing = draw({"26659": BOUNDARIES["26659"]}, 100)
    assert drawing.frame is None
    assert draw({ISLANDS: BOUNDARIES[ISLANDS]}, 100).frame is None


def box(label: Label) -> tuple[float, float, float, float]:
    """Give left, right, top and bottom of a name."""
    width = max(map(len, label.lines)) * LETTER
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    return left, left + width, label.y - LINE, label.y + (len(label.lines) - 1) * LINE


def test_no_two_names_cover_each_other() -> None:
    boxes = {code: box(label) for code, label in LABELS.items()}
    for one, other in combinations(boxes.values(), 2):
        assert one[1] < other[0] or other[1] < one[0] or one[3] <= other[2] or other[3] <= one[2]


def test_a_name_beside_its_unit_stands_on_water_and_its_number_within() -> None:
    beside = {code: label for code, label in LABELS.items() if label.anchor != "middle"}
    assert {NAMES[code] for code in beside} == {"Vũng Tàu", "Tam Thắng", "Rạch Dừa"}
    for code, label in beside.items():
        left, right, _, bottom = box(label)
        for x in (left, (left + right) / 2, right):
            assert not any(contains(rings, (x, bottom)) for rings in LAND.values())
        assert contains(DRAWING.shapes[code], (label.number_x, label.number_y - 7))


def test_a_name_without_room_on_any_side_is_written_in_several_lines() -> None:
    middle: GridRing = ((40, 0), (60, 0), (60, 100), (40, 100))
    west: GridRing = ((0, 0), (40, 0), (40, 100), (0, 100))
    east: GridRing = ((60, 0), (400, 0), (400, 100), (60, 100))
    found = place_labels({"m": "Hai Chữ"}, {"m": (middle,), "w": (west,), "e": (east,)})["m"]
    assert found.lines == ("Hai", "Chữ")
    assert found.anchor == "middle"
    assert found.number_y == found.y + 2 * LINE
