"""Reads the simplest part of CSS: what drawing programs write into an SVG file. Anything else is passed over."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\s*\.([\w-]+)\s*")


def class_rules(sheet: str) -> dict[str, dict[str, str]]:
    """Give the declarations of each class, as in `.cls-1,.cls-2{fill:#fff}`; other selectors are passed over."""
    found: dict[str, dict[str, str]] = {}
    for selectors, block in _RULE.findall(_COMMENT.sub("", sheet)):
        for selector in selectors.split(","):
            name = _CLASS.fullmatch(selector)
            if name:
                found.setdefault(name[1], {}).update(declarations(block))
    return found


def has_other_rules(sheet: str) -> bool:
    """Whether a sheet styles anything by other selectors than classes, which are passed over."""
    rules = _RULE.findall(_COMMENT.sub("", sheet))
    return any(block.strip() and not all(map(_CLASS.fullmatch, names.split(","))) for names, block in rules)


def declarations(block: str) -> dict[str, str]:
    """Give the declarations of a block, as in `fill:#fff;stroke:none`."""
    parts = (one.partition(":") for one in block.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts if value.strip()}
