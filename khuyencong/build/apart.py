"""Looks at picture files in a process of its own with little time and memory: the files are not trusted.

A decoder that runs wild takes that process with it, and nothing else; the next picture gets a new one.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from khuyencong.model.pictures.verdict import Facts, Verdict
from khuyencong.model.problem import quoted

CPU_SECONDS = 5
"""Processor time for one picture; a sound one of the largest size takes about two seconds."""
MEMORY = 1_000_000_000
"""Bytes of memory for all that the process does."""
PATIENCE = 60
"""Seconds of waiting for one picture, in case its file comes from a disk that does not answer."""
_PROGRAM = "from khuyencong.build.apart import serve; serve()"
_ROOT = Path(__file__).resolve().parents[2]


def look_at(paths: Sequence[Path]) -> list[Verdict]:
    """Look at some picture files, in any process.

    Arguments:
        paths: the files.
    """
    with _Apart() as apart:
        return [apart.look_at(path) for path in paths]


class _Apart:
    """The other process; it is started when it is first needed, and again after it has died."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def look_at(self, path: Path) -> Verdict:
        """Ask for the verdict on one file."""
        self._child = self._child or _started()
        question, answer = self._child.stdin, self._child.stdout
        assert question is not None  # noqa: S101 - both are pipes
        assert answer is not None  # noqa: S101 - the same
        try:
            question.write(f"{json.dumps(os.fspath(path))}\n".encode())
            question.flush()
            line = answer.readline() if _comes(answer.fileno()) else b""
            facts, problem, warning = json.loads(line)
        except (BrokenPipeError, ValueError):  # it has died, or says nothing
            self._end()
            message = "quá phức tạp để xử lý (tốn quá nhiều thời gian hoặc bộ nhớ). Hãy mở ảnh, thu nhỏ rồi lưu lại."
            return Verdict(None, f"ảnh {quoted(path.name)} {message}")
        return Verdict(Facts(*facts) if facts else None, problem, warning)

    def _end(self) -> None:
        if self._child is not None:
            with self._child:
                self._child.kill()
            self._child = None


def _started() -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "MALLOC_ARENA_MAX": "2"}
    command = [sys.executable, "-c", _PROGRAM]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment)  # noqa: S603 - our own


def _comes(descriptor: int) -> bool:
    """Wait for an answer, but not for ever."""
    with selectors.DefaultSelector() as waiting:
        waiting.register(descriptor, selectors.EVENT_READ)
        return bool(waiting.select(PATIENCE))


def serve() -> None:
    """Answer for one file after the other until there are no more; the body of the other process."""
    import resource  # noqa: PLC0415 - only in the other process
    import signal  # noqa: PLC0415 - the same

    from khuyencong.model.pictures.inspection import inspect  # noqa: PLC0415 - the same

    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin.buffer:
        # When the time is up, the system ends the process, whatever it is doing.
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        verdict = inspect(Path(json.loads(line)))
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdout.buffer.write(f"{json.dumps(verdict)}\n".encode())
        sys.stdout.buffer.flush()
