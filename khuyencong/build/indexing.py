"""Keeps the search index up to the pages: collects what each page gives to be searched, and indexes when that changed.

A page that is rendered gives its document, plain data, and the memo remembers the document's hash with the page. So a
build knows from hashes alone whether any searched text is another than last time; only then are the documents fetched
from the store, and the index made anew as a whole, as Pagefind cannot do it in parts.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

from jinja2 import Environment

from khuyencong.build.memo import key_of
from khuyencong.build.store import Store, StoreError
from khuyencong.model.search import Indexed
from khuyencong.model.tables import Tables
from khuyencong.model.vietnamese import fold
from khuyencong.outputs.search.chunks import cut_smaller
from khuyencong.outputs.search.document import FOLDER, Document
from khuyencong.outputs.search.fragments import finish
from khuyencong.outputs.search.program import run_pagefind
from khuyencong.outputs.search.words import filter_table, folded_words, word_table

TEMPLATE = "search/document.html"
MARK = "search "
"""How the keys of the index's files begin in the memo."""
LAST = "search index"
"""The key under which the store keeps the last index that was made, with its own key."""

_NUMBER_PART = re.compile(r"[^\W_]+")


def pack(document: Indexed) -> tuple[str, bytes]:
    """Give a document's hash, under which the store keeps it, and the document."""
    return key_of(document), pickle.dumps(document, protocol=5)


def name_in_store(digest: str) -> str:
    """Give the key under which the store keeps a document."""
    return f"indexed {digest}"


class Indexing:
    """Makes the index of one site.

    Arguments:
        store: holds the documents and the last index.
        tables: old and new names of places, short and long forms of the glossary; each is searched for the other.
        assets: addresses of the theme's files by name.
        template: hash of the template of a document.
    """

    def __init__(self, store: Store, tables: Tables, assets: Mapping[str, str], template: str) -> None:
        """Prepare what is looked for in every document."""
        self.store = store
        self.successors = tables.places.successors()
        self.abbreviations = tuple((one.short, one.long) for one in tables.glossary.abbreviations)
        self.pairs = [
            (" ".join(folded_words(one)), two) for pair in self.abbreviations for one, two in (pair, pair[::-1])
        ]
        self.assets = assets
        self.own_key = key_of(self.successors, self.pairs, assets, template)

    def key(self, digests: Iterable[str]) -> str:
        """Give the key of the index of some documents."""
        return f"{MARK}{key_of(self.own_key, sorted(digests))}"

    def files(self, key: str, digests: Iterable[str], environment: Environment, cache: Path) -> dict[str, bytes]:
        """Give the files of the index by address: the last ones if they have the same key, or new ones.

        Raises:
            StoreError: when the store has lost a document.
        """
        last = self.store.get_all([LAST]).get(LAST)
        held = pickle.loads(last) if last else ("", {})  # noqa: S301 - written by ourselves
        if held[0] == key:
            return cast("dict[str, bytes]", held[1])
        files = self._make(self._documents(digests), environment, cache)
        self.store.put_all({LAST: pickle.dumps((key, files), protocol=5)})
        return files

    def _documents(self, digests: Iterable[str]) -> list[Indexed]:
        names = [name_in_store(digest) for digest in digests]
        found = self.store.get_all(names)
        lost = [name for name in names if name not in found]
        if lost:
            raise StoreError(lost[0])
        documents: list[Indexed] = [pickle.loads(found[name]) for name in names]  # noqa: S301 - written by ourselves
        return sorted(documents, key=lambda one: one.url)

    def _make(self, documents: Sequence[Indexed], environment: Environment, cache: Path) -> dict[str, bytes]:
        template = environment.get_template(TEMPLATE)
        handed_over = []
        for one in documents:
            html = template.render(document=one, other_words=(*one.places, *self.other_words(one)))
            handed_over.append(Document(one.url, html, tuple(self._shown(one)), one.filters, one.day))
        made, keys = finish(cut_smaller(run_pagefind(handed_over, cache)), handed_over)
        texts = (" ".join((one.title, *one.text, *one.places)) for one in documents)
        made["words.json"] = word_table((one.title for one in documents), texts, self.successors, self.abbreviations)
        made["filters.json"] = filter_table(handed_over, keys)
        return {f"{FOLDER}{name}": data for name, data in made.items()}

    def other_words(self, document: Indexed) -> list[str]:
        """List the other forms of the abbreviations and of the names of places in a document."""
        text = f" {' '.join(folded_words(' '.join((document.title, *document.text))))} "
        forms = [other for form, other in self.pairs if f" {form} " in text]
        units = [name for old, names in self.successors.items() if f" {old} " in text for name in names]
        # Pagefind takes TTr apart into T and Tr, but finds `ttr` where it stands in small letters too.
        numbers = [" ".join(_NUMBER_PART.findall(word.lower())) for word in document.title.split() if "/" in word]
        return [
            one for one in dict.fromkeys((*numbers, *forms, *units)) if f" {fold(one)} " not in text or one in numbers
        ]

    def _shown(self, document: Indexed) -> Iterable[tuple[str, str]]:
        drawing = f"art/{document.artwork}.svg"
        picture = document.picture or (self.assets.get(drawing, "") if document.artwork else "")
        return ((name, value) for name, value in (("shown", document.shown), ("picture", picture)) if value)
