"""The text of a page as intruders hide words in it: every text, attribute and remark, undone of disguises."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from lxml import etree

from khuyencong.checks.pages import BuiltPage, BuiltSite, Element, parse_page
from khuyencong.model.problem import Problem

WALL = "¶"
"""Stands between texts that a reader does not read as one, so that no word is found across them."""
DRAWN = frozenset({"d", "points", "viewbox", "srcset", "sizes", "width", "height", "transform"})
"""Attributes that hold drawings, measures and names of pictures, and no words; addresses in them are looked at."""
PLAIN = (".txt", ".json", ".xml", ".svg", ".csv", ".webmanifest", ".jsonld", ".geojson", ".md")
"""Endings of files besides pages that hold text for readers and machines."""
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "wbr", "tspan", "textpath",
})  # fmt: skip
_ALIKE = str.maketrans({
    **dict(zip("авеіјкмнорстухѕԁɡɩ", "abeijkmhopctyxsdgi", strict=True)),
    **dict(zip("αβεικνορτυχ", "abeiknoptux", strict=True)),
    "đ": "d", "ð": "d", "ɗ": "d", "ı": "i",
})  # fmt: skip
"""Letters of other scripts that look like Latin ones."""


def undisguised(text: str) -> str:
    """Give a text in lower case, composed, in plain letters: no invisible ones, none of other alphabets or styles.

    Arguments:
        text: as it stands in a file.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).lower()
    # đ stays: it is a letter of its own in words written with accents.
    return "".join(_shown(letter) for letter in plain)


@lru_cache(maxsize=10_000)
def _shown(letter: str) -> str:
    if unicodedata.category(letter) in ("Cf", "Mn", "Me", "Co"):
        return ""
    return letter if letter == "đ" else letter.translate(_ALIKE)


@lru_cache(maxsize=1)
def words_of(page: BuiltPage) -> str:
    """Give every text of a page, shown or not, with walls where a reader would stop, undone of disguises."""
    return undisguised("".join(_texts(page.tree)))


def _texts(tree: Element) -> Iterator[str]:
    walls = []
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment")):
        is_comment = event == "comment"
        if is_comment:
            yield f"{WALL}{node.text or ''}{WALL}{node.tail or ''}"
            continue
        wall = "" if node.tag in _INLINE else WALL
        if event == "start":
            yield f"{wall}{node.text or ''}"
            walls += [unquote(value) for name, value in node.items() if name.lower() not in DRAWN]
        else:
            yield f"{wall}{node.tail or ''}"
    yield f"{WALL}{WALL.join(walls)}"


def plain_files(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """Yield each file besides pages that holds text: its path and its text, undone of disguises."""
    for path in sorted(site.files):
        if path.endswith(PLAIN):
            source = (site.root / path).read_bytes()
            is_drawing = path.endswith(".svg")
            yield path, words_of_drawing(path, source) if is_drawing else undisguised(decoded(path, source))


def words_of_drawing(path: str, source: bytes) -> str:
    """Give the texts of a drawing without the numbers that it is drawn with."""
    return words_of(parse_page(path, source))


def decoded(path: str, source: bytes) -> str:
    r"""Give the text of a file; in JSON, letters may be written as `\u00e0`."""
    text = source.decode("utf-8", "replace")
    if path.endswith((".json", ".jsonld", ".geojson", ".webmanifest")) and "\\" in text:
        try:
            return json.dumps(json.loads(text), ensure_ascii=False)
        except ValueError:
            return text
    return text


def line_of(text: str, position: int) -> int:
    """Give the line of a place in a text, counted from 1."""
    return text.count("\n", 0, position) + 1


def found_on(page: BuiltPage, rule: str, message: str, word: str) -> Problem:
    """Say that something was found on a page, at the first element that holds it.

    Arguments:
        page: the page.
        rule: the rule's name.
        message: what is wrong and what to do.
        word: what was found, undone of disguises.
    """
    holder = None
    for element in page.tree.iter(etree.Element, etree.Comment):
        own = [element.text or "", *(unquote(value) for value in element.attrib.values()), element.tail or ""]
        if any(word in undisguised(text) for text in own):
            return page.problem(rule, message, element)
        if word in undisguised("".join(element.itertext())):
            holder = element  # the innermost one comes last
    return page.problem(rule, message, holder)
