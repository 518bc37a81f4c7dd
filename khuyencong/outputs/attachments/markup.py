"""Blanks attributes and elements of XML by their names, without reading the XML as a tree: nothing can expand.

Each pattern passes over a text once, whatever stands in it: within a tag it looks for one thing at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_TAG = re.compile(rb"""<[A-Za-z_](?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>""")

_USER_FOLDER = re.compile(
    rb"((?:[A-Za-z]:[\\/]+|file:/{1,3}(?:[A-Za-z]:[\\/]+)?)(?:Users|Documents and Settings|home)[\\/]+)[^\\/\"'<>&;]+",
    re.IGNORECASE,
)


def without_attributes(xml: bytes, names: Iterable[str], value: str = "") -> bytes:
    """Blank attributes, whatever the prefix of their names.

    Arguments:
        xml: the text.
        names: local names of the attributes.
        value: what they are set to.
    """
    pattern = _attribute(tuple(names))
    blank = rb'\1"' + value.encode() + rb'"'
    return _TAG.sub(lambda tag: pattern.sub(blank, tag[0]), xml) if pattern.search(xml) else xml


@cache
def _attribute(names: tuple[str, ...]) -> re.Pattern[bytes]:
    return re.compile(rb"(\s(?:[\w-]+:)?(?:" + "|".join(names).encode() + rb')\s*=\s*)(?:"[^"]*"|\'[^\']*\')')


def without_user_folders(xml: bytes) -> bytes:
    """Blank the user's name in paths of Windows, macOS and Linux, wherever a document notes one."""
    return _USER_FOLDER.sub(rb"\1-", xml)


def without_attributes_of(xml: bytes, element: str, names: Iterable[str]) -> bytes:
    """Blank attributes of one kind of element.

    Arguments:
        xml: the text.
        element: the element's local name.
        names: local names of the attributes.
    """
    tag = rb"<(?:[\w-]+:)?" + element.encode() + rb"\s[^<>]*>"
    return re.sub(tag, lambda found: without_attributes(found[0], names), xml)


def without_text(xml: bytes, names: Iterable[str]) -> bytes:
    """Blank the text of elements that hold nothing but text.

    Arguments:
        xml: the text.
        names: names of the elements; one without a prefix stands for any.
    """
    for name in names:
        called = name.encode() if ":" in name else rb"(?:[\w-]+:)?" + name.encode()
        xml = re.sub(rb"(<" + called + rb"(?:\s[^<>]*)?>)[^<]*(?=</)", rb"\1", xml)
    return xml


def without_elements(xml: bytes, name: str, holding: str) -> bytes:
    """Take out elements whose start tag holds a word.

    Arguments:
        xml: the text.
        name: the element's local name; it must be empty.
        holding: a word in its tag.
    """
    called = rb"(?:[\w-]+:)?" + name.encode()
    pattern = rb"<" + called + rb"\s[^<>]*(?:(?<=/)>|>\s*</" + called + rb">)"
    return re.sub(pattern, lambda element: b"" if holding.encode() in element[0] else element[0], xml)


def text_of(xml: bytes, name: str) -> bytes:
    """Give the text of the first element of a name, escaped as it is; empty when there is none.

    Arguments:
        xml: the text.
        name: the element's name, with its usual prefix.
    """
    found = re.search(rb"<" + name.encode() + rb"(?:\s[^<>]*)?>([^<]*)</", xml)
    return found[1].strip() if found else b""


def number_in(text: bytes) -> int:
    """Give a small number that stands at the beginning of a text; 0 when none does."""
    found = re.match(rb"\s*(\d{1,5})(?!\d)", text)
    return int(found[1]) if found else 0
