"""Finds room for the names of the units on the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    """Place the labels of all units.

    Arguments:
        names: the name of each unit by its code.
        shapes: the rings of all units on the grid.
    """
    water = _Water(shapes)
    return {code: _label(name, shapes[code], water) for code, name in names.items()}


def _label(name: str, rings: Sequence[GridRing], water: _Water) -> Label:
    """Place a label within the unit, else on the water beside it, else within it in several lines."""
    across, down, room = widest_spot(rings)
    x, y, width = round(across), round(down), len(name) * LETTER
    if width > room:
        for side in _beside(rings, y, width):
            if water.is_free(side):
                water.taken.append(side)
                is_right = side.left > x
                edge = side.left if is_right else side.right
                anchor = "start" if is_right else "end"
                return Label((name,), round(edge), round(side.middle) + _BASELINE, anchor, x, y + _BASELINE)
    lines = tuple(name.split()) if width > room else (name,)
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


def _beside(rings: Sequence[GridRing], y: int, width: float) -> Iterator[_Box]:
    """Yield where a line of text could stand to the right and to the left of a unit, the best first."""
    for shift in _SHIFTS:
        row = [point for ring in rings for point in crossings(ring, y + shift + 0.01)]
        if row:
            lines = (y + shift - LINE / 2, y + shift + LINE / 2)
            yield _Box(max(row) + GAP, max(row) + GAP + width, *lines)
            yield _Box(min(row) - GAP - width, min(row) - GAP, *lines)


class _Water:
    """What is neither land nor taken by a label.

    Arguments:
        shapes: the rings of all units.
    """

    def __init__(self, shapes: Shapes) -> None:
        self.land = [(_around(rings), rings) for rings in shapes.values()]
        self.taken: list[_Box] = []

    def is_free(self, box: _Box) -> bool:
        """Tell whether a line of text would stand on no unit, over no other, and within the map."""
        if box.left < 0 or any(box.touches(other) for other in self.taken):
            return False
        points = [
            (box.left + (box.right - box.left) * part / 8, y)
            for part in range(9)
            for y in (box.top, box.middle, box.bottom)
        ]
        near = [rings for around, rings in self.land if box.touches(around)]
        return not any(contains(rings, point) for rings in near for point in points)


def _around(rings: Sequence[GridRing]) -> _Box:
    across = [x for ring in rings for x, _ in ring]
    down = [y for ring in rings for _, y in ring]
    return _Box(min(across), max(across), min(down), max(down))
