"""A hostile web server on the loopback address, for the tamper watch: what is planted, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import unquote

from tests.loopback import HERE, serving


@dataclass
class Planted:
    """What the server gives, and what intruders have changed.

    Arguments:
        files: path and content.
        base: the path below which the site lies.
        soft: whether an address of nothing is answered with the error page and the status of a page that is there.
        cloaked: address and what a search robot gets there.
        redirects: address and where it leads.
    """

    files: dict[str, bytes]
    base: str = "/"
    soft: bool = False
    cloaked: dict[str, bytes] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    for_google: dict[str, bytes] = field(default_factory=dict)
    raw: dict[str, Callable[[Callable[[bytes], Any]], None]] = field(default_factory=dict)
    """Address and what writes the answer there, head and all."""


def _handler(planted: Planted) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(self.path)
            path = path.removeprefix(planted.base) if path.startswith(planted.base) else "?"
            if path in planted.raw:
                self.close_connection = True
                with suppress(OSError):  # that the other side hangs up is what it is for
                    planted.raw[path](self.wfile.write)
                return
            if path in planted.redirects:
                self._answer(302, b"", [("Location", planted.redirects[path])])
                return
            body = planted.files.get(f"{path}index.html" if path == "" or path.endswith("/") else path)
            if "Googlebot" in self.headers.get("User-Agent", ""):
                body = planted.cloaked.get(path, body)
            if "google" in self.headers.get("Referer", ""):
                body = planted.for_google.get(path, body)
            missing = planted.files.get("404.html", b"none")
            self._answer(200 if body is not None or planted.soft else 404, missing if body is None else body, [])

        def _answer(self, status: int, body: bytes, headers: list[tuple[str, str]]) -> None:
            self.send_response(status)
            for name, value in [*headers, ("Content-Length", str(len(body)))]:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def serving_planted(planted: Planted) -> Iterator[str]:
    """Serve within the block, and give the site's address."""
    with serving(_handler(planted)) as port:
        yield f"http://{HERE}:{port}{planted.base}"
