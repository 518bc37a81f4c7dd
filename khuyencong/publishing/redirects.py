"""The moved addresses of a site, as its build has written them down."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

REDIRECTS = "chuyen-huong.json"
"""The build's list, a file of the site."""
GONE = 410
STATUSES = frozenset({301, 302, 307, 308, GONE})
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_INSIDE = re.compile(r"/(?!/).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Redirect:
    """One address that has moved.

    Arguments:
        old: the old path from the site's root, with its letters as they are: `/gioi thieu.html`.
        new: the new path from the site's root, or a whole address, as it stands in a header: `/gioi-thieu/`.
        status: what the server answers, for instance 301; 410 for a page that is gone for good.
    """

    old: str
    new: str
    status: int


def read_redirects(site: Path) -> list[Redirect]:
    """Read the moved addresses of a site; none when it has no list.

    Arguments:
        site: the folder of the finished site.

    Raises:
        ValueError: when an entry is no redirect that a server could be trusted with.
    """
    path = site / REDIRECTS
    if not path.is_file():
        return []
    return [_redirect(one) for one in json.loads(path.read_text(encoding="utf-8"))]


def _redirect(given: dict[str, object]) -> Redirect:
    old, new, status = unquote(str(given["from"])), str(given.get("to") or ""), int(str(given.get("status", 301)))
    is_target = status == GONE or _INSIDE.fullmatch(new) or new.startswith("https://")
    if not _INSIDE.fullmatch(old) or _CONTROL.search(old + unquote(new)) or not is_target or status not in STATUSES:
        raise ValueError(f"no redirect: {given}")
    return Redirect(old, quote(new, safe="/:?#=&%-._~+,@!()*"), status)
