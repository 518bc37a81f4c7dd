"""Rule on links that lead away: only to hosts that a person of the house has reviewed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from khuyencong.checks.pages import PATTERNS, BuiltPage, BuiltSite, Element
from khuyencong.checks.planted.reading import PLAIN, line_of
from khuyencong.checks.planted.reviewed import SHOWN, Reviewed
from khuyencong.model.problem import Problem

# Browsers drop tabs and line ends within an address, read `\` as `/`, and need no `//` after the scheme.
_DROPPED = re.compile(r"[\t\n\r\u200b-\u200f\u2060\ufeff]|^[\x00-\x20]+")
_SEPARATE = re.compile(r"[\s,;'\"()<>|]+")
_AWAY = re.compile(r"(?:url=)?(?:(?:https?|wss?|ftp):[/\\]*|[/\\]{2,})([^/\\?#]+)", re.IGNORECASE)
_IN_TEXT = re.compile(r"(?:https?|wss?|ftp):(?:\\?/){2}([^\s/\\?#\"'<>`,;)\]}&]+)", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]", re.IGNORECASE
)
_SCANNED = (*PLAIN, ".js", ".mjs", ".css")
NAMESPACES = frozenset({
    "json-schema.org", "jsonfeed.org", "publications.europa.eu", "purl.org", "schema.org", "schemas.openxmlformats.org",
    "rssboard.org", "scripts.sil.org", "search.yahoo.com", "spdx.org", "www.idpf.org", "www.itunes.com",
    "www.opengis.net", "www.sitemaps.org", "www.w3.org", "xmlns.com",
})  # fmt: skip
"""Hosts that name a format or a term, which no reader is led to; allowed anywhere but where a link leads."""
_LEADING = frozenset({"a", "area", "form", "iframe", "button", "input"})
IN_PROGRAMS = frozenset({"github.com", "example.com"})
"""Hosts in remarks and examples of the search engine's own program."""


def host_in(address: str) -> str:
    """Give the host that an address or a part of an attribute leads to; an empty text when it stays on the site.

    Arguments:
        address: as it stands in the file.
    """
    found = _AWAY.match(_DROPPED.sub("", address))
    return _host(found[1]) if found else ""


def _host(written: str) -> str:
    name = unquote(html.unescape(written)).rpartition("@")[2].lower().rstrip(".")
    return re.sub(r":\d*$", "", name)


def away(page: BuiltPage) -> Iterator[tuple[Element, str]]:
    """Yield each host that anything in a page names, with the element: in any attribute, in text, in remarks."""
    for element in page.tree.iter(etree.Element):
        for name, value in element.items():
            if name.startswith("xmlns"):
                continue
            whole = _DROPPED.sub("", value)
            parts = [whole, *_SEPARATE.split(whole)] if "/" in whole or "\\" in whole or ":" in whole else ()
            for host in dict.fromkeys(filter(None, map(host_in, parts))):
                yield element, host
            # A link to share a page carries its address within another.
            for found in _IN_TEXT.finditer(unquote(value)):
                yield element, _host(found[1])
    for node in page.tree.xpath("//text() | //comment()"):
        text = node if isinstance(node, str) else node.text or ""
        for found in _IN_TEXT.finditer(text):
            yield node.getparent(), _host(found[1])


def reviewed_hosts(site: BuiltSite, reviewed: Reviewed) -> Iterator[Problem]:
    """Every host that the site names is its own or a reviewed one.

    Arguments:
        site: the finished site.
        reviewed: what a person has allowed.
    """
    own = {
        host for page in site.pages for host in map(host_in, page.tree.xpath("/html/head/link[@rel='canonical']/@href"))
    }
    allowed = reviewed.hosts | {one.removeprefix("www.") for one in own}
    with_terms = allowed | {one.removeprefix("www.") for one in NAMESPACES}
    for page in site.pages:
        told: set[str] = set()
        for element, host in away(page):
            is_example = page.path == PATTERNS and host.endswith(".example")
            known = allowed if element is not None and element.tag in _LEADING else with_terms
            if host.removeprefix("www.") not in known and host not in told and not is_example:
                told.add(host)
                yield page.problem("host", _message(host), element)
    for path in sorted(one for one in site.files if one.endswith(_SCANNED)):
        yield from _in_file(site, path, with_terms)


def _in_file(site: BuiltSite, path: str, allowed: frozenset[str] | set[str]) -> Iterator[Problem]:
    text = (site.root / path).read_bytes().decode("utf-8", "replace").replace("\\/", "/")
    told: set[str] = set()
    for found in _IN_TEXT.finditer(text):
        host = _host(found[1])
        is_ours = path.startswith("pagefind/") and host in IN_PROGRAMS
        if _HOST.fullmatch(host) and host.removeprefix("www.") not in allowed and host not in told and not is_ours:
            told.add(host)
            yield Problem(path, line_of(text, found.start()), "host", _message(host))


def _message(host: str) -> str:
    line = f'"  - {host.removeprefix("www.")}"'
    return (
        f"dẫn tới trang ngoài chưa được duyệt: {host[:100]}. Hãy mở thử trang đó. Đúng là nguồn cần dẫn thì thêm dòng "
        f"{line} vào mục hosts của {SHOWN}; nếu lạ thì gỡ liên kết và báo người phụ trách."
    )
