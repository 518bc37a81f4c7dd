"""Where work runs: in this process, in a pool of processes, or on other machines. It is chosen in this one place."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from khuyencong.build.store import program_version

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.context import BaseContext

    from distributed import Client

Piece = TypeVar("Piece")
Result = TypeVar("Result")

WORTH_A_POOL = 300
"""Pieces of work below which starting other processes (up to a second) costs more than it saves."""
WORTH_COPIES = 20
"""The same where processes start as copies of this one (a fiftieth of a second), or are there already."""
CHUNKS_PER_WORKER = 8
"""Pieces travel in chunks; several for each worker, so that none waits long for the last."""
LARGEST_CHUNK = 64
"""Pieces in one chunk at most, so that the progress bar moves."""
PRELOADED = ["khuyencong.build.rendering", "khuyencong.model.parsing"]
"""What new processes need; the fork server imports it once for all of them."""
SCHEDULER = "BUILD_SCHEDULER"
"""The environment variable with the address of a Dask scheduler; it is used for any work, however little."""
PATIENCE = 30
"""Seconds in which a scheduler and its first worker must answer."""
THREADS = Path("/proc/self/task")
"""Where Linux lists all threads of this process, also those that Python did not start."""


class Workers:
    """One pool of workers, started when work is first worth it and kept for the steps that follow.

    Its `width` is the number of workers.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self.width = worker_count()
        self._pool: Executor | None = None
        self._until_the_end = ExitStack()

    def executor(self, pieces: int) -> Executor | None:
        """Choose where work runs.

        Arguments:
            pieces: how many pieces of work there are.

        Returns:
            An executor, or nothing when the work is better done in this process.
        """
        if not may_leave(pieces):
            return None
        scheduler = os.environ.get(SCHEDULER)
        return self._pool or (self._connect(scheduler) if scheduler else self._start(pieces))

    def _start(self, pieces: int) -> Executor | None:
        """Start processes, unless that takes longer than the work itself."""
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import, for much work only

        context = _way_of_starting()
        if pieces < WORTH_A_POOL and context.get_start_method() != "fork":
            return None
        pool = ProcessPoolExecutor(self.width, mp_context=context, initializer=_end_with_parent)
        self._pool = self._until_the_end.enter_context(pool)
        return self._pool

    def _connect(self, address: str) -> Executor:
        """Connect to workers elsewhere."""
        client = self._until_the_end.enter_context(_client(address))
        self.width = sum(client.nthreads().values())
        # Impure: the work writes pages, so it is done each time it is asked for.
        pool: Executor = client.get_executor(pure=False)
        self._pool = pool
        return pool

    def close(self) -> None:
        """End the processes."""
        self._until_the_end.close()


_kept: ContextVar[Workers | None] = ContextVar("_kept", default=None)


@contextmanager
def workers() -> Iterator[Workers]:
    """Let all parallel steps within share one pool of processes; within another such block, share that one's.

    Open it inside the lock on the cache folder: copies of this process hold the lock too, so that the next build
    waits until the last of them has ended, also when this one is killed.
    """
    outer = _kept.get()
    if outer is not None:
        yield outer
        return
    own = Workers()
    token = _kept.set(own)
    try:
        yield own
    finally:
        _kept.reset(token)
        own.close()


def may_leave(pieces: int) -> bool:
    """Whether so much work may run outside this process."""
    return pieces > 0 and (bool(os.environ.get(SCHEDULER)) or (pieces >= WORTH_COPIES and worker_count() > 1))


def worker_count() -> int:
    """Give the number of processes: `BUILD_WORKERS`, or one for each processor we may use."""
    wanted = os.environ.get("BUILD_WORKERS", "")
    if wanted.isdigit():
        return max(1, int(wanted))
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def map_chunks(
    work: Callable[[Sequence[Piece]], Sequence[Result]],
    pieces: Sequence[Piece],
    advance: Callable[[int], None],
    worth: int = 1,
) -> Iterator[Result]:
    """Do the same work on many pieces, in order.

    Arguments:
        work: a module-level function from a chunk of pieces to their results, in order.
        pieces: what to work on.
        advance: called with the number of pieces done, for the progress bar.
        worth: how many pieces of usual work one of these takes as long as.

    Yields:
        The results in the order of the pieces, whatever the number of workers.
    """
    kept = _kept.get()
    with nullcontext(kept) if kept else closing(Workers()) as available:
        pool = available.executor(len(pieces) * worth)
        size = max(1, min(LARGEST_CHUNK, len(pieces) // (available.width * CHUNKS_PER_WORKER)))
        chunks = [pieces[start : start + size] for start in range(0, len(pieces), size)]
        for chunk, results in zip(chunks, pool.map(work, chunks) if pool else map(work, chunks), strict=True):
            advance(len(chunk))
            yield from results


def _way_of_starting() -> BaseContext:
    """Choose how processes start: as copies of this one where that is safe, since they need import nothing then.

    A copy made while other threads run keeps the locks that those held, for ever. A pool that forks starts all its
    processes at the first piece of work, before any thread of its own.
    """
    from multiprocessing import get_context  # noqa: PLC0415 - slow to import, for much work only

    if sys.platform != "linux":
        return get_context()
    threads = sum(1 for _ in THREADS.iterdir()) if THREADS.is_dir() else threading.active_count()
    if threads == 1:
        return get_context("fork")
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def _end_with_parent() -> None:
    """End this worker when the build is killed; it would wait for work for ever, with the build's lock in its hands."""
    from multiprocessing import parent_process  # noqa: PLC0415 - slow to import, for much work only

    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_the_end_of, args=(parent.sentinel,), daemon=True).start()


def _wait_for_the_end_of(sentinel: int) -> None:
    from multiprocessing.connection import wait  # noqa: PLC0415 - slow to import, for much work only

    wait([sentinel])
    os._exit(1)


def _client(address: str) -> Client:
    """Connect to a Dask scheduler whose workers are the same program as this one.

    Arguments:
        address: as in `tcp://127.0.0.1:8786`.

    Raises:
        RuntimeError: when Dask is not installed, or a worker would make other pages than this process.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an optional package, which takes a second
    except ModuleNotFoundError as missing:
        raise RuntimeError(
            f"{SCHEDULER} is set, but {missing.name} is not installed: see docs/dependencies.md"
        ) from missing
    client = Client(address, timeout=PATIENCE)
    client.wait_for_workers(1, timeout=PATIENCE)
    versions = client.run(program_version)
    others = sorted(worker for worker, version in versions.items() if version != program_version())
    if others:
        client.close()
        raise RuntimeError(f"these workers run another version of the program, start them anew: {', '.join(others)}")
    return client
