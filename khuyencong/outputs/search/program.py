"""Runs Pagefind on a transformed copy of what is searched.

Pagefind folds accents by taking a letter apart, and đ cannot be taken apart: as it comes, `duc dong` does not find
`đúc đồng`. In the copy đ is written as d with the combining stroke U+0335, which is dropped like any other accent; the
browser asks in the same writing and turns answers back (ADR 13).
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from khuyencong.outputs.search.document import Document

STROKE = "\u0335"
"""Combining short stroke overlay."""
LANGUAGE = "vi"
USED = ("pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", "*.pf_meta", "*/*.pf_*")
"""The files that our own interface needs; the program also writes interfaces of its own."""


def with_strokes(text: str) -> str:
    """Write đ as a d with a stroke on it, which Pagefind can fold."""
    return text.replace("đ", f"d{STROKE}").replace("Đ", f"D{STROKE}")


def without_strokes(text: str) -> str:
    """Write đ as it is written."""
    return text.replace(f"d{STROKE}", "đ").replace(f"D{STROKE}", "Đ")


def run_pagefind(documents: Sequence[Document], folder: Path) -> dict[str, bytes]:
    """Index documents; equal ones give equal files.

    Arguments:
        documents: what is searched.
        folder: where a temporary folder may be made.

    Returns:
        The files by name within the folder of the index.

    Raises:
        RuntimeError: when the program fails, with what it said.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix="search-") as name:
        copy, index = Path(name, "copy"), Path(name, "index")
        for one in documents:
            path = copy / one.url.strip("/") / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(with_strokes(one.html), encoding="utf-8")
        _run("--site", str(copy), "--output-path", str(index))
        found = sorted({path for pattern in USED for path in index.glob(pattern)})
        return {path.relative_to(index).as_posix(): path.read_bytes() for path in found}


def _run(*arguments: str) -> None:
    from pagefind_bin import get_executable  # noqa: PLC0415 - only when the index is made anew

    # The stroke must count as a part of words, or else quoted phrases miss every word with đ.
    flags = ("--silent", "--force-language", LANGUAGE, "--include-characters", STROKE)
    done = subprocess.run(  # noqa: S603 - our own program and arguments
        [get_executable(), *arguments, *flags], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"pagefind failed: {done.stdout}{done.stderr}")
