"""What the published site was made of: for each file the key it was made from, and how it lies on the disk.

A file whose key is the same and which lies there untouched is neither made nor written again. The key holds all
that the file is a function of, so nothing has to know what depends on what.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Made(NamedTuple):
    """One file of the published site.

    Arguments:
        key: hash of everything that the file is a function of.
        sha256: hash of its bytes.
        size: its size in bytes.
        modified: its time of modification in nanoseconds.
    """

    key: str
    sha256: str
    size: int
    modified: int


@dataclass(slots=True)
class Memo:
    """What is known of one output folder.

    Arguments:
        version: the version of the program that wrote it.
        files: what each file was made from.
        beside: the files that each page needs beside it.
        behind: in which files the other folder differs from the published one; nothing when that is unknown.
    """

    version: str
    files: dict[str, Made] = field(default_factory=dict)
    beside: dict[str, list[str]] = field(default_factory=dict)
    behind: list[str] | None = None

    @classmethod
    def read(cls, path: Path, version: str) -> Memo:
        """Read a memo; a missing, broken or older one gives an empty memo, and everything is made again."""
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            if found["version"] == version:
                files = {name: Made(*made) for name, made in found["files"].items()}
                return cls(version, files, found["beside"], found["behind"])
        except (OSError, ValueError, KeyError, TypeError):
            return cls(version)
        return cls(version)

    def write(self, path: Path) -> None:
        """Write the memo whole or not at all."""
        unfinished = path.with_suffix(".part")
        unfinished.write_text(
            json.dumps({name: getattr(self, name) for name in ("version", "files", "beside", "behind")}),
            encoding="utf-8",
        )
        unfinished.replace(path)

    def has(self, output: Path, path: str, key: str) -> bool:
        """Say whether a file was made from this key and lies in the output as it was written."""
        made = self.files.get(path)
        if made is None or made.key != key:
            return False
        try:
            there = (output / path).stat()
        except OSError:
            return False
        return there.st_size == made.size and there.st_mtime_ns == made.modified


def key_of(*parts: object) -> str:
    """Hash plain data by the way it is written out.

    Views, settings and addresses are frozen data all through, so equal data is written the same in every process;
    a pickle is not, as it tells apart equal texts that are different objects and writes sets in any order.
    """
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
