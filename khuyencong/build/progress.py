"""Shows how far a long step is, and keeps how many seconds each step took.

Nothing heavy is imported here: a build of a tenth of a second shows no bar and must not wait for one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Self

from khuyencong.model.vietnamese import number

if TYPE_CHECKING:
    from rich.progress import Progress

WORTH_A_BAR = 2.0
"""Seconds from which a build is long enough for a bar, and a finished step for a line that stays."""
BETWEEN_LOOKS = 0.1
"""Seconds between two changes of the bar."""


@dataclass(slots=True)
class Step:
    """All phases of one name.

    Arguments:
        pieces: how many pieces there were.
        seconds: how long they took, without the phases within them.
    """

    pieces: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class Phases:
    """Where the seconds of one build went; phases that begin inside the `with` block are noted.

    Arguments:
        started: when the build began, on the clock of `time.monotonic`.
    """

    started: float = field(default_factory=time.monotonic)
    steps: dict[str, Step] = field(default_factory=dict)
    _within: list[float] = field(default_factory=list)
    _token: Token[Phases | None] | None = None

    def __enter__(self) -> Self:
        """Begin to take notes."""
        self._token = _current.set(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """End taking notes."""
        if self._token:
            _current.reset(self._token)

    @contextmanager
    def note(self, label: str, pieces: int) -> Iterator[None]:
        """Note how long something takes.

        Arguments:
            label: its name; the seconds of the same name are added.
            pieces: how many pieces there are.
        """
        began = time.monotonic()
        self._within.append(0.0)
        try:
            yield
        finally:
            seconds = time.monotonic() - began
            step = self.steps.setdefault(label, Step())
            step.pieces += pieces
            step.seconds += seconds - self._within.pop()
            if self._within:
                self._within[-1] += seconds


_current: ContextVar[Phases | None] = ContextVar("_current", default=None)


def say(text: str) -> None:
    """Print a line for whoever runs the build."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def phase(label: str, total: int = 0) -> Iterator[Callable[[int], None]]:
    """Note one step of the build and show its progress where that is worth it.

    Arguments:
        label: what is being done.
        total: how many pieces there are; 0 for a step without pieces.

    Yields:
        A function to call with the number of pieces that were just done.
    """
    phases = _current.get() or Phases()
    began = time.monotonic()
    with phases.note(label, total), ExitStack() as until_the_end:
        yield _Bar(label, total, phases.started, until_the_end).advance
    seconds = time.monotonic() - began
    if seconds >= WORTH_A_BAR and total:
        say(f"{label}: {number(total)} trong {decimal(seconds)} giây")


def decimal(value: float, places: int = 1) -> str:
    """Write a number with decimal places the Vietnamese way."""
    return f"{value:.{places}f}".replace(".", ",")


class _Bar:
    """The bar of one step: nothing is shown until it is likely that the build takes long.

    It has no thread of its own, as a process with threads must not be copied (see `workers.py`).
    """

    def __init__(self, label: str, total: int, build_began: float, until_the_end: ExitStack) -> None:
        self.label = label
        self.total = total
        self.done = 0
        self._build_began = build_began
        self._began = time.monotonic()
        self._looked = 0.0
        self._until_the_end = until_the_end
        self._shown: Progress | None = None

    def advance(self, done: int) -> None:
        """Take note that more pieces are done."""
        self.done += done
        now = time.monotonic()
        if now - self._looked < BETWEEN_LOOKS or self.done >= self.total or not sys.stdout.isatty():
            return
        self._looked = now
        left = (now - self._began) / max(1, self.done) * (self.total - self.done)
        if self._shown is None and now - self._build_began + left >= WORTH_A_BAR:
            self._shown = self._until_the_end.enter_context(_rich_bar())
            self._shown.add_task(self.label, total=self.total, left="")
        if self._shown:
            task = self._shown.task_ids[0]
            self._shown.update(task, completed=self.done, left=f"còn {_duration(left)}", refresh=True)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest} giây" if minutes else f"{rest} giây"


def _rich_bar() -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - 0.1 s, for a bar only

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[left]}"))
    return Progress(*columns, transient=True, auto_refresh=False)
