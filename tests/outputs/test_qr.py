"""QR codes: what is drawn is what another program would draw, with its quiet zone."""

from __future__ import annotations

import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.outputs.qr import MASK, QUIET_ZONE, Code, qr_code

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")


def dark_modules(code: Code) -> set[tuple[int, int]]:
    """Read the dark modules back from a path."""
    assert RUN.sub("", code.path) == ""
    return {(int(x) + step, int(y)) for x, y, width in RUN.findall(code.path) for step in range(int(width))}


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
