"""Progress is shown where a build takes long, and the seconds of every step are kept."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time

import pytest

from khuyencong.build.progress import Phases, phase
from tests.builds import ROOT

STEP = """
import sys, time
now = 100.0
time.monotonic = lambda: now
from khuyencong.build.progress import phase
total, seconds = int(sys.argv[1]), float(sys.argv[2])
with phase("Dựng trang", total) as advance:
    for _ in range(total):
        now += seconds
        advance(1)
loaded = [name for name in ("rich", "pelican") if name in sys.modules]
print("loaded", loaded)
"""


def in_terminal(total: int, seconds: float) -> str:
    """Run a step in a terminal, by a clock of its own, and give all that it wrote there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", STEP, str(total), str(seconds)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=theirs, stderr=theirs):
        os.close(theirs)
        return b"".join(iter(lambda: read(ours), b"")).decode()


def read(terminal: int) -> bytes:
    """Read from a terminal; when the other side has closed it, nothing."""
    try:
        return os.read(terminal, 10_000)
    except OSError:
        return b""


class Clock:
    """A clock that goes on only when the test says so."""

    def __init__(self) -> None:
        """Start at some time."""
        self.now = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of all phases."""
    stopped = Clock()
    monkeypatch.setattr(time, "monotonic", stopped)
    return stopped


def test_a_long_step_shows_a_bar_with_counts_and_an_estimate_as_soon_as_it_looks_long() -> None:
    said = in_terminal(24, 0.125)
    assert "Dựng trang" in said
    assert "2/24" in said
    assert "còn 3 giây" in said
    assert "còn 1 giây" in said
    assert "Dựng trang: 24 trong 3,0 giây" in said


def test_a_short_step_shows_nothing_and_loads_nothing_heavy() -> None:
    assert in_terminal(10, 0.01).split("\r\n") == ["loaded []", ""]


def test_in_a_log_a_long_step_leaves_one_line(capsys: pytest.CaptureFixture[str], clock: Clock) -> None:
    with phase("Đọc nội dung", 1200) as advance:
        clock.now += 3
        advance(1200)
    assert capsys.readouterr().out == "Đọc nội dung: 1.200 trong 3,0 giây\n"


def test_the_seconds_of_a_phase_do_not_count_those_within_it(clock: Clock) -> None:
    with Phases() as phases, phase("Ngoài", 2):
        clock.now += 1
        with phase("Trong", 5):
            clock.now += 3
        clock.now += 1
    assert {name: (step.pieces, step.seconds) for name, step in phases.steps.items()} == {
        "Trong": (5, 3.0),
        "Ngoài": (2, 2.0),
    }


def test_phases_of_one_name_are_added(clock: Clock) -> None:
    with Phases() as phases:
        for _ in range(3):
            with phase("Làm ảnh", 2):
                clock.now += 1
    assert phases.steps["Làm ảnh"].pieces == 6
    assert phases.steps["Làm ảnh"].seconds == 3.0


def test_a_phase_that_fails_is_noted_too(clock: Clock) -> None:
    def fail() -> None:
        with phase("Hỏng"):
            clock.now += 1
            raise ValueError("broken")

    with Phases() as phases, pytest.raises(ValueError, match="broken"):
        fail()
    assert phases.steps["Hỏng"].seconds == 1.0


def test_phases_outside_of_a_build_are_not_noted() -> None:
    with Phases() as phases:
        pass
    with phase("Sau"):
        pass
    assert phases.steps == {}
