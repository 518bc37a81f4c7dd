"""The places where the layout shows pictures, in CSS pixels, and the widths of copies that serve them.

The numbers are those of the style sheet: `--width-reading` and the padding of `.wrapper` in `compositions.css`, the
cards in `components/card.css`, the tiles in `pages/gallery.css`. `tests/browser/test_pictures.py` holds page and
numbers together.
"""

from __future__ import annotations

from typing import NamedTuple

from khuyencong.model.pictures.verdict import Facts

LADDER = (96, 128, 192, 288, 432, 640, 960, 1408, 2112, 3168, 4752)
"""Widths of copies in pixels. Neighbours are at most 1.5 apart, so that no browser need fetch more than that too much;
640 to 2112 fit the reading column on screens of one, two and three pixels to the CSS pixel; the widest two are for
panoramas on cards, of which a middle part is shown as tall as the card."""
DENSEST = 3
"""Pixels to a CSS pixel on the finest screens; beyond that nobody sees a difference."""


class Slot(NamedTuple):
    """A place for a picture.

    Arguments:
        width: the widest that it shows a picture.
        height: the tallest.
        is_filled: whether a picture of another shape is cropped to fill it, instead of shown smaller.
        least: the narrowest that it shows a picture that has the pixels.
        narrow: the width that it has on narrow screens, as in CSS. For a slot that the layout makes wider and narrower,
            what is told to browsers that do not see for themselves how wide it is (`sizes="auto"`).
        breakpoint: how much wider than the picture the window must be, so that the picture has its whole width; 0 for
            a slot that the layout makes wider and narrower.
        plain: the width of the copy for browsers that know JPEG and PNG only.
        has_avif: whether copies are worth the time that AVIF takes.
    """

    width: int
    height: int
    is_filled: bool
    least: int
    narrow: str
    breakpoint: int
    plain: int
    has_avif: bool

    def shown(self, facts: Facts) -> tuple[int, int]:
        """Give width and height in CSS pixels at which a picture is shown where there is room; never enlarged."""
        ratios = (self.width / facts.width, self.height / facts.height)
        scale = min(1.0, max(ratios) if self.is_filled else min(ratios))
        return max(1, round(facts.width * scale)), max(1, round(facts.height * scale))

    def sizes(self, facts: Facts) -> str:
        """Tell browsers how wide a picture is shown, before they have the style sheet."""
        width = self.shown(facts)[0]
        if not self.breakpoint:
            return f"auto, {self.narrow}"
        if width <= self.least:
            return f"{width}px"
        return f"(min-width: {width + self.breakpoint}px) {width}px, {self.narrow}"

    def widths(self, facts: Facts) -> tuple[int, ...]:
        """Give the widths of copies that serve every screen; the last is the picture's own when it has no more."""
        width = self.shown(facts)[0]
        least = min(self.least, width)
        most = next((step for step in LADDER if step >= width * DENSEST), LADDER[-1])
        first = next((step for step in LADDER if step >= least), LADDER[-1])
        steps = [step for step in LADDER if first <= step <= min(most, facts.width)]
        if not steps or (steps[-1] < most and steps[-1] < facts.width):
            steps.append(min(most, facts.width))
        return tuple(steps)


class HalfSlot(Slot):
    """A place beside the text where a window has room for two columns, and a reading column in narrower windows."""

    def sizes(self, facts: Facts) -> str:
        """Tell browsers how wide a picture is shown: the columns of `.entry--object` in `compositions.css`."""
        width = self.shown(facts)[0]
        halves = f"(min-width: 1184px) {min(width, 487)}px, (min-width: 960px) min({width}px, 45.5vw - 53px)"
        return f"{halves}, {super().sizes(facts)}"


COLUMN = Slot(
    704, 704, is_filled=False, least=288, narrow="calc(100vw - 2rem)", breakpoint=64, plain=960, has_avif=True
)
"""The reading column: the lead picture and the figures of a text. A portrait is no taller than the column is wide, and
the smallest telephone gives 288 to the column."""
HALF = HalfSlot(*COLUMN)
"""The picture of a product, beside what is known of it."""
CARD = Slot(
    420,
    315,
    is_filled=True,
    least=88,
    narrow="(min-width: 641px) 22rem, 5.5rem",
    breakpoint=0,
    plain=432,
    has_avif=True,
)
"""The picture on a card: over its text, or beside it in rows and on telephones."""
TILE = Slot(
    288,
    216,
    is_filled=True,
    least=144,
    narrow="(min-width: 512px) 14rem, 45vw",
    breakpoint=0,
    plain=960,
    has_avif=False,
)
"""A picture among others in a gallery; it is a link to the plain copy, which is therefore large."""
