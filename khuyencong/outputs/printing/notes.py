"""Moves the notes of an article from its end to the words that they belong to: paper has them at the foot.

Those of a table stand below the table, as the table may stand on another page than the words around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from khuyencong.model.article_tree import Child, Node

NOTE, AGAIN = "note", "note-again"
"""The tags of a note where it is named first, and where it is named again."""
STAR = "*"
"""What marks a note of a table, once for the first, twice for the second: a letter would run into the word."""
MARK, TABLE_NOTES, TABLE_NOTE = "table-mark", "table-notes", "table-note"
"""The tags of a mark in a table, of the notes below it, and of each of them; mark and note share the text `mark`."""


def with_notes(tree: Iterable[Child]) -> tuple[Child, ...]:
    """Put the text of each note where its number stands.

    In running text, a note is an element `note` with the attribute `id`; where a number stands a second time there is
    an empty element `note-again` with the same `id`.

    Arguments:
        tree: an article as `article_tree` gives it, its notes in an element of the class `footnote` at the end.
    """
    nodes = tuple(tree)
    notes = {item.attributes.get("id", ""): _text_of(item) for box in filter(_is_box, nodes) for item in _items(box)}
    named: set[str] = set()
    return tuple(_with(child, notes, named) for child in nodes if not _is_box(child))


def _is_box(child: Child) -> bool:
    return isinstance(child, Node) and child.attributes.get("class") == "footnote"


def _items(box: Child) -> Iterator[Node]:
    if isinstance(box, Node):
        yield from (node for node in box.walk() if node.tag == "li" and node.attributes.get("id"))


def _text_of(item: Node) -> tuple[Child, ...]:
    """Give what a note says, without the way back to its number; paragraphs after the first begin a new line."""
    said: list[Child] = []
    for child in item.children:
        if isinstance(child, Node) and child.tag == "p":
            said += [Node("br"), *child.children] if said else child.children
        elif not isinstance(child, str) or child.strip():
            said.append(child)
    kept = [child for child in said if not (isinstance(child, Node) and "footnote-backref" in _class(child))]
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return tuple(kept)


def _with(child: Child, notes: Mapping[str, tuple[Child, ...]], named: set[str]) -> Child:
    if isinstance(child, str):
        return child
    if child.tag == "table":
        return _table(child, notes)
    target = _target(child)
    if target in notes:
        is_again = target in named
        named.add(target)
        return Node(AGAIN if is_again else NOTE, {"id": target}, () if is_again else notes[target])
    return replace(child, children=tuple(_with(one, notes, named) for one in child.children))


def _table(table: Node, notes: Mapping[str, tuple[Child, ...]]) -> Node:
    marks: dict[str, str] = {}
    children = tuple(_marked(child, notes, marks) for child in table.children)
    below = tuple(Node(TABLE_NOTE, {"mark": mark}, notes[target]) for target, mark in marks.items())
    return replace(table, children=(*children, *((Node(TABLE_NOTES, {}, below),) if below else ())))


def _marked(child: Child, notes: Mapping[str, tuple[Child, ...]], marks: dict[str, str]) -> Child:
    if isinstance(child, str):
        return child
    target = _target(child)
    if target in notes:
        return Node(MARK, {"mark": marks.setdefault(target, STAR * (len(marks) + 1))})
    return replace(child, children=tuple(_marked(one, notes, marks) for one in child.children))


def _target(node: Node) -> str:
    """Give the name of the note that a number leads to; nothing for any other element."""
    links = (one for one in node.children if isinstance(one, Node) and "footnote-ref" in _class(one))
    link = next(links, None) if node.tag == "sup" else None
    return link.attributes.get("href", "").removeprefix("#") if link else ""


def _class(node: Node) -> list[str]:
    return node.attributes.get("class", "").split()
