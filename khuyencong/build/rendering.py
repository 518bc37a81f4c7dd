"""Renders one page from plain data. It runs in any process: here, in a pool, or on another machine's worker."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment

from khuyencong.build.beside import Files
from khuyencong.build.frame import Frame
from khuyencong.build.links import output_path, relative_links, rooted_links
from khuyencong.build.markdown import Resolver, render
from khuyencong.build.memo import Made
from khuyencong.build.pages import NOT_FOUND, PlannedPage
from khuyencong.build.swap import write_file
from khuyencong.build.templating import make_environment


@dataclass(frozen=True, slots=True)
class Press:
    """What every page is rendered with.

    Arguments:
        templates: the folder of the templates.
        compiled: the folder where compiled templates are kept.
        edition: hash of all templates.
        frame: the site constants.
        name_index: whether addresses of folders end in `index.html`.
        root: the folder that pages are written into.
    """

    templates: str
    compiled: str
    edition: str
    frame: Frame
    name_index: bool
    root: Path


class Rendered(NamedTuple):
    """A page that has been written.

    Arguments:
        path: its file, relative to the output folder.
        made: what the memo keeps of it.
        files: the files that it needs beside it.
    """

    path: str
    made: Made
    files: Files


def render_pages(press: Press, pages: Sequence[tuple[PlannedPage, str]]) -> list[Rendered]:
    """Render and write pages.

    Arguments:
        press: what they are rendered with.
        pages: each page and its key.
    """
    return [_render(press, page, key) for page, key in pages]


def _render(press: Press, page: PlannedPage, key: str) -> Rendered:
    files = Files()
    view = page.view
    if page.beside:
        files = Files(dict(page.beside.files.copies), dict(page.beside.files.derivatives))
        finder = page.beside.collecting(files)
        body = render(page.body, Resolver(link=finder.link, picture=finder.picture))
        view = replace(view, body=body.html, contents=body.contents)
    environment = _environment(press.templates, press.compiled, press.edition)
    html = environment.get_template(page.template).render(view=view, frame=press.frame)
    url = view.head.url
    if url == NOT_FOUND and not press.name_index:
        html = rooted_links(html, urlsplit(press.frame.site.url).path)
    else:
        html = relative_links(html, url, name_index=press.name_index)
    data, path = html.encode(), output_path(url)
    return Rendered(path, put(press.root, path, key, data), files)


def put(root: Path, path: str, key: str, data: bytes) -> Made:
    """Write one file of the site and give what the memo keeps of it."""
    write_file(root, path, data)
    there = (root / path).stat()
    return Made(key, hashlib.sha256(data).hexdigest(), there.st_size, there.st_mtime_ns)


@lru_cache(maxsize=2)
def _environment(templates: str, compiled: str, edition: str) -> Environment:
    """Make the template environment once in each process for each edition of the templates.

    Jinja notices a changed template, but not that a macro imported by an unchanged one has changed.
    """
    return make_environment(Path(templates), Path(compiled))
