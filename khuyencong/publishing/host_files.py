"""Writes `_headers` and `_redirects`, as Netlify, Cloudflare Pages and hosts like them read them.

A rule ends in `*` at most, and where two rules name the same header, hosts do not agree on what follows. So every
header is named by one rule for each address: what all files share in the rule for all, the rest folder by folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from khuyencong.publishing.headers import ALWAYS_ASK, FOREVER, SEARCH_PAGE, SECURITY, caching, policy
from khuyencong.publishing.redirects import GONE, Redirect

HEADERS, REDIRECTS = "_headers", "_redirects"
_POLICY, _CACHE = "Content-Security-Policy", "Cache-Control"


def headers_file(site: Path, prefix: str) -> str:
    """Write `_headers` for a site.

    Arguments:
        site: its folder.
        prefix: the path of the site's address: empty, or for instance `/khuyen-cong`.
    """
    rules = [(f"{prefix}/*", dict(SECURITY)), (f"{prefix}/", {_POLICY: policy("index.html")})]
    for one in sorted(site.iterdir()):
        if one.is_dir():
            rules.append((f"{prefix}/{one.name}/*", _of_folder(one)))
        elif not one.name.startswith("_"):
            asked = {_CACHE: ALWAYS_ASK} if caching(one.name) == ALWAYS_ASK else {}
            rules.append((f"{prefix}/{one.name}", {_POLICY: policy(one.name), **asked}))
    return "".join(_rule(address, headers) for address, headers in rules)


def redirects_file(redirects: Iterable[Redirect], prefix: str) -> str:
    """Write `_redirects`. A page that is gone for good cannot be told there; it is simply not found.

    Arguments:
        redirects: the moved addresses.
        prefix: the path of the site's address.
    """
    return "".join(
        f"{quote(prefix + one.old)} {prefix if one.new.startswith('/') else ''}{one.new} {one.status}\n"
        for one in redirects
        if one.status != GONE
    )


def _of_folder(folder: Path) -> dict[str, str]:
    page = f"{folder.name}/index.html"
    steady = {_CACHE: FOREVER} if all(caching(name) == FOREVER for name in _names(folder)) else {}
    return {_POLICY: policy(SEARCH_PAGE if page == SEARCH_PAGE else page), **steady}


def _names(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder.parent).as_posix().removesuffix(".br").removesuffix(".gz")


def _rule(address: str, headers: dict[str, str]) -> str:
    return "".join([f"{quote(address, safe='/*')}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
