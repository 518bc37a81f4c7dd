"""What the benchmark reports: whole process trees, and ratios inside a round."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.measure import Cost
from bench.report import pages_table, table
from tests.builds import ROOT

BURN = "sum(range(3_000_000))"


def row(tool: str, number: int, wall: float) -> dict[str, object]:
    cost = {"wall": wall, "cpu": 2 * wall, "largest_mb": 10.0, "together_mb": 12.0}
    return {"tool": tool, "scenario": "cold", "round": number, **cost}


def run(program: str, folder: Path) -> Cost:
    """Measure a program from a process of its own, as measuring takes in all children of the process that measures."""
    measuring = (
        "import dataclasses, json, pathlib, sys; from bench.measure import run; folder = pathlib.Path(sys.argv[2]); "
        "cost = run([sys.executable, '-c', sys.argv[1]], folder, {}, folder / 'log'); "
        "print(json.dumps(dataclasses.asdict(cost)))"
    )
    command = [sys.executable, "-c", measuring, program, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Cost(**json.loads(done.stdout))


def test_ratios_are_taken_inside_each_round() -> None:
    rows = [row("hugo", 1, 1.0), row("ours", 1, 2.0), row("hugo", 2, 10.0), row("ours", 2, 40.0)]
    ours = table(rows).splitlines()[-1]
    assert ours == "| cold | ours | 2 | 21.00 (2.00) | 42.00 (4.00) | 10 | 12 | 3.00 | 3.00 |"


def test_without_hugo_there_is_no_ratio() -> None:
    assert table([row("ours", 1, 2.0)]).endswith("| – | – |")


def test_pages_that_differ_are_named() -> None:
    said = pages_table({"hugo": {"a.html", "c.html"}, "ours": {"a.html", "b.html"}})
    assert "| hugo | 2 | 1: c.html | 1: b.html |" in said


def test_children_and_grandchildren_are_counted(tmp_path: Path) -> None:
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}]); {BURN}"
    alone = run(BURN, tmp_path)
    both = run(inner, tmp_path)
    assert alone.status == both.status == 0
    assert both.cpu > alone.cpu
    assert both.wall > 0 < both.largest_mb <= both.together_mb


def test_a_process_that_outlives_the_command_is_counted(tmp_path: Path) -> None:
    child = "import time\nwhile time.process_time() < 0.1: pass\ntime.sleep(0.2)"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {child!r}])"
    cost = run(parent, tmp_path)
    assert cost.cpu > 0.1


def test_what_fails_is_told_by_its_status(tmp_path: Path) -> None:
    cost = run("print('no'); raise SystemExit(3)", tmp_path)
    assert cost.status == 3
    assert (tmp_path / "log").read_text(encoding="utf-8").strip() == "no"
