"""Files to download: where content files name them, what the site says of them, under which name it publishes them."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Container, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from khuyencong.model.problem import Problem, quoted
from khuyencong.model.row import Row
from khuyencong.model.vietnamese import file_slug


class AttachmentFacts(NamedTuple):
    """What the attachments box shows of a file; all of it is of the published copy.

    Arguments:
        size: its size in bytes.
        sha256: the hash of its bytes, for readers who check what they have downloaded.
        pages: how many pages it has; 0 where the file does not say.
        sheets: how many sheets a table has; 0 for anything else.
        is_signed: whether it carries a digital signature, and so is published byte for byte.
    """

    size: int
    sha256: str
    pages: int = 0
    sheets: int = 0
    is_signed: bool = False


class Named(NamedTuple):
    """Where a content file names a file to download.

    Arguments:
        row: the content file.
        field: the field; empty for a link in the Markdown.
        line: its line.
        name: the file's name as written.
    """

    row: Row
    field: str
    line: int
    name: str

    @property
    def path(self) -> str:
        """The file relative to the content folder."""
        return file_name(self.row.path, self.name)


def published_name(name: str) -> str:
    """Give the ASCII name under which a file lies beside its page.

    Arguments:
        name: its name beside the content file, perhaps in a folder below.
    """
    path = PurePosixPath(name)
    return f"{file_slug(path.stem) or 'tep'}{path.suffix.lower()}"


def named_files(rows: Iterable[Row]) -> Iterator[Named]:
    """Yield every place where content files name a file to download."""
    for row in rows:
        for one in row.named:
            if one.kind == "file" and one.among == "attachment":
                yield Named(row, one.field, one.line, one.value)
        for target in row.targets:
            name = unquote(target.address.partition("#")[0])
            if name and not target.is_picture and not name.startswith("/") and not name.endswith(".md"):
                yield Named(row, "", target.line, name)


def file_name(path: str, name: str) -> str:
    """Give the name of a file relative to the content folder.

    Arguments:
        path: the content file that names it.
        name: its name as written there.
    """
    return unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))


def name_problems(rows: Iterable[Row], there: Container[str]) -> Iterator[Problem]:
    """Yield files of one entry that would be published under the same name, so that one would be lost.

    Arguments:
        rows: all content files.
        there: the files that lie beside them.
    """
    for row in rows:
        owner: dict[str, Named] = {}
        for one in (one for one in named_files([row]) if one.path in there):
            name = published_name(one.name)
            first = owner.setdefault(name, one)
            if first.path != one.path:
                told = f"tệp {quoted(one.name)} và tệp {quoted(first.name)} cùng thành {quoted(name)} trên trang."
                yield Problem(row.shown, one.line, one.field, f"{told} Hãy đổi tên một tệp.")
