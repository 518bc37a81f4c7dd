"""Markdown to safe HTML: footnotes, tables, definition lists and figures; nothing that runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import cast
from xml.etree.ElementTree import Element, SubElement

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from khuyencong.build.shortcuts import ContentsExtension, ShortcutExtension
from khuyencong.model.media_view import PictureView
from khuyencong.model.vietnamese import slug
from khuyencong.model.view import Link

CONTENTS_FROM = 4
"""A page with fewer headings needs no list of contents."""

_INLINE_TAGS = "a abbr b br cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr"
_BLOCK_TAGS = "blockquote dd div dl dt h2 h3 h4 h5 h6 hr li ol p pre ul table tbody td tfoot th thead tr"
_PICTURE_TAGS = "figcaption figure img picture source"
TAGS = frozenset(f"{_INLINE_TAGS} {_BLOCK_TAGS} {_PICTURE_TAGS}".split())
"""Elements that content may have; anything else is taken out, its text stays."""
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "title"},
    "a": {"href", "id", "class", "role", "aria-label"},
    "div": {"class", "role", "tabindex", "aria-label"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "li": {"id"},
    "ol": {"start"},
    "picture": set(),
    "source": {"type", "srcset", "sizes"},
    "sup": {"id"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote", "table-scroll"},
    "td": {"align-left", "align-center", "align-right"},
    "th": {"align-left", "align-center", "align-right"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML.

    Arguments:
        html: sanitised HTML.
        contents: its headings of the second level, as links within the page; none when there are few.
    """

    html: str
    contents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Resolver:
    """How the addresses that a body names become addresses of the site.

    Arguments:
        link: turns the target of a link into an address.
        picture: turns the name of a picture and its alternative text into a picture with its derivatives.
    """

    link: Callable[[str], str]
    picture: Callable[[str, str], PictureView]


def render(body: str, resolver: Resolver) -> Rendered:
    """Render the Markdown of one entry.

    Arguments:
        body: Markdown.
        resolver: how addresses and pictures are found.
    """
    if not body.strip():
        return Rendered("", ())
    parser = _parser()
    _resolving(parser).resolver = resolver
    parser.reset()
    html = _cleaner().clean(parser.convert(body))
    tokens = [token for token in getattr(parser, "toc_tokens", []) if token["level"] == 2]
    contents = tuple(Link(f"#{token['id']}", token["name"]) for token in tokens)
    return Rendered(html, contents if len(contents) >= CONTENTS_FROM else ())


def _only_known_classes(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "class":
        kept = [name for name in value.split() if name in CLASSES.get(tag, set())]
        return " ".join(kept) or None
    return value


@cache
def _cleaner() -> nh3.Cleaner:
    """Build the cleaner once in each process, for the same reason as the parser."""
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_only_known_classes,
        url_schemes=SCHEMES,
        link_rel=None,
    )


@cache
def _parser() -> markdown.Markdown:
    """Build the parser once in each process: building it takes longer than parsing a short text."""
    return markdown.Markdown(
        extensions=[
            ShortcutExtension(),
            "tables",
            "def_list",
            "fenced_code",
            "abbr",
            "sane_lists",
            FootnoteExtension(BACKLINK_TITLE="Trở lại chỗ chú thích {} trong bài", SEPARATOR="-"),
            ContentsExtension(slugify=_anchor, permalink=False),
            _SiteExtension(),
        ],
        output_format="html",
    )


def _anchor(heading: str, separator: str) -> str:
    return slug(heading)


def _resolving(parser: markdown.Markdown) -> _SiteTreeprocessor:
    return cast("_SiteTreeprocessor", parser.treeprocessors["site"])


class _SiteExtension(Extension):
    """Registers what this site adds to Markdown."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Run after inline Markdown (priority 20), before the tree is written out."""
        md.treeprocessors.register(_SiteTreeprocessor(md), "site", 5)


class _SiteTreeprocessor(Treeprocessor):
    """Turns picture paragraphs into figures, wraps tables so that they scroll, resolves addresses."""

    resolver: Resolver

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        self._links(root)
        if next(root.iter("img"), None) is not None:
            self._figures(root)
            self._pictures(root)
        if next(root.iter("table"), None) is not None:
            self._tables(root)

    def _links(self, root: Element) -> None:
        for link in root.iter("a"):
            href = link.get("href", "")
            if href and not re.match(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|#|//)", href):
                link.set("href", self.resolver.link(href))

    def _figures(self, root: Element) -> None:
        for parent in list(root.iter()):
            for position, child in enumerate(list(parent)):
                if child.tag == "p" and _is_picture_alone(child):
                    parent[position] = _figure(child[0])

    def _pictures(self, root: Element) -> None:
        for parent in list(root.iter()):
            for position, child in enumerate(list(parent)):
                if child.tag == "img":
                    view = self.resolver.picture(child.get("src", ""), child.get("alt", ""))
                    picture = _picture(view)
                    picture.tail = child.tail
                    parent[position] = picture

    def _tables(self, root: Element) -> None:
        number = 0
        for parent in list(root.iter()):
            for position, child in enumerate(list(parent)):
                if child.tag == "table":
                    number += 1
                    _prepare_cells(child)
                    scroll = Element("div", {"class": "table-scroll", "role": "region", "tabindex": "0"})
                    scroll.set("aria-label", f"Bảng số liệu {number}, cuộn ngang được")
                    scroll.append(child)
                    scroll.tail, child.tail = child.tail, None
                    parent[position] = scroll


def _is_picture_alone(paragraph: Element) -> bool:
    has_text = bool((paragraph.text or "").strip())
    return not has_text and len(paragraph) == 1 and paragraph[0].tag == "img" and not (paragraph[0].tail or "").strip()


def _figure(image: Element) -> Element:
    figure = Element("figure")
    figure.append(image)
    caption = image.attrib.pop("title", "")
    image.tail = None
    if caption:
        SubElement(figure, "figcaption").text = caption
    figure.tail = "\n"
    return figure


def _picture(view: PictureView) -> Element:
    picture = Element("picture")
    for media_type, srcset in view.sources:
        SubElement(picture, "source", {"type": media_type, "srcset": srcset})
    size = {"width": str(view.width), "height": str(view.height)}
    SubElement(picture, "img", {"src": view.src, "alt": view.alt, **size, "loading": "lazy", "decoding": "async"})
    return picture


def _prepare_cells(table: Element) -> None:
    """Move alignment from inline styles, which our content policy forbids, to classes; name column heads."""
    for cell in [*table.iter("th"), *table.iter("td")]:
        style = cell.attrib.pop("style", "")
        align = style.removeprefix("text-align: ").rstrip(";")
        if align:
            cell.set("class", f"align-{align}")
        if cell.tag == "th":
            cell.set("scope", "col")
