"""Reads content files, and remembers what it has read: a file that did not change is not parsed again."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import pickle
import stat
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from khuyencong.build.attached import Attachments
from khuyencong.build.kept import Kept
from khuyencong.build.memo import key_of
from khuyencong.build.pictures import PictureReader
from khuyencong.build.progress import phase
from khuyencong.build.shelf import StoreShelf
from khuyencong.build.store import Store
from khuyencong.build.unchanged import SETTLED
from khuyencong.build.workers import map_chunks
from khuyencong.model.parsing import Waiting, read_file
from khuyencong.model.row import NOTHING, Row
from khuyencong.model.source import MAX_BYTES
from khuyencong.model.tables import Tables
from khuyencong.model.tree import Tree, read_tree

PUT_AT_ONCE = 3_000
"""Values that wait in memory until they are put into the store together."""


class Seen(NamedTuple):
    """A content file as it was when it was last read.

    Arguments:
        size: its size in bytes.
        modified: its time of modification in nanoseconds; -1 when it was too young to be trusted.
        changed: the time of its last change of any kind in nanoseconds.
        digest: hash of its bytes.
        tables: hash of the tables that it was read against.
        row: its row.
    """

    size: int
    modified: int
    changed: int
    digest: str
    tables: str
    row: Row

    def still_shows(self, one: Waiting, tables: str) -> bool:
        """Whether a file lies there as it was, and would be read against the same tables."""
        here = (self.size, self.modified, self.changed, self.tables, self.row.shown)
        return here == (one.size, one.modified, one.changed, tables, one.shown)


NEVER = Seen(-1, -1, -1, "", "", NOTHING)
"""What was never read."""


class Packed(NamedTuple):
    """A content file that has been read in any process.

    Arguments:
        row: its row.
        entry: the pickled entry; empty when there is none.
        body: its Markdown.
    """

    row: Row
    entry: bytes
    body: bytes


class Reader:
    """Reads content files with the help of a store.

    Arguments:
        store: holds rows by the hash of what they are made from, entries and Markdown by `Row.whole`.
        folder: the cache folder, where the rows of the last build lie together; they hold for one edition of the store.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        """Read the rows of the last build."""
        self.store = store
        self.folder = folder
        self.kept = Kept.open(folder / "index.pickle", store.edition)
        self.seen: dict[str, Seen] = self.kept.sections.get("seen", {})

    def __call__(self, waiting: Sequence[Waiting], tables: Tables) -> tuple[list[Row], StoreShelf]:
        """Read files in order, parsing only those never seen before."""
        against = key_of(tables)
        now = time.time_ns()
        seen = {one.path: self.seen.get(one.path, NEVER) for one in waiting}
        doubtful = [one for one in waiting if not seen[one.path].still_shows(one, against)]
        digests = {one: self._digest(one) for one in doubtful}
        rows = self._rows({_key(one, digest, against): one for one, digest in digests.items()}, tables)
        for one, digest in digests.items():
            trusted = one.modified if now - one.modified > SETTLED * 1e9 else -1
            seen[one.path] = Seen(one.size, trusted, one.changed, digest, against, rows[_key(one, digest, against)])
        self.kept.write({"seen": seen})
        self.seen = seen
        return [one.row for one in seen.values()], StoreShelf(self.folder)

    def used(self) -> list[str]:
        """List what this build needs of the store."""
        return [f"{kind} {one.row.whole}" for one in self.seen.values() for kind in ("entry", "body")]

    def _digest(self, one: Waiting) -> str:
        before = self.seen.get(one.path, NEVER)
        is_same = (before.size, before.modified, before.changed) == (one.size, one.modified, one.changed)
        return before.digest if is_same else _hash_of_bytes(one)

    def _rows(self, missing: dict[str, Waiting], tables: Tables) -> dict[str, Row]:
        """Give the rows of files that the last build did not have, from the store or by parsing."""
        known = self.store.get_all(f"row {key}" for key in missing)
        rows: dict[str, Row] = {name.removeprefix("row "): pickle.loads(data) for name, data in known.items()}  # noqa: S301 - written by ourselves
        unknown = {key: one for key, one in missing.items() if key not in rows}
        values: dict[str, bytes] = {}
        with phase("Đọc nội dung", len(unknown)) as advance:
            read = map_chunks(partial(read_and_pack, tables), list(unknown.values()), advance)
            for key, packed in zip(unknown, read, strict=True):
                rows[key] = packed.row
                if _lies_as_found(unknown[key]):
                    values[f"row {key}"] = pickle.dumps(packed.row, protocol=5)
                values[f"entry {packed.row.whole}"] = packed.entry
                values[f"body {packed.row.whole}"] = packed.body
                if len(values) > PUT_AT_ONCE:
                    self.store.put_all(values)
                    values.clear()
        self.store.put_all(values)
        return rows


def read_and_pack(tables: Tables, waiting: Sequence[Waiting]) -> list[Packed]:
    """Read content files, in order, in any process.

    Arguments:
        tables: what they are read against.
        waiting: the files.
    """
    read = [read_file(one, tables) for one in waiting]
    return [Packed(row, pickle.dumps(entry, protocol=5) if entry else b"", body.encode()) for row, entry, body in read]


def _key(one: Waiting, digest: str, against: str) -> str:
    return key_of(one.key, one.shown, digest, against)


def _lies_as_found(one: Waiting) -> bool:
    """Whether a file was not written while it was read, so that the hash of its bytes is that of what was read."""
    try:
        there = os.lstat(one.path)
    except OSError:
        return False
    return (there.st_size, there.st_mtime_ns) == (one.size, one.modified)


def _hash_of_bytes(one: Waiting) -> str:
    """Hash a file's bytes; what is no ordinary file, too large or unreadable is left to the gate to explain."""
    try:
        if stat.S_ISREG(os.lstat(one.path).st_mode) and one.size <= MAX_BYTES:
            return hashlib.sha256(Path(one.path).read_bytes()).hexdigest()
    except OSError:
        return f"unreadable {time.time_ns()}"
    return f"refused {time.time_ns()}"


def read_content(content: Path, today: dt.date, store: Store, cache: Path) -> Tree:
    """Read and check the content folder, parsing only what earlier builds have not parsed.

    Arguments:
        content: the content folder.
        today: the day of the build.
        store: what earlier builds worked out.
        cache: the cache folder.
    """
    reader = Reader(store, cache)
    tree = read_tree(content, today, reader, PictureReader(cache))
    attachments = Attachments(content.resolve(), store)
    if tree.index:
        tree.problems = sorted({*tree.problems, *attachments.look_into(tree.index, tree.reviewed)})
    store.prune(lambda: [*reader.used(), *attachments.used])
    return tree
