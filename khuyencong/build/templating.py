"""What templates may use besides their view: strict settings and a few pure filters."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from jinja2 import StrictUndefined

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
