"""Finds the numbers of legal documents in running text."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\w/])\d+(?:/\d{4})?[/-][A-ZĐ][A-Za-zĐ]*(?:[-/][A-ZĐ][A-Za-zĐ]*)*")


def numbers_in(text: str) -> tuple[str, ...]:
    """List the numbers of documents in a text, in order: `45/2012/NĐ-CP`, `418/QĐ-UBND`, `15-NQ/ĐUB`."""
    return tuple(_NUMBER.findall(text))
