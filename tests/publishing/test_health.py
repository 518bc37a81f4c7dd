"""Whatever a web server answers after a deploy, it is found sick in time, and readers get the release before."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

import pytest

from khuyencong.publishing import health
from khuyencong.publishing.settings import DeployError
from tests.publishing.deploying import Host, host

__all__ = ["host"]
A, B = "aaaaaaaa", "bbbbbbbb"


def _of_garbage(client: socket.socket) -> None:
    client.sendall(b"no HTTP at all\r\n\r\n")


def _of_many_headers(client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200)


def _of_broken_pieces(client: socket.socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")


def _of_a_trickle(client: socket.socket) -> None:
    with suppress(OSError):
        for letter in b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + b"x" * 9999:
            client.sendall(bytes([letter]))
            time.sleep(0.05)


@contextmanager
def answering(how: Callable[[socket.socket], None]) -> Iterator[str]:
    """Answer whoever asks on loopback, in a strange way; yields the address."""

    def answer(client: socket.socket) -> None:
        with closing(client), suppress(OSError):
            client.recv(4096)
            how(client)

    def accept() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=answer, args=entrance.accept()[:1], daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as entrance:
        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{entrance.getsockname()[1]}"


@pytest.mark.parametrize("how", [_of_garbage, _of_many_headers, _of_broken_pieces, _of_a_trickle])
def test_a_web_server_that_answers_strangely_makes_way_for_the_release_before(
    host: Host, how: Callable[[socket.socket], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE", 1.0)
    host.deploy(A)
    with answering(how) as url, pytest.raises(DeployError, match="Đã tự quay lại bản"):
        host.deploy(B, url=url, wait=0.5)
    assert host.becomes(A)
