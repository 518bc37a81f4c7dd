"""Large dictionaries in the cache folder that change a little with each build.

The whole is written now and then; in between, a small second file holds what has changed since. Both name the same
edition, so that a crash between the two writes leaves either the old or the new state.
"""

from __future__ import annotations

import os
import pickle
import time
from pathlib import Path
from typing import Any, Final

GONE: Final = "\0gone"
"""Stands for the value of a key that was taken away."""
WORTH_A_NEW_WHOLE = 0.05
"""Share of changed keys from which the whole is written anew."""

Sections = dict[str, dict[Any, Any]]
"""Dictionaries by name."""


class Kept:
    """Some dictionaries in a file.

    Arguments:
        path: the file; the changes lie beside it.
        version: the version of the program, see `program_version`; what another one wrote is not used.
    """

    def __init__(self, path: Path, version: str) -> None:
        """Read the dictionaries; a missing, broken or older file gives none."""
        self.path = path
        self.version = version
        self.changes_path = path.with_suffix(".changes")
        self._written: object = None
        found = _load(path)
        self._edition, whole = found[1:] if found and found[0] == version else ("", {})
        changes = _load(self.changes_path)
        self._changes: Sections = changes[1] if changes and changes[0] == self._edition else {}
        names = [*whole, *(name for name in self._changes if name not in whole)]
        self.sections: Sections = {name: _with(whole.get(name, {}), self._changes.get(name, {})) for name in names}

    @classmethod
    def open(cls, path: Path, version: str) -> Kept:
        """Give the dictionaries of a file, without reading it when this process was the last to write it."""
        at_hand = _at_hand.get(path)
        if at_hand and at_hand.version == version and at_hand.is_as_written():
            return at_hand
        return cls(path, version)

    def write(self, sections: Sections) -> None:
        """Keep other dictionaries from now on."""
        _at_hand.pop(self.path, None)  # should the disk be full, nobody goes on with what was not written
        edition, changes = self._edition, dict(self._changes)
        for name in sections.keys() | self.sections.keys():
            difference = _difference(self.sections.get(name, {}), sections.get(name, {}))
            changes[name] = {**changes.get(name, {}), **difference}
        changed = sum(map(len, changes.values()))
        if not edition or changed > WORTH_A_NEW_WHOLE * sum(map(len, sections.values())):
            edition, changes = f"{time.time_ns()}", {}
            _write(self.path, (self.version, edition, sections))
        _write(self.changes_path, (edition, changes))
        self._edition, self._changes, self.sections = edition, changes, sections
        self._written = self._state()
        _at_hand[self.path] = self

    def is_as_written(self) -> bool:
        """Whether nobody else has written the files since."""
        return self._written is not None and self._written == self._state()

    def _state(self) -> object:
        """Describe the two files, to notice whether anybody else has written them."""
        try:
            found = (os.stat(self.path), os.stat(self.changes_path))  # noqa: PTH116 - told apart by more than times
        except OSError:
            return None
        return [(one.st_ino, one.st_size, one.st_mtime_ns) for one in found]


_at_hand: dict[Path, Kept] = {}
"""What this process has written: `make serve` builds again and again, and need not read it each time."""


def _with(held: dict[Any, Any], changes: dict[Any, Any]) -> dict[Any, Any]:
    held |= changes
    for key, value in changes.items():
        if value == GONE:
            del held[key]
    return held


def _difference(before: dict[Any, Any], after: dict[Any, Any]) -> dict[Any, Any]:
    missing = object()
    # Most values are the same object as before, which is told quickest.
    others = [(key, value) for key, value in after.items() if before.get(key, missing) is not value]
    changes = {key: value for key, value in others if before.get(key, missing) != value}
    return changes | dict.fromkeys(before.keys() - after.keys(), GONE)


def _load(path: Path) -> Any:
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301 - written by ourselves
    except (OSError, ValueError, TypeError, EOFError, AttributeError, ImportError, IndexError, pickle.UnpicklingError):
        return None


def _write(path: Path, data: object) -> None:
    """Write a file wholly or not at all."""
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.write_bytes(pickle.dumps(data, protocol=5))
    unfinished.replace(path)
