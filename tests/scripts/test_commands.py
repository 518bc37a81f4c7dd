"""The commands that everybody types."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_make_alone_lists_the_targets_with_one_line_each() -> None:
    done = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607 - as everybody types it
    lines = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert {"html", "publish", "serve", "check", "test", "test-all", "format"} <= lines.keys()


def test_what_ci_runs_can_be_run_and_stops_at_the_first_error() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "set -eu" in script.read_text(encoding="utf-8")


def test_the_locks_of_node_packages_name_no_address_and_lock_every_one() -> None:
    for path in _locks("package-lock.json"):
        packages = {name: one for name, one in json.loads(path.read_text(encoding="utf-8"))["packages"].items() if name}
        assert packages, path
        assert [name for name, one in packages.items() if "resolved" in one or not one.get("integrity")] == [], path


def test_the_locks_of_python_packages_have_hashes_and_name_no_address() -> None:
    for path in _locks("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        pinned = [line for line in text.splitlines() if "==" in line]
        assert pinned, path
        assert not re.search("://|--index-url|--find-links", text), path
        assert text.count("--hash=sha256:") >= len(pinned), path


def _locks(pattern: str) -> list[Path]:
    named = ["git", "ls-files", pattern, f"**/{pattern}"]
    found = subprocess.run(named, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert found
    return [ROOT / name for name in found]
