"""Where a unit lies, for maps: the middle of its area, never the address of an establishment."""

from __future__ import annotations

import re

from khuyencong.model.boundaries import Boundaries
from khuyencong.model.geometry import Point, Ring, area, contains, edges, widest_spot
from khuyencong.model.open_data.dataset import Shape
from khuyencong.model.place import Places, Unit

PRECISION = "vị trí theo đơn vị hành chính"
"""How exact a point is: it stands for the whole unit."""
DECIMALS = 4
"""Of a degree: about ten metres, as exact as the boundaries."""

_OLD_PLACE = re.compile(
    r"(?P<commune>(?:xã|phường|thị trấn) [^,()]+), (?P<district>(?:huyện|thị xã|thành phố|TP\.|TX\.) ?[^,()]+)$"
)
_PLACE_TODAY = re.compile(r"(?P<name>(?:xã|phường|đặc khu) [^,()]+) \((?:TP\.HCM|TP\. Hồ Chí Minh)\)$")


def middle(rings: tuple[Ring, ...]) -> Point:
    """Give a point in the middle of an area, which always lies within it.

    It is the centroid of the largest part; where that lies outside, as in a crescent, the widest spot of that part.
    """
    largest = max(rings, key=area)
    point = _centroid(largest)
    if not contains([largest], point):
        x, y, _ = widest_spot([largest])
        point = (x, y)
    return round(point[0], DECIMALS), round(point[1], DECIMALS)


def _centroid(ring: Ring) -> Point:
    x0, y0 = ring[0]  # sums of products of whole degrees would lose digits
    twice = across = down = 0.0
    for (x1, y1), (x2, y2) in edges(tuple((x - x0, y - y0) for x, y in ring)):
        step = x1 * y2 - x2 * y1
        twice += step
        across += (x1 + x2) * step
        down += (y1 + y2) * step
    return (x0 + across / (3 * twice), y0 + down / (3 * twice)) if twice else (x0, y0)


def shape_of_unit(unit: Unit | None, boundaries: Boundaries) -> Shape:
    """Give where something lies of which no more than the unit is known."""
    rings = boundaries.get(unit.code) if unit else None
    return Shape(middle(rings)) if rings else Shape()


def unit_named_in(text: str, places: Places) -> Unit | None:
    """Find the one unit that words name without doubt: a commune with its district, or a unit as it is today.

    Arguments:
        text: a place as a source writes it, such as "xã An Ngãi, huyện Long Điền".
        places: the units before and after 1 July 2025.
    """
    old = _OLD_PLACE.search(text)
    if old:
        return places.unit_since_2025(old["commune"], old["district"])
    today = _PLACE_TODAY.search(text)
    return places.unit_named(today["name"]) if today else None
