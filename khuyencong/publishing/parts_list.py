"""The list of all software that the site is built with (a "software bill of materials"), in CycloneDX 1.6.

It is written from the lock file alone, so that it is the same on every machine. The hashes stay in the lock file: a
package has one for each system that it runs on.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

PARTS_LIST = "sbom.cdx.json"
LICENCE = "AGPL-3.0-or-later"
_LOCKED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
_NEEDED_BY = re.compile(r"^    # via\s*(.*(?:\n    #   .+)*)", re.MULTILINE)
_FONT = "font-be-vietnam-pro"
FONT = {
    "type": "library",
    "bom-ref": _FONT,
    "name": "Be Vietnam Pro",
    "licenses": [{"license": {"id": "OFL-1.1"}}],
}
"""The typeface lies in the repository."""


def parts_list(lock: str, version: str) -> bytes:
    """Write the list.

    Arguments:
        lock: the text of `requirements.txt`.
        version: the version of our own program.
    """
    found = _LOCKED.findall(lock)
    components = [_component(name.lower(), number) for name, number in found]
    ours = {
        "type": "application",
        "bom-ref": "khuyencong",
        "name": "khuyencong",
        "version": version,
        "licenses": [{"license": {"id": LICENCE}}],
    }
    content: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, f"{version}\n{lock}").urn,
        "version": 1,
        "metadata": {"component": ours},
        "components": [*components, FONT],
        "dependencies": _dependencies(lock),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _component(name: str, version: str) -> dict[str, str]:
    address = f"pkg:pypi/{name}@{version}"
    return {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}


def _dependencies(lock: str) -> list[dict[str, Any]]:
    """Tell what needs what, from the remarks that the lock file carries."""
    starts = [*_LOCKED.finditer(lock)]
    references = {one[1].lower(): f"pkg:pypi/{one[1].lower()}@{one[2]}" for one in starts}
    needs: dict[str, list[str]] = {"khuyencong": [_FONT], **{ref: [] for ref in references.values()}}
    for one, after in zip(starts, [*(next_.start() for next_ in starts[1:]), len(lock)], strict=True):
        via = _NEEDED_BY.search(lock, one.end(), after)
        for needer in re.findall(r"[A-Za-z0-9._-]+(?:\.in)?", re.sub(r"-r\s+", "", via[1]) if via else ""):
            of = references.get(needer.lower(), "khuyencong" if needer.endswith(".in") else "")
            if of:
                needs[of].append(references[one[1].lower()])
    return [{"ref": ref, "dependsOn": sorted(set(parts))} for ref, parts in needs.items()]


def add_parts_list(site: Path, repository: Path) -> None:
    """Write the list into a finished site.

    Arguments:
        site: the folder of the site.
        repository: the folder of the project.
    """
    version = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    lock = (repository / "requirements.txt").read_text(encoding="utf-8")
    (site / PARTS_LIST).write_bytes(parts_list(lock, version))
