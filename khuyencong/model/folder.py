"""Finds every content file of the content folder, and what lies there by mistake."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from khuyencong.model.problem import Problem
from khuyencong.model.types import TYPES

NOT_ENTRIES = frozenset({"places"})
"""Folders of the content folder that hold tables instead of entries."""
FOLDERS = frozenset(one.folder for one in TYPES)
MISTAKEN_ENDINGS = (".md.txt", ".markdown", ".mdown", ".txt", ".rst", ".md.md")

_LINKED = "thư mục là liên kết trỏ đi chỗ khác. Hãy chép hẳn thư mục vào đây."
_NAMED_LIKE_A_FILE = 'đây là thư mục mà tên có đuôi ".md". Hãy đổi tên thư mục.'
_NOT_UTF8_NAME = "tên tệp không phải UTF-8. Hãy đổi tên tệp, tốt nhất là không dấu."
_WRONG_ENDING = 'tệp bài viết phải có đuôi ".md" viết thường. Hãy đổi tên tệp.'
_STRAY = (
    f"tệp không nằm trong thư mục nội dung nào. Hãy chuyển vào một trong: {', '.join(sorted(FOLDERS | NOT_ENTRIES))}."
)


class ContentPath(NamedTuple):
    """A content file, not yet read.

    Arguments:
        path: the file.
        relative: its name relative to the content folder.
        size: its size in bytes.
        modified: its time of modification in nanoseconds.
        changed: the time of the last change of any kind in nanoseconds, which nobody can set back.
    """

    path: str
    relative: str
    size: int
    modified: int
    changed: int


@dataclass(slots=True)
class Found:
    """What the content folder holds.

    Arguments:
        files: the content files, by content folder.
        beside: size and time of the last change of the other files, by their names relative to the content folder.
        problems: what lies there by mistake.
    """

    files: dict[str, list[ContentPath]] = field(default_factory=dict)
    beside: dict[str, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def find_files(root: Path, shown: str) -> Found:
    """Look through the content folder.

    Arguments:
        root: the content folder, resolved.
        shown: how problems name it.
    """
    found = Found({folder: [] for folder in sorted(FOLDERS)})
    waiting = [""]
    while waiting:
        relative = waiting.pop()
        here = root / relative
        try:
            with os.scandir(here) as entries:
                there = sorted(entries, key=lambda one: one.name)
        except OSError as error:
            message = f"không mở được thư mục ({error.strerror}). Hãy xem lại quyền đọc của thư mục."
            found.problems.append(Problem(_shown(here, root, shown), 1, "", message))
            continue
        folders = [one for one in there if _is_folder(one)]
        found.problems += _folder_problems(folders, root, shown)
        waiting += [_inside(relative, one.name) for one in reversed(folders) if _is_ordinary(one)]
        _sort_out_all([one for one in there if not _is_folder(one)], relative, root, shown, found)
    return found


def _is_folder(one: os.DirEntry[str]) -> bool:
    try:
        return one.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _inside(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _is_ordinary(folder: os.DirEntry[str]) -> bool:
    return not folder.name.startswith(".") and not folder.name.endswith(".md") and not folder.is_symlink()


def _folder_problems(folders: list[os.DirEntry[str]], root: Path, shown: str) -> Iterator[Problem]:
    for one in folders:
        if one.is_symlink():
            yield Problem(_shown(Path(one.path), root, shown), 1, "", _LINKED)
        elif one.name.endswith(".md"):
            yield Problem(_shown(Path(one.path), root, shown), 1, "", _NAMED_LIKE_A_FILE)


def _sort_out_all(files: list[os.DirEntry[str]], folder: str, root: Path, shown: str, found: Found) -> None:
    top = folder.partition("/")[0]
    for one in files:
        try:
            there = one.stat(follow_symlinks=False)
        except FileNotFoundError:  # an editor's own file, gone again
            continue
        name = _inside(folder, unicodedata.normalize("NFC", one.name))
        if not one.name.endswith(".md"):
            found.beside[name] = (there.st_size, there.st_ctime_ns)
        ending = one.name.lower()
        if ending.startswith(".") or top in NOT_ENTRIES or not ending.endswith((".md", *MISTAKEN_ENDINGS)):
            continue
        message = _misplaced(one.name, top)
        if message:
            found.problems.append(Problem(_shown(Path(one.path), root, shown), 1, "", message))
        elif top in FOLDERS:
            found.files[top].append(ContentPath(one.path, name, there.st_size, there.st_mtime_ns, there.st_ctime_ns))


def _misplaced(name: str, top: str) -> str:
    """Say why a file cannot be a content file; an empty text when it can, or when it is none of our business."""
    is_markdown = name.lower().endswith(".md")
    if top not in FOLDERS:
        return _STRAY if is_markdown else ""
    if not _is_utf8(name):
        return _NOT_UTF8_NAME
    return "" if name.endswith(".md") and not name.lower().endswith(MISTAKEN_ENDINGS) else _WRONG_ENDING


def _is_utf8(name: str) -> bool:
    """Whether a file's name is UTF-8; bytes that are not come from the system as lone surrogates."""
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


def _shown(path: Path, root: Path, shown: str) -> str:
    """Name a file in a problem; bytes that are not UTF-8 become U+FFFD."""
    relative = path.relative_to(root).as_posix()
    name = relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", f"{shown}/{name}".removesuffix("/."))
