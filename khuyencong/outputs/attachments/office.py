"""Word and Excel files of today (OOXML): out go authors, companies, times, previews; macros are refused."""

from __future__ import annotations

import re

from khuyencong.outputs.attachments.archives import read_members, write_members
from khuyencong.outputs.attachments.markup import (
    number_in,
    text_of,
    without_attributes,
    without_attributes_of,
    without_elements,
    without_text,
)
from khuyencong.outputs.attachments.photos import without_metadata
from khuyencong.outputs.attachments.refusal import (
    BROKEN,
    MACROS,
    PACKED_FILE,
    SIGNED_OFFICE,
    TOO_LARGE_INSIDE,
    Refused,
    wrong_kind,
)

MAIN_PART = {".docx": b"wordprocessingml.document.main+xml", ".xlsx": b"spreadsheetml.sheet.main+xml"}
"""What the list of contents must name, by the ending of the file."""
DEEPEST = 2
"""Documents within documents within documents (a chart's table within a text) are read down to here."""

_CONTENTS = "[Content_Types].xml"
_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = b"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_PROPERTIES = b"http://schemas.openxmlformats.org/officeDocument/2006"
_MACRO_PARTS = re.compile(
    r"vbaproject|vbadata|macrosheets/|dialogsheets/|activex|\.exe$|\.dll$|\.js$|\.vbs$", re.IGNORECASE
)
_MACRO_TYPES = re.compile(rb"macroenabled|vbaproject|macrosheet", re.IGNORECASE)
_NAMES = ("author", "initials", "userId", "userName", "displayName", "providerId", "lastEditedBy", "absPath")
_TIMES = ("date", "dateUtc", "dT", "dts")


def clean_office(data: bytes, ending: str, depth: int = 0) -> tuple[bytes, int, int]:
    """Clean a DOCX or XLSX file.

    Arguments:
        data: the file.
        ending: `.docx` or `.xlsx`.
        depth: how many documents it lies within.

    Returns:
        The clean copy, its pages as the file states them, and its sheets.

    Raises:
        Refused: when it may not be published.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise wrong_kind(ending, data)
    members = read_members(data)
    contents = members.get(_CONTENTS, b"")
    _refuse_dangers(members, contents)
    if MAIN_PART[ending] not in contents:
        raise wrong_kind(ending, data)
    pages = number_in(text_of(members.get("docProps/app.xml", b""), "Pages"))
    sheets = len(re.findall(rb"<(?:\w+:)?sheet\s", members.get("xl/workbook.xml", b"")))
    clean = {name: _clean_part(name, part, depth) for name, part in members.items() if not _is_preview(name)}
    return write_members(clean), pages, sheets


def _refuse_dangers(members: dict[str, bytes], contents: bytes) -> None:
    if _MACRO_TYPES.search(contents) or any(map(_MACRO_PARTS.search, members)):
        raise Refused(MACROS)
    if any(name.startswith("_xmlsignatures/") for name in members):
        raise Refused(SIGNED_OFFICE)
    if any(part.startswith((b"\xff\xfe", b"\xfe\xff")) for name, part in members.items() if _is_xml(name)):
        raise Refused(BROKEN)  # UTF-16 is allowed and written by nobody; names in it would not be found


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".vml"))


def _is_preview(name: str) -> bool:
    return name.lower().startswith("docprops/thumbnail")


def _clean_part(name: str, part: bytes, depth: int) -> bytes:
    if "/embeddings/" in name:
        return _clean_embedded(name, part, depth)
    if name in _WRITTEN_ANEW:
        return _XML + _WRITTEN_ANEW[name](part)
    if name.endswith(".rels"):
        return _clean_relations(part)
    if _is_xml(name):
        return _clean_xml(part)
    return without_metadata(part)


def _clean_embedded(name: str, part: bytes, depth: int) -> bytes:
    """Clean the table behind a chart; what is no document of today could hold anything."""
    ending = name[name.rfind(".") :].lower()
    if ending not in MAIN_PART:
        raise Refused(PACKED_FILE)
    if depth >= DEEPEST:
        raise Refused(TOO_LARGE_INSIDE)
    return clean_office(part, ending, depth + 1)[0]


def _core(part: bytes) -> bytes:
    title = text_of(part, "dc:title")
    return b'<cp:coreProperties xmlns:cp="%s" xmlns:dc="http://purl.org/dc/elements/1.1/">%s</cp:coreProperties>' % (
        _PACKAGE,
        b"<dc:title>%s</dc:title>" % title if title else b"",
    )


def _app(part: bytes) -> bytes:
    pages = number_in(text_of(part, "Pages"))
    return b'<Properties xmlns="%s/extended-properties">%s</Properties>' % (
        _PROPERTIES,
        b"<Pages>%d</Pages>" % pages if pages else b"",
    )


def _custom(part: bytes) -> bytes:
    return b'<Properties xmlns="%s/custom-properties"/>' % _PROPERTIES


_WRITTEN_ANEW = {"docProps/core.xml": _core, "docProps/app.xml": _app, "docProps/custom.xml": _custom}


def _clean_relations(part: bytes) -> bytes:
    """Take out the preview and the template, whose path names a user, and blank other paths on somebody's disk."""
    for kind in ("metadata/thumbnail", "relationships/attachedTemplate"):
        part = without_elements(part, "Relationship", kind)
    return re.sub(rb"""(\sTarget\s*=\s*)(?:"file:[^"]*"|'file:[^']*')""", rb'\1"#"', part, flags=re.IGNORECASE)


def _clean_xml(part: bytes) -> bytes:
    part = without_attributes(part, _NAMES, "-")
    part = without_attributes(part, _TIMES, "2000-01-01T00:00:00Z") if _has_people(part) else part
    part = without_text(part, ("author",))  # names in the list of authors of a table's comments
    part = without_attributes_of(part, "absPath", ("url",))
    return without_elements(part, "attachedTemplate", "id")


def _has_people(part: bytes) -> bool:
    """Whether a part tells of changes and remarks; elsewhere an attribute of such a name is a value of a table."""
    return b"author=" in part or b"personId=" in part
