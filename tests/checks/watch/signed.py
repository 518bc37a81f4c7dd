"""A small site as it is signed when published, and the commands that sign it and watch it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from khuyencong.checks.watch.signature import VARIABLE
from tests.checks.pages import linking
from tests.checks.watch_server import Planted, serving_planted

ROOT = Path(__file__).resolve().parents[3]


def files() -> dict[str, bytes]:
    """Give a small site with its manifest."""
    own = {
        "index.html": linking("co-so/", "a.css", "404.html").encode(),
        "co-so/index.html": linking("../", "mau đơn.pdf").encode(),
        "co-so/mau đơn.pdf": b"%PDF-1.7",
        "a.css": b"a{}",
        "404.html": b"<html><body>khong thay</body></html>",
        "sitemap.xml": b"<urlset><url><loc>http://khuyencong.example/</loc></url></urlset>",
    }
    lines = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(own.items()))
    return {**own, "manifest.txt": "".join(lines).encode()}


def run(script: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one of the commands."""
    command = [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]
    known = {name: value for name, value in os.environ.items() if name != VARIABLE}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={**known, **environment}, check=False)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A pair of keys."""
    folder = tmp_path_factory.mktemp("keys")
    private, public = folder / "kin" / "khoa.pem", folder / "khoa.pub.pem"
    assert run("make_signing_key.py", private, public).returncode == 0
    return private, public


@pytest.fixture
def signed(keys: tuple[Path, Path], tmp_path: Path) -> Planted:
    """A site, signed as it is when published."""
    for path, data in files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    done = run("sign_site.py", tmp_path, SIGNING_KEY=str(keys[0]))
    assert done.returncode == 0, done.stdout
    return Planted({**files(), "manifest.txt.sig": (tmp_path / "manifest.txt.sig").read_bytes()})


def watch(planted: Planted, keys: tuple[Path, Path], *more: str) -> tuple[int, list[str]]:
    """Watch a served site; give the exit code and the lines of the report but for the advice."""
    with serving_planted(planted) as address:
        done = run("verify_site.py", address, "--key", keys[1], *more)
    assert done.stderr == ""
    return done.returncode, [line for line in done.stdout.splitlines() if not line.startswith("→")]
