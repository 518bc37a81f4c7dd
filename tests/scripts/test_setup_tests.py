"""Setting up what tests need: quiet when all is there, plain words when something is missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts import setup_tests
from scripts.setup_tests import BROWSER, JAVA, NGINX, NODE, NPM, RSYNC, SSH


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole search path, and an empty home."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(setup_tests, "SERVERS", str(folder))
    monkeypatch.delenv("PLAYWRIGHT_BROWSERS_PATH", raising=False)
    return folder


def program(folder: Path, name: str, script: str = "") -> None:
    """Put a small program on the search path."""
    target = folder / name
    target.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    target.chmod(0o755)


def test_on_an_empty_machine_everything_is_missing(path: Path) -> None:
    assert setup_tests.missing() == [BROWSER, JAVA, NODE, NPM, RSYNC, NGINX, SSH]


def test_a_library_that_the_browser_tests_need_is_missed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_tests, "has_library", lambda name: name != "libatomic.so.1")
    assert setup_tests.missing() == [BROWSER, JAVA, NODE, NPM, RSYNC, NGINX, SSH, setup_tests.ATOMIC]


def test_a_library_is_known_by_its_name() -> None:
    assert setup_tests.has_library("libc.so.6")
    assert not setup_tests.has_library("libkhong-co.so.1")


@pytest.mark.parametrize("browser", setup_tests.BROWSERS)
def test_where_everything_is_there_nothing_is_missing(path: Path, browser: str) -> None:
    for name in (browser, "node", "npm", "rsync", "nginx", "sshd", "ssh-keygen"):
        program(path, name)
    program(path, "java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2")
    assert setup_tests.missing() == []


def test_a_browser_that_playwright_brought_will_do(path: Path, tmp_path: Path) -> None:
    brought = tmp_path / ".cache" / "ms-playwright" / "chromium-1200" / "chrome-linux" / "chrome"
    brought.parent.mkdir(parents=True)
    brought.touch()
    assert BROWSER not in setup_tests.missing()


@pytest.mark.parametrize(
    ("said", "version"),
    [('openjdk version "21" 2023-09-19', 21), ('java version "1.8.0_392"', 8), ("nothing of the kind", 0)],
)
def test_the_version_of_java_is_read_from_what_it_says(path: Path, said: str, version: int) -> None:
    program(path, "java", f"echo '{said}' >&2")
    assert setup_tests.java_version() == version


def test_without_java_there_is_no_version(path: Path) -> None:
    assert setup_tests.java_version() == 0


def test_root_installs_the_packages_that_are_missing_and_says_so(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(path, "env", 'shift; exec "$@"')
    program(path, "apt-get", f'echo "$@" >> {tmp_path}/called')
    assert setup_tests.install([BROWSER, NPM])
    assert (tmp_path / "called").read_text(encoding="utf-8").splitlines() == [
        "update -qq",
        "install -y -qq --no-install-recommends chromium npm",
    ]
    assert capsys.readouterr().out == "Installing Chromium, npm with apt-get …\n"


def test_who_may_not_install_is_told_the_command(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(path, "apt-get", "exit 1")
    program(path, "sudo", "exit 1")
    assert not setup_tests.install([JAVA])
    assert capsys.readouterr().out.splitlines() == [
        "The tests need Java 11 or later. Run this, then run again:",
        "  sudo apt-get update && sudo apt-get install -y -qq --no-install-recommends default-jre-headless",
    ]


def test_sudo_is_used_where_it_does_not_ask(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(path, "sudo")
    assert setup_tests.as_root() == [str(path / "sudo"), "-n", "env", "DEBIAN_FRONTEND=noninteractive"]


def test_an_installation_that_fails_is_reported(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(path, "env", 'shift; exec "$@"')
    program(path, "apt-get", "exit 100")
    assert not setup_tests.install([NODE])
    assert capsys.readouterr().out.splitlines()[-1] == "This failed: apt-get update -qq"


def test_a_system_without_apt_is_told_what_is_missing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not setup_tests.install([NODE, NPM])
    assert capsys.readouterr().out == "The tests need Node, npm. Install them, then run again.\n"


def test_node_packages_are_installed_once_for_each_lock_file(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup_tests, "ROOT", tmp_path)
    program(path, "npm", f'echo "$1" >> {tmp_path}/called')
    (tmp_path / "node_modules").mkdir()
    for lock in ("{}", "{}", "{ }"):
        (tmp_path / "package-lock.json").write_text(lock, encoding="utf-8")
        assert setup_tests.install_node_packages() == 0
    assert (tmp_path / "called").read_text(encoding="utf-8").splitlines() == ["ci", "ci"]
    assert capsys.readouterr().out.count("Installing the Node tools") == 2


@pytest.mark.parametrize(("text", "expected"), [("NAME=x\nID=ubuntu\n", True), ("ID=debian\nID_LIKE=ubuntu\n", False)])
def test_ubuntu_is_known_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, *, expected: bool
) -> None:
    release = tmp_path / "os-release"
    release.write_text(text, encoding="utf-8")
    monkeypatch.setattr(setup_tests, "OS_RELEASE", release)
    assert setup_tests.on_ubuntu() is expected


def test_a_service_that_came_with_a_package_is_stopped_and_said_to_be(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program(path, "systemctl", f'echo "$@" >> {path}/asked')
    setup_tests.keep_from_running(["nginx-light", "rsync", "openssh-server"], [])
    assert (path / "asked").read_text() == "disable --now nginx ssh\n"
    assert "nginx, ssh" in capfd.readouterr().out
    setup_tests.keep_from_running(["rsync"], [])
    assert (path / "asked").read_text().count("\n") == 1
