"""What a Markdown body holds, as far as the gate must know: links, headings and footnotes with their lines.

It reads the text, not the rendered page: a thousand bodies are looked through in the blink of an eye, and
each thing found has its line. It finds every link that the renderer will follow; where Markdown is unclear
it rather finds one too many. Every pattern is bounded, so that no text can make it slow.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from khuyencong.model.code import without_blocks, without_spans

_BRACKET = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)
_DESTINATION = re.compile(
    r"""\(\s*(?:<(?P<angle>[^<>\n]{0,2000})>|(?P<plain>(?:[^\s()<>]++|\([^\s()]{0,500}+\))*+))"""
    r"""(?:\s+(?P<caption>"[^"]{0,500}"|'[^']{0,500}'))?\s*\)"""
)
_DESTINATION_WITH_SPACES = re.compile(
    r"""\(\s*(?P<plain>(?:[^()\n]|\([^()\n]{0,500}\)){0,1000}?)"""
    r"""(?:\s+(?P<caption>"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s*\)"""
)
# The renderer makes something of brackets that do not match, when there are quotation marks among them.
_DESTINATION_UNMATCHED = re.compile(r"""\(\s*(?P<plain>[^\s'"]{1,500}+)[^)]{0,500}+\)""")
_PICTURE_MARK = re.compile(r"(?<!\\)(?:\\\\)*!$")
_REFERENCE = re.compile(r"(?P<gap>\s?)\[(?P<id>[^\[\]]{0,500})\]")
_DEFINITION = re.compile(
    r"""^[ >]{0,8}(?:(?:[-*+:]|\d{1,3}\.)[ ]+)?\[(?!\^)(?P<id>[^\[\]\n]{1,500})\]:[ ]*\n?[ >]*"""
    r"""(?P<target>[^\s]{1,2000})"""
    r"""[ ]*(?:\n?[ ]*(?:"[^\n]{0,500}"|'[^\n]{0,500}'|\([^\n]{0,500}\))[ ]*)?$""",
    re.MULTILINE,
)
_TAG = re.compile(r"<(?P<name>[a-zA-Z][a-zA-Z0-9-]{0,20})(?P<attributes>(?:\s[^<>]{0,4000})?)>")
_ATTRIBUTE = re.compile(r"""\b(?P<name>href|src|id)\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]{0,30}:[^<>\s]{0,2000})>")
_CONTAINER = re.compile(r"^(?:[ ]{0,12}(?:>|[-*+]|\d{1,3}\.)(?:[ ]+|$))+")
_HEADING = re.compile(r"^(#{1,6})(.*)$")
_UNDERLINE = re.compile(r"^(?:=+|-+)[ ]*$")
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\[\]\n]{1,200})\]")
_FOOTNOTE_DEFINITION = re.compile(r"^ {0,3}\[\^(?P<name>[^\[\]\n]{1,200})\]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """Something found in a body.

    Arguments:
        line: its line, counted from 0.
        kind: `link`, `picture`, `reference` (to an address that is not defined), `alt` (the use of a picture
            whose address is defined elsewhere) or `tag` (of raw HTML).
        target: where it leads, as written.
        text: what stands in its brackets; the name of a tag; nothing where there are none.
        caption: what stands in quotation marks after the address.
    """

    line: int
    kind: str
    target: str
    text: str | None = None
    caption: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading.

    Arguments:
        line: its line, counted from 0.
        level: 1 to 6.
        text: its text.
        is_tight: whether nothing separates the text from the `#`, as in a hashtag.
        is_underlined: whether it is a heading because of the line of dashes below it.
    """

    line: int
    level: int
    text: str
    is_tight: bool = False
    is_underlined: bool = False


class Markup:
    """A body without its code and its comments.

    Arguments:
        body: Markdown.
    """

    def __init__(self, body: str) -> None:
        self._whole = without_blocks(body)
        self._readings = without_spans(self._whole)
        self.text = self._readings[0]
        self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line(self, offset: int) -> int:
        """Give the line of an offset, counted from 0."""
        return bisect_right(self._starts, offset) - 1

    def links(self) -> Iterator[Found]:
        """Yield every link and picture, in whatever way it is written, and each once."""
        yield from dict.fromkeys(found for text in self._readings for found in self._links_in(text))

    def _links_in(self, text: str) -> Iterator[Found]:
        if "]" in text:
            uses: dict[str, set[str]] = {}
            ids: set[int] = set()
            for start, end in _brackets(text):
                if start not in ids:
                    yield from self._bracketed(text, start, end, uses)
                    after = _REFERENCE.match(text, end + 1)
                    ids |= {after.start("id") - 1} if after and _normal(after["id"]) in self.definitions else set()
            for name, places in self.definitions.items():
                for kind in sorted(uses.get(name, {"link"})):
                    yield from (Found(line, kind, target) for line, target in places)
        if "<" in text:
            for found in _AUTOLINK.finditer(text):
                before = text[max(0, found.start() - 10) : found.start()].rstrip()
                if not before.endswith(("](", "]:")):
                    yield Found(self.line(found.start()), "link", found["target"])
            yield from self._raw(text)

    def _bracketed(self, text: str, start: int, end: int, uses: dict[str, set[str]]) -> Iterator[Found]:
        inside = text[start + 1 : end]
        kind = "picture" if _PICTURE_MARK.search(text, max(0, start - 20), start) else "link"
        destination = _destination(text, end + 1)
        if destination is not None:
            yield Found(self.line(start), kind, destination[0], inside, destination[1])
            return
        if inside.startswith("^") or text.startswith(":", end + 1):
            return
        after = _REFERENCE.match(text, end + 1)
        named = _normal(after["id"] or inside) if after else _normal(inside)
        name = next((one for one in (named, _normal(inside)) if one in self.definitions), None)
        if name:
            if kind == "picture":
                yield Found(self.line(start), "alt", self.definitions[name][-1][1], inside)
            uses.setdefault(name, set()).add(kind)
        elif after and after["id"] and not after["gap"] and inside and not after["id"].isdecimal():
            yield Found(self.line(start), "reference", after["id"], inside)

    @cached_property
    def definitions(self) -> dict[str, list[tuple[int, str]]]:
        """The addresses of reference links, by name: line and address of each."""
        defined: dict[str, list[tuple[int, str]]] = {}
        for found in _DEFINITION.finditer(self._whole):
            place = self.line(found.start("target")), found["target"].lstrip("<").rstrip(">")
            defined.setdefault(_normal(found["id"]), []).append(place)
        return defined

    def _raw(self, text: str) -> Iterator[Found]:
        for tag in _TAG.finditer(text):
            name = tag["name"].lower()
            targets = {
                found["name"].lower(): _unquoted(found["value"]) for found in _ATTRIBUTE.finditer(tag["attributes"])
            }
            yield Found(self.line(tag.start()), "tag", targets.get("href", targets.get("src", "")), name)

    def ids(self) -> Iterator[str]:
        """Yield the ids that raw HTML gives."""
        for tag in _TAG.finditer(self.text):
            for found in _ATTRIBUTE.finditer(tag["attributes"]):
                if found["name"].lower() == "id":
                    yield _unquoted(found["value"])

    def headings(self) -> Iterator[Heading]:
        """Yield every heading in order."""
        lines = self.text.split("\n")
        for number, written in enumerate(lines):
            line = _CONTAINER.sub("", written) if written[:1] in " >-*+0123456789" else written
            found = _HEADING.match(line)
            if found:
                text = found[2].strip().rstrip("#").strip()
                yield Heading(number, len(found[1]), text, is_tight=found[2][:1] not in ("", " "))
            elif line.strip() and _starts_block(lines, number) and _is_underlined(lines, number):
                yield Heading(number, 1 if lines[number + 1].startswith("=") else 2, line.strip(), is_underlined=True)

    def footnotes(self) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        """Give the uses of footnotes and their definitions, each as line and name."""
        if "[^" not in self.text:
            return [], []
        defined = {found.start("name"): found["name"] for found in _FOOTNOTE_DEFINITION.finditer(self.text)}
        uses = [
            (self.line(found.start()), found["name"])
            for found in _FOOTNOTE.finditer(self.text)
            if found.start("name") not in defined
        ]
        return uses, [(self.line(offset), name) for offset, name in defined.items()]


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of every pair of square brackets within one paragraph."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]":
            if opened:
                yield opened.pop(), found.start()
        elif found[0].startswith("\n"):
            opened.clear()


def _destination(text: str, offset: int) -> tuple[str, str] | None:
    """Give what stands in the round brackets after a link's text, if there are any: address and caption."""
    if not text.startswith("(", offset):
        return None
    for pattern in (_DESTINATION, _DESTINATION_WITH_SPACES, _DESTINATION_UNMATCHED):
        found = pattern.match(text, offset)
        if found:
            groups = found.groupdict()
            return groups.get("angle") or groups.get("plain") or "", (groups.get("caption") or "")[1:-1]
    return None


def _starts_block(lines: list[str], number: int) -> bool:
    return number == 0 or not lines[number - 1].strip()


def _is_underlined(lines: list[str], number: int) -> bool:
    return number + 1 < len(lines) and bool(_UNDERLINE.match(lines[number + 1]))


def _normal(name: str) -> str:
    return " ".join(name.lower().split())


def _unquoted(value: str) -> str:
    return html.unescape(value.strip("\"'"))
