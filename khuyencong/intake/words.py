"""Small rules of writing: sentence case, remarks in brackets, lists in one field."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


def sentence_case(text: str) -> str:
    """Write the first letter of a text as a capital and leave the rest alone."""
    return text[:1].upper() + text[1:]


def as_sentence(text: str) -> str:
    """Write a remark as a sentence: a capital first, a full stop last."""
    return f"{sentence_case(text.strip()).rstrip('.')}." if text.strip() else ""


def apart(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the remarks in brackets out of a text.

    Returns:
        The text without them, and the remarks in order, without their brackets.
    """
    remarks = tuple(match[1].strip() for match in _BRACKET.finditer(text))
    return " ".join(_BRACKET.sub("", text).split()), remarks


def listed(text: str, separator: str = ";") -> list[str]:
    """Split a field that holds several values."""
    return [part.strip() for part in text.split(separator) if part.strip()]


def typographic(text: str) -> str:
    """Write a hyphen between spaces as an en dash: Bà Rịa – Vũng Tàu."""
    return text.replace(" - ", " – ")
