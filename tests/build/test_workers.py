"""Work gives the same results in the same order, wherever it runs."""

from __future__ import annotations

import math
from collections.abc import Sequence
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


@pytest.mark.parametrize("count", ["1", "2", "3"])
def test_results_come_in_order_with_any_number_of_workers(monkeypatch: pytest.MonkeyPatch, count: str) -> None:
    monkeypatch.setenv("BUILD_WORKERS", count)
    monkeypatch.setattr(workers, "WORTH_A_POOL", 10)
    done: list[int] = []
    assert list(map_chunks(squares, range(100), done.append)) == [number * number for number in range(100)]
    assert sum(done) == 100


def test_little_work_starts_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "8")
    with workers.executor(workers.WORTH_A_POOL - 1) as pool:
        assert pool is None


def test_no_work_gives_no_results() -> None:
    assert list(map_chunks(squares, [], lambda _: None)) == []


@pytest.mark.parametrize(("given", "count"), [("3", 3), ("0", 1)])
def test_the_number_of_workers_can_be_set(monkeypatch: pytest.MonkeyPatch, given: str, count: int) -> None:
    monkeypatch.setenv("BUILD_WORKERS", given)
    assert worker_count() == count


def test_what_fails_in_a_worker_fails_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "2")
    monkeypatch.setattr(workers, "WORTH_A_POOL", 1)
    with pytest.raises(ValueError, match="math domain"):
        list(map_chunks(roots, [1, -1], lambda _: None))


@pytest.mark.site
def test_one_worker_and_two_build_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "1")
    alone = fingerprints(build(ROOT / "content", tmp_path / "one"))
    monkeypatch.setenv("BUILD_WORKERS", "2")
    assert fingerprints(build(ROOT / "content", tmp_path / "two")) == alone
