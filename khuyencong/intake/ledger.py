"""The ledger: which files the intake wrote, so that it never overwrites what a person has edited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias

NAME = ".imported.json"

Verdict: TypeAlias = Literal["written", "unchanged", "edited", "removed"]
"""What became of a file: written; already so; kept as a person edited it; left out as a person removed it."""


class LedgerError(Exception):
    """The ledger cannot be read; the message is Vietnamese."""


class Ledger:
    """Path and SHA-256 of every file that the intake wrote, kept in `content/.imported.json`."""

    def __init__(self, content: Path, written: Mapping[str, str]) -> None:
        """Take the content folder and the entries known so far."""
        self._content = content
        self._written = dict(written)
        self._before = dict(written)

    @classmethod
    def read(cls, content: Path) -> Ledger:
        """Read the ledger of a content folder; a folder without one gives an empty ledger.

        Raises:
            LedgerError: when the file is there but is not a ledger.
        """
        path = content / NAME
        if not path.exists():
            return cls(content, {})
        try:
            entries = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise LedgerError(f'sổ "{path}" hỏng. Hãy lấy lại từ bản trước; đừng xóa.') from error
        if not isinstance(entries, dict) or not all(isinstance(value, str) for value in entries.values()):
            raise LedgerError(f'sổ "{path}" không đúng dạng. Hãy lấy lại từ bản trước; đừng xóa.')
        return cls(content, entries)

    def put(self, path: str, text: str) -> Verdict:
        """Write a file unless a person has had a hand in it.

        Arguments:
            path: the file, relative to the content folder.
            text: what it is to hold.
        """
        data = text.encode("utf-8")
        file = self._content / path
        if not file.exists():
            if path in self._written:
                return "removed"
        elif file.read_bytes() == data:
            self._written[path] = _digest(data)
            return "unchanged"
        elif self._written.get(path) != _digest(file.read_bytes()):
            return "edited"
        _write(file, data)
        self._written[path] = _digest(data)
        return "written"

    def orphans(self, made: set[str]) -> list[str]:
        """List files written before that still exist but that no row makes any more.

        Arguments:
            made: the paths that rows make now.
        """
        return sorted(path for path in self._written if path not in made and (self._content / path).exists())

    def save(self) -> None:
        """Write the ledger if it has changed."""
        if self._written != self._before:
            text = json.dumps(self._written, ensure_ascii=False, indent=2, sort_keys=True)
            _write(self._content / NAME, f"{text}\n".encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write a whole file or nothing: first beside it, then in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_bytes(data)
    beside.replace(path)
