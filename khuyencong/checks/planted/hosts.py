"""Rule on links that lead away: only to hosts that a person of the house has reviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from khuyencong.checks.pages import PATTERNS, BuiltPage, BuiltSite, Element
from khuyencong.checks.planted.addresses import host_in, hosts_in_program, hosts_in_text, hosts_in_value, is_host
from khuyencong.checks.planted.inside import linked_hosts
from khuyencong.checks.planted.reading import ending, is_read, line_of, source_of
from khuyencong.checks.planted.reviewed import SHOWN, Reviewed
from khuyencong.model.problem import Problem

NAMESPACES = frozenset({
    "json-schema.org", "jsonfeed.org", "publications.europa.eu", "purl.org", "schema.org", "schemas.openxmlformats.org",
    "scripts.sil.org", "search.yahoo.com", "spdx.org", "www.idpf.org", "www.itunes.com", "www.opengis.net",
    "www.iana.org", "www.rssboard.org", "www.sitemaps.org", "www.w3.org", "xmlns.com",
})  # fmt: skip
"""Hosts that name a format or a term, which no reader is led to; allowed anywhere but where a link leads."""
_LEADING = frozenset({"a", "area", "form", "iframe", "button", "input"})
IN_PROGRAMS = frozenset({"github.com", "example.com"})
"""Hosts in remarks and examples of the search engine's own program."""
_PROSE = frozenset({"txt", "xml", "svg", "md", "atom", "rss", "ics", "vtt"})
"""Endings of files that people or feed readers read. In data and programs, `co-so.id` is a name and no host."""


def away(page: BuiltPage) -> Iterator[tuple[Element, str]]:
    """Yield each host that anything in a page names, with the element: in any attribute, in text, in remarks."""
    for element in page.tree.iter(etree.Element):
        for name, value in element.items():
            if not name.startswith("xmlns"):
                yield from ((element, host) for host in hosts_in_value(value))
    for node in page.tree.xpath("//text() | //comment()"):
        text = node if isinstance(node, str) else node.text or ""
        yield from ((node.getparent(), host) for host, _ in hosts_in_text(text))


def reviewed_hosts(site: BuiltSite, reviewed: Reviewed) -> Iterator[Problem]:
    """Every host that the site names is its own or a reviewed one.

    Arguments:
        site: the finished site.
        reviewed: what a person has allowed.
    """
    allowed = reviewed.hosts | _own(site)
    with_terms = allowed | {_short(one) for one in NAMESPACES}
    for page in site.pages:
        told: set[str] = set()
        for element, host in away(page):
            is_example = page.path == PATTERNS and host.endswith(".example")
            known = allowed if element is not None and element.tag in _LEADING else with_terms
            if _short(host) not in known and host not in told and not is_example:
                told.add(host)
                yield page.problem("host", _message(host), element)
    for path in sorted(site.files):
        yield from _in_file(site, path, with_terms)


def _own(site: BuiltSite) -> frozenset[str]:
    """Give the host that most pages call their own: an intruder who changes one page names another there."""
    named = Counter(
        host_in(address)
        for page in site.pages
        for address in page.tree.xpath("/html/head/link[@rel='canonical']/@href")
    )
    return frozenset(_short(host) for host, _ in named.most_common(1))


def _short(host: str) -> str:
    return host.removeprefix("www.")


def _in_file(site: BuiltSite, path: str, allowed: frozenset[str]) -> Iterator[Problem]:
    is_text = is_read(path)
    text = source_of(site, path).replace("\\/", "/") if is_text else ""
    found = (hosts_in_text if ending(path) in _PROSE else hosts_in_program)(text)
    told: set[str] = set()
    for host, position in found if is_text else linked_hosts(site.root / path):
        is_ours = path.startswith("pagefind/") and host in IN_PROGRAMS
        if is_host(host) and _short(host) not in allowed and host not in told and not is_ours:
            told.add(host)
            yield Problem(path, line_of(text, position), "host", _message(host))


def _message(host: str) -> str:
    line = f'"  - {_short(host)}"'
    return (
        f"dẫn tới trang ngoài chưa được duyệt: {host[:100]}. Hãy mở thử trang đó. Đúng là nguồn cần dẫn thì thêm dòng "
        f"{line} vào mục hosts của {SHOWN}; nếu lạ thì gỡ liên kết và báo người phụ trách."
    )
