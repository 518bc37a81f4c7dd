"""Writes front matter as YAML that people like to edit: block style, quotes only where needed, no wrapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

import yaml

Scalar: TypeAlias = str | bool | int | Decimal

_INDENT = "  "
_SAFE_TAGS = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"})
_WHOLE_NUMBER = re.compile(r"0|[1-9]\d{0,14}")
_ESCAPED = re.compile(r"[^\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def write_front_matter(fields: Mapping[str, object], body: str = "") -> str:
    """Write a content file.

    Arguments:
        fields: texts, numbers, booleans, lists and maps; written in the order given. Empty lists and maps are refused,
            as a blank field is left out and not written.
        body: the Markdown below the front matter.

    Returns:
        The file's text; reading it with `khuyencong.model.frontmatter.split` gives the same values.
    """
    lines = ["---", *_map_lines(fields), "---"]
    return "\n".join(lines) + "\n" + body


def _map_lines(fields: Mapping[str, object]) -> Iterator[str]:
    for key, value in fields.items():
        name = scalar(key)
        if isinstance(value, Scalar):
            yield f"{name}: {scalar(value)}"
        else:
            yield f"{name}:"
            yield from (_INDENT + line for line in _nested_lines(value))


def _nested_lines(value: object) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield from _map_lines(value)
    elif isinstance(value, Sequence) and value:
        for item in value:
            yield from _item_lines(item)
    else:
        raise TypeError(f"front matter cannot hold {value!r}")


def _item_lines(item: object) -> Iterator[str]:
    """Write a list's item: a scalar after its dash, a map or list with its first line after the dash."""
    lines = iter([scalar(item)]) if isinstance(item, Scalar) else _nested_lines(item)
    yield f"- {next(lines)}"
    yield from (_INDENT + line for line in lines)


def scalar(value: Scalar) -> str:
    """Write one value, in quotes only if it would be read as something else without them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if _is_plain(value):
        return value
    if "\n" not in value and ('"' in value or "\\" in value) and not _ESCAPED.search(value):
        return "'" + value.replace("'", "''") + "'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(_escape, escaped) + '"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _is_plain(text: str) -> bool:
    """Say whether every YAML reader takes the bare text for this very text.

    A number with a point is quoted: 70.000 (seventy thousand) would come back from an editor as 70.
    """
    if not text or _ESCAPED.search(text) or text[0] in "=!&*" or text[:3] in ("---", "..."):
        return False
    if _WHOLE_NUMBER.fullmatch(text):
        return True
    try:
        node = yaml.compose(f"key: {text}\n", Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    values = node.value if isinstance(node, yaml.MappingNode) else []
    return len(values) == 1 and _is_same_text(values[0][1], text)


def _is_same_text(node: yaml.Node, text: str) -> bool:
    is_bare = isinstance(node, yaml.ScalarNode) and not node.style
    return is_bare and node.value == text and node.tag in _SAFE_TAGS
