"""An article as a tree of plain data, for forms that are not web pages: print, e-book, reading aloud.

The tree is made of the same sanitised HTML that the web page shows, so all forms say the same, and nothing is ever
escaped by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

VOID = frozenset(("br", "hr", "img", "source", "wbr"))
"""Elements without content, of those that content may have."""


@dataclass(frozen=True, slots=True)
class Node:
    """One element.

    Arguments:
        tag: its name, in small letters.
        attributes: its attributes, without those that say nothing.
        children: what it holds, in order.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Child, ...] = ()

    def text(self) -> str:
        """Give the text that it holds, of all elements in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def walk(self) -> Iterator[Node]:
        """Yield it and all elements in it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def plain(self) -> dict[str, object]:
        """Give it as data that JSON can write."""
        children = [child if isinstance(child, str) else child.plain() for child in self.children]
        return {"tag": self.tag, "attributes": self.attributes, "children": children}


Child: TypeAlias = "Node | str"


def article_tree(html: str) -> tuple[Child, ...]:
    """Read sanitised HTML.

    Arguments:
        html: what the sanitiser gives: every element closed, nothing that runs.

    Raises:
        ValueError: when an element is closed that was not opened.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.result()


class _Reader(HTMLParser):
    """Builds the tree; `_open` holds the elements not yet closed, each with the children it has so far."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, dict[str, str], list[Child]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in VOID:
            self._open[-1][2].append(Node(tag, attributes))
        else:
            self._open.append((tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        opened, attributes, children = self._open.pop()
        if opened != tag or not self._open:
            raise ValueError(f"</{tag}> closes nothing")
        self._open[-1][2].append(Node(tag, attributes, tuple(children)))

    def handle_data(self, data: str) -> None:
        children = self._open[-1][2]
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)

    def result(self) -> tuple[Child, ...]:
        if len(self._open) != 1:
            raise ValueError(f"<{self._open[-1][0]}> is not closed")
        return tuple(self._open[0][2])
