"""Rules on what a page says of itself: language, title, description, canonical address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from khuyencong.checks.pages import BuiltPage, BuiltSite, text_of
from khuyencong.model.problem import Problem

_WITH_HOST = re.compile(r"https?://[^/?#]+")
_ABSOLUTE = re.compile(r"https?://[^/?#]+/")


def language(page: BuiltPage) -> Iterator[Problem]:
    """`<html lang>` is there, so that speech programs choose the right voice."""
    if not page.tree.get("lang", "").strip():
        yield page.problem("lang", "<html> has no lang")


def title(page: BuiltPage) -> Iterator[Problem]:
    """There is exactly one title in the head, and it says something."""
    titles = page.tree.xpath("/html/head/title")
    if len(titles) != 1:
        yield page.problem("title", f"{len(titles)} <title> elements instead of 1")
    elif not text_of(titles[0]):
        yield page.problem("title", "<title> is empty", titles[0])


def description(page: BuiltPage) -> Iterator[Problem]:
    """There is exactly one description, and it says something."""
    found = page.tree.xpath('/html/head/meta[@name="description"]')
    if len(found) != 1:
        yield page.problem("description", f"{len(found)} descriptions instead of 1")
    elif not found[0].get("content", "").strip():
        yield page.problem("description", "the description is empty", found[0])


def canonical(page: BuiltPage) -> Iterator[Problem]:
    """There is exactly one canonical address: absolute, of the page or of the one it says again or leads on to."""
    found = page.tree.xpath('/html/head/link[@rel="canonical"]')
    if len(found) != 1:
        yield page.problem("canonical", f"{len(found)} canonical addresses instead of 1")
        return
    address = found[0].get("href", "")
    if not _ABSOLUTE.match(address):
        yield page.problem("canonical", f"{address!r} is not absolute", found[0])
    elif not address.endswith(page.canonical_url):
        whose = "the page's own address" if page.canonical_url == page.url else "the address of the page it says again,"
        yield page.problem("canonical", f"{address!r} is not {whose} {page.canonical_url}", found[0])


def other_forms_not_indexed(page: BuiltPage) -> Iterator[Problem]:
    """A page that says another again asks search engines to leave it out."""
    robots = page.tree.xpath('string(/html/head/meta[@name="robots"]/@content)')
    if page.canonical_url != page.url and "noindex" not in robots:
        yield page.problem("noindex", f"it says {page.canonical_url} again, and search engines may list it")


DUBLIN_CORE = ("title", "creator", "date", "description", "publisher", "identifier")
"""What Thông tư 24/2011/TT-BTTTT, Điều 4, asks every page of a public body to say of itself."""


def dublin_core(page: BuiltPage) -> Iterator[Problem]:
    """The six elements of Dublin Core that are asked for are there, each once, and say something."""
    for name in DUBLIN_CORE:
        found = page.tree.xpath(f'/html/head/meta[@name="DC.{name}"]/@content')
        if len(found) != 1:
            yield page.problem("dublin-core", f"{len(found)} DC.{name} instead of 1")
        elif not found[0].strip():
            yield page.problem("dublin-core", f"DC.{name} is empty")
    identifier = page.tree.xpath('string(/html/head/meta[@name="DC.identifier"]/@content)')
    address = page.tree.xpath('string(/html/head/link[@rel="canonical"]/@href)')
    if identifier != address:
        yield page.problem("dublin-core", f"DC.identifier {identifier!r} is not the canonical address {address!r}")


def linked_data(page: BuiltPage) -> Iterator[Problem]:
    """There is exactly one block of data for machines: JSON-LD in the words of schema.org, with absolute addresses."""
    found = page.tree.xpath('//script[@type="application/ld+json"]')
    if len(found) != 1:
        yield page.problem("linked-data", f"{len(found)} blocks of JSON-LD instead of 1")
        return
    try:
        data = json.loads(found[0].text or "")
    except json.JSONDecodeError as error:
        yield page.problem("linked-data", f"no JSON: {error}", found[0])
        return
    if not isinstance(data, dict) or data.get("@context") != "https://schema.org":
        yield page.problem("linked-data", "not in the words of schema.org", found[0])
        return
    for name, value in _values(data):
        if name in ADDRESSED and not _WITH_HOST.match(str(value)):
            yield page.problem("linked-data", f"{name} {value!r} is not absolute", found[0])


ADDRESSED = frozenset({"@id", "url", "item", "image", "contentUrl", "mainEntityOfPage", "urlTemplate", "license"})
"""Properties whose value is an address."""


def _values(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield every property with each of its values that is no thing of its own, however deep."""
    for name, value in data.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from _values(one)
            else:
                yield name, one


def unique_titles(site: BuiltSite) -> Iterator[Problem]:
    """No two pages have the same title: tabs, bookmarks and search results show nothing else.

    Pages at old addresses are never stayed on, and all say the same.
    """
    seen: dict[str, str] = {}
    for page in (one for one in site.pages if not one.leads_on):
        for element in page.tree.xpath("/html/head/title")[:1]:
            text = " ".join(text_of(element).split())
            first = seen.setdefault(text, page.path)
            if first != page.path:
                yield page.problem("unique-title", f"{text!r} is also the title of {first}", element)


def one_base(site: BuiltSite) -> Iterator[Problem]:
    """Every canonical address begins with the same base address."""
    seen: dict[str, str] = {}
    for page in site.pages:
        for address in page.tree.xpath('/html/head/link[@rel="canonical"]/@href')[:1]:
            seen.setdefault(str(address).removesuffix(page.canonical_url), page.path)
    first, *others = seen.items() or [("", "")]
    for base, path in others:
        yield Problem(path, 1, "one-base", f"the base address is {base!r} here and {first[0]!r} on {first[1]}")
