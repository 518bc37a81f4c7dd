"""Deploying to a server in trouble: whatever is cut off, killed or full, readers get a whole site of one edition."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from khuyencong.publishing import health
from khuyencong.publishing.finishing import finish
from khuyencong.publishing.server import Remote
from khuyencong.publishing.settings import DeployError
from tests.loopback import reserved_port
from tests.publishing.deploying import LOOKED_AGAIN, Host, host, running
from tests.publishing.hosts import reader

__all__ = ["host"]

KILLS = 6
A, B, C = "aaaaaaaa", "bbbbbbbb", "cccccccc"


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


def test_a_way_back_that_is_cut_off_is_told_as_such(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    host.deploy(A)
    run = Remote.run

    (before,) = host.releases()

    def cut_off(self: Remote, script: str) -> str:
        if script.startswith(f"ln -sfn releases/{before} .current.new"):
            raise DeployError("Connection closed.")
        return run(self, script)

    monkeypatch.setattr(Remote, "run", cut_off)
    with reserved_port() as nobody, pytest.raises(DeployError, match=r"Chưa quay lại được .* Hãy chạy make rollback"):
        host.deploy(B, url=f"http://127.0.0.1:{nobody}", wait=0.1)


def test_a_file_that_was_spoilt_on_the_way_is_never_shown(host: Host) -> None:
    host.deploy(A)
    spoilt = host.release(B)
    (spoilt / "site" / "index.html").write_text("nửa trang")
    with pytest.raises(DeployError, match=r"index\.html"):
        host.deploy(B)
    assert host.edition() == A


def test_of_two_deploys_at_once_one_waits_for_nobody_and_says_so(host: Host) -> None:
    host.deploy(A)
    with reader(host.port, [host.release(one) for one in (A, B, C)]) as seen:
        both = [
            subprocess.Popen(host.command(edition), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            for edition in (B, C)
        ]
        said = [one.communicate()[0] for one in both]
        time.sleep(LOOKED_AGAIN)
    codes = sorted(one.returncode for one in both)
    assert codes in ([0, 1], [0, 0]), said
    assert codes == [0, 0] or any("Đang có người khác" in one for one in said)
    assert seen.faults == []
    assert host.edition() in (B, C)


def test_a_deploy_killed_at_any_moment_leaves_a_whole_site(host: Host) -> None:
    host.deploy(A)
    started = time.monotonic()
    host.deploy(B)
    whole = time.monotonic() - started
    with reader(host.port, [host.release(one) for one in (A, B, C)]) as seen:
        for number in range(KILLS):
            edition = (C, A, B)[number % 3]
            with subprocess.Popen(
                host.command(edition), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            ) as process:
                time.sleep(whole * (number + 1) / KILLS)
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
        host.wait_for_rest()
        host.deploy(C)
        time.sleep(LOOKED_AGAIN)
    assert seen.faults == []
    assert seen.answers > KILLS
    assert host.edition() == C
    assert [path.name for path in (host.folder / "releases").glob(".incoming*")] == []


@contextmanager
def cut_after(port: int, most: int) -> Iterator[int]:
    """Pass connections on to a port, and cut each when so many bytes have been sent; yields the port to use."""
    with socket.create_server(("127.0.0.1", 0)) as entrance:
        entrance.settimeout(0.2)
        stop = threading.Event()

        def accept() -> None:
            while not stop.is_set():
                try:
                    near, _ = entrance.accept()
                except TimeoutError:
                    continue
                far = socket.create_connection(("127.0.0.1", port))
                threading.Thread(target=_pass_on, args=(near, far, most), daemon=True).start()
                threading.Thread(target=_pass_on, args=(far, near, 1 << 40), daemon=True).start()

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield int(entrance.getsockname()[1])
        stop.set()
        thread.join()


def _pass_on(source: socket.socket, target: socket.socket, left: int) -> None:
    with closing(source), closing(target), suppress(OSError):  # that the connection breaks is what it is for
        while left > 0 and (data := source.recv(min(left, 4096))):
            target.sendall(data)
            left -= len(data)
        for one in (source, target):
            one.shutdown(socket.SHUT_RDWR)  # to close it would not be enough while the other thread reads from it


@pytest.mark.parametrize("most", [2_000, 30_000, 120_000])
def test_a_connection_cut_in_the_middle_leaves_a_whole_site_and_the_next_deploy_goes_on(host: Host, most: int) -> None:
    host.deploy(A)
    _bulky(host, B)
    usual = Path(host.server.ssh_config).read_text()
    port = int(usual.partition("Port ")[2].split()[0])
    with cut_after(port, most) as cut, reader(host.port, [host.release(A), host.release(B)]) as seen:
        config = host.work / "cut"
        config.write_text(usual.replace(f"Port {port}", f"Port {cut}"))
        with pytest.raises(DeployError):
            host.deploy(B, ssh_config=str(config))
        assert host.edition() == A
        host.wait_for_rest()
        host.deploy(B)
        time.sleep(LOOKED_AGAIN)
    assert seen.faults == []
    assert host.edition() == B


def _bulky(host: Host, edition: str) -> None:
    """Make a release with a file that takes long to send, whatever packs it on the way."""
    release = host.release(edition)
    (release / "site" / "lon.bin").write_bytes(os.urandom(400_000))
    finish(release, "https://khuyencong.example")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a small disk")
def test_a_full_disk_leaves_a_whole_site(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a disk, so there is no full one")
    try:
        with running(tmp_path, disk / "srv") as host:
            host.deploy(A)
            _bulky(host, B)
            with reader(host.port, [host.release(A)]) as seen:
                with pytest.raises(DeployError, match="No space left"):
                    host.deploy(B)
                time.sleep(LOOKED_AGAIN)
            assert seen.faults == []
            assert host.edition() == A
            assert list((host.folder / "releases").glob(".incoming*")) == []
    finally:
        subprocess.run(["/bin/umount", str(disk)], check=True)
