"""Builds sites for the tests, as a person would: with Pelican's own command."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from khuyencong.build.unchanged import LastBuild

ROOT = Path(__file__).resolve().parents[1]
SMALL = Path(__file__).parent / "site" / "small"
"""A whole site in a dozen files: every content type, every relation."""

DAY = "2026-11-27"
"""The day of all builds of the tests, as two of them may lie on two sides of a midnight."""


def run_pelican(
    content: Path, output: Path, *, settings: str = "pelicanconf.py", seed: str = "0", flags: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Build a site and give what Pelican said.

    Arguments:
        content: the content folder.
        output: where to build.
        settings: the settings file.
        seed: the seed of Python's hashes, which decides the order of sets.
        flags: more options for Pelican.
    """
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", str(ROOT / settings), *flags]
    environment = {"BUILD_DATE": DAY, **os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "120"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def build(content: Path, output: Path, *, settings: str = "pelicanconf.py", seed: str = "0") -> Path:
    """Build a site that must succeed, as `make html` does; give its output folder."""
    flags = ("--log-handler", "plain", "--fatal=errors")
    done = run_pelican(content, output, settings=settings, seed=seed, flags=flags)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def small_content(folder: Path, changes: Mapping[str, str | bytes] | None = None) -> Path:
    """Copy the small site's content and change or add files.

    Arguments:
        folder: where to put it.
        changes: the content of files by their path.
    """
    shutil.copytree(SMALL, folder)
    for path, data in (changes or {}).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def replace(path: Path, text: str) -> None:
    """Write a file in one step, so that whoever watches it never sees half of it.

    Arguments:
        path: the file.
        text: what it is to hold.
    """
    whole = path.with_name(f".{path.name}.whole")
    whole.write_text(text, encoding="utf-8")
    whole.replace(path)


def fingerprints(folder: Path) -> dict[str, str]:
    """Give a hash of every file by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def times(folder: Path) -> dict[str, int]:
    """Give the time of the last change of every file by its path."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*")}


def built_once(factory: pytest.TempPathFactory, name: str, content: Path, *, settings: str = "pelicanconf.py") -> Path:
    """Build a site once for all test processes.

    Arguments:
        factory: pytest's temporary folders.
        name: the site's name among them.
        content: its content folder.
        settings: the settings file.
    """
    own = factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    output = shared / name
    stamp = shared / f"{name}.built"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists():
            build(content, output, settings=settings)
            stamp.touch()
    return output


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site: the one that `make test` has built, or one built now."""
    given = os.environ.get("BUILT_SITE")
    return (ROOT / given).resolve() if given else built_once(tmp_path_factory, "real", ROOT / "content")


@pytest.fixture(scope="session")
def day(site: Path) -> str:
    """The day on which the real site was built: `make test` builds it as it is today."""
    last = LastBuild.read(ROOT / ".cache" / f"last-pelicanconf.py-{site.name}.json")
    return last.day if last and "BUILT_SITE" in os.environ else DAY


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site."""
    return built_once(tmp_path_factory, "small", SMALL)


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as it goes to a web server."""
    return built_once(tmp_path_factory, "published", SMALL, settings="publishconf.py")
