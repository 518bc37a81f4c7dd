"""Recognitions in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable

from khuyencong.model.recognition import Recognition, in_time


def awards(recognitions: Iterable[Recognition]) -> tuple[str, ...]:
    """Name what was awarded, oldest first.

    A recognition with a note is left out: the note may say that it was only proposed, and `award` has no room for it.
    """
    return tuple(
        f"{one.label} ({one.known_date.vietnamese})" if one.known_date else one.label
        for one in in_time(recognitions)
        if not one.note
    )
