"""Finishes a built site for its hosts: files of headers and redirects, nginx's configuration, the manifest of all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from khuyencong.publishing.host_files import HEADERS, REDIRECTS, headers_file, redirects_file
from khuyencong.publishing.nginx import Place, http_part, server_part, whole
from khuyencong.publishing.redirects import read_redirects

SITE, DEPLOY = "site", "deploy"
"""What a release holds: what readers may see, and what only their server reads."""
NGINX, HTTP_PART, SERVER_PART = "nginx.conf", "nginx-http.conf", "nginx-server.conf"
MANIFEST = "manifest.txt"
"""SHA-256 and name of every other file of the site, as `sha256sum --check` reads it."""
SERVER_ROOT = "/srv/khuyencong"
"""Where the site lies on a server of its own, unless its administrator says otherwise."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where readers find a site.

    Arguments:
        host: the host's name, with its port if it has one.
        prefix: the path: empty, or for instance `/khuyen-cong`.
        is_secure: whether it is reached by HTTPS.
    """

    host: str
    prefix: str
    is_secure: bool

    @classmethod
    def of(cls, url: str) -> Address:
        """Read an address.

        Raises:
            ValueError: when it is no whole web address, or has more than a host and a path.
        """
        parts = urlsplit(url)
        is_plain = parts.path == "" or parts.path.strip("/").replace("/", "").replace("-", "").isalnum()
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or not is_plain:
            raise ValueError(url)
        return cls(parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), parts.scheme == "https")


def finish(release: Path, url: str, root: str = SERVER_ROOT) -> None:
    """Add to a built and packed site what its hosts read.

    Arguments:
        release: the folder that holds the site as `site/`.
        url: the site's address.
        root: where releases lie on the server.

    Raises:
        ValueError: when the list of moved addresses holds what is no redirect, or the address is none.
    """
    site, deploy, address = release / SITE, release / DEPLOY, Address.of(url)
    moved = read_redirects(site)
    place = Place(root, prefix=address.prefix)
    deploy.mkdir(exist_ok=True)
    there = f"{root}/current/{DEPLOY}"
    server = whole(_listen(address), address.host.partition(":")[0], (f"{there}/{HTTP_PART}", f"{there}/{SERVER_PART}"))
    (deploy / NGINX).write_text(f"{_EXPLAINED}{server}{_from_plain(address)}", encoding="utf-8")
    (deploy / HTTP_PART).write_text(http_part(place), encoding="utf-8")
    (deploy / SERVER_PART).write_text(server_part(moved, place), encoding="utf-8")
    (site / REDIRECTS).write_text(redirects_file(moved, address.prefix), encoding="utf-8")
    (site / HEADERS).write_text(headers_file(site, address.prefix), encoding="utf-8")
    for stale in site.glob(f"{MANIFEST}.*"):  # packed before the list was whole
        stale.unlink()
    (site / MANIFEST).write_text(manifest(site), encoding="utf-8")


def manifest(site: Path) -> str:
    """List every file of a site but the list itself, with the hash of its bytes."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.sha256((site / name).read_bytes()).hexdigest()}  {name}\n" for name in names if name != MANIFEST
    )


_EXPLAINED = """\
# Written by `make publish` for a server of its own; deploy/README.md says how to use it. The administrator may change
# this file: put in the certificate's paths. The two files that it includes come new with every release.
"""


def _listen(address: Address) -> list[str]:
    if not address.is_secure:
        return ["listen 80;", "listen [::]:80;"]
    held = f"/etc/letsencrypt/live/{address.host}"
    files = [f"ssl_certificate {held}/fullchain.pem;", f"ssl_certificate_key {held}/privkey.pem;"]
    return ["listen 443 ssl http2;", "listen [::]:443 ssl http2;", *files]


def _from_plain(address: Address) -> str:
    """Lead whoever comes by plain HTTP to HTTPS."""
    if not address.is_secure:
        return ""
    return (
        f"server {{\n    listen 80;\n    server_name {address.host};\n    return 301 https://$host$request_uri;\n}}\n"
    )
