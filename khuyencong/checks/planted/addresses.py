"""Addresses that lead to another host, however intruders write them: in attributes, in running text, in programs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

# Browsers drop tabs and line ends within an address, read `\` as `/`, and need no `//` after the scheme.
_DROPPED = re.compile(r"[\t\n\r\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|^[\x00-\x20]+")
_SEPARATE = re.compile(r"[\s,;'\"()<>|]+")
_AWAY = re.compile(r"(?:url=)?(?:(?:https?|wss?|ftp):[/\\]*|[/\\]{2,})([^/\\?#]+)", re.IGNORECASE)
_IN_TEXT = re.compile(r"(?:https?|wss?|ftp):(?:\\?/){2}([^\s/\\?#\"'<>`,;)\]}&]+)", re.IGNORECASE)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[^\W\d_][\w-]*|\d{{1,3}}(?:\.\d{{1,3}}){{3}}|\[[0-9a-f:.]+\]", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(
    rf"(?<=[\"'`(=<\s])(?:\\?/){{2}}"
    rf"((?:{_LABEL}\.)+[^\W\d_][\w-]+)(?=[/\"'`)>?#:\\\s]|$)",
    re.IGNORECASE,
)
_TOP = (
    "ac|ai|app|asia|bet|bid|biz|buzz|cam|casino|cc|cfd|city|click|club|co|com|cyou|fun|game|games|gg|icu|id|info|ink|"
    "io|lat|life|link|live|lol|ltd|me|mobi|monster|net|network|one|online|org|ph|pics|poker|pro|pw|quest|rest|run|"
    "shop|site|space|store|stream|team|today|tools|top|tv|us|vip|vn|wang|website|win|work|world|ws|xyz|zone"
)
"""Top-level domains that are worth typing by hand: the usual ones, and those that planted pages lie under."""
_NAMED = r"(?=[\d-]*[a-z])[a-z0-9][a-z0-9-]{1,61}"
_TYPED = re.compile(
    rf"(?<![\w.@/-])((?:[a-z0-9][a-z0-9-]{{0,61}}\.){{0,4}}{_NAMED}\.(?:{_TOP}))(?![\w-]|\.\w)", re.IGNORECASE
)
_WWW = re.compile(r"(?<![\w.@/-])(www\.(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})(?![\w-])", re.IGNORECASE)
_MAYBE = re.compile(r"[.:%]|[/\\]{2}")
"""What no host can be named without; most texts have none of it."""
MOST_UNQUOTED = 3
"""How often an address may be packed into another: a link to share a link to a page that leads on."""


def host_in(address: str) -> str:
    """Give the host that an address or a part of an attribute leads to; an empty text when it stays on the site.

    Arguments:
        address: as it stands in the file.
    """
    found = _AWAY.match(_DROPPED.sub("", address))
    return _host(found[1]) if found else ""


@lru_cache(maxsize=50_000)
def hosts_in_value(value: str) -> tuple[str, ...]:
    """Give each host that the value of an attribute names: as a whole, in a list, or carried within an address.

    Arguments:
        value: as it stands in the file.
    """
    if not _MAYBE.search(value):
        return ()
    whole = _DROPPED.sub("", value)
    parts = [whole, *_SEPARATE.split(whole)] if re.search(r"[/\\:]", whole) else ()
    found = [*filter(None, map(host_in, parts)), *(host for host, _ in hosts_in_text(unquoted(value)))]
    return tuple(dict.fromkeys(found))


def hosts_in_text(text: str) -> Iterator[tuple[str, int]]:
    """Yield each host that a text for readers names, also one to be typed by hand, and where.

    Arguments:
        text: running text, without escapes.
    """
    if not _MAYBE.search(text):
        return
    yield from hosts_in_program(text)
    yield from ((_host(found[1]), found.start()) for found in _TYPED.finditer(text))


def hosts_in_program(text: str) -> Iterator[tuple[str, int]]:
    """Yield each host that a program or data names, and where; words with points in them are no hosts there.

    Arguments:
        text: of a script, a style sheet or data.
    """
    for pattern in (_IN_TEXT, _WITHOUT_SCHEME, _WWW):
        yield from ((_host(found[1]), found.start()) for found in pattern.finditer(text))


def is_host(name: str) -> bool:
    """Tell whether a name has the form of a host: programs put theirs together from parts."""
    return _HOST.fullmatch(name) is not None


def unquoted(value: str) -> str:
    """Undo `%2F` and the like, also where it was done more than once."""
    for _ in range(MOST_UNQUOTED):
        plain = unquote(value)
        if plain == value:
            break
        value = plain
    return value


def _host(written: str) -> str:
    name = unquote(html.unescape(written)).rpartition("@")[2].lower().rstrip(".")
    return re.sub(r":\d*$", "", name)
