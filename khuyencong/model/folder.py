"""Finds every content file of the content folder, and what lies there by mistake."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

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


@dataclass(slots=True)
class Found:
    """What the content folder holds.

    Arguments:
        files: path of each content file and its name relative to the content folder, by content folder.
        problems: what lies there by mistake.
    """

    files: dict[str, list[tuple[Path, str]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def find_files(root: Path, shown: str) -> Found:
    """Look through the content folder.

    Arguments:
        root: the content folder, resolved.
        shown: how problems name it.
    """
    found = Found({folder: [] for folder in sorted(FOLDERS)})

    def unreadable(error: OSError) -> None:
        message = f"không mở được thư mục ({error.strerror}). Hãy xem lại quyền đọc của thư mục."
        found.problems.append(Problem(_shown(Path(str(error.filename)), root, shown), 1, "", message))

    for folder, folders, names in os.walk(root, onerror=unreadable):
        here = Path(folder)
        found.problems += _folder_problems(here, folders, root, shown)
        folders[:] = sorted(name for name in folders if _is_ordinary(here / name))
        for name in sorted(names):
            if not name.startswith("."):
                _sort_out(here / name, root, shown, found)
    return found


def _is_ordinary(folder: Path) -> bool:
    return not folder.name.startswith(".") and not folder.name.endswith(".md") and not folder.is_symlink()


def _folder_problems(here: Path, names: list[str], root: Path, shown: str) -> Iterator[Problem]:
    for name in names:
        if (here / name).is_symlink():
            yield Problem(_shown(here / name, root, shown), 1, "", _LINKED)
        elif name.endswith(".md"):
            yield Problem(_shown(here / name, root, shown), 1, "", _NAMED_LIKE_A_FILE)


def _sort_out(path: Path, root: Path, shown: str, found: Found) -> None:
    ending = path.name.lower()
    if not ending.endswith((".md", *MISTAKEN_ENDINGS)):
        return
    folders = path.relative_to(root).parent
    top = folders.parts[0] if folders.parts else ""
    if top in NOT_ENTRIES:
        return
    message = _misplaced(path.name, top)
    if message:
        found.problems.append(Problem(_shown(path, root, shown), 1, "", message))
    elif top in FOLDERS:
        found.files[top].append((path, f"{folders.as_posix()}/{unicodedata.normalize('NFC', path.name)}"))


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
