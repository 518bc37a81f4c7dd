"""Time the gate, a clean build and a second build of the real content: median, minimum and maximum of five runs."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


def seconds(command: list[str]) -> float:
    """Run a command to its end and give the wall time in seconds."""
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def measure(label: str, command: list[str], prepare: Callable[[], None]) -> None:
    """Time a command several times and print one row.

    Arguments:
        label: what is measured.
        command: the command.
        prepare: what to do before each run.
    """
    times = []
    for _ in range(RUNS):
        prepare()
        times.append(seconds(command))
    print(f"| {label} | {statistics.median(times):.2f} | {min(times):.2f} | {max(times):.2f} |", flush=True)


def main() -> None:
    """Print the table."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        build = [python, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", str(output), "--fatal=errors"]
        print("| what | median s | min | max |\n| --- | ---: | ---: | ---: |")
        measure("gate alone (make check)", [python, "scripts/check.py"], lambda: None)
        measure("clean build (make html)", build, lambda: shutil.rmtree(output, ignore_errors=True))
        measure("second build, nothing changed", build, lambda: None)


if __name__ == "__main__":
    main()
