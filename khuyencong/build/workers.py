"""Where work runs: in this process or in a pool of processes. The choice is made in this one place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

WORTH_A_POOL = 300
"""Pieces of work below which starting other processes (about half a second) costs more than it saves."""
CHUNKS_PER_WORKER = 8
"""Pieces travel in chunks; several for each worker, so that none waits long for the last."""


def worker_count() -> int:
    """Give the number of processes: `BUILD_WORKERS`, or one for each processor we may use."""
    wanted = os.environ.get("BUILD_WORKERS", "")
    return max(1, int(wanted)) if wanted.isdigit() else len(os.sched_getaffinity(0))


@contextmanager
def executor(pieces: int) -> Iterator[Executor | None]:
    """Choose where work runs.

    Arguments:
        pieces: how many pieces of work there are.

    Yields:
        An executor, or nothing when the work is better done in this process.
    """
    if pieces < WORTH_A_POOL or worker_count() == 1:
        yield None
    else:
        # Not fork: this process may have threads (the progress bar), and a fork copies their locks.
        context = get_context("forkserver")
        context.set_forkserver_preload(["khuyencong.build.rendering", "khuyencong.model.parsing"])
        with ProcessPoolExecutor(worker_count(), mp_context=context) as pool:
            yield pool


def map_chunks(
    work: Callable[[Sequence[Piece]], Sequence[Result]], pieces: Sequence[Piece], advance: Callable[[int], None]
) -> Iterator[Result]:
    """Do the same work on many pieces, in order.

    Arguments:
        work: a module-level function from a chunk of pieces to their results, in order.
        pieces: what to work on.
        advance: called with the number of pieces done, for the progress bar.

    Yields:
        The results in the order of the pieces, whatever the number of workers.
    """
    with executor(len(pieces)) as pool:
        size = max(1, min(64, len(pieces) // (worker_count() * CHUNKS_PER_WORKER) or 1))
        chunks = [pieces[start : start + size] for start in range(0, len(pieces), size)]
        for chunk, results in zip(chunks, pool.map(work, chunks) if pool else map(work, chunks), strict=True):
            advance(len(chunk))
            yield from results
