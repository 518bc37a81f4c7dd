"""Finds room for the names of the units on the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from khuyencong.model.geometry import GridRing, contains, crossings, widest_spot

LETTER = 10.5
"""Grid units that a letter of a name takes, at the size of the style sheet on wide screens."""
LINE = 22
"""Grid units from one line of a label to the next."""
GAP = 12
"""Grid units between a unit and a name beside it."""
_SHIFTS = (0, 8, -8, 16, -16, 24, -24)
"""How far up or down a name beside a unit may stand."""
_BASELINE = 7
"""How far below its middle a line of text stands."""

Shapes = Mapping[str, Sequence[GridRing]]


@dataclass(frozen=True, slots=True)
class Label:
    """The name and the number of a unit on the map.

    Arguments:
        lines: the name, in one line or in several.
        x: where the name is, across.
        y: the baseline of its first line, down.
        anchor: which end of the name is at `x`: `start`, `middle` or `end`.
        number_x: the middle of the number, across.
        number_y: the baseline of the number, down.
    """

    lines: tuple[str, ...]
    x: int
    y: int
    anchor: str
    number_x: int
    number_y: int


def place_labels(names: Mapping[str, str], shapes: Shapes) -> dict[str, Label]:
    """Place the labels of all units: within the unit, else on the water beside it, else within it in several lines.

    Arguments:
        names: the name of each unit by its code.
        shapes: the rings of all units on the grid.
    """
    land = [(_around(rings), rings) for rings in shapes.values()]
    spots = {code: widest_spot(shapes[code]) for code in names}
    narrow = [code for code, (_, _, room) in spots.items() if len(names[code]) * LETTER > room]
    sides = {code: _beside(shapes[code], spots[code][1], len(names[code]) * LETTER, land) for code in narrow}
    beside: dict[str, _Box] = {}
    for code in sorted(narrow, key=lambda code: len(sides[code])):  # who has fewest choices chooses first
        free = (side for side in sides[code] if not any(side.touches(other) for other in beside.values()))
        found = next(free, None)
        if found:
            beside[code] = found
    return {code: _label(name, spots[code], beside.get(code), is_narrow=code in sides) for code, name in names.items()}


def _label(name: str, spot: tuple[float, float, float], side: _Box | None, *, is_narrow: bool) -> Label:
    x, y = round(spot[0]), round(spot[1])
    if side:
        anchor, edge = ("start", side.left) if side.left > x else ("end", side.right)
        return Label((name,), round(edge), round(side.middle) + _BASELINE, anchor, x, y + _BASELINE)
    lines = tuple(name.split()) if is_narrow else (name,)
    first = y + _BASELINE - len(lines) * LINE // 2
    return Label(lines, x, first, "middle", x, first + len(lines) * LINE)


class _Box(NamedTuple):
    """Where a line of text stands, or what a unit reaches over."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def touches(self, other: _Box) -> bool:
        is_apart = self.right < other.left or other.right < self.left
        return not (is_apart or self.bottom < other.top or other.bottom < self.top)


_Land = Sequence[tuple[_Box, Sequence[GridRing]]]


def _beside(rings: Sequence[GridRing], y: float, width: float, land: _Land) -> list[_Box]:
    """Give where a line of text could stand on water to the right and to the left of a unit, the best first."""
    found: list[_Box] = []
    for shift in _SHIFTS:
        row = [point for ring in rings for point in crossings(ring, y + shift)]
        if row:
            lines = (y + shift - LINE / 2, y + shift + LINE / 2)
            right, left = max(row) + GAP, min(row) - GAP
            found += [_Box(right, right + width, *lines), _Box(left - width, left, *lines)]
    return [box for box in found if _is_water(box, land)]


def _is_water(box: _Box, land: _Land) -> bool:
    """Tell whether a line of text would stand on no unit, and within the map."""
    near = [rings for around, rings in land if box.touches(around)]
    across = [box.left + (box.right - box.left) * part / 8 for part in range(9)]
    points = [(x, y) for x in across for y in (box.top, box.middle, box.bottom)]
    return box.left > 0 and not any(contains(rings, point) for rings in near for point in points)


def _around(rings: Sequence[GridRing]) -> _Box:
    across = [x for ring in rings for x, _ in ring]
    down = [y for ring in rings for _, y in ring]
    return _Box(min(across), max(across), min(down), max(down))
