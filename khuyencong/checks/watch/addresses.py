"""Addresses within a live site: which path they mean, wherever the site lies, and which of them a page leads to."""

from __future__ import annotations

from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from khuyencong.checks.pages import INDEX, parse_page
from khuyencong.checks.watch.clients import LiveSite


def page_address(path: str) -> str:
    """Give the address that readers use for a file: that of its folder for an `index.html`."""
    return path.removesuffix(INDEX) if path == INDEX or path.endswith(f"/{INDEX}") else path


def within(site: LiveSite, page: str, address: str) -> str | None:
    """Give the path, relative to the site, that an address means; nothing when it leads elsewhere.

    Arguments:
        site: the site.
        page: the page on which the address stands, relative to the site.
        address: the address as written.
    """
    try:
        parts = urlsplit(
            urljoin(urljoin(site.address if site.address.endswith("/") else f"{site.address}/", page), address)
        )
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(site.address).netloc:
        return None
    path = unquote(parts.path)
    plain = normpath(path) + ("/" if path.endswith("/") and path != "/" else "")
    if not f"{plain}/".startswith(site.base):
        return None
    return page_address(plain.removeprefix(site.base).lstrip("/")) + (f"?{parts.query}" if parts.query else "")


def links_in(page: str, body: bytes, site: LiveSite) -> set[str]:
    """Give the addresses within the site that a page leads to.

    Arguments:
        page: its address, relative to the site.
        body: its content.
        site: the site.
    """
    if b"<" not in body[:2_000]:
        return set()
    tree = parse_page(page, body[:5_000_000]).tree
    found = (within(site, page, address) for address in tree.xpath("//@href | //@src")[:5_000])
    return {one.partition("?")[0] for one in found if one is not None}
