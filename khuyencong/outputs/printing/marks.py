"""Adds crop marks and the boxes of a page for a print shop."""

from __future__ import annotations

import io
from decimal import Decimal

import pikepdf

POINTS_PER_MM = 72 / 25.4
SLUG = 8 * POINTS_PER_MM
"""Room around the bleed for the marks, in points."""
GAP = 1 * POINTS_PER_MM
"""Between the bleed and a mark."""
LENGTH = 5 * POINTS_PER_MM
HAIRLINE = 0.25


def with_marks(pdf: bytes) -> bytes:
    """Give each page room around its bleed, marks that say where to trim, and its boxes (ISO 32000-1, 14.11.2).

    Arguments:
        pdf: a document whose pages are as large as their bleed, with a TrimBox.
    """
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            bleed = [float(one) for one in page.mediabox]
            trim = [float(one) for one in page.trimbox]
            media = [bleed[0] - SLUG, bleed[1] - SLUG, bleed[2] + SLUG, bleed[3] + SLUG]
            page.obj.BleedBox = pikepdf.Array([Decimal(f"{one:.4f}") for one in bleed])
            page.obj.MediaBox = page.obj.CropBox = pikepdf.Array([Decimal(f"{one:.4f}") for one in media])
            page.contents_add(_marks(trim, bleed).encode())
        document.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def _marks(trim: list[float], bleed: list[float]) -> str:
    """Draw two lines at each corner, as an artifact: readers of the screen skip them."""
    lines = []
    for x, outer, away in ((trim[0], bleed[0], -1), (trim[2], bleed[2], 1)):
        for y, outer_y, away_y in ((trim[1], bleed[1], -1), (trim[3], bleed[3], 1)):
            lines.append(_line(outer + away * GAP, y, outer + away * (GAP + LENGTH), y))
            lines.append(_line(x, outer_y + away_y * GAP, x, outer_y + away_y * (GAP + LENGTH)))
    return f"/Artifact BMC q {HAIRLINE} w 0 G {' '.join(lines)} Q EMC"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S"
