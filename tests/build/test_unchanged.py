"""Whether anything has changed since the last build, told from names, sizes and times."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from khuyencong.build.unchanged import LastBuild, snapshot
from tests.builds import ROOT


def lay_down(folder: Path) -> Path:
    """Make a folder with two old files."""
    (folder / "in" / "b").mkdir(parents=True)
    for name in ("a.md", "b/c.md"):
        (folder / "in" / name).write_text("x", encoding="utf-8")
        os.utime(folder / "in" / name, (1_000_000_000, 1_000_000_000))
    return folder / "in"


def test_the_same_files_look_the_same(tmp_path: Path) -> None:
    place = lay_down(tmp_path)
    assert snapshot([place]) == snapshot([place]) != ""


def test_a_new_a_lost_and_a_changed_file_look_different(tmp_path: Path) -> None:
    place = lay_down(tmp_path)
    seen = {snapshot([place])}
    (place / "a.md").write_text("xy", encoding="utf-8")
    os.utime(place / "a.md", (1_000_000_000, 1_000_000_000))
    seen.add(snapshot([place]))
    os.utime(place / "a.md", (1_000_000_001, 1_000_000_001))
    seen.add(snapshot([place]))
    (place / "a.md").rename(place / "d.md")
    seen.add(snapshot([place]))
    (place / "d.md").unlink()
    seen.add(snapshot([place]))
    assert len(seen) == 5


def test_a_file_written_a_moment_ago_is_not_trusted(tmp_path: Path) -> None:
    place = lay_down(tmp_path)
    (place / "a.md").write_text("y", encoding="utf-8")
    assert snapshot([place]) == ""
    assert snapshot([place], settled=0) != ""


def test_what_is_not_there_is_not_current(tmp_path: Path) -> None:
    last = LastBuild(tmp_path / "last.json")
    assert not last.is_current("a", "b")
    last.remember("a", "b")
    assert LastBuild(tmp_path / "last.json").is_current("a", "b")
    assert not LastBuild(tmp_path / "last.json").is_current("a", "c")
    (tmp_path / "last.json").write_text("{", encoding="utf-8")
    assert not LastBuild(tmp_path / "last.json").is_current("a", "b")


def test_asking_imports_neither_pelican_nor_the_model() -> None:
    program = "import sys, khuyencong.build.unchanged; print({'pelican', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
