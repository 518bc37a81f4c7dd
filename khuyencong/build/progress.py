"""Shows how far a long step is: a bar in a terminal, one line afterwards in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pelican.log import console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from khuyencong.model.vietnamese import number

WORTH_A_LINE = 2.0
"""Seconds from which a finished step is worth a line in a log."""


@contextmanager
def phase(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show the progress of one step of the build.

    Arguments:
        label: what is being done.
        total: how many pieces there are.

    Yields:
        A function to call with the number of pieces that were just done.
    """
    started = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(label, total=total)
        yield lambda done: progress.advance(task, done)
    seconds = time.monotonic() - started
    if seconds >= WORTH_A_LINE:
        console.print(f"{label}: {number(total)} trong {seconds:.1f} giây".replace(".", ","))
