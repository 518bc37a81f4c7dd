"""Packs the files of an e-book (EPUB Open Container Format 3.3): the same files always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

MEDIA_TYPE = b"application/epub+zip"
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every file: no clock is looked at, and archives know none earlier."""
PACKED_ALREADY = (".jpg", ".png")
"""Files that packing does not make smaller."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack an e-book.

    Arguments:
        files: its files by their path, in the order in which a reader meets them. The file that says what the archive
            is goes before them, unpacked, as the format asks.

    Raises:
        ValueError: when a path leads out of the book.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), MEDIA_TYPE)
        for path, data in files.items():
            if path.startswith("/") or ".." in path.split("/"):
                raise ValueError(f"{path} leads out of the book")
            way = zipfile.ZIP_STORED if path.endswith(PACKED_ALREADY) else zipfile.ZIP_DEFLATED
            archive.writestr(_entry(path, way), data, compresslevel=9)
    return buffer.getvalue()


def _entry(path: str, way: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, BEGINNING)
    entry.compress_type = way
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    return entry
