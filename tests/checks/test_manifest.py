"""Is every file as it was built, and is there none besides?"""

from __future__ import annotations

import hashlib
from pathlib import Path

from khuyencong.checks.manifest import differences


def site(folder: Path) -> Path:
    """Lay down a site with its manifest."""
    files = {"a.html": b"a", "b/c.html": b"c"}
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    (folder / "manifest.txt").write_text("".join(lines), encoding="utf-8")
    return folder


def test_a_site_as_it_was_built_differs_in_nothing(tmp_path: Path) -> None:
    assert differences(site(tmp_path)) == []


def test_missing_changed_and_foreign_files_are_named(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "a.html").write_bytes(b"b")
    (tmp_path / "b" / "c.html").unlink()
    (tmp_path / "b" / "casino.html").write_bytes(b"")
    assert differences(tmp_path) == ["changed: a.html", "missing: b/c.html", "foreign: b/casino.html"]


def test_a_site_without_a_manifest_says_so(tmp_path: Path) -> None:
    assert differences(tmp_path) == ["missing: manifest.txt"]
