"""PDF files, opened in a process of their own: a hostile one may crash it or run on, and the build goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from khuyencong.outputs.attachments.refusal import (
    BROKEN,
    NO_PAGES,
    PACKED_FILE,
    PASSWORD,
    SIGNED_SCRIPT,
    TOO_SLOW,
    Refused,
    wrong_kind,
)

PATIENCE = 20
"""Seconds on the clock that one file may take; the seconds of the processor are bounded more tightly."""
HEADER_WITHIN = 1024
"""Readers look for `%PDF-` in so many bytes."""
_PROJECT = Path(__file__).resolve().parents[3]
_REASONS = {
    b"password": PASSWORD,
    b"packed": PACKED_FILE,
    b"empty": NO_PAGES,
    b"broken": BROKEN,
    b"script": SIGNED_SCRIPT,
}


def clean_pdf(data: bytes) -> tuple[bytes, int, int, bool]:
    """Clean a PDF file.

    Returns:
        The clean copy, its pages, no sheets, and whether it carries a digital signature. A signed file is given as it
        is: any change would break the signature, which is what makes it an original.

    Raises:
        Refused: when it may not be published.
    """
    start = data.find(b"%PDF-", 0, HEADER_WITHIN)
    if start < 0 or data.startswith((b"MZ", b"\x7fELF", b"PK", b"<")):
        raise wrong_kind(".pdf", data)
    command = [sys.executable, "-m", "khuyencong.outputs.attachments.pdf_program"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=data, capture_output=True, cwd=_PROJECT, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise Refused(TOO_SLOW) from late
    head, _, clean = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise Refused(TOO_SLOW)
    if head in _REASONS:
        raise Refused(_REASONS[head])
    pages, mark = head.split()
    return (data, int(pages), 0, True) if mark == b"signed" else (clean, int(pages), 0, False)
