"""Draws pictures for shared links.

Most pages have no photo. Theirs is drawn in a palette of ramps from the page's colour to each ink, so that a picture
is one byte a pixel and its PNG is written in a millisecond; with a photo it is a JPEG.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageOps

from khuyencong.outputs.share_pictures import HEIGHT, WIDTH, SharePicture
from khuyencong.outputs.share_pictures.lines import LEADING, fit, shortened, typeface

PAGE, TEXT, ACCENT, KICKER = "#fbf8f2", "#25211b", "#0b5a4a", "#93401f"
"""The light colours of the theme's tokens.css, which a program that draws cannot read."""
INKS = (TEXT, KICKER, ACCENT)
SHADES = 16
"""Steps from the page's colour to an ink; letters need no more to look smooth."""

BAND = 24
"""Width of the strip at the left edge."""
LEFT, RIGHT = 104, 80
"""Where text begins, and what stays free at its right."""
PHOTO = (WIDTH // 2, HEIGHT)
TITLE_TOP, TITLE_HEIGHT = 150, 350
ABOVE, BELOW = 1.2, 0.3
"""How far letters reach from the baseline, in sizes: accents over a capital, tails with a dot."""
SLACK = 8
"""Room in pixels at the left, where some letters begin before their place."""
SMALL = 30
KICKER_BASELINE, FOOT_BASELINE = 112, HEIGHT - 62
RULE = (LEFT, HEIGHT - 118, LEFT + 96, HEIGHT - 114)

SIGN = (
    ((6, 15), (9, 14.2), (12, 12.7), (15, 10.3), (18, 7), (21, 10.3), (24, 12.7), (27, 14.2), (30, 15)),
    ((9, 16), (9, 28), (27, 28), (27, 16)),
    ((15, 28), (15, 22), (15.9, 19.9), (18, 19), (20.1, 19.9), (21, 22), (21, 28)),
)
"""Roof, walls and door of the site's sign, in its own units (see icon.svg)."""
SIGN_SCALE, SIGN_LEFT, SIGN_TOP, SIGN_WIDTH = 4, 1000, 484, 8
SMOOTH = 4
"""How much larger the sign is drawn first."""

MAX_BYTES = 60_000
QUALITIES = (82, 72, 62, 50)
"""Qualities of the JPEG, best first; the first one is taken that keeps to `MAX_BYTES`."""
COMPRESSION = 3
"""Of the PNG: 6 takes twice as long for a quarter less."""


def draw_all(site: Path, shares: Sequence[SharePicture]) -> list[bytes]:
    """Draw some pictures, in any process.

    Arguments:
        site: the folder of the site, where their photos lie already.
        shares: what to draw.
    """
    return [draw(one, site / one.photo.lstrip("/") if one.photo else None) for one in shares]


def draw(share: SharePicture, photo: Path | None = None) -> bytes:
    """Draw a picture.

    Arguments:
        share: what stands on it.
        photo: the published photo, upright and in sRGB, if there is one.
    """
    picture = _background(has_sign=photo is None).copy()
    width = WIDTH - LEFT - (PHOTO[0] + RIGHT // 2 if photo else RIGHT)
    size, lines = fit(share.title, width, TITLE_HEIGHT)
    step = round(size * LEADING)
    first = TITLE_TOP + (TITLE_HEIGHT - step * len(lines)) // 2 + size
    _write(picture, [(line, first + step * number) for number, line in enumerate(lines)], size, TEXT, width)
    _write(picture, [(shortened(share.kicker, width, SMALL), KICKER_BASELINE)], SMALL, KICKER, width)
    foot_width = min(width, SIGN_LEFT - LEFT)
    _write(picture, [(shortened(share.foot, foot_width, SMALL), FOOT_BASELINE)], SMALL, ACCENT, foot_width)
    return _with_photo(picture, photo) if photo else _png(picture)


def _write(picture: Image.Image, lines: Sequence[tuple[str, int]], size: int, ink: str, width: int) -> None:
    """Write lines, each with its baseline, onto empty ground: their grey becomes shades of the ink."""
    if not any(text for text, _ in lines):
        return
    top, bottom = lines[0][1] - round(size * ABOVE), lines[-1][1] + round(size * BELOW)
    grey = Image.new("L", (width + SLACK, bottom - top))
    pen = ImageDraw.Draw(grey)
    for text, baseline in lines:
        pen.text((SLACK, baseline - top), text, fill=255, font=typeface(size), anchor="ls")
    _stain(picture, grey, (LEFT - SLACK, top), ink)


def _stain(picture: Image.Image, grey: Image.Image, place: tuple[int, int], ink: str) -> None:
    shades = grey.point(_shades(ink))
    shades.putpalette(_palette())
    picture.paste(shades, place)


@cache
def _shades(ink: str) -> list[int]:
    """Give the place in the palette for each grey of a mask."""
    return [INKS.index(ink) * SHADES + value * (SHADES - 1) // 255 for value in range(256)]


@cache
def _palette() -> bytes:
    page = ImageColor.getrgb(PAGE)
    ramps = [(ImageColor.getrgb(ink), shade / (SHADES - 1)) for ink in INKS for shade in range(SHADES)]
    return bytes(round(a + (b - a) * part) for full, part in ramps for a, b in zip(page, full, strict=True))


@cache
def _background(*, has_sign: bool) -> Image.Image:
    """Draw what all pictures share, once in each process."""
    picture = Image.new("P", (WIDTH, HEIGHT), 0)
    picture.putpalette(_palette())
    if has_sign:
        _stain(picture, _sign(), (0, 0), ACCENT)
    pen = ImageDraw.Draw(picture)
    full = _shades(ACCENT)[255]
    pen.rectangle((0, 0, BAND - 1, HEIGHT), fill=full)
    pen.rectangle(RULE, fill=full)
    return picture


def _sign() -> Image.Image:
    """Draw the site's sign as a mask: larger first, so that its edges are smooth."""
    large = Image.new("L", (WIDTH * SMOOTH, HEIGHT * SMOOTH), 0)
    pen = ImageDraw.Draw(large)
    for way in SIGN:
        points = [(SMOOTH * (SIGN_LEFT + x * SIGN_SCALE), SMOOTH * (SIGN_TOP + y * SIGN_SCALE)) for x, y in way]
        pen.line(points, fill=255, width=SMOOTH * SIGN_WIDTH, joint="curve")
    return large.reduce(SMOOTH)


def _png(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=COMPRESSION)
    return data.getvalue()


def _with_photo(picture: Image.Image, photo: Path) -> bytes:
    whole = picture.convert("RGB")
    with Image.open(photo) as opened:
        opened.draft("RGB", PHOTO)
        part = ImageOps.fit(opened.convert("RGB"), PHOTO, Image.Resampling.LANCZOS)
    whole.paste(part, (WIDTH - PHOTO[0], 0))
    for quality in QUALITIES:
        data = io.BytesIO()
        whole.save(data, "JPEG", quality=quality, optimize=True)
        if data.tell() <= MAX_BYTES:
            break
    return data.getvalue()
