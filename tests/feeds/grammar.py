"""Holds feeds against the grammars beside this file, and against what JSON Feed 1.1 asks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")
_ADDRESS = re.compile(r"https?://[^/]+/\S*")
ITEM = {
    "id": str,
    "url": str,
    "title": str,
    "summary": str,
    "content_html": str,
    "image": str,
    "date_published": str,
    "date_modified": str,
    "authors": list,
    "tags": list,
    "language": str,
    "attachments": list,
}
NEEDED = ("id", "url", "title", "content_html", "date_modified", "authors", "tags", "language")


@cache
def grammar(name: str) -> etree.RelaxNG:
    """Read a grammar: `atom` or `rss`."""
    return etree.RelaxNG(etree.parse(str(Path(__file__).with_name(f"{name}.rng"))))


def feed_problems(path: Path) -> list[str]:
    """Say what is wrong with the file of a feed; its name tells the format."""
    if path.suffix == ".json":
        return list(_json_problems(json.loads(path.read_bytes())))
    tree = etree.parse(str(path))
    checked = grammar(path.stem)
    checked.validate(tree)
    return [f"{one.line}: {one.message}" for one in checked.error_log]


def _json_problems(feed: dict[str, Any]) -> Iterator[str]:
    if feed["version"] != "https://jsonfeed.org/version/1.1":
        yield f"version {feed['version']!r}"
    for name in ("title", "description", "language"):
        if not feed[name]:
            yield f"no {name}"
    for name in ("home_page_url", "feed_url"):
        if not _ADDRESS.fullmatch(feed[name]):
            yield f"{name} {feed[name]!r}"
    for item in feed["items"]:
        yield from _item_problems(item)


def _item_problems(item: dict[str, Any]) -> Iterator[str]:
    yield from (f"no {name}" for name in NEEDED if name not in item)
    for name, value in item.items():
        if name not in ITEM or not isinstance(value, ITEM[name]) or not value:
            yield f"{name}: {value!r}"
        if name.startswith("date_") and not _TIME.fullmatch(value):
            yield f"{name}: {value!r}"
    for name in ("id", "url", "image"):
        if not _ADDRESS.fullmatch(item.get(name, item["url"])):
            yield f"{name}: {item[name]!r}"
    for one in item.get("attachments", ()):
        if not one["size_in_bytes"] or "/" not in one["mime_type"] or not _ADDRESS.fullmatch(one["url"]):
            yield f"attachment {one}"
