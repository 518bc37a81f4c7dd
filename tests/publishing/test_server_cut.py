"""Deploys that are cut in the middle or find no room: readers get a whole site, and the next deploy goes on."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from khuyencong.publishing.finishing import finish
from khuyencong.publishing.settings import DeployError
from tests.publishing.deploying import LOOKED_AGAIN, Host, host, running
from tests.publishing.hosts import reader

__all__ = ["host"]

A, B = "aaaaaaaa", "bbbbbbbb"


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
