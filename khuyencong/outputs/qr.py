"""QR codes for the printed form of a page, as the path of an SVG."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

QUIET_ZONE = 4
"""White modules around a code, as ISO/IEC 18004 asks."""
MASK = 2
"""Any of the eight masks is right. Trying them all for the evenest takes five times as long as the code itself."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code.

    Arguments:
        size: its width and height in modules, with the quiet zone.
        path: the dark modules, as the path of a stroke that is one module wide and runs along their middle.
    """

    size: int
    path: str


@lru_cache(maxsize=64)
def qr_code(text: str, error: str = "l") -> Code:
    """Draw a QR code.

    Arguments:
        text: what it says, for instance the address of a page.
        error: how much damage it survives (ISO/IEC 18004): `l` restores 7 % of it, enough for a printed page; `m`
            restores 15 %, for leaflets and labels, which are folded and handled.
    """
    import segno  # noqa: PLC0415 - slow to import, and an edit may not need it

    rows = segno.make(text, error=error, mask=MASK, micro=False, boost_error=False).matrix
    runs = []
    pen_x = pen_y = 0  # moves are written from where the pen is, which is shorter
    for number, row in enumerate(rows, QUIET_ZONE):
        column = QUIET_ZONE
        for is_dark, modules in groupby(row):
            width = len(list(modules))
            if is_dark:
                runs.append(f"m{column - pen_x} {number - pen_y}h{width}")
                pen_x, pen_y = column + width, number
            column += width
    return Code(len(rows) + 2 * QUIET_ZONE, "".join(runs))
