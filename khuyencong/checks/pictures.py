"""What a page ships in pictures: which file a browser takes for a window, and how heavy it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from khuyencong.checks.pages import BuiltPage, BuiltSite, Element, is_outside, resolve

REM = 16
_CONDITION = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(rem|em|px)\s*\)")
_LENGTH = re.compile(r"([\d.]+)(rem|em|px|vw)")


class Window(NamedTuple):
    """The window of a browser.

    Arguments:
        width: its width in CSS pixels.
        density: pixels of the screen for each of them.
    """

    width: int
    density: float


PHONE = Window(360, 2)
DESK = Window(1280, 1)


class PagePictures(NamedTuple):
    """What one page ships in pictures.

    Arguments:
        url: the page's address.
        pictures: how many pictures it has, each file counted once.
        phone: bytes on a telephone.
        desk: bytes on a desk.
        heaviest: the file that is heaviest on a desk.
    """

    url: str
    pictures: int
    phone: int
    desk: int
    heaviest: str


def weigh(site: BuiltSite, output: Path) -> list[PagePictures]:
    """Weigh the pictures of all pages that have any, first the heaviest, be it on a desk or on a telephone.

    Arguments:
        site: the finished site.
        output: its folder.
    """
    sizes: dict[str, int] = {}
    found = []
    for page in site.pages:
        shipped = [{path: _size(output, path, sizes) for path in _taken(page, window)} for window in (PHONE, DESK)]
        phone, desk = shipped
        if desk:
            heaviest = max(desk, key=lambda path: desk[path])
            found.append(PagePictures(page.url, len(desk), sum(phone.values()), sum(desk.values()), heaviest))
    return sorted(found, key=lambda one: (-max(one.phone, one.desk), one.url))


def _size(output: Path, path: str, known: dict[str, int]) -> int:
    if path not in known:
        known[path] = (output / path).stat().st_size if (output / path).is_file() else 0
    return known[path]


def _taken(page: BuiltPage, window: Window) -> Iterator[str]:
    for image in page.tree.iter("img"):
        address = taken(image, window)
        if address and not is_outside(address):
            yield resolve(page.path, address).path


def taken(image: Element, window: Window) -> str:
    """Give the address of the file that a browser of today takes: the best format, the least width that is enough.

    Arguments:
        image: the `<img>`, perhaps within a `<picture>`.
        window: the browser's window.
    """
    sources = [source for picture in image.iterancestors("picture") for source in picture.iter("source")]
    source = sources[0] if sources else image
    candidates = sorted(
        (int(parts[1].rstrip("w")), parts[0])
        for parts in (one.split() for one in source.get("srcset", "").split(","))
        if len(parts) == 2 and parts[1].endswith("w")
    )
    if not candidates:
        return str(image.get("src", ""))
    wanted = slot(source.get("sizes", "100vw"), window) * window.density
    return next((str(address) for width, address in candidates if width >= wanted), str(candidates[-1][1]))


def slot(sizes: str, window: Window) -> float:
    """Give the width in CSS pixels that `sizes` promises for a window.

    Arguments:
        sizes: the attribute, for instance `(min-width: 46rem) 44rem, 100vw`.
        window: the browser's window.
    """
    for part in re.split(r",(?![^(]*\))", sizes):
        if part.strip() == "auto":  # what follows is for browsers that do not see for themselves
            continue
        conditions = list(_CONDITION.finditer(part))
        if all(_holds(one, window) for one in conditions):
            lengths = [_pixels(one[1], one[2], window) for one in _LENGTH.finditer(_CONDITION.sub("", part))]
            if "min(" in part:
                return min(lengths)
            if "calc(" in part and "-" in part:
                return lengths[0] - sum(lengths[1:])
            return lengths[0] if lengths else float(window.width)
    return float(window.width)


def _holds(condition: re.Match[str], window: Window) -> bool:
    limit = _pixels(condition[2], condition[3], window)
    return window.width >= limit if condition[1] == "min" else window.width <= limit


def _pixels(number: str, unit: str, window: Window) -> float:
    return float(number) * {"px": 1, "rem": REM, "em": REM, "vw": window.width / 100}[unit]
