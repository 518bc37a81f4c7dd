"""What each file of a site is, told from its ending: its content type, and whether packing makes it smaller."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

OTHER = "application/octet-stream"
"""What a browser saves and never shows or runs: right for a kind that nobody has thought of."""
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "atom": "application/atom+xml; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "geojson": "application/geo+json",
        "html": "text/html; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "jsonld": "application/ld+json",
        "md": "text/markdown; charset=utf-8",
        "rss": "application/rss+xml; charset=utf-8",
        "svg": "image/svg+xml; charset=utf-8",
        "ttl": "text/turtle; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "webmanifest": "application/manifest+json",
        "xml": "application/xml; charset=utf-8",
        "xsl": "text/xsl; charset=utf-8",
    }
)
"""Content types of the files that packing makes smaller, by ending."""
PACKED: Mapping[str, str] = MappingProxyType(
    {
        "avif": "image/avif",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "epub": "application/epub+zip",
        "gif": "image/gif",
        "ico": "image/x-icon",
        "jpeg": "image/jpeg",
        "jpg": "image/jpeg",
        "mp3": "audio/mpeg",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odt": "application/vnd.oasis.opendocument.text",
        "ogg": "audio/ogg",
        "opus": "audio/ogg",
        "pdf": "application/pdf",
        "png": "image/png",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip": "application/zip",
    }
)
"""Content types of the files that are packed in themselves, by ending."""


def ending(path: str) -> str:
    """Give the ending of a file's name, in small letters and without the dot."""
    return PurePosixPath(path).suffix.lstrip(".").lower()


def content_type(path: str) -> str:
    """Give the content type of a file."""
    found = ending(path)
    return TEXTS.get(found) or PACKED.get(found, OTHER)


def is_text(path: str) -> bool:
    """Tell whether a file travels better packed."""
    return ending(path) in TEXTS
