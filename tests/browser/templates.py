"""One page of every template: the fullest one, as it shows most of what the template can."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from khuyencong.model.content_type import ContentType
from khuyencong.model.types import TYPES


def _not_an_entry(content_type: ContentType[Any]) -> str:
    """Write what keeps further pages and overviews from being taken for entries."""
    slugs = "|".join(["trang-\\d+", *(one.slug for one in content_type.overviews)])
    return f"(?!(?:{slugs})/)"


_LISTED = [one for one in TYPES if one.per_page]
PATTERNS = {
    "home": r"index\.html",
    "search": r"tim-kiem/index\.html",
    "error": r"404\.html",
    "offline": r"ngoai-tuyen/index\.html",
    "contact": r"lien-he/index\.html",
    "sitemap": r"ban-do-trang/index\.html",
    "library": r"thu-vien-anh/index\.html",
    "open-data": r"du-lieu/index\.html",
    "dataset": r"du-lieu/[^/]+/index\.html",
    "page": r"gioi-thieu/index\.html",
    "places": r"dia-ban/index\.html",
    "place": r"dia-ban/[^/]+/index\.html",
    **{f"{one.key}-listing": rf"{one.prefix[1:]}index\.html" for one in _LISTED},
    **{f"{one.key}-facet": rf"{one.prefix[1:]}[^/]+/[^/]+/index\.html" for one in _LISTED if one.facets},
    **{
        f"{one.key}-{overview.slug}": rf"{one.prefix[1:]}{overview.slug}/index\.html"
        for one in _LISTED
        for overview in one.overviews
    },
    **{f"{one.key}-pair": rf"{one.prefix[1:]}(?:[^/]+/){{4}}index\.html" for one in _LISTED if one.overviews},
    **{f"{one.key}-entry": rf"{one.prefix[1:]}{_not_an_entry(one)}[^/]+/index\.html" for one in _LISTED},
}
"""What the path of a template's pages looks like."""


@cache
def _sizes(site: Path) -> dict[str, int]:
    """Give the size of every page by its path; it is asked for hundreds of times of the same site."""
    return {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}


def fullest(site: Path, template: str) -> str:
    """Give the path of the largest page of a template."""
    paths = _sizes(site)
    own = [path for path in paths if re.fullmatch(PATTERNS[template], path)]
    assert own, f"no page of the template {template}"
    return max(own, key=lambda path: (paths[path], path))
