"""What templates may use besides their view: strict settings and a few pure filters."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from khuyencong.model import vietnamese

ENVIRONMENT: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
"""Settings of the Jinja environment: an unknown name is an error, and every text is escaped."""


def number(value: int | Decimal) -> str:
    """Write a number the Vietnamese way: 9.785 and 85,57."""
    return vietnamese.number(value)


def file_size(size: int) -> str:
    """Write a size in bytes for people: 12 KB."""
    return vietnamese.file_size(size)


def host(address: str) -> str:
    """Give the host of a web address, for a source that has no name."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


FILTERS = {"number": number, "file_size": file_size, "host": host}


def make_environment(templates: Path, compiled: Path) -> Environment:
    """Make the environment that renders pages, the same in every process.

    Pelican's own environment would fall back to templates of its `simple` theme without a word; this one has
    a single place to look.

    Arguments:
        templates: the folder of the theme's templates.
        compiled: a folder where compiled templates are kept.
    """
    compiled.mkdir(parents=True, exist_ok=True)
    environment = Environment(  # noqa: S701 - autoescape is on in ENVIRONMENT
        loader=FileSystemLoader(templates), bytecode_cache=FileSystemBytecodeCache(str(compiled)), **ENVIRONMENT
    )
    environment.filters.update(FILTERS)
    return environment
