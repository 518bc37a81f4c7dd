"""Turns the sanitised HTML of an article into the XHTML of an e-book: footnotes that open in place, plain pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element, tostring

from khuyencong.model.article_tree import Child, Node, article_tree

DROPPED = {
    "a": {"class", "role", "aria-label"},
    "img": {"class", "loading", "decoding", "width", "height"},
}
"""Attributes that only mean something on the web page, or that the e-book says in its own way."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def book_body(html: str, link: Callable[[str], str], picture: Callable[[str], str]) -> str:
    """Turn a body into XHTML.

    Arguments:
        html: sanitised HTML with addresses from the site's root.
        link: gives what a link in the book leads to, for the address that it has on the site.
        picture: gives the file in the book, for the address that a picture has on the site.
    """
    root = Element("div")
    _Writer(link, picture).add(root, article_tree(html))
    is_empty = not len(root) and not root.text
    return "" if is_empty else tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


class _Writer:
    """Adds what an article holds to elements of a book.

    Arguments:
        link: see `book_body`.
        picture: see `book_body`.
    """

    def __init__(self, link: Callable[[str], str], picture: Callable[[str], str]) -> None:
        self.link = link
        self.picture = picture
        self.in_cell = False

    def add(self, parent: Element, children: Iterable[Child]) -> None:
        """Add texts and elements, in order."""
        for child in children:
            if isinstance(child, str):
                _add_text(parent, child, may_break=self.in_cell)
            elif child.tag == "picture":
                self.add(parent, (one for one in child.walk() if one.tag == "img"))
            elif _has_class(child, "table-scroll"):
                self.add(parent, child.children)
            elif _has_class(child, "footnote"):
                self._add_footnotes(parent, child)
            else:
                self._add_element(parent, child)

    def _add_element(self, parent: Element, node: Node) -> Element:
        element = Element(node.tag, dict(self._attributes(node)))
        parent.append(element)
        outside, self.in_cell = self.in_cell, self.in_cell or node.tag in ("td", "th")
        self.add(element, node.children)
        self.in_cell = outside
        return element

    def _attributes(self, node: Node) -> Iterator[tuple[str, str]]:
        for name, value in node.attributes.items():
            if name in DROPPED.get(node.tag, ()):
                continue
            yield name, self._address(node.tag, value) if name in ("href", "src") else _legal(value)
            if name == "lang":
                yield "xml:lang", _legal(value)
        if _has_class(node, "footnote-ref"):
            yield from (("epub:type", "noteref"), ("role", "doc-noteref"))
        elif _has_class(node, "footnote-backref"):
            yield "role", "doc-backlink"

    def _address(self, tag: str, address: str) -> str:
        if tag == "img":
            return self.picture(address)
        return address if address.startswith("#") else self.link(address)

    def _add_footnotes(self, parent: Element, node: Node) -> None:
        """Add the footnotes, each in an aside of its own, which readers show beside the text that names it."""
        notes = Element("section", {"class": "footnotes", "epub:type": "footnotes"})
        parent.append(notes)
        items = (one for one in node.walk() if one.tag == "li" and one.attributes.get("id", "").startswith("fn"))
        for number, item in enumerate(items, 1):
            named = {"id": item.attributes["id"], "epub:type": "footnote", "role": "doc-footnote"}
            note = Element("aside", named)
            notes.append(note)
            self.add(note, _numbered(number, item.children))


def _numbered(number: int, children: tuple[Child, ...]) -> Iterator[Child]:
    """Put the number of a footnote before its first words."""
    waits = True
    for child in children:
        if waits and isinstance(child, Node):
            waits = False
            yield Node(child.tag, child.attributes, (f"{number}. ", *child.children))
        else:
            yield child


def _has_class(node: Node, name: str) -> bool:
    return name in node.attributes.get("class", "").split()


def _add_text(parent: Element, text: str, *, may_break: bool) -> None:
    """Add a text; in the cell of a table, a line may end behind a slash, as columns on a telephone are narrow."""
    first, *others = re.split(r"(?<=\w/)(?=\w)", _legal(text)) if may_break else [_legal(text)]
    _append(parent, first)
    for one in others:
        parent.append(Element("wbr"))
        _append(parent, one)


def _append(parent: Element, legal: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + legal
    else:
        parent.text = (parent.text or "") + legal


def _legal(text: str) -> str:
    """Leave out the signs that XML cannot hold."""
    return _NOT_XML.sub("", text)
