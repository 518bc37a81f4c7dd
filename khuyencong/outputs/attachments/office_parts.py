"""The parts in XML of Word and Excel files (OOXML): names, times, paths and what reaches out go, the text stays."""

from __future__ import annotations

import re

from khuyencong.outputs.attachments.markup import (
    number_in,
    text_of,
    without_attributes,
    without_attributes_of,
    without_elements,
    without_text,
    without_user_folders,
)

_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = b"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_PROPERTIES = b"http://schemas.openxmlformats.org/officeDocument/2006"
_LEFT_OUT = re.compile(r"docprops/thumbnail|customxml/|docmetadata/|(?:.*/)?printersettings/", re.IGNORECASE)
"""Parts that readers do not need: the preview, forms of the office's server, its label of secrecy, the printer."""
_TO_LEFT_OUT = (
    "metadata/thumbnail",
    "attachedTemplate",
    "customXml",
    "docMetadata",
    "classificationlabels",
    "printerSettings",
)
_NAMES = ("author", "initials", "userId", "userName", "displayName", "providerId", "lastEditedBy", "absPath")
_NAMES_OF_SOURCES = ("refreshedBy", "sourceFile", "odcFile")
_TIMES = ("date", "dateUtc", "dT", "dts")
_SECRETS = {"docVar": ("val",), "connectString": ("val",), "query": ("val",), "dbPr": ("connection", "command")}
"""What forms remember, and how a file reaches its source of data, password included."""
_RELATION = re.compile(rb"<(?:[\w-]+:)?Relationship\s[^<>]*>")
_TARGET = re.compile(rb"""(\sTarget\s*=\s*)(?:"([^"]*)"|'([^']*)')""")
_TO_READERS = re.compile(rb"(?:https?|mailto|tel):|#", re.IGNORECASE)
_PRINTER = re.compile(rb"(<(?:[\w-]+:)?pageSetup\s[^<>]*?)\s(?:[\w-]+:)?id\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def is_left_out(name: str) -> bool:
    """Whether a part is not published at all."""
    return bool(_LEFT_OUT.match(name))


def clean_part(name: str, part: bytes) -> bytes:
    """Clean a part in XML.

    Arguments:
        name: its name in the package.
        part: its bytes.
    """
    start = part[:2_000]
    if b"coreProperties" in start:  # wherever it lies: programs of other makers call it as they like
        return _XML + _core(part)
    if name.lower() == "docprops/app.xml" or b"/extended-properties" in start:
        return _XML + _app(part)
    if name.lower() == "docprops/custom.xml" or b"/custom-properties" in start:
        return _XML + b'<Properties xmlns="%s/custom-properties"/>' % _PROPERTIES
    if name.endswith(".rels"):
        return _clean_relations(part)
    if name == "[Content_Types].xml":
        return without_elements(without_elements(part, "Override", '"/customXml/'), "Override", '"/docMetadata/')
    return _clean_text(part)


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


def _clean_relations(part: bytes) -> bytes:
    """Take out relations to what is left out, and blank what is fetched from elsewhere or lies on somebody's disk."""
    for kind in _TO_LEFT_OUT:
        part = without_elements(part, "Relationship", kind)
    return _RELATION.sub(lambda one: _within(one[0]), part)


def _within(relation: bytes) -> bytes:
    """Leave of the ways out of a document only the links that readers follow themselves."""
    if b"External" not in relation and b"file:" not in relation.lower():
        return relation
    target = _TARGET.search(relation)
    is_link = b"/hyperlink" in relation and target and _TO_READERS.match(target[2] or target[3] or b"")
    return relation if is_link else _TARGET.sub(rb'\1"#"', relation)


def _clean_text(part: bytes) -> bytes:
    part = without_attributes(part, (*_NAMES, *_NAMES_OF_SOURCES), "-")
    part = without_attributes(part, _TIMES, "2000-01-01T00:00:00Z") if _has_people(part) else part
    part = without_text(part, ("author",))  # names in the list of authors of a table's comments
    part = without_attributes_of(part, "absPath", ("url",))
    part = without_attributes_of(part, "userInfo", ("name",))
    for element, names in _SECRETS.items():
        part = without_attributes_of(part, element, names) if element.encode() in part else part
    part = without_elements(without_elements(part, "attachedTemplate", "id"), "printerSettings", "id")
    return without_user_folders(_PRINTER.sub(rb"\1", part))


def _has_people(part: bytes) -> bool:
    """Whether a part tells of changes and remarks; elsewhere an attribute of such a name is a value of a table."""
    return b"author=" in part or b"personId=" in part
