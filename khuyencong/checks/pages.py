"""The finished site as the rules see it: every page parsed once, and the names of all files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from posixpath import normpath
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

from lxml import etree

from khuyencong.model.problem import Problem

Element: TypeAlias = Any
"""An element of lxml, whose types do not know what its searches return."""

INDEX = "index.html"
NOT_FOUND = "404.html"
"""The one page that a reader meets without following a link."""
PATTERNS = "mau-giao-dien/index.html"
"""The page for those who make the site: no link leads to it, and its examples name entries that are made up."""
OTHER_FORMS = ("phat-thanh",)
"""Folders below a page that hold it in another form: what is said there, the page itself says."""
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One finished HTML page.

    Arguments:
        path: its file, relative to the output folder, with `/` between folders.
        tree: the parsed document.
    """

    path: str
    tree: Element

    @property
    def url(self) -> str:
        """The page's address from the site's root: `/co-so/` for the file `co-so/index.html`."""
        return f"/{self.path.removesuffix(INDEX)}" if self.is_index else f"/{self.path}"

    @property
    def is_index(self) -> bool:
        """Whether the page is the one that stands for its folder."""
        return self.path == INDEX or self.path.endswith(f"/{INDEX}")

    @property
    def leads_on(self) -> str:
        """The address that the page leads on to by itself, as an old address does; empty for any other page."""
        content = self.tree.xpath('string(/html/head/meta[@http-equiv="refresh"]/@content)')
        return str(content).partition("url=")[2]

    @property
    def canonical_url(self) -> str:
        """The address that search engines are to keep: the page's own, or of the page it says again or leads on to."""
        if self.leads_on:
            path = resolve(self.path, self.leads_on).path
            return f"/{path.removesuffix(INDEX) if path == INDEX or path.endswith(f'/{INDEX}') else path}"
        parent, _, last = self.url.rstrip("/").rpartition("/")
        return f"{parent}/" if last in OTHER_FORMS else self.url

    def problem(self, rule: str, message: str, element: Element | None = None) -> Problem:
        """Say that the page breaks a rule.

        Arguments:
            rule: the rule's name.
            message: what is wrong, in English: these are messages for developers.
            element: where; the whole page when left out.
        """
        line = 1 if element is None else element.sourceline or 1
        return Problem(self.path, line, rule, message)


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The finished site.

    Arguments:
        root: the output folder.
        pages: every HTML page, in order of its path.
        files: the path of every file, relative to the output folder.
    """

    root: Path
    pages: tuple[BuiltPage, ...]
    files: frozenset[str]


def parse_page(path: str, source: bytes) -> BuiltPage:
    """Parse one page.

    Arguments:
        path: its file, relative to the output folder.
        source: its bytes, in UTF-8.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)  # a long listing is no attack
    try:
        tree = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:  # not one element in it
        tree = None
    return BuiltPage(path, etree.Element("html") if tree is None else tree)


def text_of(element: Element) -> str:
    """Give the text of an element and of all within it."""
    return "".join(element.itertext()).strip()


def read_site(root: Path) -> BuiltSite:
    """Read every file's name and every page of the output folder."""
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    pages = tuple(parse_page(path, (root / path).read_bytes()) for path in files if path.endswith(".html"))
    return BuiltSite(root, pages, frozenset(files))


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address within the site leads.

    Arguments:
        path: the file, relative to the output folder; begins with `..` when it lies outside.
        fragment: the part of the page, without `#`; empty for the whole page.
    """

    path: str
    fragment: str


def is_outside(address: str) -> bool:
    """Tell whether an address leads away from the site: to another host, to mail, to a telephone."""
    return bool(_OUTSIDE.match(address))


@lru_cache(maxsize=200_000)
def resolve(path: str, address: str) -> Target:
    """Find the file that a relative address on a page means.

    Arguments:
        path: the page's own file.
        address: what stands in `href` or `src`; an address of a folder means its `index.html`.
    """
    parts = urlsplit(address)
    if not parts.path:
        return Target(path, unquote(parts.fragment))
    folder = path.rpartition("/")[0]
    wanted = unquote(parts.path)
    target = normpath(f"{folder}/{wanted}" if folder else wanted)
    if wanted.endswith("/") or wanted.rpartition("/")[2] in (".", ".."):
        target = INDEX if target == "." else f"{target}/{INDEX}"
    return Target(target, unquote(parts.fragment))
