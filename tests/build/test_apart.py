"""Pictures are looked at in a process of their own: whatever a file does to it, the build goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from khuyencong.build import apart
from khuyencong.build.apart import look_at
from khuyencong.model.pictures.inspection import inspect
from tests.builds import ROOT
from tests.pictures import KINDS, photo, png_that_says

ASKING = """
import resource
from khuyencong.build.apart import serve
serve()
print(resource.getrlimit(resource.RLIMIT_DATA)[0], resource.getrlimit(resource.RLIMIT_CORE)[0])
"""
HARMFUL = """
import sys
from pathlib import Path
from khuyencong.build import apart
from khuyencong.model.pictures import inspection
from khuyencong.model.pictures.verdict import Verdict

def harmful(path: Path) -> Verdict:
    if path.name == "cham.jpg":
        while True:
            pass
    if path.name == "nang.jpg":
        return Verdict(None, str(len(bytearray(2_000_000_000))))
    return Verdict(None, path.name)

inspection.inspect = harmful
apart.CPU_SECONDS = 0.2
apart.serve()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a photo of each kind and a few files that are none."""
    for kind, ending in KINDS.items():
        (tmp_path / f"ảnh {kind}.{ending}").write_bytes(photo(60, 40, kind=kind))
    (tmp_path / "rong.jpg").touch()
    (tmp_path / "bom.png").write_bytes(png_that_says(30_000, 30_000))
    return tmp_path


def test_the_verdicts_are_those_that_one_gets_here(folder: Path) -> None:
    paths = [*sorted(folder.iterdir()), folder / "khong-co.jpg", folder / "l\udcff.jpg"]
    assert look_at(paths) == [inspect(path) for path in paths]


def test_a_file_that_takes_too_long_or_too_much_memory_ends_only_its_own_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(apart, "_PROGRAM", HARMFUL)
    names = ("a.jpg", "cham.jpg", "b.jpg", "nang.jpg", "c.jpg", "cham.jpg")
    said = [verdict.problem for verdict in look_at([Path(name) for name in names])]
    assert [said[0], said[2], said[4]] == ["a.jpg", "b.jpg", "c.jpg"]
    for name, problem in zip(names[1::2], said[1::2], strict=True):
        assert problem.startswith(f'ảnh "{name}" quá phức tạp để xử lý')
        assert "Hãy " in problem


def test_a_process_that_never_answers_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_PROGRAM", "import time; time.sleep(600)")
    monkeypatch.setattr(apart, "PATIENCE", 0.2)
    assert "quá phức tạp" in look_at([Path("a.jpg")])[0].problem


def test_nothing_is_started_when_there_is_nothing_to_look_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert look_at([]) == []


def test_the_limits_hold_in_the_other_process() -> None:
    said = subprocess.run([sys.executable, "-c", ASKING], cwd=ROOT, input=b"", capture_output=True, check=True)
    assert said.stdout.split() == [b"1000000000", b"0"]
