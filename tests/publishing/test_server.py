"""Deploying to a server: releases, the way back, and settings."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from khuyencong.publishing.server import deploy, roll_back
from khuyencong.publishing.settings import DeployError, Server
from tests.loopback import HERE, reserved_port
from tests.publishing.deploying import LOOKED_AGAIN, Host, host
from tests.publishing.hosts import get, make_release, reader

__all__ = ["host"]

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
