"""Puts a whole new site in the place of the old one in a single step.

Two folders take turns. The site lies in `output/`; beside it lies `.output.next/` with the same files as hard links,
so that it costs little. A build changes the second folder, the two change names with one system call, and the second
folder then catches up. Whoever looks at `output/`, even while a build is killed, sees wholly the old site or wholly
the new one.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def next_folder(output: Path) -> Path:
    """Name the folder in which the next site is made."""
    return output.with_name(f".{output.name}.next")


class NextSite:
    """The site that is being made.

    Arguments:
        output: the folder that holds the published site.
        is_alike: whether the next folder is known to hold the same files.
    """

    def __init__(self, output: Path, *, is_alike: bool) -> None:
        """Make the next folder equal to the published site."""
        self.output = output
        self.folder = next_folder(output)
        self._old = output.with_name(f".{output.name}.old")
        if self._old.is_dir() and not output.exists():
            self._old.rename(output)
        if not is_alike or not self.folder.is_dir() or not output.is_dir():
            self._start_afresh()

    def _start_afresh(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if self.output.is_dir():
            _mirror(os.fspath(self.output), os.fspath(self.folder))
        else:
            self.folder.mkdir()

    def remove(self, path: str) -> None:
        """Take one file out of the site, and folders that are empty then."""
        target = self.folder / path
        target.unlink(missing_ok=True)
        _remove_empty(target.parent, self.folder)

    def publish(self, changed: Iterable[str]) -> None:
        """Put the next site in the place of the published one, and let the other folder catch up.

        Arguments:
            changed: the files in which the two differ.
        """
        if not self.output.exists():
            self.folder.rename(self.output)
            self._start_afresh()
            return
        if not _exchange(self.folder, self.output):
            # Without the system call there is a moment in which no site is there.
            shutil.rmtree(self._old, ignore_errors=True)
            self.output.rename(self._old)
            self.folder.rename(self.output)
            self._old.rename(self.folder)
        for path in changed:
            self._follow(path)

    def _follow(self, path: str) -> None:
        """Bring one file to what the published site has."""
        source, target = f"{self.output}/{path}", f"{self.folder}/{path}"
        with contextlib.suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108 - once for each changed page
        try:
            _link(source, target)
        except FileNotFoundError:
            folder = Path(target).parent
            if os.path.lexists(source):
                folder.mkdir(parents=True, exist_ok=True)
                _link(source, target)
            else:
                _remove_empty(folder, self.folder)


def take_place(new: Path, target: Path) -> None:
    """Put a finished folder in the place of another, which goes away.

    Arguments:
        new: the finished folder.
        target: where it belongs; on the same disk.
    """
    if not target.exists():
        new.rename(target)
        return
    if not _exchange(new, target):
        old = target.with_name(f".{target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        new.rename(target)
        old.rename(new)
    shutil.rmtree(new)


def write_file(root: Path, path: str, data: bytes) -> bool:
    """Write one file of a site unless it already holds these bytes.

    The old file is taken away and never written into, as it may be a hard link shared with the published site.
    Nobody looks at the folder before it is published, and a build that is killed starts the folder afresh, so a file
    need not appear whole.

    Arguments:
        root: the folder of the site.
        path: relative to it, with `/` between folders.
        data: the whole content.

    Returns:
        Whether anything was written.

    Raises:
        ValueError: when the path leaves the folder.
    """
    _refuse_way_out(root, path)
    target = root / path
    try:
        there = target.lstat()
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    else:
        if there.st_size == len(data) and stat.S_ISREG(there.st_mode) and target.read_bytes() == data:
            return False
        target.unlink()
    with target.open("xb") as file:
        file.write(data)
    return True


def _refuse_way_out(root: Path, path: str) -> None:
    """Refuse a path that leaves its folder by its own words or by a link that lies in the way."""
    *folders, name = path.split("/")
    way = os.fspath(root)
    leaves = not {"", ".", ".."}.isdisjoint((*folders, name))
    for folder in folders:
        way = f"{way}/{folder}"
        try:
            leaves = leaves or stat.S_ISLNK(os.lstat(way).st_mode)
        except FileNotFoundError:
            break
    if leaves:
        raise ValueError(f"{path} leaves the output folder")


def _mirror(source: str, target: str) -> None:
    """Make a folder that shares all files with another."""
    os.mkdir(target)  # noqa: PTH102 - once for each page of the site
    with os.scandir(source) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                _mirror(one.path, f"{target}/{one.name}")
            else:
                _link(one.path, f"{target}/{one.name}")


def _link(source: str, target: str) -> None:
    """Share a file between two folders; where links are not to be had, copy it with its time."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once; false where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    names = (os.fsencode(one), os.fsencode(other))
    if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(one))
