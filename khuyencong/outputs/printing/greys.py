"""Takes the colours out of pictures for an issue in grey: what is left is how light they are."""

from __future__ import annotations

import io
import re

from PIL import Image, ImageColor

_COLOUR = re.compile(rb"""(?<![\w-])((?:fill|stroke|color|[\w]+-color)\s*(?:=\s*["']|:)\s*)([^"';}]+)""")
"""In a drawing, what is coloured, and how; of rules and attributes alike."""


def in_grey(data: bytes, form: str) -> bytes:
    """Give a picture in grey, in its own format.

    Arguments:
        data: the picture.
        form: `JPEG`, `PNG` or `SVG`.
    """
    return _COLOUR.sub(_grey_colour, data) if form == "SVG" else _grey_pixels(data, form)


def _grey_pixels(data: bytes, form: str) -> bytes:
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        picture.convert("LA" if picture.has_transparency_data else "L").save(buffer, form, quality=90)
    return buffer.getvalue()


def _grey_colour(found: re.Match[bytes]) -> bytes:
    """Leave what is no colour, such as `none` or the name of a gradient, whose own colours are found by themselves."""
    try:
        level = ImageColor.getcolor(found[2].decode().strip(), "L")
    except ValueError:
        return found[0]
    return found[1] + b"#%02x%02x%02x" % ((int(level) if isinstance(level, int) else level[0],) * 3)
