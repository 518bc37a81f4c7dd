"""Draws the units on a grid of whole numbers: the map of all places, and the small one that marks a unit.

The projection is the simplest that is true enough for sixty kilometres: degrees as they are, those of longitude
shortened by the cosine of the middle latitude. Every corner is put onto the grid by itself, so neighbours keep
the border that they share.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from khuyencong.model.boundaries import Boundaries
from khuyencong.model.geometry import GridPoint, GridRing, Point, Ring, without_repeats

ISLANDS = "26732"
"""The code of Côn Đảo, far out at sea: it is drawn in a frame of its own."""
ISLANDS_SCALE = 0.6
"""How large the islands are drawn, compared with the mainland: so the frame fits where there is only water."""
MARGIN = 4
"""Grid units around everything, for the strokes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around the islands.

    Arguments:
        x: its left edge.
        y: its upper edge.
        width: how wide it is.
        height: how high it is.
    """

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """All units.

    Arguments:
        width: the width of the grid.
        height: its height.
        shapes: the rings of each unit by its code.
        frame: the frame around the islands; nothing when they are not drawn.
    """

    width: int
    height: int
    shapes: Mapping[str, tuple[GridRing, ...]]
    frame: Frame | None


def draw(boundaries: Boundaries, width: int) -> Drawing:
    """Draw all units.

    Arguments:
        boundaries: their rings in degrees.
        width: the width of the grid; the mainland fills it.
    """
    land = {code: rings for code, rings in boundaries.items() if code != ISLANDS} or boundaries
    points = [point for rings in land.values() for ring in rings for point in ring]
    shrink = math.cos(math.radians(_middle(y for _, y in points)))
    scale = (width - 2 * MARGIN) / (_span(x for x, _ in points) * shrink)
    grid = _Grid(min(x for x, _ in points), max(y for _, y in points), shrink, scale)
    drawn = {code: grid.rings(rings) for code, rings in land.items()}
    height = round(_span(y for _, y in points) * scale) + 2 * MARGIN
    frame = None
    if ISLANDS in boundaries and ISLANDS not in land:
        smaller = replace(grid, scale=scale * ISLANDS_SCALE)
        drawn[ISLANDS], frame = _islands(smaller.rings(boundaries[ISLANDS]), width, height)
    return Drawing(width, height, drawn, frame)


def _islands(rings: tuple[GridRing, ...], width: int, height: int) -> tuple[tuple[GridRing, ...], Frame]:
    """Move the islands into the lower right corner, where there is only water."""
    points = [point for ring in rings for point in ring]
    inner = width // 40
    wide, high = (math.ceil(_span(one[axis] for one in points)) + 2 * inner for axis in (0, 1))
    frame = Frame(width - MARGIN - wide, height - MARGIN - high, wide, high)
    across = frame.x + inner - min(x for x, _ in points)
    down = frame.y + inner - min(y for _, y in points)
    return tuple(tuple((x + across, y + down) for x, y in ring) for ring in rings), frame


@dataclass(frozen=True, slots=True)
class _Grid:
    west: float
    north: float
    shrink: float
    scale: float

    def point(self, point: Point) -> GridPoint:
        """Put a point onto the grid; the same point always comes to lie on the same one."""
        x = (point[0] - self.west) * self.shrink * self.scale
        return round(x) + MARGIN, round((self.north - point[1]) * self.scale) + MARGIN

    def rings(self, rings: Iterable[Ring]) -> tuple[GridRing, ...]:
        """Put rings onto the grid, without those that become too small to be seen."""
        found = [without_repeats(map(self.point, ring)) for ring in rings]
        return tuple(ring for ring in found if len(ring) > 2) or (max(found, key=len),)


def _middle(values: Iterable[float]) -> float:
    there = list(values)
    return (min(there) + max(there)) / 2


def _span(values: Iterable[float]) -> float:
    there = list(values)
    return max(there) - min(there)
