"""Bounds for the programs that open files of strangers; apart, so that each starts with what it needs alone."""

from __future__ import annotations

import contextlib
import resource

SECONDS = 5
"""Of the processor. A file of 40 MB with a thousand pages takes less than one."""
MEMORY = 1_000_000_000


def bound() -> None:
    """Bound what the program may take of the machine."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    with contextlib.suppress(ValueError, OSError):  # where the system has a bound of its own, or knows none
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
