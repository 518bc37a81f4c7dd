"""Looks a body through as the gate does: what is wrong in itself, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from khuyencong.model.body import look_through
from khuyencong.model.target import Surroundings, target_problem


def body_problems(body: str, around: Surroundings) -> Iterator[tuple[int, str]]:
    """Yield the line (counted from 0) and the message of each problem of a Markdown body."""
    for line, finding in look_through(body):
        message = finding
        if not isinstance(finding, str):
            message = target_problem(finding.address, around, is_picture=finding.is_picture)
        if message:
            yield line, str(message)
