"""Whether anything has changed since the last build, told from names, sizes and times."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from khuyencong.build.memo import look_over
from khuyencong.build.unchanged import LastBuild, snapshot, snapshot_of
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
    assert snapshot([place], settled=0) != ""
    os.utime(place / "a.md", (4_000_000_000, 4_000_000_000))  # young, however long the test takes
    assert snapshot([place]) == ""


def test_the_snapshot_of_a_known_folder_is_that_of_the_folder(tmp_path: Path) -> None:
    place = lay_down(tmp_path)
    assert snapshot_of(place, look_over(place)) == snapshot([place], settled=0)
    (place / "a.md").unlink()
    assert snapshot_of(place, look_over(place)) == snapshot([place], settled=0)


def test_compiled_modules_do_not_count(tmp_path: Path) -> None:
    place = lay_down(tmp_path)
    before = snapshot([place])
    (place / "__pycache__").mkdir()
    (place / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert snapshot([place]) == before


LAST = LastBuild("program", "content", "output", "version", "/theme", name_index=True, day="2025-12-01")


def test_a_last_build_reads_back_as_it_was_written(tmp_path: Path) -> None:
    LAST.write(tmp_path / "last.json")
    assert LastBuild.read(tmp_path / "last.json") == LAST
    assert [one.name for one in tmp_path.iterdir()] == ["last.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", '{"program": "a"}', '{"later": 1}', "\ufeff{}"])
def test_a_broken_or_older_note_of_the_last_build_is_none(tmp_path: Path, text: str) -> None:
    assert LastBuild.read(tmp_path / "last.json") is None
    (tmp_path / "last.json").write_text(text, encoding="utf-8")
    assert LastBuild.read(tmp_path / "last.json") is None


def test_asking_imports_neither_pelican_nor_the_model() -> None:
    program = "import sys, khuyencong.build.unchanged; print({'pelican', 'pydantic'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
