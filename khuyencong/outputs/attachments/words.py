"""The words of a file to download, as far as they can be read cheaply, to look for personal data in them.

Pictures of text (scans) are not read.
"""

from __future__ import annotations

import csv
import html
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

from khuyencong.outputs.attachments.archives import read_members
from khuyencong.outputs.attachments.refusal import Refused

MOST = 5_000_000
"""Characters of one file that are looked at; a thousand pages have fewer."""
PATIENCE = 20
_PROJECT = Path(__file__).resolve().parents[3]
_BREAKS = re.compile(r"</(?:w:p|w:tr|a:p|si|row|text:p|text:h|table:table-row)>|<w:(?:br|tab)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_TEXT_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|comments|footnotes|endnotes)\.xml|xl/(?:sharedStrings|comments\d*)\.xml"
    r"|xl/drawings/drawing\d+\.xml|content\.xml|styles\.xml"
)
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_CELL = re.compile(
    r"<c\b(?P<is>[^<>]*)>(?:<f[^<>]*>[^<>]*</f>|<f[^<>]*/>)?(?:<v>(?P<v>[^<>]*)</v>|<is>(?P<t>.{0,5000}?)</is>)?</c>"
)
_HEADS = {"phone": r"điện thoại|di động|SĐT|số ĐT", "paper": r"CMND|CCCD|căn cước|chứng minh"}
"""What stands above a column of numbers, in which a table program has dropped the leading zero."""


def words_in(name: str, data: bytes) -> str:
    """Give the text of a file; an empty one when it has none that can be read.

    Arguments:
        name: its name, whose ending says what it is.
        data: its published copy.
    """
    match PurePosixPath(name).suffix.lower():
        case ".pdf":
            return _of_pdf(data)
        case ".docx" | ".odt" | ".ods":
            return _of_parts(_members(data))
        case ".xlsx":
            return _of_table(_members(data))
        case ".csv":
            return _of_csv(data)
        case ".zip":
            return "\n".join(words_in(inner, member) for inner, member in _members(data).items())[:MOST]
        case _:
            return ""


def _members(data: bytes) -> dict[str, bytes]:
    try:
        return read_members(data)
    except Refused:
        return {}


def _of_parts(members: dict[str, bytes]) -> str:
    parts = (part.decode("utf-8", "replace") for name, part in members.items() if _TEXT_PARTS.fullmatch(name))
    return "\n".join(map(_plain, parts))[:MOST]


def _plain(xml: str) -> str:
    return html.unescape(_TAG.sub("", _BREAKS.sub("\n", xml)))


def _of_table(members: dict[str, bytes]) -> str:
    """Give the texts of a table, and its numbers where a heading says that they are of persons."""
    texts = _of_parts(members)
    sheets = (part.decode("utf-8", "replace") for name, part in members.items() if _SHEET.fullmatch(name))
    cells = [cell for sheet in sheets for cell in _CELL.finditer(sheet)]
    texts += "\n".join(_plain(cell["t"]) for cell in cells if cell["t"])
    numbers = [cell["v"] for cell in cells if cell["v"] and 't="s"' not in cell["is"]]
    return "\n".join([texts, *_restored(texts, numbers)])[:MOST]


def _restored(texts: str, numbers: list[str]) -> list[str]:
    has = {kind: re.search(head, texts, re.IGNORECASE) for kind, head in _HEADS.items()}
    found = [f"0{one}" for one in numbers if has["phone"] and re.fullmatch(r"[35789]\d{8}", one)]
    return found + [f"CCCD {one.zfill(12)}" for one in numbers if has["paper"] and re.fullmatch(r"\d{10,12}", one)]


def _of_csv(data: bytes) -> str:
    rows = csv.reader(data.decode("utf-8-sig", "replace").splitlines())
    try:
        return "\n".join("\n".join(row) for row in rows)[:MOST]
    except csv.Error:
        return data.decode("utf-8", "replace")[:MOST]


def _of_pdf(data: bytes) -> str:
    command = [sys.executable, "-m", "khuyencong.outputs.attachments.pdf_words_program"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=data, capture_output=True, cwd=_PROJECT, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace")[:MOST]
