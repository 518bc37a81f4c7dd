"""Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); Atom and RSS are templates."""

from __future__ import annotations

import json
from typing import Any

from khuyencong.model.feed_view import FeedEntry, FeedView

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(view: FeedView) -> bytes:
    """Write a feed as JSON Feed."""
    feed = {
        "version": VERSION,
        "title": view.title,
        "home_page_url": view.page,
        "feed_url": view.address,
        "description": view.description,
        "language": "vi",
        "authors": [{"name": view.author}],
        "items": [_item(one) for one in view.entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(entry: FeedEntry) -> dict[str, Any]:
    """Write one article; what is not known is left out."""
    files = [
        {"url": one.url, "mime_type": one.type, "title": one.title, "size_in_bytes": one.size}
        for one in entry.attachments
    ]
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "image": entry.picture.url if entry.picture else "",
        "date_published": entry.published.iso if entry.published else "",
        "date_modified": entry.updated.iso,
        "authors": [{"name": entry.author}],
        "tags": [entry.category[1], *entry.tags],
        "language": entry.language,
        "attachments": files,
    }
    return {name: value for name, value in item.items() if value or name == "content_html"}
