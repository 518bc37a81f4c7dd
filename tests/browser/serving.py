"""A web server for a published site that can be switched off and on again, with the policies of a strict host."""

from __future__ import annotations

import http.server
import threading
import time
from functools import partial
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Self

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, host: Host, directory: str) -> None:
        self.host = host
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer as the host is told to."""
        self.host.asked.append(self.path)
        time.sleep(self.host.delay)
        if self.host.is_broken:
            self.send_error(HTTPStatus.BAD_GATEWAY)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Send the policy with every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class Host:
    """A web server on this machine.

    Arguments:
        root: the folder that is served.
    """

    def __init__(self, root: Path) -> None:
        """Listen on any free port."""
        self.root = root
        self.asked: list[str] = []
        self.delay = 0.0
        self.is_broken = False
        self.port = 0
        self.switch_on()

    @property
    def address(self) -> str:
        """The address of the folder, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def switch_on(self) -> None:
        """Answer, on the same port as before."""
        handler = partial(_Handler, host=self, directory=str(self.root))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def switch_off(self) -> None:
        """Refuse every connection: for a browser, there is no network."""
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        """Serve."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop serving."""
        self.switch_off()
