"""The locations of nginx's configuration: one for any file, and quicker ones for pages and for what never changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from khuyencong.publishing.headers import (
    ALWAYS_ASK,
    FOREVER,
    HASHED,
    HSTS,
    OF_EVERY_FILE,
    SEARCH_PAGE,
    SECURITY,
    SHORT,
    policy,
)
from khuyencong.publishing.kinds import OTHER, PACKED, TEXTS
from khuyencong.publishing.nginx.place import Place
from khuyencong.publishing.nginx.writing import block, quoted, value
from khuyencong.publishing.redirects import GONE, Redirect

INDEX = "index.html"
_PLAIN_FOLDERS = "/(?:[A-Za-z0-9._-]+/)*"
"""Folders as this site names them. Nothing else may come back in a header: an address may hold line breaks."""
_STEADY = ("avif", "jpg", "png", "webp", "woff2")
_OF_ANY_FILE: Mapping[str, str] = MappingProxyType(
    {
        "Content-Type": "$kc_type",
        "Vary": "$kc_vary",
        "Cache-Control": "$kc_caching",
        "Access-Control-Allow-Origin": "$kc_shared",
    }
)
_OR_ELSE = (  # nginx opens the file at once, and looks further if there is none
    "log_not_found off;",
    "recursive_error_pages on;",
    "error_page 404 = @kc_plain;",
)
_KEPT_OPEN = ("open_file_cache max=200;", "open_file_cache_valid 1s;")
"""Files stay open between requests. They are few, as a worker may hold a thousand, and none is looked at later than a
second after the site has changed. A site that is published is never changed in place, so an open file stays whole."""


def locations(place: Place, redirects: Iterable[Redirect]) -> Iterator[str]:
    """Write every location.

    Arguments:
        place: where the site lies.
        redirects: the moved addresses. Each has a location of its own, which nginx finds without trying the others, and
            which may be long, as the keys of a map may not.
    """
    prefix = place.prefix
    errors = ["recursive_error_pages on;", "error_page 404 @kc_error;"]
    shared = [*_kept(place), 'default_type "";', "max_ranges 1;", *errors]
    if prefix:
        yield f"location = {prefix} {{ absolute_redirect off; return 301 {prefix}/; }}"
    else:
        yield from _securing()  # for answers that no location gives; below a sub-path these are the portal's
    yield from (_moved(one, prefix) for one in redirects)
    quick = [*_pages(place), *_steady_files(place), *_named_pages(place)]
    yield from block(f"location {prefix}/", [*shared, *_any_file(place), *quick])
    yield from block("location @kc_plain", [*shared, *_plain_file(place)])
    yield from block("location @kc_missing", [*shared, *_missing(place)])
    yield from block("location @kc_error", [*_kept(place), *_error(place)])


def _moved(redirect: Redirect, prefix: str) -> str:
    target = f"{prefix}{redirect.new}" if redirect.new.startswith("/") else redirect.new
    answer = f"{redirect.status}" if redirect.status == GONE else f"{redirect.status} {quoted(target)}"
    return f"location = {quoted(prefix + redirect.old)} {{ absolute_redirect off; return {answer}; }}"


def _kept(place: Place) -> list[str]:
    named = [f"root {quoted(place.root)};", "absolute_redirect off;", "server_tokens off;", "gzip off;", "types {}"]
    return [*named, *_KEPT_OPEN]


def _any_file(place: Place) -> Iterator[str]:
    """Give a file of any kind: what is told of it is looked up by its name."""
    yield from _told({**_OF_ANY_FILE, "Content-Encoding": "$kc_suffix_encoding"})
    yield f"try_files {place.site}$kc_file$kc_suffix @kc_plain;"


def _pages(place: Place) -> Iterator[str]:
    """Give a page; most requests are for one."""
    said = {"Content-Encoding": "$kc_encoding", "Vary": "Accept-Encoding", "Cache-Control": SHORT}
    found = f"try_files {place.site}${{{place.path[1:]}}}{INDEX}$kc_packed @kc_plain;"
    search = f"= {place.prefix}/{SEARCH_PAGE.removesuffix(INDEX)}"
    for where, rule in ((search, policy(SEARCH_PAGE)), ("~ /$", policy(INDEX))):
        yield from block(f"location {where}", [f'default_type "{TEXTS["html"]}";', *_told(said, rule), found])


def _named_pages(place: Place) -> Iterator[str]:
    """Lead from a page's file to its clean address."""
    folder = f"({re.escape(place.prefix)}{_PLAIN_FOLDERS})"
    yield from block(rf'location ~ "^{folder}index\.html$"', [*_securing(), "return 301 $1$is_args$args;"])


def _steady_files(place: Place) -> Iterator[str]:
    """Give a file that never changes and is packed in itself: a picture, a font, a piece of the search index."""
    types = block("types", (f"{PACKED[one]} {one};" for one in _STEADY))
    found = f"alias {quoted(f'{place.root}{place.site}$1')};"
    texts = "|".join(rf"\.{one}" for one in TEXTS)
    headers = {"Cache-Control": FOREVER, HSTS[0]: "$kc_hsts", **OF_EVERY_FILE}
    said = (f"add_header {name} {value(text)} always;" for name, text in headers.items())
    lines = [*types, f"default_type {OTHER};", *said, *_OR_ELSE, found]
    yield from block(f'location ~ "^{re.escape(place.prefix)}(/(?:{HASHED}))(?<!{texts})$"', lines)


def _plain_file(place: Place) -> Iterator[str]:
    """Give a file unpacked, or the one that was there before: a page that a reader has open may still ask for it."""
    yield from _told(_OF_ANY_FILE)
    yield f"try_files {place.site}$kc_file {place.before_of('$kc_hashed')}@kc_missing;"


def _missing(place: Place) -> Iterator[str]:
    """Lead from a folder's name to its page. An address that is no folder of the site never comes back in a header."""
    yield from _securing()
    is_folder = f"-f $document_root{place.site}$kc_file/{INDEX}"
    yield from block(f"if ({is_folder})", ["return 301 $uri/$is_args$args;"])
    yield "return 404;"


def _error(place: Place) -> Iterator[str]:
    """Give the page for addresses that do not exist."""
    yield f'default_type "{TEXTS["html"]}";'
    said = {"Content-Encoding": "$kc_encoding", "Vary": "Accept-Encoding", "Cache-Control": ALWAYS_ASK}
    yield from (f"add_header {name} {value(text)} always;" for name, text in said.items())
    yield from _securing()
    yield f"try_files {place.site}/404.html$kc_packed =404;"


def _told(headers: Mapping[str, str], content_policy: str = "") -> Iterator[str]:
    """Say what is told of a file that is there; nginx's own answers to errors are no such file."""
    yield from (f"add_header {name} {value(text)};" for name, text in headers.items())
    yield from _securing(content_policy)


def _securing(content_policy: str = "") -> Iterator[str]:
    """Say what is told with every answer."""
    values = {**SECURITY, HSTS[0]: "$kc_hsts", "Content-Security-Policy": content_policy or policy(INDEX)}
    yield from (f"add_header {name} {value(text)} always;" for name, text in values.items())
