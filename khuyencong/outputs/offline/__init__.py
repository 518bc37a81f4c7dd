"""What makes the site readable without network, and installable: the service worker and the web manifest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from khuyencong.model.offline import OFFLINE_URL
from khuyencong.model.site import Site

WORKER_URL = "/sw.js"
MANIFEST_URL = "/manifest.webmanifest"
_HERE = Path(__file__).parent
_NOT_KEPT_UNASKED = ("js/search.js",)
"""Scripts that do nothing without network."""
_SHELL = re.compile(r"site\.css|js/.*\.js|fonts/.*\.woff2|icon\.svg")
_ICONS = (("icons/icon-192.png", "192x192", "any"), ("icons/icon-512.png", "512x512", "any"))
_MASKABLE = (("icons/maskable-192.png", "192x192", "maskable"), ("icons/maskable-512.png", "512x512", "maskable"))


def worker(assets: Mapping[str, str], lists: Iterable[str], *, is_on: bool) -> bytes:
    """Make the service worker; its bytes change with every file that all pages need, so browsers notice a new build.

    Arguments:
        assets: addresses of the theme's files by name.
        lists: addresses of pages and lists that are kept unasked.
        is_on: whether anything is kept. If not, the worker takes away what earlier ones have kept, and itself: a file
            that is merely missing would leave them at work for ever.
    """
    if not is_on:
        return (_HERE / "switched_off.js").read_bytes()
    shell = [url for name, url in assets.items() if _SHELL.fullmatch(name) and name not in _NOT_KEPT_UNASKED]
    site = {"shell": _relative(shell), "list": _relative(lists), "offline": _relative([OFFLINE_URL])[0]}
    text = (_HERE / "worker.js").read_text(encoding="utf-8")
    return f"const SITE = {json.dumps(site)};\n{text}".encode()


def manifest(site: Site, assets: Mapping[str, str], tokens: str) -> bytes:
    """Make the web manifest, which lets a browser install the site as an application.

    Arguments:
        site: the settings of `content/site.yaml`.
        assets: addresses of the theme's files by name.
        tokens: the style sheet with the theme's colours.

    Raises:
        ValueError: when the style sheet does not state a colour that is needed.
    """
    icons = [
        {"src": _relative([assets[name]])[0], "sizes": sizes, "type": "image/png", "purpose": purpose}
        for name, sizes, purpose in (*_ICONS, *_MASKABLE)
        if name in assets
    ]
    stated = {
        "name": site.name,
        "short_name": site.short_name,
        "description": site.description,
        "lang": "vi",
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": _colour("--color-band", tokens),
        "background_color": _colour("--color-page", tokens),
        "icons": icons,
    }
    return (json.dumps(stated, ensure_ascii=False, indent=1) + "\n").encode()


def _relative(urls: Iterable[str]) -> list[str]:
    """Make addresses relative to the site's root, where both files lie."""
    return [url.removeprefix("/") or "./" for url in urls]


def _colour(name: str, tokens: str) -> str:
    found = re.search(rf"{re.escape(name)}:\s*(#[0-9a-f]{{6}})\b", tokens)
    if not found:
        raise ValueError(f"the style sheet does not state {name}")
    return found[1]
