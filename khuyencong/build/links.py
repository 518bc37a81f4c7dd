"""Addresses within the site: one rule that makes them relative, so that the site works anywhere.

Pages are rendered with addresses from the site's root (`/co-so/`). Before a page is written they become
relative to it (`../../co-so/`), so that the same files work at any base address, under a sub-path of a larger
portal, and opened from a folder.
"""

from __future__ import annotations

import re
from functools import lru_cache

# In written HTML a `<` in text is always escaped, so a raw tag is a tag; attribute values hold no raw `>`.
_TAG = re.compile(r"<(?:a|area|img|link|script|source|use|image|form)\s[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r'(\s(?:href|src|srcset|action)=")([^"]*)(")')


def relative_links(html: str, page_url: str, *, name_index: bool) -> str:
    """Make every address from the site's root relative to its page.

    Arguments:
        html: the page.
        page_url: the page's own address from the site's root, for instance `/co-so/cha-ca-muoi/`.
        name_index: whether addresses of folders end in `index.html`, as a site opened from a folder needs.
    """

    def attribute(found: re.Match[str]) -> str:
        if found[1].lstrip().startswith("srcset"):
            candidates = (candidate.strip() for candidate in found[2].split(","))
            value = ", ".join(_relative(candidate, page_url, name_index) for candidate in candidates)
        else:
            value = _relative(found[2], page_url, name_index)
        return f"{found[1]}{value}{found[3]}"

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), html)


@lru_cache(maxsize=100_000)
def _relative(address: str, page_url: str, name_index: bool) -> str:
    if not address.startswith("/") or address.startswith("//"):
        return address
    up = "../" * (page_url.count("/") - 1)
    path = re.match(r"[^#?\s]*", address)[0]  # type: ignore[index]  # matches every text
    rest = address[len(path) :]
    if path.endswith("/"):
        path += "index.html" if name_index else ""
    return f"{up}{path[1:]}{rest}" or "./"


def output_path(url: str) -> str:
    """Give the file of a page: `/co-so/` becomes `co-so/index.html`, `/404.html` stays `404.html`."""
    path = url.lstrip("/")
    return f"{path}index.html" if url.endswith("/") else path
