"""GeoJSON as RFC 7946 has it."""

from __future__ import annotations

import json
import math
from itertools import pairwise

from khuyencong.model.geometry import Ring
from khuyencong.model.open_data.dataset import Shape
from khuyencong.outputs.open_data.geographic import geojson_file, geometry, with_holes
from tests.outputs.open_data.tables import table


def square(size: int) -> Ring:
    """Make a square around the middle of the world, to the left."""
    return ((-size, -size), (size, -size), (size, size), (-size, size))


def turn(ring: list[list[float]] | Ring) -> float:
    """Give twice the area of a ring, positive when it runs to the left."""
    points: list[tuple[float, float]] = [(one[0], one[1]) for one in (*ring, ring[0])]
    return math.fsum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(points))


def test_what_lies_nowhere_known_has_no_geometry() -> None:
    row = ("a", "Tên", None, None, None, None, None)
    found = json.loads(geojson_file(table((row, row), (Shape(), Shape((107.2, 10.4))))))
    assert found["type"] == "FeatureCollection"
    assert [one["geometry"] for one in found["features"]] == [
        None,
        {"type": "Point", "coordinates": [107.2, 10.4]},
    ]
    assert "crs" not in found  # RFC 7946, 4: the file is WGS 84 and says nothing else


def test_outer_rings_run_to_the_left_and_holes_to_the_right_however_they_come() -> None:
    island, hole, outer = square(1), square(2), square(3)
    for rings in ((outer, hole, island), (island[::-1], hole, outer[::-1]), (hole[::-1], outer, island)):
        polygons = sorted(with_holes(rings), key=len)
        assert [len(polygon) for polygon in polygons] == [1, 2]
        assert [[turn(ring) > 0 for ring in polygon] for polygon in polygons] == [[True], [True, False]]


def test_rings_are_closed() -> None:
    found = geometry(Shape((0, 0), (square(1), tuple((x + 9, y) for x, y in square(1)))))
    assert found
    assert found["type"] == "MultiPolygon"
    for polygon in found["coordinates"]:  # type: ignore[attr-defined]
        for ring in polygon:
            assert ring[0] == ring[-1]
            assert len(ring) == 5
