"""Rules on files of data: what a page says of them is true, programs can read them, no spreadsheet runs their cells."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator

from khuyencong.checks.pages import PATTERNS, BuiltSite, resolve
from khuyencong.model.problem import Problem

FORMULA = re.compile(r"[ \u00a0]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a spreadsheet may take for a formula (OWASP, "CSV Injection")."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def sizes_are_true(site: BuiltSite) -> Iterator[Problem]:
    """A size in bytes that a link states is that of the file it leads to; examples of the theme are made up."""
    for page in (one for one in site.pages if one.path != PATTERNS):
        for element in page.tree.iterfind(".//a[@data-bytes]"):
            path = resolve(page.path, element.get("href", "")).path
            size = (site.root / path).stat().st_size if path in site.files else 0
            if str(size) != element.get("data-bytes"):
                yield page.problem("size", f"{path} has {size} bytes, not {element.get('data-bytes')}", element)


def data_can_be_read(site: BuiltSite) -> Iterator[Problem]:
    """Every file of data is what the ending of its name says."""
    for path in sorted(site.files):
        trouble = _TROUBLES.get(path.rpartition(".")[2])
        message = trouble((site.root / path).read_bytes()) if trouble else ""
        if message:
            yield Problem(path, 1, "data", message)


def _json_trouble(data: bytes) -> str:
    try:
        json.loads(data)
    except ValueError as error:
        return f"no JSON: {error}"
    return ""


def _csv_trouble(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "not UTF-8"
    if not text.startswith("\ufeff"):
        return "no byte order mark, so Excel shows broken letters"
    rows = list(csv.reader(text[1:].splitlines(keepends=True), strict=True))
    if len({len(row) for row in rows}) != 1:
        return "rows of different lengths"
    cells = (cell for row in rows for cell in row)
    found = next((one for one in cells if FORMULA.match(one) and not _NUMBER.fullmatch(one)), "")
    return f"a cell that a spreadsheet may run: {found[:40]!r}" if found else ""


def _workbook_trouble(data: bytes) -> str:
    return "" if zipfile.is_zipfile(io.BytesIO(data)) else "no workbook"


_TROUBLES: dict[str, Callable[[bytes], str]] = {
    "json": _json_trouble,
    "jsonld": _json_trouble,
    "geojson": _json_trouble,
    "csv": _csv_trouble,
    "xlsx": _workbook_trouble,
}
