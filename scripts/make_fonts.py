"""Cut the typeface down to the letters that pages use: run once after the list of letters has changed, and commit.

It needs what the tests need: fonttools, and the typeface as the package fontpkg-be-vietnam-pro has it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, parse_unicodes, save_font

STATIC = Path(__file__).resolve().parent.parent / "themes" / "khuyencong" / "static"
WEIGHTS = {"Regular": 400, "Bold": 700}
LETTERS = (
    "U+0020-007E,U+00A0-00FF,"  # Latin of western Europe
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9,"  # Vietnamese, composed
    "U+0300-0303,U+0306,U+0309,U+031B,U+0323,"  # Vietnamese, marks that stand alone
    "U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,"  # signs of sentences
    "U+20AB,U+20AC,U+2122,U+2212,U+2248,U+2264-2265"  # money and measures
)
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")


def main() -> None:
    """Write one file for each weight."""
    for name, weight in WEIGHTS.items():
        (STATIC / "fonts").mkdir(exist_ok=True)
        cut(name, STATIC / "fonts" / f"be-vietnam-pro-{weight}.woff2")


def cut(name: str, target: Path) -> None:
    """Write the letters of one weight.

    Hints, which are half of a file, are left out: telephones do not read them, and Windows has drawn letters without
    them since it smooths in both directions.

    Arguments:
        name: the weight as its file is named.
        target: where the smaller file goes.
    """
    options = Options(flavor="woff2", layout_features=list(FEATURES), hinting=False, recalc_timestamp=False)
    source = files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{name}.ttf"
    font = load_font(str(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(LETTERS))
    subsetter.subset(font)
    save_font(font, str(target), options)
    font.close()


if __name__ == "__main__":
    main()
