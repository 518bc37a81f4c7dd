"""A web server for a published site that can be switched off and on again, with the policies of a strict host."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from functools import partial
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.loopback import HERE, Quiet, reserved_port, serving

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class _Handler(Quiet):
    def __init__(self, *arguments: object, host: Host, directory: str) -> None:
        self.host = host
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        """Answer as the host is told to."""
        self.host.asked.append(self.path)
        self.host.answers.wait()
        del self.headers["If-Modified-Since"]  # two editions of one second would be the same
        if self.host.is_broken:
            self.send_error(HTTPStatus.BAD_GATEWAY)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Send the policy with every answer."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Host:
    """A web server on this machine: while `answers` is clear it lets everybody wait.

    Arguments:
        root: the folder that is served.
    """

    def __init__(self, root: Path) -> None:
        """Listen on a port that stays this host's while it is switched off."""
        self.root = root
        self.asked: list[str] = []
        self.answers = threading.Event()
        self.answers.set()
        self.is_broken = False
        self._held, self._on = ExitStack(), ExitStack()
        self._port = self._held.enter_context(reserved_port())
        self.switch_on()

    @property
    def address(self) -> str:
        """The address of the folder, without a slash at the end."""
        return f"http://{HERE}:{self._port}"

    def switch_on(self) -> None:
        """Answer, on the same port as before."""
        self._on.enter_context(serving(partial(_Handler, host=self, directory=str(self.root)), self._port))

    def switch_off(self) -> None:
        """Refuse every connection: for a browser, there is no network."""
        self._on.close()

    def __enter__(self) -> Self:
        """Serve."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop serving."""
        self.answers.set()
        self.switch_off()
        self._held.close()
