"""A small web server for the built site, on this machine only."""

from __future__ import annotations

import json
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from khuyencong.build.serving.state import State

SCRIPT = (Path(__file__).parent / "reload.js").read_bytes()
NOT_FOUND = "404.html"
TAG = b'<script src="/.serve/reload.js" type="module"></script></body>'


class Handler(SimpleHTTPRequestHandler):
    """Serves files, adds the reloading script to pages, and answers browsers that wait for news."""

    def __init__(self, *arguments: object, state: State, directory: str) -> None:
        """Take the state that browsers ask for."""
        self.state = state
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one request."""
        address = urlsplit(self.path)
        if address.path == "/.serve/reload.js":
            self._answer(SCRIPT, "text/javascript")
        elif address.path == "/.serve/state":
            asked = parse_qs(address.query).get("after", ["0"])[0]
            state = self.state.after(int(asked) if asked.isdigit() else 0)
            self._answer(json.dumps(state).encode(), "application/json")
        else:
            self._page(address.path)

    def _page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() and path.endswith("/") else file
        if file.suffix == ".html" and file.is_file():
            self._answer_page(file, HTTPStatus.OK)
        elif not file.exists() and Path(self.directory, NOT_FOUND).is_file():
            # It reloads as other pages do, so a page that was away for a while comes back by itself.
            self._answer_page(Path(self.directory, NOT_FOUND), HTTPStatus.NOT_FOUND)
        else:
            super().do_GET()

    def _answer_page(self, file: Path, status: HTTPStatus) -> None:
        self._answer(file.read_bytes().replace(b"</body>", TAG), "text/html; charset=utf-8", status)

    def _answer(self, data: bytes, media_type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
        """Say nothing of ordinary requests."""


def make_server(output: Path, state: State, port: int) -> ThreadingHTTPServer:
    """Make the server, which listens on the loopback address only.

    Arguments:
        output: the built site.
        state: what browsers are told.
        port: the port, or 0 for any free one.
    """
    handler = partial(Handler, state=state, directory=str(output))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    return server
