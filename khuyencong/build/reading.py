"""Reads content files, and remembers what it has read: a file that did not change is not parsed again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import pickle
import stat
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from pelican.log import console

from khuyencong.build.progress import phase
from khuyencong.build.store import Store, only_one_build, program_version
from khuyencong.build.workers import map_chunks
from khuyencong.model.parsing import ReadFile, Waiting, read_files
from khuyencong.model.source import MAX_BYTES
from khuyencong.model.tree import Tree, read_tree

SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time can be trusted: a file written twice within one tick of the clock could
otherwise keep the same time and size."""


class Reader:
    """Reads content files with the help of a store.

    Arguments:
        store: holds parsed files by the hash of their bytes.
        folder: the cache folder, where the times of files are kept.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        """Read the times of the files as they were at the last build."""
        self.store = store
        self.times_path = folder / "times.json"
        try:
            self.times: dict[str, list[int | str]] = json.loads(self.times_path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.times = {}
        self.used: list[str] = []

    def __call__(self, waiting: Sequence[Waiting]) -> Iterator[ReadFile]:
        """Read files in order, parsing only those never seen before."""
        keys = self._keys(waiting)
        known = self.store.get_all(keys)
        missing = [one for one, key in zip(waiting, keys, strict=True) if key not in known]
        with phase("Đọc nội dung", len(missing)) as advance:
            fresh = dict(zip(missing, map_chunks(read_files, missing, advance), strict=True))
        self.store.put_all(
            {
                key: pickle.dumps(fresh[one], protocol=5)
                for one, key in zip(waiting, keys, strict=True)
                if one in fresh and not fresh[one].problems
            }
        )
        self.used = keys
        for one, key in zip(waiting, keys, strict=True):
            yield fresh[one] if one in fresh else pickle.loads(known[key])  # noqa: S301 - written by ourselves

    def _keys(self, waiting: Sequence[Waiting]) -> list[str]:
        now = time.time_ns()
        times: dict[str, list[int | str]] = {}
        keys = []
        for one in waiting:
            there = os.lstat(one.path)
            before = self.times.get(one.path)
            is_same = before and before[:2] == [there.st_size, there.st_mtime_ns]
            digest = str(before[2]) if before and is_same else _digest(one.path, there)
            if now - there.st_mtime_ns > SETTLED:
                times[one.path] = [there.st_size, there.st_mtime_ns, digest]
            keys.append(hashlib.sha256(f"{one.key}\0{one.relative}\0{one.shown}\0{digest}".encode()).hexdigest())
        self._keep(times)
        return keys

    def _keep(self, times: dict[str, list[int | str]]) -> None:
        if times != self.times:
            unfinished = self.times_path.with_suffix(".part")
            unfinished.write_text(json.dumps(times), encoding="utf-8")
            unfinished.replace(self.times_path)
            self.times = times


def _digest(path: str, there: os.stat_result) -> str:
    """Hash a file's bytes; what is no ordinary file, too large or unreadable is left to the gate to explain."""
    try:
        if stat.S_ISREG(there.st_mode) and there.st_size <= MAX_BYTES:
            return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return f"unreadable {time.time_ns()}"
    return f"refused {time.time_ns()}"


def read_content(content: Path, today: dt.date, cache: Path) -> Tree:
    """Read and check the content folder, parsing only what earlier builds have not parsed.

    Arguments:
        content: the content folder.
        today: the day of the build.
        cache: the cache folder.
    """
    with only_one_build(cache, console.print):
        store = Store(cache, program_version())
        reader = Reader(store, cache)
        tree = read_tree(content, today, reader)
        store.prune(reader.used)
        store.close()
    return tree
