"""Word and Excel files of today (OOXML): out go authors, companies, times, previews; macros are refused."""

from __future__ import annotations

import re

from khuyencong.outputs.attachments.archives import read_members, write_members
from khuyencong.outputs.attachments.inner_files import clean_inner
from khuyencong.outputs.attachments.markup import number_in, text_of
from khuyencong.outputs.attachments.office_parts import clean_part, is_left_out
from khuyencong.outputs.attachments.refusal import (
    BROKEN,
    MACROS,
    OTHER_PROGRAMS,
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
_MACRO_PARTS = re.compile(
    r"vbaproject|vbadata|macrosheets/|dialogsheets/|activex|\.exe$|\.dll$|\.js$|\.vbs$", re.IGNORECASE
)
_MACRO_TYPES = re.compile(rb"macroenabled|vbaproject|macrosheet", re.IGNORECASE)
_CALLS = re.compile(rb"""<(?:\w+:)?ddeLink\s|<w:instrText[^<>]*>\s*DDE|\sw:instr\s*=\s*["']\s*DDE""")
"""Links and fields by which a document has another program run a command (ECMA-376, DDE and DDEAUTO)."""
_XML_ENDINGS = (".xml", ".rels", ".vml", ".psmdcp")


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
    clean = {name: _clean_member(name, part, depth) for name, part in members.items() if not is_left_out(name)}
    return write_members(clean), pages, sheets


def _refuse_dangers(members: dict[str, bytes], contents: bytes) -> None:
    if _MACRO_TYPES.search(contents) or any(map(_MACRO_PARTS.search, members)):
        raise Refused(MACROS)
    if any(_CALLS.search(part) for name, part in members.items() if _is_xml(name)):
        raise Refused(OTHER_PROGRAMS)
    if any(name.startswith("_xmlsignatures/") for name in members):
        raise Refused(SIGNED_OFFICE)
    if any(part.startswith((b"\xff\xfe", b"\xfe\xff")) for name, part in members.items() if _is_xml(name)):
        raise Refused(BROKEN)  # UTF-16 is allowed and written by nobody; names in it would not be found


def _is_xml(name: str) -> bool:
    return name.lower().endswith(_XML_ENDINGS)


def _clean_member(name: str, part: bytes, depth: int) -> bytes:
    if "/embeddings/" in name.lower():
        return _clean_embedded(name, part, depth)
    return clean_part(name, part) if _is_xml(name) else clean_inner(part)


def _clean_embedded(name: str, part: bytes, depth: int) -> bytes:
    """Clean the table behind a chart; what is no document of today could hold anything."""
    ending = name[name.rfind(".") :].lower()
    if ending not in MAIN_PART:
        raise Refused(PACKED_FILE)
    if depth >= DEEPEST:
        raise Refused(TOO_LARGE_INSIDE)
    return clean_office(part, ending, depth + 1)[0]
