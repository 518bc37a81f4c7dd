"""The maps of nginx's configuration: which file an address means, and what is told about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from khuyencong.publishing.headers import ALWAYS_ASK, ASKED, FOREVER, HASHED, HSTS, OPEN_ENDINGS, SHORT
from khuyencong.publishing.kinds import OTHER, PACKED, TEXTS
from khuyencong.publishing.nginx.place import Place
from khuyencong.publishing.nginx.writing import table

NOWHERE = "/-"
"""A file that no site has."""
_HIDDEN = r"/_[^/]*$", r"/\.(?!well-known/)"
"""Files for other hosts. Packed copies may be asked for by name, so that whoever holds a site against its manifest sees
all that browsers get."""
_USUAL = ("gzip, deflate, br, zstd", "gzip, deflate, br", "br")
"""What browsers say that they can unpack; found at once, where the patterns after them take their time."""
_ACCEPTED = r"~*(?:^|,)\s*{}\s*(?:$|,|;\s*q=(?:1|0?\.0*[1-9]))"


def maps(place: Place) -> Iterator[str]:
    """Write every map.

    Arguments:
        place: where the site lies.
    """
    yield from _files(place)
    yield from _packing()
    yield from _said()


def _files(place: Place) -> Iterator[str]:
    """Say which file an address means."""
    path = place.path
    if place.prefix:
        yield from table("$uri", path, [(f"~^{re.escape(place.prefix)}(/.*)$", "$1")], NOWHERE)
    hidden = [(f"~{pattern}", NOWHERE) for pattern in _HIDDEN]
    yield from table(path, "$kc_file", [*hidden, ("~^(/(?:.*/)?)$", "$1index.html"), ("~^(/.*)$", "$1")], NOWHERE)
    yield from table("$kc_file", "$kc_ending", [(r"~\.(?<kc_end>[a-z0-9]+)$", "$kc_end")], "")
    yield from table(path, "$kc_hashed", [(f"~^(/(?:{HASHED}))$", "$1")], NOWHERE)


def _packing() -> Iterator[str]:
    """Say which copy of a file a browser gets."""
    usual = [(one, ".br") for one in _USUAL]
    patterns = [(_ACCEPTED.format("br"), ".br"), (_ACCEPTED.format("gzip"), ".gz")]
    yield from table("$http_accept_encoding", "$kc_packed", [*usual, *patterns], "")
    yield from table("$kc_packed", "$kc_encoding", [(".br", "br"), (".gz", "gzip")], "")
    yield from table("$kc_ending", "$kc_vary", [(one, "Accept-Encoding") for one in TEXTS], "")
    yield from table("$kc_vary", "$kc_suffix", [("", "")], "$kc_packed")
    yield from table("$kc_vary", "$kc_suffix_encoding", [("", "")], "$kc_encoding")


def _said() -> Iterator[str]:
    """Say what is told about a file. When that is asked, `$uri` is already the file that was found."""
    yield from table("$kc_ending", "$kc_type", [*TEXTS.items(), *PACKED.items()], OTHER)
    rules = [(f"~^/(?:{HASHED})$", FOREVER), (f"~^/(?:{ASKED})$", ALWAYS_ASK)]
    yield from table("$kc_file", "$kc_caching", rules, SHORT)
    yield from table("$kc_ending", "$kc_shared", [(one, "*") for one in sorted(OPEN_ENDINGS)], "")
    yield from table("$https$http_x_forwarded_proto", "$kc_hsts", [("", ""), ("on", HSTS[1]), ("https", HSTS[1])], "")
