"""Runs a command and says what it cost, together with every process that it starts."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1
"""Seconds between two looks at the memory of all processes."""
PATIENCE = 10.0
"""Seconds that processes may live on after the command has ended."""
_PR_SET_CHILD_SUBREAPER = 36
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost.

    Arguments:
        wall: seconds from start to end.
        cpu: seconds of processor time, user and system, of all processes.
        largest_mb: peak memory of the largest process.
        together_mb: peak of the memory of all processes at one moment. Pages that processes share count for
            each of them, so with several processes this is an upper bound.
        status: the exit status.
    """

    wall: float
    cpu: float
    largest_mb: float
    together_mb: float
    status: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Cost:
    """Run a command to its end, in a session of its own.

    Arguments:
        command: the command.
        folder: where it runs.
        environment: variables on top of ours.
        log: receives what it prints.
    """
    _adopt_orphans()
    started = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    watch = _Watch(process.pid)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    watch.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    usages = [usage, *_orphans(process.pid)]
    largest = max(one.ru_maxrss for one in usages) / 1024
    cpu = sum(one.ru_utime + one.ru_stime for one in usages)
    return Cost(wall, cpu, largest, max(largest, watch.peak / 2**20), process.returncode)


def _adopt_orphans() -> None:
    """Let processes whose parent ends become our children (Linux), so that their cost is counted too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _orphans(session: int) -> Iterator[resource.struct_rusage]:
    """Yield the cost of processes that outlive the command; end those of its session that do not end themselves."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            process, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if process:
            yield usage
        elif time.monotonic() > deadline:
            with suppress(ProcessLookupError):  # it may have ended just now
                os.killpg(session, signal.SIGKILL)
            deadline += PATIENCE
        else:
            time.sleep(0.02)


class _Watch(threading.Thread):
    """Adds up, again and again, the memory of a process and of everything below it.

    Arguments:
        process: the process at the top.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.peak = 0
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while not self._ended.wait(EVERY):
            self.peak = max(self.peak, sum(map(_memory, _tree(self.process))))

    def stop(self) -> None:
        """Stop looking."""
        self._ended.set()
        self.join()


def _tree(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found = children.read_text(encoding="ascii").split()
        except OSError:  # it ended meanwhile
            continue
        for child in found:
            yield from _tree(int(child))


def _memory(process: int) -> int:
    """Give the resident memory of a process in bytes; 0 when it has ended or where there is no /proc."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
