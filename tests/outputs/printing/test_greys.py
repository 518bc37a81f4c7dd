"""Pictures of an issue in grey: no colour is left, whatever way it was written, and what is clear stays clear."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from khuyencong.outputs.printing.greys import in_grey
from tests.printed import THEME

DRAWING = """<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><style>.a{fill:tomato;stroke:#0af}</style>
<path class="a" fill="#b02a2a" stroke='none' d="M0 0h9"/><g style="stop-color: rgb(10, 200, 30)"
fill="url(#g)"/></svg>"""


def test_every_way_to_write_a_colour_becomes_grey() -> None:
    said = in_grey(DRAWING.encode(), "SVG").decode()
    assert "tomato" not in said
    assert said.count("#") == 5
    for colour in (part[:6] for part in said.split("#")[1:] if part[:2] != "g)"):
        assert colour[:2] == colour[2:4] == colour[4:6]


def test_what_is_no_colour_stays() -> None:
    said = in_grey(DRAWING.encode(), "SVG").decode()
    assert "stroke='none'" in said
    assert "url(#g)" in said


@pytest.mark.parametrize("name", sorted(path.name for path in (THEME / "static" / "art").glob("*.svg")))
def test_no_drawing_of_the_theme_keeps_a_colour(name: str) -> None:
    said = in_grey((THEME / "static" / "art" / name).read_bytes(), "SVG").decode()
    assert [one for one in said.split("#")[1:] if not one[:2] == one[2:4] == one[4:6]] == []


def test_a_photo_becomes_grey_and_what_is_clear_stays_clear() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (4, 4), (200, 30, 30, 0)).save(buffer, "PNG")
    with Image.open(io.BytesIO(in_grey(buffer.getvalue(), "PNG"))) as picture:
        assert picture.mode == "LA"
        assert picture.getpixel((0, 0))[1] == 0  # type: ignore[index]
