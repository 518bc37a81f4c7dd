"""The drawings of the theme keep to docs/artwork.md, and the table and the style sheet know them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import etree

from khuyencong.model.artwork import GROUNDS, TONES
from khuyencong.model.taxonomy import Taxonomies

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "themes" / "khuyencong" / "static"
DRAWINGS = sorted((STATIC / "art").glob("*.svg"))
TAXONOMIES = Taxonomies(**yaml.safe_load((ROOT / "content" / "taxonomies.yaml").read_text("utf-8")))
PALETTE = set(
    re.findall(r"^\| \w+ \| `(#[0-9a-f]{6})`", (ROOT / "docs" / "artwork.md").read_text("utf-8"), re.MULTILINE)
)
SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 3_000
MAY_SAY = {
    "svg": {"viewBox"},
    "g": {"transform"},
    "path": {"d", "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"},
    "circle": {"fill", "cx", "cy", "r"},
    "ellipse": {"fill", "cx", "cy", "rx", "ry", "opacity", "transform"},
    "rect": {"fill", "x", "y", "width", "height", "rx"},
}
"""The elements of a drawing with their attributes: no id, no script, no text, no gradient, no style."""

each_drawing = pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)


def test_the_table_and_the_folder_name_the_same_drawings() -> None:
    assert set(TAXONOMIES.keys("drawings")) == {path.stem for path in DRAWINGS}


def test_every_group_and_every_kind_that_has_no_words_has_its_drawing() -> None:
    assert {*TAXONOMIES.keys("sectors"), "khac", "lang-nghe", "ban-tin"} <= set(TAXONOMIES.keys("drawings"))


@each_drawing
def test_a_drawing_says_only_what_a_drawing_needs(path: Path) -> None:
    root = etree.fromstring(path.read_bytes())
    assert root.get("viewBox") == "0 0 240 180"
    for element in root.iter():
        assert isinstance(element.tag, str), "a comment"
        assert set(element.attrib) <= MAY_SAY[element.tag.removeprefix(SVG)]
        assert not (element.text or "").strip()


@each_drawing
def test_a_drawing_keeps_to_the_palette(path: Path) -> None:
    root = etree.fromstring(path.read_bytes())
    used = {str(one.get(name)) for one in root.iter() for name in ("fill", "stroke") if one.get(name)}
    assert used - {"none"} <= PALETTE
    assert len(PALETTE) == 16


@each_drawing
def test_a_drawing_is_light_and_written_with_care(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.encode()) <= LARGEST
    assert not re.search(r"\.\d{3}", text), "more than two decimals"


def test_the_style_sheet_knows_every_ground_and_every_tone_in_light_and_dark() -> None:
    rules = (STATIC / "css" / "components" / "artwork.css").read_text("utf-8")
    tokens = (STATIC / "css" / "tokens" / "artwork.css").read_text("utf-8")
    assert set(re.findall(r"^\.artwork--([a-z]+) \{", rules, re.MULTILINE)) == set(GROUNDS)
    for sector in TAXONOMIES.keys("sectors"):
        for tone in range(1, TONES + 1):
            assert re.search(rf"^\.artwork--{sector}-{tone} {{ --hue: \d+; }}$", rules, re.MULTILINE)
    assert tokens.count("--artwork-ground:") == 3  # light, and dark by the machine and by choice
