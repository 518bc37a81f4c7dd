"""Writes a radio script as plain text."""

from __future__ import annotations

from khuyencong.model.radio import RadioScript

MARK = "\ufeff"
"""Says that the file is UTF-8: without it, a browser that opens it from a folder shows broken letters."""


def radio_text(script: RadioScript) -> bytes:
    """Write the paragraphs with a blank line between them, and nothing that is not said.

    Arguments:
        script: what is said.
    """
    return (MARK + "\n\n".join(one.text for one in script.paragraphs) + "\n").encode()
