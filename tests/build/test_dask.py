"""Work on Dask's workers gives the same site; a real scheduler and two real workers, on this machine."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khuyencong.build import workers
from tests.builds import fingerprints
from tests.small_builds import Workplace

distributed = pytest.importorskip("distributed", reason="tested when installed: make test-all")


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """A scheduler with two workers, and a view of what they do."""
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as connected,
    ):
        yield connected


@pytest.fixture
def scheduler(client: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The scheduler's address, which the build is told."""
    address: str = client.scheduler.address
    monkeypatch.setenv(workers.SCHEDULER, address)
    return address


def test_dask_workers_build_the_same_site_byte_for_byte(
    client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Workplace.make(tmp_path)
    work.build("alone", "cache-alone")
    monkeypatch.setenv(workers.SCHEDULER, client.scheduler.address)
    with distributed.get_task_stream(client) as stream:
        work.build("shared", "cache-shared")
    tasks = Counter((task["worker"], task["key"].partition("-")[0]) for task in stream.data)
    assert {worker for worker, _ in tasks} == set(client.nthreads())
    assert {work for _, work in tasks} >= {"read_and_pack", "make_pages"}
    assert fingerprints(tmp_path / "shared") == fingerprints(tmp_path / "alone")


@pytest.mark.usefixtures("scheduler")
def test_what_fails_on_a_worker_fails_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(workers.map_chunks(divide, [1, 0], print))


def divide(numbers: Any) -> list[float]:
    """Work that fails for one piece."""
    return [1 / number for number in numbers]


@pytest.mark.usefixtures("scheduler")
def test_workers_of_another_version_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "program_version", os.getpid)
    with pytest.raises(RuntimeError, match="another version of the program"):
        list(workers.map_chunks(divide, [1], print))
