"""Makes pages: plans, renders and writes them. It runs in any process: here, in a pool, on another machine's worker."""

from __future__ import annotations

import hashlib
import os
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment

from khuyencong.build.beside import Files
from khuyencong.build.closure import ENDINGS
from khuyencong.build.frame import Frame
from khuyencong.build.indexing import pack
from khuyencong.build.links import output_path, relative_links, rooted_links
from khuyencong.build.markdown import Resolver, render
from khuyencong.build.memo import Made, key_of
from khuyencong.build.page_names import DATA, NOT_FOUND, PageName
from khuyencong.build.pages import PlannedPage, plan_page
from khuyencong.build.patterns import EXAMPLES, pattern_view
from khuyencong.build.patterns import URL as PATTERNS
from khuyencong.build.shelf import fetch_catalogue
from khuyencong.build.swap import write_file
from khuyencong.build.templating import make_environment
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.index import Question
from khuyencong.model.search import with_body
from khuyencong.model.typography import unbroken_fragment, unbroken_page
from khuyencong.model.view import ListingData
from khuyencong.outputs.listing_data import listing_data


@dataclass(frozen=True, slots=True)
class Press:
    """What every page is made with.

    Arguments:
        content: the content folder.
        compiled: the folder where compiled templates are kept.
        sources: the templates; they are not read again, so that a page is made of what its key says.
        digests: hash of each template with all that it is made of.
        frame: the site constants.
        name_index: whether addresses of folders end in `index.html`.
        constants: hash of the frame and of `name_index`.
        root: the folder that pages are written into.
        build: names this build.
        cache: the cache folder, from which other processes fetch the catalogue.
    """

    content: Path
    sources: Mapping[str, str]
    compiled: Path
    digests: Mapping[str, str]
    frame: Frame
    name_index: bool
    constants: str
    root: Path
    build: str
    cache: Path


CONSTANTS: Question = ("constants",)
"""What every page asks: is the frame as it was?"""


def template_question(name: str) -> Question:
    """What a page asks of its template: is it, with all it is made of, as it was?"""
    return "template", name


class MadePage(NamedTuple):
    """A page that has been made.

    Arguments:
        path: its file, relative to the output folder.
        made: what the memo keeps of it; nothing when its key is as it was, so that the file may stay.
        questions: what its view asked.
        files: the files that it needs beside it.
        seconds: how long it took.
        indexed: what it gives to the search, packed, with its hash; nothing when it gives none or was not made.
    """

    path: str
    made: Made | None
    questions: tuple[Question, ...]
    files: Files
    seconds: float
    indexed: tuple[str, bytes] | None = None


def make_pages(press: Press, pages: Sequence[tuple[PageName, str]]) -> list[MadePage]:
    """Make pages.

    Arguments:
        press: what they are made with.
        pages: each page, and the key of its file if that may stay when the key is the same.
    """
    catalogue = _catalogue(press)
    return [_make(press, catalogue, name, key) for name, key in pages]


def compile_templates(press: Press, names: Sequence[str]) -> list[None]:
    """Compile templates, for all processes: they find them in the folder of compiled templates."""
    environment = _environment(press)
    for name in names:
        if name.endswith(ENDINGS):
            environment.get_template(name)
    return [None for _ in names]


def keep_at_hand(build: str, catalogue: Catalogue) -> None:
    """Keep the catalogue at hand for this process and the copies of it that are started from now on."""
    _at_hand.clear()
    _at_hand[build] = catalogue


_at_hand: dict[str, Catalogue] = {}


def _catalogue(press: Press) -> Catalogue:
    """Give the catalogue; a process that was started before it was made fetches it once for each build."""
    if press.build not in _at_hand:
        keep_at_hand(press.build, fetch_catalogue(press.cache))
    return _at_hand[press.build]


def _make(press: Press, catalogue: Catalogue, name: PageName, key_before: str) -> MadePage:
    started = time.perf_counter()
    catalogue.asked = {template_question(name.template), CONSTANTS} if name.template else {CONSTANTS}
    page = _plan(press, catalogue, name)
    digest = press.digests[name.template] if name.template else ""
    addresses = sorted(page.beside.addresses.items()) if page.beside else ()
    key = key_of(press.constants, digest, page.view, page.body, page.files, addresses, page.indexed)
    path = output_path(name.url)
    files = page.beside.files if page.beside else page.needs
    made = indexed = None
    if key != key_before:
        data, indexed = _render(press, name, page, files)
        known = {name for name, state in page.files if state}
        extra = [catalogue.ask("file", name) for name in _names_of(files, press.content) if name not in known]
        # What only the renderer saw to be a file is not in the key, so such a page is rendered whenever it is planned.
        made = put(press.root, path, "" if extra else key, data)
    return MadePage(path, made, tuple(catalogue.asked), files, time.perf_counter() - started, indexed)


def _plan(press: Press, catalogue: Catalogue, name: PageName) -> PlannedPage:
    """Plan a page; the pattern page is made from the theme alone."""
    if name.url == PATTERNS:
        return PlannedPage(pattern_view(press.sources[EXAMPLES], press.frame.assets))
    return plan_page(name, catalogue, press.content)


def _names_of(files: Files, content: Path) -> Iterator[str]:
    """Give the names of the pictures that a page shows, relative to the content folder."""
    for path in (one.source for one in files.derivatives.values()):
        yield unicodedata.normalize("NFC", path.relative_to(content).as_posix())


def _render(press: Press, name: PageName, page: PlannedPage, files: Files) -> tuple[bytes, tuple[str, bytes] | None]:
    """Make the bytes of a page or file, and what it gives to the search."""
    view = page.view
    if page.write:
        return page.write(view), None
    if name.kind == DATA:
        return _render_data(press, name, view).encode(), None
    if not name.template.endswith(PAGE):
        return _environment(press).get_template(name.template).render(view=view, frame=press.frame).encode(), None
    indexed = page.indexed
    if page.beside:
        finder = page.beside.collecting(files)
        body = render(page.body, Resolver(link=finder.link, picture=finder.shown))
        view = replace(view, body=body.html, contents=body.contents)
        indexed = indexed and with_body(indexed, body.html)
    html = unbroken_page(_environment(press).get_template(name.template).render(view=view, frame=press.frame))
    if name.url == NOT_FOUND and not press.name_index:
        html = rooted_links(html, urlsplit(press.frame.site.url).path)
    else:
        html = relative_links(html, name.url, name_index=press.name_index)
    return html.encode(), pack(indexed) if indexed else None


PAGE = ".html"
"""How the name of a page's template ends; what other templates make is written as it is."""
CARD_LEVEL = 2
"""The level of the headings of cards on a listing."""


def _render_data(press: Press, name: PageName, view: ListingData) -> str:
    """Make the file for scripts from the macro that makes the cards of the listing."""
    card = _environment(press).get_template(name.template).module.card  # type: ignore[attr-defined]
    cards = (unbroken_fragment(str(card(one, CARD_LEVEL, press.frame.assets))) for one in view.cards)
    return listing_data((relative_links(one, name.url, name_index=press.name_index) for one in cards), view.values)


def put(root: Path, path: str, key: str, data: bytes) -> Made:
    """Write one file of the site and give what the memo keeps of it."""
    write_file(root, path, data)
    there = os.stat(f"{root}/{path}")  # noqa: PTH116 - twenty thousand times
    return Made(key, hashlib.sha256(data).hexdigest(), there.st_size, there.st_mtime_ns)


def _environment(press: Press) -> Environment:
    """Make the template environment once in each process for each edition of the templates.

    Jinja notices a changed template, but not that a macro imported by an unchanged one has changed.
    """
    edition = (press.compiled, *press.digests.values())
    if edition not in _environments:
        _environments.clear()
        _environments[edition] = make_environment(press.sources, press.compiled)
    return _environments[edition]


_environments: dict[tuple[object, ...], Environment] = {}
