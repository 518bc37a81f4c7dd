"""Looks into the files that entries offer for download: what is wrong with them, what pages say of them, clean copies.

All of it is kept in the store by the hash of the file, and the hash by the file's size and time, so that a file that
lies there as before is not even opened.
"""

from __future__ import annotations

import hashlib
import pickle
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from khuyencong.build.progress import phase
from khuyencong.build.unchanged import SETTLED
from khuyencong.model.attachment import AttachmentFacts, Named, named_files
from khuyencong.model.index import Index
from khuyencong.model.media import beside, media_problem
from khuyencong.model.personal import personal_in, personal_problem
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.reviewed import Reviewed, ToReview

COPY = "attachment copy"
"""How the key of a clean copy begins; the SHA-256 of the copy follows."""


MOST_PERSONAL = 20
"""Most personal data of one file that are told: a list of people holds hundreds."""


class Values(Protocol):
    """What keeps values by key: the store, or nothing but memory where nothing is to be kept."""

    def get_all(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Give the values of those keys that are known."""

    def put_all(self, values: Mapping[str, bytes]) -> None:
        """Keep values."""


class InMemory(dict[str, bytes]):
    """Keeps values for as long as the program runs."""

    def get_all(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Give the values of those keys that are known."""
        return {key: self[key] for key in keys if key in self}

    def put_all(self, values: Mapping[str, bytes]) -> None:
        """Keep values."""
        self.update(values)


class Looked(NamedTuple):
    """What looking into a file gave.

    Arguments:
        trouble: why it may not be published; empty when it may.
        facts: what pages say of it.
        personal: what it says of persons: the kind and the value of each.
    """

    trouble: str
    facts: AttachmentFacts | None
    personal: tuple[tuple[str, str], ...] = ()


class Attachments:
    """Looks into files, and remembers what it has seen.

    Arguments:
        root: the content folder.
        values: what earlier builds worked out.
    """

    def __init__(self, root: Path, values: Values) -> None:
        """Start with nothing looked at."""
        self.root = root
        self.values = values
        self.used: list[str] = []

    def look_into(self, index: Index, reviewed: Reviewed) -> list[Problem]:
        """Look into all files that entries offer, and give the index what pages say of them.

        Arguments:
            index: all content files.
            reviewed: what a person has looked at and allowed.

        Returns:
            What is wrong with the files themselves.
        """
        named = [one for one in named_files(index.rows) if one.path in index.beside]
        seen = self._seen({one.path: index.beside[one.path] for one in named})
        fresh = [one for one in {one.path: one for one in named}.values() if one.path not in seen]
        with phase("Xem tệp đính kèm", len(fresh)) as advance:
            for one in fresh:
                looked = self._look(one, *index.beside[one.path])
                seen.update({one.path: looked} if looked else {})
                advance(1)
        index.attachments = {path: looked.facts for path, looked in seen.items() if looked.facts}
        self.used += (f"{COPY} {facts.sha256}" for facts in index.attachments.values())
        return [problem for one in named if one.path in seen for problem in _problems(one, seen[one.path], reviewed)]

    def _seen(self, files: Mapping[str, tuple[int, int]]) -> dict[str, Looked]:
        """Give what is known of files that lie there as they were when they were looked into."""
        keys = {_place_key(path, *there): path for path, there in files.items()}
        digests = {keys[key]: value.decode() for key, value in self.values.get_all(keys).items()}
        known = self.values.get_all(set(digests.values()))
        self.used += (*keys, *known)
        return {path: _unpacked(known[key]) for path, key in digests.items() if key in known}

    def _look(self, one: Named, size: int, changed: int) -> Looked | None:
        """Look into a file; nothing when the gate refuses it for its name, size or place already."""
        folder = (self.root / one.row.path).parent
        if media_problem(folder, one.name, self.root, is_picture=False):
            return None
        data = beside(folder, one.name).read_bytes()
        key = f"attachment {hashlib.sha256(data).hexdigest()}{PurePosixPath(one.path).suffix.lower()}"
        known = self.values.get_all([key])
        looked = _unpacked(known[key]) if key in known else self._clean(key, one.path, data)
        if len(data) == size and time.time_ns() - changed > SETTLED * 1e9:
            self.values.put_all({_place_key(one.path, size, changed): key.encode()})
        self.used.append(key)
        return looked

    def _clean(self, key: str, path: str, data: bytes) -> Looked:
        from khuyencong.outputs.attachments.cleaning import clean  # noqa: PLC0415 - few edits concern an attachment
        from khuyencong.outputs.attachments.refusal import Refused  # noqa: PLC0415 - the same
        from khuyencong.outputs.attachments.words import words_in  # noqa: PLC0415 - the same

        try:
            copy = clean(path, data)
        except Refused as refused:
            looked, values = Looked(str(refused), None), {}
        else:
            found = dict.fromkeys((kind, value) for _, kind, value in personal_in(words_in(path, copy.data)))
            looked = Looked("", copy.facts, tuple(found)[:MOST_PERSONAL])
            values = {f"{COPY} {copy.facts.sha256}": copy.data}
        self.values.put_all({**values, key: pickle.dumps(looked, protocol=5)})
        return looked


def _problems(one: Named, looked: Looked, reviewed: Reviewed) -> Iterator[Problem]:
    """Yield what is wrong with a file where a content file names it."""
    if looked.trouble:
        yield Problem(one.row.shown, one.line, one.field, f"tệp {quoted(one.name)} {looked.trouble}")
    for kind, value in looked.personal:
        problem = personal_problem(
            one.row.shown, ToReview(one.line, one.field, kind, value), reviewed, quoted(one.name)
        )
        if problem:
            yield problem


def _place_key(path: str, size: int, changed: int) -> str:
    return f"attachment at {path} {size} {changed}"


def _unpacked(value: bytes) -> Looked:
    return Looked(*pickle.loads(value))  # noqa: S301 - written by ourselves
