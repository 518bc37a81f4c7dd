"""What files to download hold within them: the texts and the addresses of tables, documents, e-books, archives, PDF."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from khuyencong.checks.planted.addresses import hosts_in_program

ARCHIVES = frozenset({"docx", "epub", "ods", "odt", "xlsx", "zip"})
DOWNLOADS = ARCHIVES | {"pdf"}
"""Endings of files that are looked into."""
MOST = 50_000_000
"""Bytes of one file that are looked at, unpacked; the largest file to download has 40 MB."""
_TEXTS = (".xml", ".rels", ".xhtml", ".html", ".opf", ".ncx", ".css", ".txt", ".csv", ".json", ".svg", ".md")
_NAMESPACE = re.compile(r"""\bxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"]*"|'[^']*')|<!DOCTYPE[^>]*>|<\?[^>]*\?>""")
_BREAKS = re.compile(r"</(?:w:p|w:tc|a:p|si|p|h\d|li|td|th|title|text:p|text:h)>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
ACTING = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMediaExecute")
"""What a PDF can be told to do besides leading to a page of its own or to an address (ISO 32000-2, 12.6.4)."""


def linked_hosts(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each host that a file to download leads to; nothing for other files.

    Arguments:
        path: the file.
    """
    kind = path.suffix.lower().lstrip(".")
    if kind == "pdf":
        yield from ((host, 0) for uri in pdf_parts(path)[0] for host, _ in hosts_in_program(uri))
    elif kind in ARCHIVES:
        for member in members(path):
            plain = html.unescape(_NAMESPACE.sub("", member))
            yield from ((host, 0) for host, _ in hosts_in_program(plain))


def words_inside(path: Path) -> str:
    """Give the text that readers of a file to download see, paragraph by paragraph.

    Arguments:
        path: the file.
    """
    if path.suffix.lower() == ".pdf":
        return _pdf_text(path)
    return "\n".join(html.unescape(_TAG.sub("", _BREAKS.sub("\n", member))) for member in members(path))


@lru_cache(maxsize=2)
def members(path: Path) -> tuple[str, ...]:
    """Give the texts of an archive, up to a size; a broken one has none."""
    found, left = [], MOST
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.lower().endswith(_TEXTS) and left > 0:
                    with archive.open(name) as member:
                        data = member.read(left)
                    left -= len(data)
                    found.append(data.decode("utf-8", "replace"))
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError):
        return ()
    return tuple(found)


@lru_cache(maxsize=2)
def pdf_parts(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the addresses that a PDF leads to, and what else it is told to do; a broken one tells nothing."""
    uris, acts = [], []
    try:
        with pikepdf.open(io.BytesIO(path.read_bytes())) as document:
            for one in document.objects:
                for part in _dictionaries(one):
                    if "/URI" in part and isinstance(part["/URI"], pikepdf.String):
                        uris.append(str(part["/URI"]))
                    acts += [act for act in ACTING if part.get("/S") == act]
    except pikepdf.PdfError:
        return (), ("/broken",)
    return tuple(uris), tuple(dict.fromkeys(acts))


def _dictionaries(one: Any, depth: int = 0) -> Iterator[Any]:
    """Yield the dictionaries of an object; what it only refers to is an object of its own."""
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        yield one
        inner: Any = [value for _, value in one.items()]
    else:
        inner = list(one) if isinstance(one, pikepdf.Array) else []
    for value in inner if depth < 8 else ():
        if isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect:
            yield from _dictionaries(value, depth + 1)


def _pdf_text(path: Path) -> str:
    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
        texts = [page.get_textpage().get_text_bounded() for page in document]
    except pypdfium2.PdfiumError:
        return ""
    return "\n".join(texts)[:MOST]
