"""Rules on addresses: everything that is named is there, and comes from this site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from khuyencong.checks.pages import INDEX, NOT_FOUND, PATTERNS, BuiltPage, BuiltSite, Element, is_outside, resolve
from khuyencong.model.problem import Problem

LOADED = ("img", "script", "source", "audio", "video", "track", "input", "use", "image")
"""Elements whose address the browser loads by itself."""
NOT_LOADED = frozenset({"canonical", "alternate", "license", "author", "next", "prev", "me", "help", "search"})
"""Kinds of `<link>` that only say something; all others make the browser load a file."""
_IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


def addresses(page: BuiltPage) -> Iterator[tuple[Element, str, bool]]:
    """Yield each address of a page: its element, the address, and whether the browser loads it by itself."""
    for element in page.tree.iter("a", "area", "link", "use", "image"):
        address = element.get("href")
        if address is not None:
            yield element, address.strip(), _is_loaded(element)
    for element in page.tree.iter(*LOADED):
        if element.get("src") is not None:
            yield element, element.get("src").strip(), True
        for candidate in (element.get("srcset") or "").split(","):
            if candidate.strip():
                yield element, candidate.split()[0], True
    for element in page.tree.xpath('/html/head/meta[@http-equiv="refresh"]'):
        yield element, page.leads_on, False
    for element in page.tree.iter("form"):
        yield element, element.get("action", "").strip(), False


def _is_loaded(element: Element) -> bool:
    if element.tag == "link":
        return not NOT_LOADED.issuperset(element.get("rel", "").lower().split())
    return element.tag in LOADED


def links_work_anywhere(page: BuiltPage) -> Iterator[Problem]:
    """No address begins at the root of the host: the site also lives in a folder and under a sub-path.

    The error page is the exception: a server shows it at any address, so nothing can be relative to it.
    """
    if page.path == NOT_FOUND:
        return
    for element, address, _ in addresses(page):
        if address.startswith("/") and not address.startswith("//"):
            yield page.problem("root-address", f"{address!r} begins at the root of the host", element)


def nothing_from_outside(page: BuiltPage) -> Iterator[Problem]:
    """The browser loads nothing from another host."""
    for element, address, is_loaded in addresses(page):
        if is_loaded and is_outside(address):
            yield page.problem("third-party", f"<{element.tag}> loads {address!r}", element)


def links_lead_somewhere(site: BuiltSite) -> Iterator[Problem]:
    """Every address within the site names a file that exists and, after `#`, a part of it that exists."""
    names = {page.path: frozenset(page.tree.xpath("//@id")) for page in site.pages}
    for page in site.pages:
        for element, address, _ in () if page.path == PATTERNS else addresses(page):
            wanted = _from_root(page, address) if page.path == NOT_FOUND else address
            if not is_outside(address) and not wanted.startswith("/"):
                trouble = _trouble(page.path, wanted, site.files, names)
                if trouble:
                    yield page.problem("broken-link", f"{address!r}: {trouble}", element)


def _from_root(page: BuiltPage, address: str) -> str:
    """Give an address of the error page as seen from the site's folder, whose place its canonical address tells."""
    canonical = page.tree.xpath('string(/html/head/link[@rel="canonical"]/@href)')
    base = urlsplit(canonical.removesuffix(page.url)).path
    if not address.startswith("/"):
        return address
    return address.removeprefix(f"{base}/") or "./" if address.startswith(f"{base}/") else f"../{address}"


def _trouble(path: str, address: str, files: frozenset[str], names: Mapping[str, frozenset[str]]) -> str:
    target = resolve(path, address)
    if target.path not in files:
        if f"{target.path}/{INDEX}" in files:
            return "an address of a folder ends in /"
        return "leads out of the site" if target.path.startswith("..") else f"there is no {target.path}"
    if target.fragment and target.fragment not in names.get(target.path, frozenset()):
        return f"{target.path} has no id {target.fragment!r}"
    return ""


def style_sheets(site: BuiltSite) -> Iterator[Problem]:
    """Every file that a style sheet names is there, and none comes from another host."""
    for path in sorted(one for one in site.files if one.endswith(".css")):
        for number, line in enumerate((site.root / path).read_text(encoding="utf-8").splitlines(), start=1):
            for address in _IN_STYLE.findall(line):
                if is_outside(address):
                    yield Problem(path, number, "third-party", f"the style sheet loads {address!r}")
                elif resolve(path, address).path not in site.files:
                    yield Problem(path, number, "broken-link", f"{address!r}: there is no such file")
