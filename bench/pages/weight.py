"""What a page weighs, told from its file alone: HTML, style sheets and scripts, compressed as a server would."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import brotli

from khuyencong.checks.pages import parse_page, resolve

BEST = 11
_DATA = re.compile(rb'<script type="application/ld\+json">[^<]*</script>\s*(?=</body>)')
PACKED_ALREADY = frozenset({".woff2", ".webp", ".avif", ".jpg", ".jpeg", ".png", ".pdf", ".zip"})


@lru_cache(maxsize=1000)
def compressed(path: Path) -> bytes:
    """Give a file as it travels: compressed, unless its format is so already."""
    data = path.read_bytes()
    return data if path.suffix in PACKED_ALREADY else brotli.compress(data, quality=BEST)


def weigh(site: Path, path: str) -> dict[str, int]:
    """Weigh the text of one page.

    Arguments:
        site: the output folder.
        path: the page, relative to it.

    Returns:
        Bytes compressed: `html`, `css`, `html_and_css`, `scripts`. Of the page's HTML, `html_and_css` leaves out the
        data for machines, which stands after all that is shown, so that no reader waits for it.
    """
    tree = parse_page(path, (site / path).read_bytes()).tree
    html = len(compressed(site / path))
    css = sum(_size(site, path, one) for one in tree.xpath('//link[@rel="stylesheet"]/@href'))
    scripts = sum(_size(site, path, one) for one in tree.xpath("//script/@src"))
    shown = len(brotli.compress(_DATA.sub(b"", (site / path).read_bytes()), quality=BEST))
    return {"html": html, "css": css, "html_and_css": shown + css, "scripts": scripts}


def _size(site: Path, path: str, address: str) -> int:
    return len(compressed(site / resolve(path, address.lstrip("/")).path))
