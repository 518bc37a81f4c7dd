"""Writes a radio script as plain text."""

from __future__ import annotations

from khuyencong.model.radio import RadioScript

MARK = "\ufeff"
"""Says that the file is UTF-8: without it, a browser that opens it from a folder shows broken letters."""

LINE_END = "\r\n"
"""As Windows writes it: the Notepad of older versions shows anything else as one line without end."""


def radio_text(script: RadioScript) -> bytes:
    """Write the paragraphs with a blank line between them, and nothing that is not said.

    Arguments:
        script: what is said.
    """
    return (MARK + (2 * LINE_END).join(one.text for one in script.paragraphs) + LINE_END).encode()
