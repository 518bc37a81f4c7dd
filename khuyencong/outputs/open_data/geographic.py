"""GeoJSON (RFC 7946): WGS 84, outer rings to the left, `null` for what lies nowhere that is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khuyencong.model.geometry import Ring, area, contains, edges
from khuyencong.model.open_data.dataset import Shape, Table
from khuyencong.outputs.open_data.objects import compact, objects


def geojson_file(table: Table) -> bytes:
    """Write a dataset as a collection of features, one to a row, in the same order as in the other files."""
    features = (
        {"type": "Feature", "id": properties["id"], "geometry": geometry(shape), "properties": properties}
        for properties, shape in zip(objects(table), table.shapes, strict=True)
    )
    lines = ",\n".join(map(compact, features))
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'.encode()


def geometry(shape: Shape) -> dict[str, object] | None:
    """Give the geometry of a row: its area if that is known, else its point, else nothing."""
    if shape.area:
        polygons = [[_closed(ring) for ring in polygon] for polygon in with_holes(shape.area)]
        return {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Point", "coordinates": list(shape.point)} if shape.point else None


def with_holes(rings: Sequence[Ring]) -> list[list[Ring]]:
    """Sort rings into polygons: the outer ring first, to the left, then its holes, to the right (RFC 7946, 3.1.6).

    Arguments:
        rings: the rings of an area, in any order and direction; one within another is a hole, one within that an
            island in it.
    """
    depths = {ring: sum(contains([other], ring[0]) for other in rings if other is not ring) for ring in rings}
    polygons = {ring: [_turned(ring, left=True)] for ring, depth in depths.items() if depth % 2 == 0}
    for ring, depth in depths.items():
        if depth % 2:
            around = [other for other in polygons if depths[other] == depth - 1 and contains([other], ring[0])]
            polygons[min(around, key=area)].append(_turned(ring, left=False))
    return list(polygons.values())


def _turned(ring: Ring, *, left: bool) -> Ring:
    is_left = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges(ring)) > 0
    return ring if is_left == left else ring[::-1]


def _closed(ring: Iterable[tuple[float, float]]) -> list[list[float]]:
    points = [list(point) for point in ring]
    return [*points, points[0]]
