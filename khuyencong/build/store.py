"""The cache folder: what earlier builds worked out, kept by the hash of what it was worked out from.

Everything in it may be deleted at any time. A crash leaves the old or the new content, as SQLite's journal sees to,
and only one build at a time holds the folder.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from platform import python_version

from khuyencong.build.unchanged import installed

MAX_BYTES = 1_000_000_000
"""Size in bytes above which what was unused longest is dropped."""

NAME = "store.sqlite"

KEYS_AT_ONCE = 500
"""Keys in one question; SQLite allows 999 in old versions."""

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def program_version() -> str:
    """Hash the program and the versions of what it builds on, so that an upgrade never meets stale results."""
    digest = hashlib.sha256(python_version().encode())
    digest.update("\n".join(installed()).encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class StoreError(Exception):
    """Raised when the store lacks a value that it should hold, as after a loss of power."""


class Store:
    """Values by key in one SQLite file that belongs to one version of the program.

    Its `edition` is another one each time it begins anew, for what is only right while the values are there.

    Arguments:
        folder: the cache folder.
        version: see `program_version`; values of other versions are dropped.
    """

    def __init__(self, folder: Path, version: str) -> None:
        """Open the store, making it new when it is missing, broken or of another version."""
        self.version = version
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / NAME
        try:
            self.database = self._open(path)
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self.database = self._open(path)

    def _open(self, path: Path) -> sqlite3.Connection:
        database = sqlite3.connect(path, isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        # A lost value is worked out again, so waiting for the disk at every write would buy nothing.
        database.execute("PRAGMA synchronous = OFF")
        database.execute("CREATE TABLE IF NOT EXISTS meta (version TEXT, edition TEXT)")
        database.execute("CREATE TABLE IF NOT EXISTS value (key TEXT PRIMARY KEY, value BLOB, used INTEGER)")
        found = database.execute("SELECT version, edition FROM meta").fetchone()
        if not found or found[0] != self.version:
            found = self.version, f"{self.version} {os.urandom(8).hex()}"
            database.execute("BEGIN")
            database.execute("DELETE FROM value")
            database.execute("DELETE FROM meta")
            database.execute("INSERT INTO meta VALUES (?, ?)", found)
            database.execute("COMMIT")
        self.edition = str(found[1])
        return database

    def get_all(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Give the values of those keys that are known."""
        found: dict[str, bytes] = {}
        waiting = list(keys)
        for start in range(0, len(waiting), KEYS_AT_ONCE):
            some = waiting[start : start + KEYS_AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(self.database.execute(f"SELECT key, value FROM value WHERE key IN ({marks})", some))  # noqa: S608 - only question marks
        return found

    def get(self, key: str) -> bytes:
        """Give a value that must be there.

        Raises:
            StoreError: when it is not.
        """
        found = self.get_all([key])
        if key not in found:
            raise StoreError(key)
        return found[key]

    def put_all(self, values: Mapping[str, bytes]) -> None:
        """Keep values; all of them or, if the build is killed here, none."""
        now = int(time.time())
        self.database.execute("BEGIN")
        self.database.executemany(
            "REPLACE INTO value VALUES (?, ?, ?)", ((key, value, now) for key, value in values.items())
        )
        self.database.execute("COMMIT")

    def prune(self, keep: Callable[[], Iterable[str]]) -> None:
        """Drop what was unused longest, when the store has grown above its size; never what this build uses.

        Arguments:
            keep: gives the keys that this build used.
        """
        size = self.size()
        if size <= MAX_BYTES:
            return
        now = int(time.time())
        self.database.execute("BEGIN")
        self.database.executemany("UPDATE value SET used = ? WHERE key = ?", ((now, key) for key in keep()))
        unused = "SELECT key, LENGTH(value) FROM value WHERE used < ? ORDER BY used"
        dropped = 0
        for key, length in self.database.execute(unused, (now,)).fetchall():
            if size - dropped <= MAX_BYTES // 2:
                break
            self.database.execute("DELETE FROM value WHERE key = ?", (key,))
            dropped += length
        self.database.execute("COMMIT")
        if dropped:
            self.database.execute("VACUUM")

    def size(self) -> int:
        """Give the size of all values in bytes, about; SQLite knows it without looking at them."""
        pages, free, bytes_of_page = (
            self.database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * bytes_of_page)

    def close(self) -> None:
        """Close the file."""
        self.database.close()


def read_only(folder: Path) -> Callable[[str], bytes]:
    """Open the store of a cache folder for reading, in any process.

    Returns:
        A function that gives the value of a key, which must be there.
    """
    address = f"{(folder / NAME).resolve().as_uri()}?mode=ro"
    lock = threading.Lock()
    opened: dict[int, sqlite3.Connection] = {}

    def value(key: str) -> bytes:
        process = os.getpid()  # a copy of a process must not use the connection of the original
        with lock:
            if process not in opened:
                opened[process] = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
            found = opened[process].execute("SELECT value FROM value WHERE key = ?", (key,)).fetchone()
        if found is None:
            raise StoreError(key)
        return bytes(found[0])

    return value


@contextmanager
def only_one_build(folder: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Let one build at a time use the cache folder and the output; a second one waits and says so.

    Arguments:
        folder: the cache folder.
        tell: prints a line.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("Một lần dựng khác đang chạy. Đang chờ nó xong …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
