"""Gives other processes the catalogue: the rows at once, the entries one by one, as pages ask for them."""

from __future__ import annotations

import pickle
from functools import lru_cache
from pathlib import Path
from typing import cast

from khuyencong.build.store import read_only
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.index import Index
from khuyencong.model.row import Row
from khuyencong.model.types import TYPES

CATALOGUE = "catalogue.pickle"

AT_HAND = 8_000
"""Entries that a process keeps, as neighbouring pages show the same ones."""


class StoreShelf:
    """The entries in the store of a cache folder.

    Arguments:
        folder: the cache folder.
    """

    def __init__(self, folder: Path) -> None:
        """Open the store for reading."""
        self.value = read_only(folder)
        self._unpacked = lru_cache(maxsize=AT_HAND)(self._unpack)

    def entry(self, row: Row) -> Entry:
        """Fetch an entry."""
        return self._unpacked(row.whole)

    def body(self, row: Row) -> str:
        """Fetch the Markdown of an entry."""
        return self.value(f"body {row.whole}").decode()

    def _unpack(self, whole: str) -> Entry:
        return cast("Entry", pickle.loads(self.value(f"entry {whole}")))  # noqa: S301 - written by ourselves


def lay_down(catalogue: Catalogue, folder: Path) -> None:
    """Write what other processes need to make the same catalogue.

    Arguments:
        catalogue: all entries, on the shelf of a store.
        folder: the cache folder.
    """
    path = folder / CATALOGUE
    index = catalogue.index
    unfinished = path.with_suffix(".part")
    made = (index.attachments, index.editions, index.redirects)
    parts = (index.rows, index.today, dict(index.beside), dict(index.verdicts), *made)
    unfinished.write_bytes(pickle.dumps((*parts, catalogue.site, catalogue.tables), protocol=5))
    unfinished.replace(path)


def fetch_catalogue(folder: Path) -> Catalogue:
    """Make the catalogue that another process has laid down in the cache folder."""
    laid_down = pickle.loads((folder / CATALOGUE).read_bytes())  # noqa: S301 - written by ourselves
    rows, today, beside, verdicts, attachments, editions, redirects, site, tables = laid_down
    index = Index(rows, TYPES, today, beside, verdicts)
    index.attachments, index.editions, index.redirects = attachments, editions, redirects
    return Catalogue(index, site, tables, StoreShelf(folder))
