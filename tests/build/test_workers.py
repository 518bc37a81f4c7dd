"""Work gives the same results in the same order, wherever it runs."""

from __future__ import annotations

import fcntl
import math
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from khuyencong.build import workers
from khuyencong.build.workers import map_chunks, worker_count
from tests.builds import ROOT, build, fingerprints


def squares(numbers: Sequence[int]) -> list[int]:
    """Work for the tests; it must be importable by other processes."""
    return [number * number for number in numbers]


def roots(numbers: Sequence[int]) -> list[float]:
    """Work that fails for some pieces."""
    return [math.sqrt(number) for number in numbers]


def process_numbers(pieces: Sequence[int]) -> list[int]:
    """Work that says where it ran."""
    return [os.getpid() for _ in pieces]


def no_bar(done: int) -> None:
    """Show no progress."""


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers, used for any work."""
    monkeypatch.setenv("BUILD_WORKERS", "2")
    monkeypatch.setattr(workers, "WORTH_A_POOL", 1)
    monkeypatch.setattr(workers, "WORTH_COPIES", 1)


@pytest.mark.parametrize("count", ["1", "2", "3"])
@pytest.mark.usefixtures("eager")
def test_results_come_in_order_with_any_number_of_workers(monkeypatch: pytest.MonkeyPatch, count: str) -> None:
    monkeypatch.setenv("BUILD_WORKERS", count)
    done: list[int] = []
    assert list(map_chunks(squares, range(100), done.append)) == [number * number for number in range(100)]
    assert sum(done) == 100


def test_little_work_starts_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "8")
    with workers.workers() as available:
        assert available.executor(workers.WORTH_COPIES - 1) is None


def test_beside_threads_processes_start_slowly_so_more_work_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "8")
    with another_thread(), workers.workers() as available:
        assert available.executor(workers.WORTH_A_POOL - 1) is None


@pytest.mark.usefixtures("eager")
def test_all_steps_of_a_build_share_one_pool() -> None:
    with workers.workers(), workers.workers():
        first = set(map_chunks(process_numbers, range(100), no_bar))
        second = set(map_chunks(process_numbers, range(100), no_bar))
    assert os.getpid() not in first
    assert len(first | second) <= 2


@pytest.mark.usefixtures("eager")
def test_the_pool_ends_with_the_build() -> None:
    with workers.workers():
        assert set(map_chunks(process_numbers, range(100), no_bar))
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()


@contextmanager
def another_thread() -> Iterator[None]:
    """Let another thread run for a while."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    yield
    ended.set()
    thread.join()


def test_a_process_with_threads_is_never_copied() -> None:
    with another_thread():
        assert workers._way_of_starting().get_start_method() == "forkserver"


@pytest.mark.usefixtures("eager")
def test_work_beside_threads_gives_the_same() -> None:
    with another_thread():
        assert list(map_chunks(squares, range(100), no_bar)) == [number * number for number in range(100)]


ALONE = """
import sys
from khuyencong.build.workers import _way_of_starting
print(_way_of_starting().get_start_method())
"""


def test_a_process_with_a_single_thread_is_copied() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["fork"]


KILLED = """
import fcntl, sys, time
from khuyencong.build import workers
from tests.build.test_workers import sleep_long
workers.WORTH_COPIES = 1
lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
print("locked", flush=True)
list(workers.map_chunks(sleep_long, range(100), print))
"""


def sleep_long(pieces: Sequence[int]) -> list[int]:
    """Work that says when it begins, and does not end while the test looks."""
    os.write(sys.stdout.fileno(), b"working\n")
    time.sleep(100)
    return [*pieces]


def test_the_workers_of_a_killed_build_end_and_let_go_of_its_lock(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    environment = {**os.environ, "BUILD_WORKERS": "2"}
    command = [sys.executable, "-c", KILLED, str(lock)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as building:
        assert building.stdout
        assert [building.stdout.readline() for _ in range(3)] == ["locked\n", "working\n", "working\n"]
        building.kill()
        building.stdout.read()  # ends when the last worker has closed its end
    with lock.open() as again:
        fcntl.flock(again, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_no_work_gives_no_results() -> None:
    assert list(map_chunks(squares, [], no_bar)) == []


@pytest.mark.parametrize(("given", "count"), [("3", 3), ("0", 1)])
def test_the_number_of_workers_can_be_set(monkeypatch: pytest.MonkeyPatch, given: str, count: int) -> None:
    monkeypatch.setenv("BUILD_WORKERS", given)
    assert worker_count() == count


@pytest.mark.usefixtures("eager")
def test_what_fails_in_a_worker_fails_here() -> None:
    with pytest.raises(ValueError, match="math domain"):
        list(map_chunks(roots, [1, -1], no_bar))


def test_a_scheduler_without_dask_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_SCHEDULER", "tcp://127.0.0.1:8786")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RuntimeError, match=r"distributed is not installed: see docs/dependencies\.md"):
        list(map_chunks(squares, [1], no_bar))


@pytest.mark.site
def test_one_worker_and_two_build_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "1")
    alone = fingerprints(build(ROOT / "content", tmp_path / "one"))
    monkeypatch.setenv("BUILD_WORKERS", "2")
    assert fingerprints(build(ROOT / "content", tmp_path / "two")) == alone
