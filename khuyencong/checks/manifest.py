"""Holds a built site against its manifest: is every file as it was built, and is there none besides?"""

from __future__ import annotations

import hashlib
from pathlib import Path

MANIFEST = "manifest.txt"


def differences(output: Path) -> list[str]:
    """Name every file that is missing, changed or foreign.

    Arguments:
        output: the folder of the site.

    Returns:
        One line for each, `missing:`, `changed:` or `foreign:` and the file, in order of the files.
    """
    manifest = output / MANIFEST
    if not manifest.is_file():
        return [f"missing: {MANIFEST}"]
    lines = (line.split("  ", 1) for line in manifest.read_text(encoding="utf-8").splitlines())
    wanted = {path: digest for digest, path in lines}
    there = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if not path.is_dir()}
    there.pop(MANIFEST)
    there.pop(f"{MANIFEST}.sig", None)  # what the tamper watch checks, see `watch/signature.py`
    found = [(path, "missing") for path in wanted if path not in there]
    found += [(path, "foreign") for path in there if path not in wanted]
    found += [(path, "changed") for path in wanted if path in there and _digest(there[path]) != wanted[path]]
    return [f"{what}: {path}" for path, what in sorted(found)]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
