"""The one table of what a server says besides a file's bytes.

The files for web servers and hosts are all written from it (`nginx.py`, `host_files.py`, `bucket.py`), so that a site
is as safe and as quick wherever it lies. Sources: OWASP Secure Headers Project; RFC 9110, 9111 and 8246 (`immutable`);
Content Security Policy Level 3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from khuyencong.publishing.kinds import content_type, ending

_POLICY = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("worker-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'self'"),
)
SEARCH_PAGE = "tim-kiem/index.html"
"""The one page that may compile WebAssembly, which is what the search engine is."""
_SEARCH_SCRIPTS = "'self' 'wasm-unsafe-eval'"
_UNUSED_FEATURES = (
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "microphone",
    "payment",
    "serial",
    "usb",
)
HSTS = ("Strict-Transport-Security", "max-age=31536000")
"""A year of HTTPS only, for this host alone: other sites of the same domain are for others to decide."""
OF_EVERY_FILE: Mapping[str, str] = MappingProxyType({"X-Content-Type-Options": "nosniff"})
"""What is said with every file besides."""
SECURITY: Mapping[str, str] = MappingProxyType(
    {
        HSTS[0]: HSTS[1],
        **OF_EVERY_FILE,
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{one}=()" for one in _UNUSED_FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
"""What is said with every file that a browser may open as a page. The content security policy depends on the page."""
_PARTS = frozenset({"avif", "jpg", "png", "webp", "woff2", "pf_meta", "pf_index", "pf_fragment", "pf_filter"})
"""Files that are only ever part of a page: a policy for pages would be sent with each of them for nothing."""

FOREVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=300"
"""Five minutes; then a browser asks whether the file is still the same, and its ETag spares sending it again."""
ALWAYS_ASK = "no-cache"

_HASHED = (
    r"giao-dien/.+\.[0-9a-f]{8}\.[a-z0-9]+",
    r"pagefind/.+_[0-9a-f]{6,}\.pf_(?:meta|index|fragment|filter)",
    r"(?:.+/)?chia-se-[0-9a-f]{10}\.(?:png|jpg)",
    r"(?:.+/)?[^/]+-[0-9a-f]{8}(?:-[0-9]+)?\.(?:avif|webp|jpg|png|svg)",
)
"""Names that hold a hash of the content, so that other content has another name: see `outputs/assets.py`,
`outputs/images.py`, `outputs/share_pictures/` and Pagefind."""
HASHED = "|".join(_HASHED)
_IS_HASHED = re.compile(HASHED)
_ASKED = ("pagefind/.*", r"sw\.js", r"manifest\.(?:txt|json)(?:\.sig)?", r"chuyen-huong\.json")
ASKED = "|".join(_ASKED)
"""What must fit the rest of the site at every moment: the search engine's entry, the service worker, the manifests."""
_IS_ASKED = re.compile(ASKED)

OPEN_ENDINGS = frozenset({"atom", "csv", "geojson", "json", "jsonld", "rss", "ttl", "xlsx", "xml"})
"""Open data and feeds: pages of other sites may read them."""


def policy(path: str) -> str:
    """Give the content security policy of a file; it counts for pages.

    Arguments:
        path: the file, relative to the site.
    """
    scripts = {"script-src": _SEARCH_SCRIPTS} if path == SEARCH_PAGE else {}
    return "; ".join(f"{name} {scripts.get(name, value)}" for name, value in _POLICY)


def is_hashed(path: str) -> bool:
    """Tell whether a file's name holds a hash of its content, so that it never changes."""
    return _IS_HASHED.fullmatch(path) is not None


def caching(path: str) -> str:
    """Say how long browsers may keep a file without asking.

    Arguments:
        path: the file, relative to the site.
    """
    if is_hashed(path):
        return FOREVER
    return ALWAYS_ASK if _IS_ASKED.fullmatch(path) else SHORT


def headers_for(path: str) -> dict[str, str]:
    """Give everything that a server says with a file.

    Arguments:
        path: the file, relative to the site, for instance `co-so/index.html`.
    """
    said = {"Content-Type": content_type(path), "Cache-Control": caching(path)}
    if ending(path) in _PARTS and is_hashed(path):
        return {**said, HSTS[0]: HSTS[1], **OF_EVERY_FILE}
    shared = {"Access-Control-Allow-Origin": "*"} if ending(path) in OPEN_ENDINGS else {}
    return {**said, "Content-Security-Policy": policy(path), **SECURITY, **shared}
