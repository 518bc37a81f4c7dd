"""Addresses within the site: one rule that makes them relative, so that the site works anywhere.

Pages are rendered with addresses from the site's root (`/co-so/`). Before a page is written they become
relative to it (`../../co-so/`), so that the same files work at any base address, under a sub-path of a larger
portal, and opened from a folder. Only the page for addresses that do not exist cannot know where it will be shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

# In written HTML a `<` in text is always escaped, so a raw tag is a tag; attribute values hold no raw `>`.
# The look at the first letter only saves time: comparing names without regard to case is slow.
_TAG = re.compile(
    r"<(?=[afilmsuAFILMSU])(?i:(?:a|area|form|image|img|link|script|source|use)\s|meta http-equiv=\"refresh\" )[^>]*>"
)
_ATTRIBUTE = re.compile(r'(\s(?:href|src|srcset|action)="|\scontent="0; url=)([^"]*)(")')


def relative_links(html: str, page_url: str, *, name_index: bool) -> str:
    """Make every address from the site's root relative to its page.

    Arguments:
        html: the page.
        page_url: the page's own address from the site's root, for instance `/co-so/cha-ca-muoi/`.
        name_index: whether addresses of folders end in `index.html`, as a site opened from a folder needs.
    """
    up = "../" * (page_url.count("/") - 1)
    return _TAG.sub(lambda tag: _relative_tag(tag[0], up, name_index), html)


def rooted_links(html: str, base_path: str) -> str:
    """Put the path at which the site lies before every address from the site's root.

    The page for addresses that do not exist needs this: a server shows it at any depth.

    Arguments:
        html: the page.
        base_path: the path of the site's own address, empty or for instance `/khuyen-cong`.
    """

    def rooted(address: str) -> str:
        return f"{base_path}{address}" if _is_rooted(address) else address

    return _TAG.sub(lambda tag: _with_addresses(tag[0], rooted), html)


@lru_cache(maxsize=100_000)
def _relative_tag(tag: str, up: str, name_index: bool) -> str:
    """Make the addresses in one tag relative; the same tags stand on many pages of the same depth."""
    return _with_addresses(tag, lambda address: _relative(address, up, name_index))


def absolute_links(html: str, page_url: str, site_url: str) -> str:
    """Make every address within the site absolute, for texts that are read elsewhere.

    Arguments:
        html: a part of a page.
        page_url: the page's own address from the site's root.
        site_url: the site's own address, for instance `https://khuyencong.example`.
    """

    def absolute(address: str) -> str:
        if address.startswith("#"):
            return f"{site_url}{page_url}{address}"
        return f"{site_url}{address}" if _is_rooted(address) else address

    return _TAG.sub(lambda tag: _with_addresses(tag[0], absolute), html)


def _with_addresses(tag: str, change: Callable[[str], str]) -> str:
    def attribute(found: re.Match[str]) -> str:
        if found[1].lstrip().startswith("srcset"):
            value = ", ".join(change(candidate.strip()) for candidate in found[2].split(","))
        else:
            value = change(found[2])
        return f"{found[1]}{value}{found[3]}"

    return _ATTRIBUTE.sub(attribute, tag)


def _is_rooted(address: str) -> bool:
    return address.startswith("/") and not address.startswith("//")


def _relative(address: str, up: str, name_index: bool) -> str:
    if not _is_rooted(address):
        return address
    path = re.match(r"[^#?\s]*", address)[0]  # type: ignore[index]  # matches every text
    rest = address[len(path) :]
    if path.endswith("/"):
        path += "index.html" if name_index else ""
    return (f"{up}{path[1:]}" or "./") + rest


def output_path(url: str) -> str:
    """Give the file of a page: `/co-so/` becomes `co-so/index.html`, `/404.html` stays `404.html`."""
    path = url.lstrip("/")
    return f"{path}index.html" if url.endswith("/") else path
