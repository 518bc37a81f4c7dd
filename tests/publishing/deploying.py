"""A server on loopback that releases are deployed to, and what readers get from it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from khuyencong.publishing.nginx import Place
from khuyencong.publishing.server import deploy
from khuyencong.publishing.settings import Server
from tests.builds import ROOT
from tests.publishing.hosts import PATIENCE, at, at_work_in, get, make_release, nginx, sshd

LOOKED_AGAIN = 1.1
"""Seconds after which nginx has surely looked again at a file that it keeps open."""


class Host:
    """A server on loopback with SSH and nginx.

    Arguments:
        server: where to deploy.
        port: where nginx listens.
        folder: where releases lie.
        work: a folder for the releases to take there.
    """

    def __init__(self, server: Server, port: int, folder: Path, work: Path) -> None:
        self.server, self.port, self.folder, self.work = server, port, folder, work
        self.said: list[str] = []

    def release(self, edition: str, filler: int = 3_000) -> Path:
        """Give the release of an edition."""
        folder = self.work / edition
        return folder if folder.is_dir() else make_release(folder, edition, filler=filler)

    def deploy(self, edition: str, **changes: object) -> None:
        """Deploy an edition, with other settings than usual."""
        deploy(self.release(edition), replace(self.server, **changes), self.said.append)  # type: ignore[arg-type]

    def edition(self) -> str:
        """Tell which edition readers get."""
        return get(self.port, "/")[2][20:28].decode()

    def becomes(self, edition: str) -> bool:
        """Wait until readers get an edition, as nginx looks at its files again after a second."""
        end = time.monotonic() + PATIENCE
        while self.edition() != edition and time.monotonic() < end:
            time.sleep(0.05)
        return self.edition() == edition

    def wait_for_rest(self) -> None:
        """Wait until the server has noticed that whoever deployed is gone, and has ended what it did for them."""
        end = time.monotonic() + PATIENCE
        while found := at_work_in(self.folder):
            assert time.monotonic() < end, found
            time.sleep(0.05)

    def releases(self) -> list[str]:
        """List the releases that lie on the server."""
        return sorted(path.name for path in (self.folder / "releases").iterdir() if path.name[0] != ".")

    def command(self, edition: str) -> list[str]:
        """Give the command that deploys an edition."""
        settings = self.work / f"{edition}.toml"
        told = {name: getattr(self.server, name) for name in ("host", "url", "folder", "keep", "wait", "ssh_config")}
        lines = (
            f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}" for name, value in told.items()
        )
        settings.write_text("[server]\n" + "\n".join(lines))
        script = [sys.executable, str(ROOT / "scripts" / "deploy.py"), "--settings", str(settings)]
        return [*script, "--release", str(self.release(edition))]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A server that holds nothing yet."""
    with running(tmp_path, tmp_path / "srv") as host:
        yield host


@contextmanager
def running(work: Path, folder: Path) -> Iterator[Host]:
    """Run a server."""
    with sshd(work / "ssh", folder) as server, nginx(work / "nginx", Place(str(folder))) as port:
        yield Host(at(server, port), port, folder, work)
