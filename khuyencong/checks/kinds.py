"""What kind of page a page is, told by its address alone, so that pages of a new feature are looked at unasked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

from khuyencong.checks.pages import INDEX, NOT_FOUND, OTHER_FORMS

_FURTHER = re.compile(r"/trang-\d+(?=/)")


def kind_of(path: str) -> str:
    """Name the kind of a page.

    Arguments:
        path: its file, relative to the output folder.

    Returns:
        `home`, `404`, the name of a page or section of its own (`co-so`), `co-so-entry`, `co-so-facet`,
        for another form of an entry's page its name as well (`tin-tuc-phat-thanh`), or for a file beside a
        folder's page its own name as well (`co-so-in` for `co-so/cha-ca/in.html`).
    """
    if path in (INDEX, NOT_FOUND):
        return {INDEX: "home", NOT_FOUND: "404"}[path]
    *folders, name = _FURTHER.sub("", path).split("/")
    if name != INDEX:
        return "-".join([*folders[:1], name.removesuffix(".html")])
    if folders[-1] in OTHER_FORMS:
        return f"{folders[0]}-{folders[-1]}"
    return folders[0] + ("", "-entry", "-facet")[min(len(folders), 3) - 1]


def by_kind(site: Path) -> Mapping[str, list[str]]:
    """Give the pages of each kind, in order of size and path, so that the last one shows most.

    The pages at old addresses are left out: a browser that opens one looks at another page at once.

    Arguments:
        site: the output folder.
    """
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    for path in old_addresses(site):
        sizes.pop(path, None)
    kinds: dict[str, list[str]] = {}
    for path in sorted(sizes, key=lambda path: (sizes[path], path)):
        kinds.setdefault(kind_of(path), []).append(path)
    return dict(sorted(kinds.items()))


def old_addresses(site: Path) -> set[str]:
    """Give the pages that only lead on to others, as the site itself lists them.

    Arguments:
        site: the output folder.
    """
    listed = site / "chuyen-huong.json"
    moves = json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else []
    paths = (unquote(one["from"]).lstrip("/") for one in moves)
    return {f"{path}{INDEX}" if path.endswith("/") else path for path in paths}


def fullest(kinds: Mapping[str, list[str]]) -> list[str]:
    """Give the largest page of each kind, as it shows most of what its template can."""
    return [paths[-1] for paths in kinds.values()]


def medians(kinds: Mapping[str, list[str]]) -> list[str]:
    """Give the page of each kind that half of its pages are larger than."""
    return [paths[len(paths) // 2] for paths in kinds.values()]


def in_order(paths: Iterable[str]) -> list[str]:
    """Put pages in order of their path, each once."""
    return sorted(set(paths))
