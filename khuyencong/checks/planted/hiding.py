"""What style declarations take out of sight: by each property that can, told from its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import tinycss2

_NONE = r"(?:0*\.?0*)"
_FAR = (
    r"-\s*(?:\d{3,}(?:\.\d+)?(?:px|pt)?|\d{2,}(?:\.\d+)?(?:r?em|ch|v[hwib]|vmin|vmax|[sld]v[hw]|cm|in)|\d{3,}%)"
    r"|calc\(.*-.*\d{3,}.*\)"
)
"""A distance to the left or upwards that leads off any screen."""
_ZERO = rf"{_NONE}(?:px|pt|r?em|ch|%|v[hw])?"
_TINY = rf"{_ZERO}|[01](?:\.\d+)?(?:px|pt)|0?\.[01]\d*r?em|\d(?:\.\d+)?%"
_CLEAR = r"transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}0[0-9a-f]|(?:rgb|hsl)a?\(.*[,/]0?(?:\.0\d*)?%?\)"
_BRIGHT = r"(?:25[0-5]|24[5-9])"
_WHITE = (
    r"white|snow|#f[a-f0-9]f[a-f0-9]f[a-f0-9]|#fff"
    rf"|rgba?\({_BRIGHT}([, ]){_BRIGHT}\1{_BRIGHT}.*\)|hsla?\(.*(?:9[89]|100)%.*\)"
)
_THIN = r"[01](?:px)?"
_TURNED = rf"scale[xy3]?d?\((?:.*,)?0(?:\.0\d*)?[,)]|translate\w*\((?:.*,)?(?:{_FAR})|rotate[xy]\((?:90|270|-90)deg\)"
HIDING: Mapping[str, str] = MappingProxyType({
    "display": "none",
    "visibility": "hidden|collapse",
    "content-visibility": "hidden",
    "opacity": r"0?\.0\d*|0+(?:\.0\d*)?|\d(?:\.\d+)?%|calc\(0.*\)",
    "font-size": _TINY,
    "font": r".*(?<![\d.])(?:0|1px|0?\.\d+px)(?:px|/.*|\s.*)?",
    "line-height": _ZERO,
    **{f"{most}{side}": _THIN for most in ("", "max-") for side in ("height", "width", "block-size", "inline-size")},
    "left": _FAR, "right": _FAR, "top": _FAR, "bottom": _FAR,
    "inset": rf"(?:.*[\s,])?(?:{_FAR})(?:\s.*)?",
    "margin": rf"(?:.*\s)?(?:{_FAR})(?:\s.*)?",
    "translate": rf"(?:.*\s)?(?:{_FAR})(?:\s.*)?",
    "text-indent": rf"{_FAR}|1\d\d%",
    "letter-spacing": r"-(?:0?\.[4-9]\d*|[1-9][\d.]*)r?em|-\d{1,}px",
    "transform": f".*(?:{_TURNED}).*",
    "scale": r"0(?:\.0\d*)?(?:\s.*)?|\d%",
    "zoom": r"0?\.[01]\d*|0|\d%",
    "filter": r".*opacity\((?:0(?:\.0\d*)?|\d)%?\).*",
    "clip": ".*", "clip-path": "(?!none).*",
    "mask": rf".*(?:{_CLEAR}).*", "mask-image": rf".*(?:{_CLEAR}).*",
    "z-index": r"-\d+",
    "color": _CLEAR, "-webkit-text-fill-color": _CLEAR, "fill": f"{_CLEAR}|none",
})  # fmt: skip
"""For each property the values, without spaces but single ones between parts, that take an element out of sight."""
_LONGHAND = re.compile(r"^(inset|margin)-.*")
_ATTRIBUTES = ("display", "visibility", "opacity", "font-size", "fill", "transform")


def hides(declarations: str) -> bool:
    """Tell whether declarations take an element out of sight, or set its letters in the colour of their ground.

    Arguments:
        declarations: what stands in a `style` attribute or within a rule of a style sheet.
    """
    said = dict(_declared(declarations))
    if any(re.fullmatch(HIDING[name], value) for name, value in said.items() if name in HIDING):
        return True
    colour, ground = said.get("color", ""), said.get("background-color", said.get("background", ""))
    return bool(colour) and (colour == ground or (not ground and re.fullmatch(_WHITE, colour) is not None))


def drawn_out_of_sight(attributes: Mapping[str, str]) -> bool:
    """Tell whether the attributes of a part of a drawing hide its letters, as declarations would.

    Arguments:
        attributes: the element's own.
    """
    return hides(";".join(f"{name}:{attributes[name]}" for name in _ATTRIBUTES if name in attributes))


def _declared(declarations: str) -> Iterator[tuple[str, str]]:
    """Yield each property with its value in small letters, escapes and remarks undone."""
    for one in tinycss2.parse_declaration_list(declarations, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            parts = [node for node in one.value if node.type != "comment"]
            value = re.sub(r"\s+", " ", "".join(map(_plain, parts))).strip().lower()
            yield _LONGHAND.sub(r"\1", one.lower_name), re.sub(r"\s?([,()/])\s?", r"\1", value)


def _plain(node: object) -> str:
    kind = getattr(node, "type", "")
    return str(getattr(node, "value", "")) if kind == "ident" else str(getattr(node, "serialize")())  # noqa: B009 - untyped
