"""Web servers of the tests, on this machine's loopback address, and ports that nobody else can take meanwhile."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeAlias

HERE = "127.0.0.1"
Handler: TypeAlias = Callable[..., BaseHTTPRequestHandler]


@contextmanager
def reserved_port() -> Iterator[int]:
    """Hold a port on which nobody listens; programs that reuse addresses, as servers do, can listen there.

    A port that was merely free a moment ago may be given to the next connection of any other program.
    """
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind((HERE, 0))
        yield int(held.getsockname()[1])


class Quiet(SimpleHTTPRequestHandler):
    """Serves the files of a folder and says nothing of it."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 128
    """A browser opens many connections at once; one that is not taken is only tried again a second later."""


@contextmanager
def serving(handler: Handler, port: int = 0) -> Iterator[int]:
    """Serve within the block, and give the port.

    Arguments:
        handler: what answers requests.
        port: the port, or 0 for any free one.
    """
    with _Server((HERE, port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serving_folder(folder: Path, handler: Handler = Quiet) -> Iterator[str]:
    """Serve a folder within the block, and give its address, ending in a slash.

    Arguments:
        folder: the folder.
        handler: what answers requests; it takes the folder as `directory`.
    """
    with serving(partial(handler, directory=str(folder))) as port:
        yield f"http://{HERE}:{port}/"
