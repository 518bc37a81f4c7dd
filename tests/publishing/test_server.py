"""Deploying to a server: whatever is cut off, killed or full, readers get a whole site of one edition."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from khuyencong.publishing.finishing import finish
from khuyencong.publishing.server import Remote, deploy, roll_back
from khuyencong.publishing.settings import DeployError, Server
from tests.loopback import HERE, reserved_port
from tests.publishing.deploying import LOOKED_AGAIN, Host, host, running
from tests.publishing.hosts import get, make_release, reader

__all__ = ["host"]

KILLS = 6
A, B, C = "aaaaaaaa", "bbbbbbbb", "cccccccc"


def test_each_deploy_shows_its_release_and_roll_back_shows_the_one_before(host: Host) -> None:
    host.deploy(A)
    assert host.edition() == A
    host.deploy(B)
    assert host.edition() == B
    roll_back(host.server, host.said.append)
    assert host.becomes(A)
    assert len(host.releases()) == 2


def test_a_file_that_stays_the_same_keeps_its_etag_and_is_not_stored_twice(host: Host) -> None:
    host.deploy(A)
    before = get(host.port, "/giao-dien/chung.00000000.woff2")[1]["ETag"]
    time.sleep(1.1)
    host.deploy(B)
    after = get(host.port, "/giao-dien/chung.00000000.woff2")[1]["ETag"]
    assert before == after
    one, other = (host.folder / "releases" / name / "site/giao-dien/chung.00000000.woff2" for name in host.releases())
    assert one.samefile(other)


def test_without_a_first_release_there_is_nothing_to_go_back_to(host: Host) -> None:
    with pytest.raises(DeployError, match="không có bản trước"):
        roll_back(host.server, host.said.append)
    host.deploy(A)
    with pytest.raises(DeployError, match="không có bản trước"):
        roll_back(host.server, host.said.append)
    assert host.edition() == A


def test_a_release_that_is_not_healthy_makes_way_for_the_one_before(host: Host) -> None:
    host.deploy(A)
    with reserved_port() as elsewhere, reader(host.port, [host.release(A), host.release(B)]) as seen:
        with pytest.raises(DeployError, match="Đã tự quay lại bản"):
            host.deploy(B, url=f"http://{HERE}:{elsewhere}", wait=LOOKED_AGAIN)
        time.sleep(LOOKED_AGAIN)
    assert seen.faults == []
    assert host.edition() == A
    assert len(host.releases()) == 1


def test_a_web_server_that_refuses_the_configuration_makes_way_for_the_release_before(host: Host) -> None:
    host.deploy(A, reload="true")
    with pytest.raises(DeployError, match="không nhận cấu hình mới"):
        host.deploy(B, reload="echo 'nginx: configuration file test failed' >&2; false")
    time.sleep(LOOKED_AGAIN)
    assert host.edition() == A


def test_only_so_many_releases_are_kept_and_never_the_shown_one_is_taken_away(host: Host) -> None:
    for number in range(4):
        host.deploy(f"{number:08x}", keep=2)
        time.sleep(1 - time.time() % 1)  # releases are named after the second
    assert len(host.releases()) == 2
    assert host.edition() == "00000003"
    roll_back(host.server, host.said.append)
    assert host.becomes("00000002")


def test_only_releases_are_counted_among_what_lies_there(host: Host) -> None:
    host.deploy(A)
    for name in ("luu", "lost+found", "20260101"):
        (host.folder / "releases" / name).mkdir()
    for number in range(2):
        host.deploy(f"{number:08x}", keep=3)
    assert len(host.releases()) == 3 + 3


def test_where_releases_lie_on_another_disk_unchanged_files_are_still_the_same_files(host: Host) -> None:
    disk = host.work / "dia"
    disk.mkdir()
    host.folder.mkdir()
    (host.folder / "releases").symlink_to(disk)
    host.deploy(A)
    host.deploy(B)
    one, other = (disk / name / "site/giao-dien/chung.00000000.woff2" for name in host.releases())
    assert one.samefile(other)
    assert host.becomes(B)


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


@pytest.mark.parametrize(
    "wrong",
    [
        {"folder": "srv"},
        {"folder": "/srv/../etc"},
        {"folder": "/srv; rm -rf /"},
        {"host": "-oProxyCommand=x"},
        {"keep": 1},
        {"url": "khuyencong.example"},
        {"url": "file:///etc/passwd"},
        {"url": ""},
    ],
)
def test_settings_that_a_shell_could_misread_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(DeployError, match=r"deploy/deploy\.toml"):
        Server(**{"host": "may-chu", "url": "https://khuyencong.example", **wrong})  # type: ignore[arg-type]


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    config = tmp_path / "config"
    server = Server("may-chu", f"http://{HERE}", str(tmp_path / "srv"), ssh_config=str(config))
    release = make_release(tmp_path / A, A)
    with reserved_port() as port:
        config.write_text(f"Host may-chu\n  HostName {HERE}\n  Port {port}\n")
        with pytest.raises(DeployError, match="Không vào được máy chủ may-chu"):
            deploy(release, server, lambda _: None)
