"""Writes nginx's configuration for one site: clean addresses, packed files, headers, redirects, the page for errors.

Packed copies are found by name (`index.html.br`), so that no module is needed that Debian's nginx does not have.
Nothing is looked up for a page that is the same for all pages, and regular expressions are few: together with the
cache of open files, a page costs hardly more than a bare file (docs/measurements.md). Every variable and named
location begins with `kc_`, so that other sites of the same nginx are left alone.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Sequence

from khuyencong.publishing.nginx.locations import locations
from khuyencong.publishing.nginx.maps import maps
from khuyencong.publishing.nginx.place import Place
from khuyencong.publishing.nginx.writing import block, quoted
from khuyencong.publishing.redirects import Redirect

__all__ = ["Place", "alone", "http_part", "server_part", "whole"]


def http_part(place: Place) -> str:
    """Write the maps, which stand outside every `server`.

    Arguments:
        place: where the site lies.
    """
    return "\n".join(["# Written by `make publish`. Belongs into http { … }.", *maps(place), ""])


def server_part(redirects: Iterable[Redirect], place: Place) -> str:
    """Write the locations, which stand inside a `server`.

    Arguments:
        redirects: the moved addresses.
        place: where the site lies.
    """
    return "\n".join(["# Written by `make publish`. Belongs into server { … }.", *locations(place, redirects), ""])


def whole(listen: Sequence[str], name: str, parts: tuple[str, str]) -> str:
    """Write a `server` that is nothing but this site, for nginx's folder `conf.d`.

    Arguments:
        listen: what it listens on, and its certificates, as nginx writes it.
        name: the host's name.
        parts: where the other two files lie: that for `http` and that for `server`.
    """
    lines = [*listen, f"server_name {name};", f"include {quoted(parts[1])};"]
    return "\n".join([f"include {quoted(parts[0])};", *block("server", lines), ""])


def alone(place: Place, redirects: Iterable[Redirect], port: int, work: str, more: Iterable[str] = ()) -> str:
    """Write all that an nginx of its own needs to show a site on loopback, in the foreground, as an ordinary process.

    Arguments:
        place: where the site lies.
        redirects: the moved addresses.
        port: where to listen.
        work: a folder for nginx's own files.
        more: further lines of `http`.
    """
    parts = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = [f"{one}_temp_path {quoted(f'{work}/{one}')};" for one in parts]
    user = [f"user {getpass.getuser()};"] if os.geteuid() == 0 else []
    head = ["daemon off;", "worker_processes 1;", "pcre_jit on;", *user, f"pid {quoted(f'{work}/pid')};", "events {}"]
    server = block("server", [f"listen 127.0.0.1:{port};", *server_part(redirects, place).splitlines()])
    lines = ["access_log off;", "sendfile on;", "tcp_nopush on;", *temporary, *http_part(place).splitlines()]
    return "\n".join([*head, *block("http", [*lines, *server, *more]), ""])
