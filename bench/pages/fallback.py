"""Measures fonts against Be Vietnam Pro and prints the `@font-face` that makes another font lie as it does.

`python -m bench.pages.fallback 400 "Roboto" LATIN.woff2 VIETNAMESE.woff2`: widths are those of the letters of our own
articles, so Vietnamese letters count as often as readers meet them. The numbers in `tokens/fonts.css` come from here.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "themes" / "khuyencong" / "static" / "fonts"


def letters() -> Counter[str]:
    """Count the characters of all news articles."""
    articles = sorted((ROOT / "content" / "news").rglob("*.md"))
    texts = (path.read_text(encoding="utf-8").partition("\n---\n")[2] for path in articles)
    return Counter(one for text in texts for one in " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Measures:
    """What matters of a font, in parts of its size.

    Arguments:
        width: of an average character.
        ascent: above the line.
        descent: below the line.
        gap: between lines.
        missing: characters that it does not have.
    """

    width: float
    ascent: float
    descent: float
    gap: float
    missing: int = 0

    @classmethod
    def of(cls, files: Iterable[Path], counts: Mapping[str, int]) -> Measures:
        """Measure a font.

        Arguments:
            files: its subsets.
            counts: how often each character is met.
        """
        fonts = [TTFont(path) for path in files]
        size = fonts[0]["head"].unitsPerEm
        widths: dict[str, float] = {}
        for font in fonts:
            advances, names = font["hmtx"].metrics, font.getBestCmap()
            widths |= {one: advances[names[ord(one)]][0] / size for one in counts if ord(one) in names}
        met = sum(counts[one] for one in widths)
        width = sum(width * counts[one] for one, width in widths.items()) / met
        lines = fonts[0]["hhea"]
        heights = (lines.ascent / size, -lines.descent / size, lines.lineGap / size)
        return cls(width, *heights, sum(counts.values()) - met)


def adjusted(ours: Measures, other_width: float) -> dict[str, str]:
    """Give the descriptors that make a font as wide and as high as ours.

    Arguments:
        ours: our font.
        other_width: the average width of the other one.
    """
    scale = ours.width / other_width
    measures = {"ascent": ours.ascent, "descent": ours.descent, "line-gap": ours.gap}
    overrides = {f"{name}-override": f"{value / scale:.2%}" for name, value in measures.items()}
    return {"size-adjust": f"{scale:.2%}", **overrides}


def main(weight: str, name: str, files: list[Path]) -> None:
    """Print the descriptors for one font."""
    counts = letters()
    ours, other = Measures.of([OURS / f"be-vietnam-pro-{weight}.woff2"], counts), Measures.of(files, counts)
    said = "; ".join(f"{key}: {value}" for key, value in adjusted(ours, other.width).items())
    print(f"{name} {weight}: {said}; characters without a width: {ours.missing} and {other.missing}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], [Path(one) for one in sys.argv[3:]])
