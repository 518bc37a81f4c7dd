"""Files of LibreOffice (ODT, ODS): out go authors, times, previews, printers; macros are refused."""

from __future__ import annotations

import re

from khuyencong.outputs.attachments.archives import read_members, write_members
from khuyencong.outputs.attachments.inner_files import clean_inner
from khuyencong.outputs.attachments.markup import (
    number_in,
    text_of,
    without_elements,
    without_text,
    without_user_folders,
)
from khuyencong.outputs.attachments.refusal import MACROS, PACKED_FILE, PASSWORD, SIGNED_OFFICE, Refused, wrong_kind

MEDIA_TYPE = {
    ".odt": b"application/vnd.oasis.opendocument.text",
    ".ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
_MANIFEST = "META-INF/manifest.xml"
_MACRO_PARTS = re.compile(r"(?:Basic/(?!.*script-l[bc]\.xml$)|Scripts/).+")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PEOPLE = ("dc:creator", "dc:date", "meta:creator-initials", "loext:sender-initials", "meta:date-string")
_SETTING = re.compile(rb"(<config:config-item\s[^<>]*>)[^<]*")
_PRINTER = (b'"PrinterName"', b'"PrinterSetup"', b'"CurrentDatabaseDataSource"', b'"EmbeddedDatabaseName"')
_LEFT_OUT = ("Thumbnails/", "Versions/", "VersionList.xml")
"""The preview, and earlier states of the document with those who wrote them."""
_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:meta>%s</office:meta>'
    b"</office:document-meta>"
)


def clean_open_document(data: bytes, ending: str) -> tuple[bytes, int, int]:
    """Clean an ODT or ODS file.

    Arguments:
        data: the file.
        ending: `.odt` or `.ods`.

    Returns:
        The clean copy, its pages and its sheets as the file states them.

    Raises:
        Refused: when it may not be published.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise wrong_kind(ending, data)
    members = read_members(data)
    if members.get("mimetype", b"").strip() != MEDIA_TYPE[ending]:
        raise wrong_kind(ending, data)
    _refuse_dangers(members)
    meta = members.get("meta.xml", b"")
    pages, sheets = _stated(meta, b"page-count"), _stated(meta, b"table-count")
    kept = {name: part for name, part in members.items() if not name.startswith(_LEFT_OUT)}
    clean = write_members({name: _clean_part(name, part) for name, part in kept.items()})
    return (clean, pages, 0) if ending == ".odt" else (clean, 0, sheets)


def _refuse_dangers(members: dict[str, bytes]) -> None:
    if b"encryption-data" in members.get(_MANIFEST, b""):
        raise Refused(PASSWORD)
    if any(map(_MACRO_PARTS.match, members)):
        raise Refused(MACROS)
    if any(name.startswith("META-INF/") and "signatures" in name for name in members):
        raise Refused(SIGNED_OFFICE)
    if any(part.startswith(_OLD_OFFICE) for part in members.values()):
        raise Refused(PACKED_FILE)


def _stated(meta: bytes, name: bytes) -> int:
    found = re.search(rb"<meta:document-statistic\s[^<>]*meta:" + name + rb'="([^"]*)"', meta)
    return number_in(found[1]) if found else 0


def _clean_part(name: str, part: bytes) -> bytes:
    if name == "meta.xml" or name.endswith("/meta.xml"):
        title = text_of(part, "dc:title")
        return _META % (b"<dc:title>%s</dc:title>" % title if title else b"")
    if name == _MANIFEST:
        for left_out in _LEFT_OUT:
            part = without_elements(part, "file-entry", f'"{left_out}')
        return part
    if name.endswith((".xml", ".rdf")):
        return without_user_folders(_SETTING.sub(_without_printer, without_text(part, _PEOPLE)))
    return clean_inner(part)


def _without_printer(setting: re.Match[bytes]) -> bytes:
    return setting[1] if any(name in setting[1] for name in _PRINTER) else setting[0]
