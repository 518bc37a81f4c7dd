"""Lets Markdown skip what cannot find anything; the result is the same to the byte.

The library tries every pattern on every piece of text, and most of its time goes into patterns that find nothing.
Each pattern needs some mark (a link needs a `[`), and looking for a mark is many times faster than trying the
pattern. A pattern that is not known here is tried on everything, as the library does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar
from xml.etree.ElementTree import Element

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

Item = TypeVar("Item")

BLOCK_MARKS = {
    "indent": ("    ",),
    "defindent": ("    ",),
    "code": ("    ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("\n=", "\n-"),
    "hr": ("-", "_", "*"),
    "ulist": ("*", "+", "-"),
    "deflist": (": ",),
    "quote": (">",),
    "footnote": ("[^",),
    "abbr": ("*[",),
    "reference": ("]:",),
}
"""By the library's name of each kind of block: a block of this kind holds one of these."""
INLINE_MARKS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""By the library's name of each inline pattern: a text that it matches holds one of these."""


class ShortcutExtension(Extension):
    """Puts the shortcuts in the place of what they do faster."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Replace the parser of blocks and the processor of inline patterns; must be the first extension."""
        md.treeprocessors.register(_InlineShortcut(md), "inline", 20)
        parser = _BlockShortcut(md)
        parser.blockprocessors = md.parser.blockprocessors
        for processor in parser.blockprocessors:
            processor.parser = parser
        md.parser = parser


class _BlockShortcut(BlockParser):
    """Asks only those kinds of block whose mark a block holds."""

    @cached_property
    def _kinds(self) -> list[tuple[BlockProcessor, Sequence[str]]]:
        return _with_marks(self.blockprocessors, BLOCK_MARKS)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - the library's name
        """Parse blocks of Markdown into the tree."""
        while blocks:
            for kind, marks in self._kinds:
                if _holds(blocks[0], marks) and kind.test(parent, blocks[0]) and kind.run(parent, blocks) is not False:
                    break


class _InlineShortcut(InlineProcessor):
    """Tries only those patterns whose mark a text holds."""

    @cached_property
    def _patterns(self) -> list[tuple[int, Pattern, Sequence[str]]]:
        found = _with_marks(self.md.inlinePatterns, INLINE_MARKS)
        return [(index, pattern, marks) for index, (pattern, marks) in enumerate(found)]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Take the place of the library's private method, which does this for every pattern."""
        if isinstance(data, AtomicString):
            return data
        apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for index, pattern, marks in self._patterns[patternIndex:]:
            start, is_found = 0, _holds(data, marks)
            while is_found:
                data, is_found, start = apply(pattern, data, index, start)
        return data


class ContentsExtension(TocExtension):
    """Gives headings their ids; the list of contents is made only where a text asks for it."""

    class TreeProcessorClass(TocTreeprocessor):
        """Puts off the list of contents that a text has with `[TOC]`, which hardly any has."""

        def build_toc_div(self, toc_list: list[Any]) -> Element:
            """Keep the headings and give an empty list."""
            self._headings = toc_list
            return Element("div")

        def replace_marker(self, root: Element, elem: Element) -> None:
            """Put the list of contents in the place of its marker."""
            if any(self.marker in (element.text or "") for element in root.iter()):
                super().replace_marker(root, super().build_toc_div(self._headings))


def _with_marks(registry: Registry[Item], marks: Mapping[str, Sequence[str]]) -> list[tuple[Item, Sequence[str]]]:
    """Give what is registered in its order, each with its marks; the empty mark is in every text."""
    known = [name for name in marks if name in registry]
    by_index = {registry.get_index_for_name(name): marks[name] for name in known}
    return [(item, by_index.get(index, ("",))) for index, item in enumerate(registry)]


def _holds(text: str, marks: Sequence[str]) -> bool:
    for mark in marks:  # noqa: SIM110 - `any` takes three times as long, and this is asked a million times
        if mark in text:
            return True
    return False
