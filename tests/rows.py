"""Indexes and rows of news for tests of what the index answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from khuyencong.model.attachment import AttachmentFacts
from khuyencong.model.index import Index
from khuyencong.model.row import ListedUnder, Row
from khuyencong.model.types import TYPES
from tests.content import TODAY, catalogue, news

NEWS = "/tin-tuc/"


def index(folder: Path, files: Mapping[str, str | bytes]) -> Index:
    """Lay down content that must be right, and give its index, as when a build has looked into the file to download."""
    found = catalogue(folder, files).index
    found.attachments = {"news/a.pdf": AttachmentFacts(1, "2d711642", pages=3)}
    return found


def day(number: int, *fields: str, body: str = "Nội dung.") -> str:
    """Write news of a day in May."""
    return news(*fields, body=body).replace("2024-05-01", f"2024-05-{number:02d}")


def row(slug: str, *facets: ListedUnder, order: object = 0, status: str = "published") -> Row:
    """Make the row of a news article."""
    path, url = f"news/{slug}.md", f"{NEWS}{slug}/"
    return Row(
        "news",
        slug,
        path,
        path,
        url,
        status,
        None,
        None,
        order,
        facets,
        (),
        (),
        (),
        slug,
        (),
        (),
        1,
        (),
        (),
        (),
        f"f{slug}",
        f"w{slug}",
    )


def of_rows(*rows: Row) -> Index:
    """Make an index of news."""
    return Index(rows, TYPES, TODAY, {})
