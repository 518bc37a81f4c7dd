"""The list of files that an e-book holds, as its package document names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
"""Kinds of files that every reader of EPUB 3 knows, by the ending of their names."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a book.

    Arguments:
        id: its name in the package document.
        href: its path beside the package document.
        media_type: its kind.
        properties: `nav`, `cover-image` or nothing.
        in_spine: whether it is a page, to be read where it stands in the list.
    """

    id: str
    href: str
    media_type: str
    properties: str
    in_spine: bool


def items(paths: Iterable[str], cover: str, navigation: str) -> tuple[Item, ...]:
    """List the files of a book.

    Arguments:
        paths: their paths, the pages in the order of reading.
        cover: which of them is the picture of the cover; empty for none.
        navigation: which of them is the list of contents.

    Raises:
        KeyError: when a file is of a kind that not every reader knows.
    """
    return tuple(_items(paths, {cover: "cover-image", navigation: "nav"}))


def _items(paths: Iterable[str], properties: dict[str, str]) -> Iterator[Item]:
    for number, path in enumerate(paths, 1):
        media_type = MEDIA_TYPES[PurePosixPath(path).suffix]
        yield Item(f"file-{number}", path, media_type, properties.get(path, ""), path.endswith(".xhtml"))
