"""QR codes: what is drawn is what another program would draw, with its quiet zone."""

from __future__ import annotations

import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.outputs.qr import MASK, QUIET_ZONE, Code, qr_code

RUN = re.compile(r"m(-?\d+) (\d+)h(\d+)")


def dark_modules(code: Code) -> set[tuple[int, int]]:
    """Follow the pen and give the modules that its strokes cover."""
    assert RUN.sub("", code.path) == ""
    found: set[tuple[int, int]] = set()
    x = y = 0
    for right, down, width in RUN.findall(code.path):
        x, y = x + int(right), y + int(down)
        found |= {(x + step, y) for step in range(int(width))}
        x += int(width)
    return found


@given(st.text(min_size=1, max_size=120))
def test_the_path_draws_every_dark_module_and_nothing_else(text: str) -> None:
    code = qr_code(text)
    rows = segno.make(text, error="l", mask=MASK, micro=False, boost_error=False).matrix
    expected = {
        (x + QUIET_ZONE, y + QUIET_ZONE) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
    }
    assert dark_modules(code) == expected
    assert code.size == len(rows) + 2 * QUIET_ZONE


def test_the_quiet_zone_is_empty() -> None:
    code = qr_code("https://khuyencong.example/tin-tuc/")
    inside = range(QUIET_ZONE, code.size - QUIET_ZONE)
    assert all(x in inside and y in inside for x, y in dark_modules(code))
