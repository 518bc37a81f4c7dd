"""The text of a page as intruders hide words in it: every text, attribute and remark, undone of disguises."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from khuyencong.checks.pages import BuiltPage, BuiltSite, Element, parse_page
from khuyencong.checks.planted.inside import DOWNLOADS, words_inside
from khuyencong.model.problem import Problem

WALL = "¶"
"""Stands between texts that a reader does not read as one, so that no word is found across them."""
DRAWN = frozenset({"d", "points", "viewbox", "srcset", "sizes", "width", "height", "transform"})
"""Attributes that hold drawings, measures and names of pictures, and no words; addresses in them are looked at."""
READ = frozenset({
    "atom", "css", "csv", "geojson", "ics", "js", "json", "jsonld", "md", "mjs", "rss", "svg", "ttl", "txt", "vtt",
    "webmanifest", "xml", "xsl",
})  # fmt: skip
"""Endings of files besides pages that hold text for readers, machines and browsers."""
WITHOUT_ENDING = frozenset({"_headers", "_redirects", "CNAME"})
"""Files that hosts read."""
_JSON = frozenset({"json", "jsonld", "geojson", "webmanifest"})
_ESCAPED = {
    "css": re.compile(r"\\([0-9a-fA-F]{1,6})\s?"),
    "js": re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})"),
}
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
        if event == "comment":  # a reader reads on across it
            walls.append(node.text or "")
            yield node.tail or ""
            continue
        wall = "" if node.tag in _INLINE else WALL
        if event == "start":
            yield f"{wall}{node.text or ''}"
            walls += [unquote(value) for name, value in node.items() if name.lower() not in DRAWN]
        else:
            yield f"{wall}{node.tail or ''}"
    yield f"{WALL}{WALL.join(walls)}"


def ending(path: str) -> str:
    """Give the ending of a file's name, in small letters and without the dot."""
    return PurePosixPath(path).suffix.lstrip(".").lower()


def is_read(path: str) -> bool:
    """Tell whether a file besides pages holds text as it stands."""
    return ending(path) in READ or PurePosixPath(path).name in WITHOUT_ENDING


def other_texts(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """Yield each file besides pages: its path, and its name and text, undone of disguises."""
    for path in sorted(site.files):
        if not path.endswith(".html"):
            yield path, f"{_text(site, path)}\n{undisguised(path).replace('/', WALL)}"


def _text(site: BuiltSite, path: str) -> str:
    if ending(path) == "svg":  # without the numbers that it is drawn with
        return words_of(parse_page(path, (site.root / path).read_bytes()))
    if is_read(path):
        return undisguised(source_of(site, path))
    return undisguised(words_inside(site.root / path)) if ending(path) in DOWNLOADS else ""


def source_of(site: BuiltSite, path: str) -> str:
    r"""Give the text of a file as a browser understands it: in data, scripts and styles, letters may be escaped.

    Arguments:
        site: the finished site.
        path: the file.
    """
    text = (site.root / path).read_bytes().decode("utf-8", "replace")
    kind = ending(path)
    if "\\" not in text:
        return text
    if kind in _JSON:
        try:
            return json.dumps(json.loads(text), ensure_ascii=False)
        except ValueError:
            return text
    escaped = _ESCAPED.get(kind.removeprefix("m"))
    return escaped.sub(_unescaped, text) if escaped else text


def _unescaped(found: re.Match[str]) -> str:
    code = int(next(filter(None, found.groups())), 16)
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]


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
        if isinstance(element.tag, str) and word in undisguised("".join(element.itertext())):
            holder = element  # the innermost one comes last
    return page.problem(rule, message, holder)
