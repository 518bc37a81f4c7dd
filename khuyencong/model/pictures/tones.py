"""The colour that stands in a picture's place until it is there: the nearest of a few that the style sheet knows.

The content policy forbids inline styles, so a page can only name a colour, by a class `tone-7`. The colours stand here
and in `css/components/picture.css`; a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

TONES = (
    "#333", "#999", "#fff",
    "#532", "#a65", "#dba",
    "#343", "#9b8",
    "#245", "#69b", "#bde",
    "#869",
)  # fmt: skip
"""Three greys, then earth, leaves, sea and sky, and one for flowers. Each costs every first visit six bytes."""
WHITE = TONES.index("#fff")
_SAMPLE = (32, 32)


def tone_of(picture: Image.Image) -> int:
    """Give the number of the tone nearest to the colour that fills most of a picture.

    Arguments:
        picture: in the mode RGB.
    """
    few = picture.resize(_SAMPLE).quantize(6)
    _, most = max((count, colour) for count, colour in few.getcolors() or [(1, 0)])
    palette = few.getpalette() or [0, 0, 0]
    red, green, blue = palette[int(str(most)) * 3 :][:3]
    return min(range(len(TONES)), key=lambda number: _distance(TONES[number], (red, green, blue)))


def _distance(tone: str, colour: tuple[int, int, int]) -> float:
    """Weigh the difference of two colours about as eyes do (Thiadmer Riemersma's weights for red, green and blue)."""
    parts = (int(digit * 2, 16) for digit in tone[1:])
    return sum(weight * (a - b) ** 2 for weight, a, b in zip((3, 4, 2), parts, colour, strict=True))
