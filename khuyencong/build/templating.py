"""What templates may use besides their view: strict settings and a few pure filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import DictLoader, Environment, FileSystemBytecodeCache, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from khuyencong.build.abbreviations import explained
from khuyencong.build.patterns import apart
from khuyencong.model import vietnamese
from khuyencong.model.linked_data.page import page_graph
from khuyencong.model.site import Site
from khuyencong.model.view import Head, Link
from khuyencong.outputs.linked_data import json_ld
from khuyencong.outputs.qr import qr_code

ENVIRONMENT: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
}
"""Settings of the Jinja environment: an unknown name is an error, every text is escaped, and changed templates get
an environment of their own."""


def number(value: int | Decimal) -> str:
    """Write a number the Vietnamese way: 9.785 and 85,57."""
    return vietnamese.number(value)


def file_size(size: int) -> str:
    """Write a size in bytes for people: 12 KB."""
    return vietnamese.file_size(size)


@lru_cache(maxsize=10_000)
def host(address: str) -> str:
    """Give the host of a web address, for a source that has no name."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def among(address: str, links: Iterable[Link]) -> str:
    """Give an address if one of the links leads to it, else nothing."""
    return address if any(link.url == address for link in links) else ""


@lru_cache(maxsize=10_000)
def remembered(macro: Macro, *arguments: Hashable) -> str:
    """Give what a macro makes of these arguments, and make it only once: a card stands on many pages.

    Arguments:
        macro: a macro that was imported without context, so that it sees nothing but its arguments.
        arguments: frozen data, as the views are.
    """
    return macro(*arguments)


def in_query(text: str) -> str:
    """Write a text so that it may stand as a value in the query of an address.

    Letters beyond ASCII stay: browsers turn them into what servers expect (WHATWG URL, section 4.1), and an address of
    Vietnamese letters weighs three times as much when that is done beforehand.
    """
    return _NOT_IN_QUERY.sub(lambda sign: quote(sign[0], safe=""), text)


_NOT_IN_QUERY = re.compile(r"""[^!$'()*,\-./0-9:;=?@A-Z_a-z~\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]""")


def xml(text: str) -> str:
    """Escape a text for XML, and leave out the few characters that XML cannot hold (XML 1.0, section 2.2)."""
    return escape(_NOT_IN_XML.sub("", text))


def linked_data(head: Head, site: Site) -> Markup:
    """Write what a page says to machines, ready to stand in it."""
    return Markup(json_ld(page_graph(head, site)))  # noqa: S704 - `json_ld` lets no sign of HTML through


_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


FILTERS: dict[str, Callable[..., Any]] = {
    "number": number,
    "file_size": file_size,
    "host": host,
    "among": among,
    "remembered": remembered,
    "qr": qr_code,
    "apart": apart,
    "explained": explained,
    "in_query": in_query,
    "xml": xml,
    "linked_data": linked_data,
}


def make_environment(sources: Mapping[str, str], compiled: Path) -> Environment:
    """Make the environment that renders pages, the same in every process.

    Pelican's own environment would fall back to templates of its `simple` theme without a word; this one has
    a single place to look.

    Arguments:
        sources: the theme's templates by name.
        compiled: a folder where compiled templates are kept.
    """
    compiled.mkdir(parents=True, exist_ok=True)
    environment = Environment(  # noqa: S701 - autoescape is on in ENVIRONMENT
        loader=DictLoader(sources), bytecode_cache=FileSystemBytecodeCache(str(compiled)), **ENVIRONMENT
    )
    environment.filters.update(FILTERS)
    # For every import Jinja looks whether it brings names that are not there yet; one name is all that we use.
    environment.globals = {"namespace": environment.globals["namespace"]}
    return environment
