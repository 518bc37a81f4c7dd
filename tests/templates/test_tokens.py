"""Colours: both ways to the dark scheme are the same, and text can be read on every ground that it stands on."""

from __future__ import annotations

import re

import pytest

from tests.content import ROOT

CSS = ROOT / "themes" / "khuyencong" / "static" / "css"
LIGHT = (CSS / "tokens.css").read_text(encoding="utf-8")
SCHEMES = (CSS / "tokens" / "schemes.css").read_text(encoding="utf-8")
DECLARATION = re.compile(r"(--color-[\w-]+): (#[0-9a-f]{3,6});")
ENOUGH = 4.5
"""Contrast of text by WCAG 2.2, 1.4.3."""
ENOUGH_FOR_SHAPES = 3.0
"""Contrast of borders of controls and of focus by WCAG 2.2, 1.4.11."""

TEXT_ON = [
    *((text, ground) for text in ("text", "text-quiet", "accent", "kicker") for ground in ("page", "surface")),
    *((text, "surface-quiet") for text in ("text", "text-quiet", "accent", "kicker")),
    *(
        (f"sector-{key}", ground)
        for key in ("che-bien", "thu-cong-my-nghe", "co-khi", "khac")
        for ground in ("page", "surface")
    ),
    ("on-band", "band"),
    ("on-band-quiet", "band"),
    ("on-accent", "accent"),
    ("on-thread", "thread"),
    ("text", "accent-quiet"),
    ("text", "warning-quiet"),
    ("warning", "warning-quiet"),
]
SHAPES_ON = [("border-strong", "page"), ("border-strong", "surface"), ("focus", "page"), ("focus", "surface")]


def block(selector: str) -> dict[str, str]:
    """Give the colours that a rule sets."""
    start = SCHEMES.index(f"{selector} {{")
    return dict(DECLARATION.findall(SCHEMES[start : SCHEMES.index("}", start)]))


DARK = block(':root[data-scheme="dark"]')
PALETTES = {"light": dict(DECLARATION.findall(LIGHT)), "dark": DARK}


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.2, definitions)."""
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    parts = [int(pair, 16) / 255 for pair in pairs]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21."""
    dark, bright = sorted(map(luminance, (one, other)))
    return (bright + 0.05) / (dark + 0.05)


def test_black_on_white_has_all_the_contrast_there_is() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


def test_the_chosen_dark_scheme_is_the_dark_scheme_of_the_machine() -> None:
    assert block(':root:not([data-scheme="light"])') == DARK


def test_the_grounds_of_drawings_are_as_dark_either_way() -> None:
    drawn = (CSS / "tokens" / "artwork.css").read_text(encoding="utf-8")
    blocks = [re.findall(r"--artwork-[\w-]+: [^;]+;", part) for part in re.split(r":root", drawn)]
    by_machine, by_choice = blocks[2], blocks[3]
    assert by_machine == by_choice
    assert len(by_machine) == 3


def test_every_colour_has_a_dark_form() -> None:
    assert DARK.keys() == PALETTES["light"].keys()


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    palette = PALETTES[scheme]
    assert contrast(palette[f"--color-{text}"], palette[f"--color-{ground}"]) >= ENOUGH


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES_ON)
def test_borders_of_controls_and_focus_can_be_seen(scheme: str, shape: str, ground: str) -> None:
    palette = PALETTES[scheme]
    assert contrast(palette[f"--color-{shape}"], palette[f"--color-{ground}"]) >= ENOUGH_FOR_SHAPES
