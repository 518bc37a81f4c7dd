"""A new content file with its required fields, ready to be filled in."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from slugify import slugify

from khuyencong.model.content_type import ContentType
from khuyencong.model.fields import MAX_SLUG
from khuyencong.model.types import BY_KEY


def blank_path(content: Path, content_type: ContentType[Any], title: str, today: dt.date) -> Path:
    """Give the path of a new content file.

    Arguments:
        content: the content folder.
        content_type: the type of the entry.
        title: its title.
        today: the day, as news lies in folders by year.
    """
    folder = content / content_type.folder
    folder = folder / str(today.year) if content_type.key == "news" else folder
    return folder / f"{slugify(title, max_length=MAX_SLUG, word_boundary=True)}.md"


def blank_text(content_type: ContentType[Any], title: str, today: dt.date) -> str:
    """Write the text of a new content file: a draft with every required field and its explanation."""
    return "\n".join(["---", *_lines(content_type, title, today), "---", "", ""])


def _lines(content_type: ContentType[Any], title: str, today: dt.date) -> Iterator[str]:
    # A JSON text is a double-quoted YAML text, so any title is safe.
    yield f"title: {json.dumps(title, ensure_ascii=False)}"
    yield "status: draft   # xong thì đổi thành published"
    yield f"added: {today.isoformat()}   # ngày đưa lên trang"
    for name, field in content_type.model.model_fields.items():
        if field.is_required() and name != "title":
            value = today.isoformat() if name in ("date", "start") else ""
            yield f"{name}: {value}   # {field.title}: {field.description}"


def known_types() -> tuple[str, ...]:
    """List the keys of the types that can be made."""
    return tuple(BY_KEY)
