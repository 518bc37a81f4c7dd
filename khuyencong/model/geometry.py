"""Shapes on a grid of whole numbers: area, inside and outside, and the way SVG writes an outline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
"""Across and down, or longitude and latitude."""
Ring = tuple[Point, ...]
"""A closed outline; the first point is not repeated at the end."""
GridPoint = tuple[int, int]
GridRing = tuple[GridPoint, ...]

LINES = 16
"""Bands of a shape between which `widest_spot` looks for room."""


def without_repeats(points: Iterable[GridPoint]) -> GridRing:
    """Make a ring of points of which each differs from the one before."""
    kept: list[GridPoint] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return tuple(kept)


def edges(ring: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    """Give the edges of a ring, the closing one last."""
    return pairwise((*ring, *ring[:1]))


def area(ring: Sequence[Point]) -> float:
    """Give the area of a ring in square units, whichever way round it runs."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges(ring))) / 2


def contains(rings: Iterable[Sequence[Point]], point: Point) -> bool:
    """Tell whether a point lies within rings, of which one within another is a hole."""
    return sum(len([x for x in crossings(ring, point[1]) if x > point[0]]) for ring in rings) % 2 == 1


def crossings(ring: Sequence[Point], y: float) -> list[float]:
    """Give where a ring crosses the line at a height, in no order."""
    return [x1 + (x2 - x1) * (y - y1) / (y2 - y1) for (x1, y1), (x2, y2) in edges(ring) if (y1 > y) != (y2 > y)]


def widest_spot(rings: Sequence[Sequence[Point]]) -> tuple[float, float, float]:
    """Find where a line of text has most room.

    Arguments:
        rings: a shape.

    Returns:
        The middle of the room, across and down, and its width. Lines near the middle of the shape go first.
    """
    largest = max(rings, key=area)
    top, bottom = min(y for _, y in largest), max(y for _, y in largest)
    best, score = (largest[0][0], largest[0][1], 0.0), -1.0
    for step in range(1, LINES):
        y = top + (bottom - top) * (step + 0.01) / LINES  # off the whole numbers, on which corners lie
        between = sorted(x for ring in rings for x in crossings(ring, y))
        for left, right in zip(between[::2], between[1::2], strict=True):
            worth = (right - left) * (1 - abs(2 * step / LINES - 1) ** 2)
            if worth > score:
                best, score = ((left + right) / 2, y, right - left), worth
    return best


def outline(rings: Iterable[GridRing]) -> str:
    """Write rings as the `d` of an SVG path, in as few letters as it takes: relative steps, no needless space."""
    return "".join(f"M{_pair(ring[0])}{_steps(ring)}z" for ring in rings)


def _steps(ring: GridRing) -> str:
    steps = [_pair((x2 - x1, y2 - y1)) for (x1, y1), (x2, y2) in pairwise(ring)]
    return "l" + "".join(
        step if step.startswith("-") or not number else f" {step}" for number, step in enumerate(steps)
    )


def _pair(pair: GridPoint) -> str:
    return f"{pair[0]}{pair[1]}" if pair[1] < 0 else f"{pair[0]} {pair[1]}"
