"""The typeface as pages fetch it: small, and with every letter and sign that they show."""

from __future__ import annotations

import io
import string
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from scripts.make_fonts import STATIC, WEIGHTS, cut
from tests.builds import ROOT

BOTH = pytest.mark.parametrize(("name", "weight"), WEIGHTS.items())
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
TEXTS = ("content", "themes/khuyencong/templates", "themes/khuyencong/static/js")
DRAWN = {".md", ".yaml", ".html", ".js"}
"""What the words of pages stand in."""


def kept(weight: int) -> TTFont:
    """Read the font of a weight that pages fetch."""
    return TTFont(io.BytesIO((STATIC / "fonts" / f"be-vietnam-pro-{weight}.woff2").read_bytes()))


def whole(name: str) -> TTFont:
    """Read the font that it was cut from."""
    return TTFont(io.BytesIO((files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{name}.ttf").read_bytes()))


def letters(font: TTFont) -> set[str]:
    """Give the letters and signs that a font has."""
    return set(map(chr, font.getBestCmap()))


@BOTH
def test_a_font_is_what_the_command_makes_of_the_whole_typeface(name: str, weight: int, tmp_path: Path) -> None:
    cut(name, tmp_path / "made.woff2")
    there, made = kept(weight), TTFont(io.BytesIO((tmp_path / "made.woff2").read_bytes()))
    assert there.getGlyphOrder() == made.getGlyphOrder()
    assert there["hmtx"].metrics == made["hmtx"].metrics
    assert sorted(there.keys()) == sorted(made.keys())


@BOTH
def test_letters_are_as_wide_and_marked_as_in_the_whole_typeface(name: str, weight: int) -> None:
    ours, theirs = kept(weight), whole(name)
    for code, glyph in ours.getBestCmap().items():
        assert ours["hmtx"][glyph][0] == theirs["hmtx"][theirs.getBestCmap()[code]][0], chr(code)
    assert {"kern", "mark"} <= {one.FeatureTag for one in ours["GPOS"].table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("weight", WEIGHTS.values())
def test_every_vietnamese_letter_is_there(weight: int) -> None:
    assert {*VIETNAMESE, *VIETNAMESE.upper(), *string.ascii_letters, *string.digits} <= letters(kept(weight))


@BOTH
def test_every_sign_in_our_words_that_the_typeface_has_is_there(name: str, weight: int) -> None:
    words = [one.read_text("utf-8") for part in TEXTS for one in (ROOT / part).rglob("*") if one.suffix in DRAWN]
    used = {letter for text in words for letter in text if letter.isprintable()}
    assert "".join(sorted((used & letters(whole(name))) - letters(kept(weight)))) == ""
