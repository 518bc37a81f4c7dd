"""QR codes for paper."""

from __future__ import annotations

import io
from functools import lru_cache

import segno


@lru_cache(maxsize=2_000)
def printed_code(address: str) -> bytes:
    """Draw a QR code as SVG with its quiet zone, to be set at any size.

    Error correction M restores 15 % of it (ISO/IEC 18004): a fold on paper is larger than a flaw on a screen.

    Arguments:
        address: what it says.
    """
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False, boost_error=False).save(drawn, kind="svg", border=4, omitsize=True)
    return drawn.getvalue()
