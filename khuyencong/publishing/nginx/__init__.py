"""Writes nginx's configuration for one site: clean addresses, packed files, headers, redirects, the page for errors.

Packed copies are found by name (`index.html.br`), so that no module is needed that Debian's nginx does not have.
Nothing is looked up for a page that is the same for all pages, and regular expressions are few: together with the
cache of open files, a page costs hardly more than a bare file (docs/measurements.md). Every variable and named
location begins with `kc_`, so that other sites of the same nginx are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from khuyencong.publishing.nginx.locations import locations
from khuyencong.publishing.nginx.maps import maps
from khuyencong.publishing.nginx.place import Place
from khuyencong.publishing.nginx.writing import block, quoted
from khuyencong.publishing.redirects import Redirect

__all__ = ["Place", "http_part", "server_part", "whole"]


def http_part(redirects: Iterable[Redirect], place: Place) -> str:
    """Write the maps, which stand outside every `server`.

    Arguments:
        redirects: the moved addresses.
        place: where the site lies.
    """
    return "\n".join(["# Written by `make publish`. Belongs into http { … }.", *maps(list(redirects), place), ""])


def server_part(redirects: Iterable[Redirect], place: Place) -> str:
    """Write the locations, which stand inside a `server`.

    Arguments:
        redirects: the moved addresses.
        place: where the site lies.
    """
    statuses = sorted({one.status for one in redirects})
    return "\n".join(["# Written by `make publish`. Belongs into server { … }.", *locations(place, statuses), ""])


def whole(listen: Sequence[str], name: str, parts: tuple[str, str]) -> str:
    """Write a `server` that is nothing but this site, for nginx's folder `conf.d`.

    Arguments:
        listen: what it listens on, and its certificates, as nginx writes it.
        name: the host's name.
        parts: where the other two files lie: that for `http` and that for `server`.
    """
    lines = [*listen, f"server_name {name};", f"include {quoted(parts[1])};"]
    return "\n".join([f"include {quoted(parts[0])};", *block("server", lines), ""])
