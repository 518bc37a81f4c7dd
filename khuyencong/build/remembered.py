"""Remembers what is made of bulletin issues at the gate, so that none is made, nor even gathered, twice.

What was made of an issue is a function of the answers to the questions that were asked for it, as a page is of its own
(ADR 9). While all answers are the same, it stands.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from khuyencong.build.attached import COPY, Values
from khuyencong.build.memo import key_of
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.index import Question


class Remembered:
    """What was made of each issue, with its files.

    Arguments:
        kind: what is made, in one word.
        values: what earlier builds have made.
        catalogue: all entries; it answers the questions.
        ingredients: what is made of all issues is a function of, besides the content: templates, rules.
    """

    def __init__(self, kind: str, values: Values, catalogue: Catalogue, ingredients: object) -> None:
        """Take what does not change within a build."""
        self.kind = kind
        self.values = values
        self.catalogue = catalogue
        self.ingredients = ingredients

    def now(self, slug: str, also: object = None) -> Any:
        """Give what was made of an issue from what the content says now; nothing where it must be made.

        Arguments:
            slug: the issue.
            also: what else it is a function of.
        """
        questions = self._read(f"{self.kind} questions {slug}")
        return None if questions is None else self._whole(self._key(slug, questions, also))

    def last(self, slug: str) -> Any:
        """Give what was made of an issue last, whatever the content says now."""
        return self._whole(f"{self.kind} last {slug}")

    def keep(
        self, slug: str, questions: Iterable[Question], made: object, files: Iterable[bytes], also: object = None
    ) -> None:
        """Keep what was made of an issue.

        Arguments:
            slug: the issue.
            questions: what was asked for it.
            made: what is to be known of it; plain data.
            files: its files, each kept under the hash of its bytes.
            also: what else it is a function of.
        """
        asked = sorted(questions, key=repr)
        copies = {f"{COPY} {hash_of(data)}": data for data in files}
        record = pickle.dumps((made, sorted(copies)), protocol=5)
        keys = (self._key(slug, asked, also), f"{self.kind} last {slug}")
        said = {f"{self.kind} questions {slug}": pickle.dumps(asked, protocol=5)}
        self.values.put_all({**copies, **dict.fromkeys(keys, record), **said})

    def _whole(self, key: str) -> Any:
        """Give what is known under a key, if all its files are there."""
        record = self._read(key)
        if record is None:
            return None
        made, copies = record
        return made if len(self.values.get_all(copies)) == len(copies) else None

    def _read(self, key: str) -> Any:
        known = self.values.get_all([key])
        return pickle.loads(known[key]) if known else None  # noqa: S301 - written by ourselves

    def _key(self, slug: str, questions: Iterable[Question], also: object) -> str:
        """Hash all that is made of an issue is a function of."""
        index = self.catalogue.index
        answers = [(one, index.answer(one) if one[0] in index.answers else self._tables) for one in questions]
        return f"{self.kind} {key_of(slug, answers, self.catalogue.site, self.ingredients, also)}"

    @cached_property
    def _tables(self) -> str:
        return key_of(self.catalogue.tables)


def hash_of(data: bytes) -> str:
    """Give the SHA-256 sum of a file."""
    return hashlib.sha256(data).hexdigest()
