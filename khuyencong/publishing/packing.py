"""Packs the texts of a site for the way: beside each lie a copy in brotli and one in gzip, for browsers that ask."""

from __future__ import annotations

import gzip
import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

import brotli

from khuyencong.publishing.kinds import ending, is_text

LEAST = 256
"""Bytes from which packing is worth it: less fits into one packet of the network anyway. Pages are packed always, so
that a server need not look whether they are."""
BEST_BROTLI, BEST_GZIP = 11, 9
AT_ONCE = 16
KEPT_FOR = 30 * 24 * 3600
"""Seconds after which a copy that no site has used is forgotten."""
ENDINGS = (".br", ".gz")
_LAST = "manifest.txt"
"""What is written last, and holds the packed copies too."""


def texts_of(site: Path) -> Iterator[Path]:
    """Yield the files of a site that travel packed, in order of their names."""
    for path in sorted(set(site.rglob("*")) - {site / _LAST}):
        if is_text(path.name) and path.is_file() and (ending(path.name) == "html" or path.stat().st_size >= LEAST):
            yield path


def pack(texts: Sequence[Path], cache: Path, executor: Executor, advance: Callable[[int], None]) -> None:
    """Lay packed copies beside texts.

    Arguments:
        texts: the files.
        cache: where copies are kept by the hash of the text, so that each is made once.
        executor: makes them.
        advance: is told how many more texts are done.
    """
    cache.mkdir(parents=True, exist_ok=True)
    chunks = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    for done in executor.map(partial(_pack, cache), chunks):
        advance(done)
    _forget(cache)


def packed(data: bytes) -> tuple[bytes, bytes]:
    """Give a text in brotli and in gzip. The same text gives the same bytes: no time goes into them."""
    return brotli.compress(data, quality=BEST_BROTLI), gzip.compress(data, BEST_GZIP, mtime=0)


def _pack(cache: Path, texts: Sequence[Path]) -> int:
    for text in texts:
        data = text.read_bytes()
        name = hashlib.sha256(data).hexdigest()
        kept = [cache / f"{name}{end}" for end in ENDINGS]
        if not all(one.is_file() for one in kept):
            for one, copy in zip(kept, packed(data), strict=True):
                _write(one, copy)
        for one, end in zip(kept, ENDINGS, strict=True):
            one.touch()
            text.with_name(text.name + end).write_bytes(one.read_bytes())
    return len(texts)


def _write(path: Path, data: bytes) -> None:
    """Write a kept copy whole: one that was cut off would be taken for the copy ever after."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def _forget(cache: Path) -> None:
    oldest = time.time() - KEPT_FOR
    for path in cache.iterdir():
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
