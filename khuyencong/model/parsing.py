"""Reads one content file into an entry: the part of reading that looks at nothing but the file itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

from khuyencong.model.entry import ContentFile, Entry
from khuyencong.model.frontmatter import FrontMatter, split, without_empty
from khuyencong.model.problem import Problem
from khuyencong.model.source import read_source
from khuyencong.model.types import BY_KEY
from khuyencong.model.validation import validate


class Waiting(NamedTuple):
    """A content file to read.

    Arguments:
        key: the content type's key.
        path: the file.
        relative: its path in the content folder.
        shown: how problems name it.
    """

    key: str
    path: str
    relative: str
    shown: str


class ReadFile(NamedTuple):
    """What reading a content file gave.

    Arguments:
        entry: the entry, or nothing when there are problems.
        slug: its slug, given even without an entry, as others may refer to it.
        file: where it came from.
        problems: what is wrong with the file by itself.
    """

    entry: Entry | None
    slug: str
    file: ContentFile
    problems: list[Problem]


ReadAll: TypeAlias = Callable[[Sequence[Waiting]], Iterable[ReadFile]]


def read_files(waiting: Sequence[Waiting]) -> list[ReadFile]:
    """Read content files, in order. It looks at nothing but these files, so it may run in any process."""
    return [_read_file(one) for one in waiting]


def _read_file(waiting: Waiting) -> ReadFile:
    text, problems = read_source(Path(waiting.path), waiting.shown)
    front, broken = split(text, waiting.shown) if text else (FrontMatter(), [])
    file = ContentFile(waiting.relative, waiting.shown, front.body, front.body_line, front.lines)
    entry, slug, invalid = _entry(waiting, front, file)
    return ReadFile(entry, slug, file, [*problems, *broken, *invalid])


def _entry(waiting: Waiting, front: FrontMatter, file: ContentFile) -> tuple[Entry | None, str, list[Problem]]:
    content_type = BY_KEY[waiting.key]
    fields = without_empty(front.fields)
    slug = fields.get("slug") or content_type.model.default_slug(fields, PurePosixPath(file.path).stem)
    if not front.is_whole:
        return None, str(slug), []
    entry, invalid = validate(content_type.model, {**fields, "slug": slug}, front, file.shown)
    if entry is not None:
        entry.settle(f"{content_type.prefix}{entry.slug}/", file)
    return entry, str(slug), invalid
