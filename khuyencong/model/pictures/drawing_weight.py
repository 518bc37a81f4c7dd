"""How much work a drawing is for a browser: masks and copies within each other make a thousand million of few lines."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET

DEEPEST = 80
"""How deep elements lie in each other and in what they name; a drawing that holds itself has no end."""
_ID = re.compile(r"#([\w.:-]+)")


def shapes_drawn(root: ET.Element) -> float:
    """Count the shapes that a browser draws, each copy, mask and clip counted again wherever it is used.

    Arguments:
        root: the drawing, in which elements name others as `href="#a"` and `url(#a)`.

    Returns:
        Their number; infinity when the drawing holds itself.
    """
    named = {one.get("id", ""): one for one in root.iter()}
    known: dict[ET.Element, float] = {}

    def count(element: ET.Element, depth: int) -> float:
        if depth > DEEPEST:
            return math.inf
        if element not in known:
            parts = [*element, *(named[name] for name in _names(element) if name in named)]
            known[element] = 1 + sum(count(one, depth + 1) for one in parts)
        return known[element]

    return count(root, 0)


def _names(element: ET.Element) -> list[str]:
    """Name what an element draws besides its own parts; gradients only colour."""
    given = [element.get("mask", ""), element.get("clip-path", "")]
    given += [element.get("href", "")] if str(element.tag).endswith("}use") else []
    return [name for one in given for name in _ID.findall(one)]
