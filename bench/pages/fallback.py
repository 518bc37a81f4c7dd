"""Measures fonts against Be Vietnam Pro and prints the `@font-face` that makes another font lie as it does.

`python -m bench.pages.fallback 400 "Roboto" LATIN.woff2 VIETNAMESE.woff2`: widths are those of the letters of our own
articles, so Vietnamese letters count as often as readers meet them. The numbers in `tokens/fonts.css` come from here.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "themes" / "khuyencong" / "static" / "fonts"


def letters() -> Counter[str]:
    """Count the characters of all news articles."""
    articles = sorted((ROOT / "content" / "news").rglob("*.md"))
    texts = (path.read_text(encoding="utf-8").partition("\n---\n")[2] for path in articles)
    return Counter(one for text in texts for one in " ".join(text.split()))


class Measures:
    """What matters of a font, in parts of its size.

    Arguments:
        files: its subsets.
        counts: how often each character is met.
    """

    def __init__(self, files: Iterable[Path], counts: Mapping[str, int]) -> None:
        fonts = [TTFont(path) for path in files]
        size = fonts[0]["head"].unitsPerEm
        widths: dict[str, float] = {}
        for font in fonts:
            advances, names = font["hmtx"].metrics, font.getBestCmap()
            widths |= {one: advances[names[ord(one)]][0] / size for one in counts if ord(one) in names}
        met = sum(counts[one] for one in widths)
        self.width = sum(width * counts[one] for one, width in widths.items()) / met
        self.missing = sum(counts.values()) - met
        self.ascent = fonts[0]["hhea"].ascent / size
        self.descent = -fonts[0]["hhea"].descent / size
        self.gap = fonts[0]["hhea"].lineGap / size


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
    subsets = [OURS / f"be-vietnam-pro-{subset}-{weight}-normal.woff2" for subset in ("latin", "vietnamese")]
    ours, other = Measures(subsets, counts), Measures(files, counts)
    said = "; ".join(f"{key}: {value}" for key, value in adjusted(ours, other.width).items())
    print(f"{name} {weight}: {said}; characters without a width: {ours.missing} and {other.missing}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], [Path(one) for one in sys.argv[3:]])
