"""Writes things in the words of schema.org as JSON-LD that may stand within a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from khuyencong.model.linked_data.node import Node, Value

UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the element that holds the data, or mean something to a script, and how JSON writes them too."""


def json_ld(nodes: Sequence[Node]) -> str:
    """Write things; the result holds no sign that means anything in HTML, so nothing in it can end its element."""
    graph = {"@graph": [_plain(one) for one in nodes]} if len(nodes) != 1 else _plain(nodes[0])
    data = {"@context": "https://schema.org", **graph}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def _plain(value: Value) -> Any:
    if isinstance(value, Node):
        return {name: _plain(one) for name, one in value.values}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
