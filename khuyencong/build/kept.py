"""Large dictionaries in the cache folder that change a little with each build.

The whole is written now and then; in between, a small second file holds what has changed since. Both name the same
edition, so that a crash between the two writes leaves either the old or the new state.
"""

from __future__ import annotations

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
        found = _load(path)
        self._edition, self._whole = found[1:] if found and found[0] == version else ("", {})
        changes = _load(self.changes_path)
        self._changes: Sections = changes[1] if changes and changes[0] == self._edition else {}
        names = [*self._whole, *(name for name in self._changes if name not in self._whole)]
        self.sections: Sections = {
            name: _with(self._whole.get(name, {}), self._changes.get(name, {})) for name in names
        }

    def write(self, sections: Sections) -> None:
        """Keep other dictionaries from now on."""
        for name in sections.keys() | self.sections.keys():
            difference = _difference(self.sections.get(name, {}), sections.get(name, {}))
            self._changes.setdefault(name, {}).update(difference)
        changed = sum(map(len, self._changes.values()))
        if not self._edition or changed > WORTH_A_NEW_WHOLE * sum(map(len, sections.values())):
            self._edition, self._changes = f"{time.time_ns()}", {}
            self._whole = sections
            _write(self.path, (self.version, self._edition, sections))
        _write(self.changes_path, (self._edition, self._changes))
        self.sections = sections


def _with(held: dict[Any, Any], changes: dict[Any, Any]) -> dict[Any, Any]:
    held |= changes
    for key, value in changes.items():
        if value == GONE:
            del held[key]
    return held


def _difference(before: dict[Any, Any], after: dict[Any, Any]) -> dict[Any, Any]:
    missing = object()
    changes = {key: value for key, value in after.items() if _differ(before.get(key, missing), value)}
    return changes | dict.fromkeys(before.keys() - after.keys(), GONE)


def _differ(one: object, other: object) -> bool:
    return one is not other and one != other


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
