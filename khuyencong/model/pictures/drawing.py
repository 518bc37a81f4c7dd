"""Drawings (SVG): an allow-list of shapes is copied into a new file; nothing else of the old one is published."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import NamedTuple

from khuyencong.model.pictures.drawing_style import class_rules, declarations, has_other_rules
from khuyencong.model.pictures.drawing_weight import shapes_drawn

SVG = "http://www.w3.org/2000/svg"
LARGEST = 1_000_000
"""Bytes of a drawing; more is a photo that was traced."""
DEEPEST = 40
MOST_SHAPES = 20_000
LONGEST_SIDE = 10_000
"""Of the drawing's own size, in CSS pixels."""
MOST_DRAWN = 200_000
"""Shapes that a browser draws, each copy, mask and clip counted again as often as it is used."""
SHAPES = frozenset("path rect circle ellipse line polyline polygon text use".split())
_HOLDERS = frozenset("svg g defs symbol clipPath mask linearGradient radialGradient".split())
ELEMENTS = SHAPES | _HOLDERS | frozenset("stop tspan title desc".split())
_GROUPS = frozenset({"a", "switch"})
"""Holders that become plain groups: links lead nowhere in a picture, and a choice between languages has one left."""
_LOST = frozenset("image pattern filter marker foreignObject textPath".split())
"""What draws and is not published, so that the drawing looks otherwise than its maker meant."""
_TEXTS = frozenset({"text", "tspan", "title", "desc"})
_GEOMETRY = "x y x1 y1 x2 y2 cx cy fx fy r rx ry dx dy width height d points offset rotate textLength pathLength"
_FRAMES = "viewBox preserveAspectRatio transform gradientTransform gradientUnits spreadMethod clipPathUnits maskUnits"
_PAINT = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-dasharray stroke-dashoffset opacity color display visibility clip-path clip-rule mask mask-type stop-color "
    "stop-opacity vector-effect paint-order font-family font-size font-style font-weight letter-spacing text-anchor "
    "dominant-baseline shape-rendering"
)
PROPERTIES = frozenset(_PAINT.split())
ATTRIBUTES = frozenset(f"{_GEOMETRY} {_FRAMES} id".split()) | PROPERTIES
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_LOCAL = re.compile(r"#[\w.:-]+")
_SAFE = re.compile(r"""[\w\s.,#%+\-:;'"()/]*""")
_CALL = re.compile(r"([\w-]+)\s*\(")
_CALLS = frozenset("rgb rgba hsl hsla matrix translate scale rotate skewx skewy".split())
_LOCAL_URL = re.compile(r"""\s*url\(\s*["']?#[\w.:-]+["']?\s*\)(?:\s+[\w#]+)?\s*""")
_LENGTH = re.compile(r"\s*([\d.]+)\s*(px|pt|mm|cm|in)?\s*")
_UNITS = {"px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


class DrawingError(Exception):
    """Raised with a Vietnamese reason when a drawing cannot be published."""


class Drawing(NamedTuple):
    """A drawing that can be published.

    Arguments:
        data: the new file.
        width: its own width in CSS pixels.
        height: the same.
        lost: names of what it had that draws and is not published.
    """

    data: bytes
    width: int
    height: int
    lost: tuple[str, ...] = ()


def sanitised(data: bytes) -> Drawing:
    """Copy what a drawing may have into a new file.

    Arguments:
        data: the bytes of an SVG file.

    Raises:
        DrawingError: when it cannot be read safely, or nothing to draw is left.
    """
    root = _parse(data)
    sheet = "".join(one.text or "" for one in root.iter(f"{{{SVG}}}style"))
    clean = _copy(root, class_rules(sheet))
    width, height = _size(root)
    if clean is None or not any(_name(one) in SHAPES for one in clean.iter()):
        raise DrawingError("không có hình vẽ nào. Hãy lưu lại dạng SVG thường (Plain SVG), hoặc xuất thành PNG.")
    if shapes_drawn(clean) > MOST_DRAWN:
        raise DrawingError(
            "có hình lặp lồng nhau quá nhiều. Hãy lưu lại dạng SVG thường (Plain SVG), hoặc xuất thành PNG."
        )
    clean.set("width", str(width))
    clean.set("height", str(height))
    clean.attrib.setdefault("viewBox", f"0 0 {width} {height}")
    ET.register_namespace("", SVG)
    lost = {name for one in root.iter() if (name := _name(one)) in _LOST}
    lost |= {"style"} if has_other_rules(sheet) else set()
    return Drawing(ET.tostring(clean, encoding="utf-8"), width, height, tuple(sorted(lost)))


def _parse(data: bytes) -> ET.Element:
    if len(data) > LARGEST:
        raise DrawingError("nặng quá 1 MB. Hãy xuất thành PNG.")
    try:
        text = data.decode("utf-8-sig")
        if "<!ENTITY" in text:
            raise DrawingError("có khai báo ENTITY. Hãy lưu lại dạng SVG thường (Plain SVG).")
        # As a text: a declaration of another encoding is then passed over.
        root = ET.fromstring(text)  # noqa: S314 - no entities, bounded size; the parser fetches nothing
    except (UnicodeDecodeError, ValueError, ET.ParseError, RecursionError):
        raise DrawingError("không đọc được. Hãy lưu lại dạng SVG thường (Plain SVG), mã UTF-8.") from None
    if root.tag != f"{{{SVG}}}svg":
        raise DrawingError("không phải bản vẽ SVG. Hãy lưu lại dạng SVG thường (Plain SVG).")
    _refuse_too_much(root)
    return root


def _refuse_too_much(root: ET.Element) -> None:
    level, depth, count = [root], 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > DEEPEST or count > MOST_SHAPES:
            raise DrawingError("quá phức tạp. Hãy giản lược bản vẽ, hoặc xuất thành PNG.")
        level = [child for one in level for child in one]


def _name(element: ET.Element) -> str:
    """Give the name of an SVG element; an empty text for elements of other vocabularies."""
    space, _, name = str(element.tag).rpartition("}")
    return name if space == f"{{{SVG}" else ""


def _copy(element: ET.Element, rules: dict[str, dict[str, str]]) -> ET.Element | None:
    name = "g" if _name(element) in _GROUPS else _name(element)
    if name not in ELEMENTS:
        return None
    copy = ET.Element(f"{{{SVG}}}{name}", dict(_attributes(element, name, rules)))
    if name in _TEXTS:
        copy.text = element.text
    for child in element:
        kept = _copy(child, rules)
        if kept is not None:
            kept.tail = child.tail if name in _TEXTS else None
            copy.append(kept)
    return copy


def _attributes(element: ET.Element, name: str, rules: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the attributes that stay, those of the style sheet and of `style` last, as they win."""
    if name in ("use", "linearGradient", "radialGradient"):
        target = next((element.get(href, "") for href in _HREF if element.get(href)), "")
        if _LOCAL.fullmatch(target):
            yield "href", target
    given = dict(element.attrib)
    for one in element.get("class", "").split():
        given.update(_known_properties(rules.get(one, {})))
    given.update(_known_properties(declarations(element.get("style", ""))))
    yield from ((key, value) for key, value in given.items() if key in ATTRIBUTES and _is_safe(value))


def _known_properties(found: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in found.items() if name in PROPERTIES}


def _is_safe(value: str) -> bool:
    """Whether a value names nothing outside the drawing and calls nothing but colours and transformations."""
    if _LOCAL_URL.fullmatch(value):
        return True
    calls = {call.lower() for call in _CALL.findall(value)}
    return bool(_SAFE.fullmatch(value)) and calls <= _CALLS


def _size(root: ET.Element) -> tuple[int, int]:
    """Give the drawing's own size: what it says, else what its view box says, else what browsers take (300 × 150)."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    framed = [_length(box[2]), _length(box[3])] if len(box) == 4 else [0.0, 0.0]
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if framed[0] and framed[1] and not (width and height):
        scale = width / framed[0] or height / framed[1] or 1
        width, height = framed[0] * scale, framed[1] * scale
    found = max(1, round(width or 300)), max(1, round(height or 150))
    if max(found) > LONGEST_SIDE:
        raise DrawingError(f"rộng {found[0]} × {found[1]} điểm. Hãy thu nhỏ khung bản vẽ.")
    return found


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    try:
        return float(found[1]) * _UNITS[found[2] or "px"] if found else 0.0
    except ValueError:  # two points in a number
        return 0.0
