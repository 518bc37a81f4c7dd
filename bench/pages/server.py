"""Serves a built site on loopback as a real host would: brotli, long life for files with a hash in their name."""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.pages.weight import PACKED_ALREADY, compressed

_HASHED = re.compile(r"\.[0-9a-f]{8}\.\w+$")
YEAR = "public, max-age=31536000, immutable"


class _Server(ThreadingHTTPServer):
    """Says nothing of a browser that has closed its connection: it does so when it leaves a page."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over what a closed connection raises."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, directory: str, font_delay: float) -> None:
        self._font_delay = font_delay
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # whatever the server gives

    def do_GET(self) -> None:
        """Answer with a file of the site."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        is_there = path.is_file()
        path = path if is_there else Path(self.directory) / "404.html"
        if path.suffix == ".woff2":
            time.sleep(self._font_delay)
        body = compressed(path)
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", self._type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", YEAR if _HASHED.search(path.name) else "no-cache")
        if path.suffix not in PACKED_ALREADY:
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        self.wfile.write(body)

    def _type(self, path: Path) -> str:
        kind = self.guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@contextmanager
def served(site: Path, *, font_delay: float = 0.0) -> Iterator[str]:
    """Serve a folder while the block runs.

    Arguments:
        site: the output folder.
        font_delay: seconds by which every font comes late.

    Yields:
        The address of the site, ending in a slash.
    """
    server = _Server(("127.0.0.1", 0), partial(_Host, directory=str(site), font_delay=font_delay))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
