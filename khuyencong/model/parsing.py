"""Reads one content file: the part of reading that looks at nothing but the file itself and the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import unquote

from khuyencong.model.body import look_through
from khuyencong.model.capitals import capital_problems
from khuyencong.model.catalogue import Shelf
from khuyencong.model.content_type import ContentType
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import ContentFile, Entry
from khuyencong.model.fields import Reference, Tag, Term
from khuyencong.model.frontmatter import FrontMatter, split, without_empty
from khuyencong.model.marks import Mark, marked_values
from khuyencong.model.outside import hosts_of
from khuyencong.model.personal import personal_of
from khuyencong.model.problem import Problem
from khuyencong.model.row import ListedUnder, Named, Row, ShownPicture, Target
from khuyencong.model.source import read_source
from khuyencong.model.tables import Tables
from khuyencong.model.types import BY_KEY
from khuyencong.model.validation import validate


class Waiting(NamedTuple):
    """A content file to read.

    Arguments:
        key: the content type's key.
        path: the file.
        relative: its path in the content folder.
        shown: how problems name it.
        size: its size in bytes.
        modified: its time of modification in nanoseconds.
        changed: the time of its last change of any kind in nanoseconds.
    """

    key: str
    path: str
    relative: str
    shown: str
    size: int
    modified: int
    changed: int


class ReadFile(NamedTuple):
    """What reading a content file gave.

    Arguments:
        row: what the site as a whole must know of it.
        entry: the entry, or nothing when it could not be made.
        body: the Markdown.
    """

    row: Row
    entry: Entry | None
    body: str


ReadAll: TypeAlias = Callable[[Sequence[Waiting], Tables], tuple[list[Row], Shelf]]
"""Reads content files, in order, and says where the entries are."""


def read_file(waiting: Waiting, tables: Tables) -> ReadFile:
    """Read a content file. It looks at nothing else, so it may run in any process."""
    text, problems = read_source(Path(waiting.path), waiting.shown)
    front, broken = split(text, waiting.shown) if text else (FrontMatter(), [])
    file = ContentFile(waiting.relative, waiting.shown, front.lines)
    entry, slug, invalid = _entry(waiting, front, file)
    remarks = tuple(capital_problems(front, tables.glossary, waiting.shown))
    row = _row(waiting, slug, front, text)._replace(problems=(*problems, *broken, *invalid), remarks=remarks)
    row = _with_body(row, front)._replace(to_review=(*personal_of(front), *hosts_of(front)))
    return ReadFile(_with_entry(row, entry, tables) if entry else row, entry, front.body)


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


def _row(waiting: Waiting, slug: str, front: FrontMatter, text: str) -> Row:
    """Begin the row of a file that may give no entry."""
    face = hashlib.blake2b(f"{waiting.relative}\0".encode("utf-8", "surrogatepass"), digest_size=12)
    whole = face.copy()
    face.update(text.removesuffix(front.body).encode("utf-8", "surrogatepass"))
    whole.update(text.encode("utf-8", "surrogatepass"))
    return Row(
        key=waiting.key,
        slug=slug,
        path=waiting.relative,
        shown=waiting.shown,
        url=f"{BY_KEY[waiting.key].prefix}{slug}/",
        status="",
        opens=None,
        last_day=None,
        order=(),
        facets=(),
        places=(),
        named=(),
        targets=(),
        title="",
        pictures=(),
        aliases=(),
        slug_line=front.line(("slug",)),
        problems=(),
        remarks=(),
        to_review=(),
        face=face.hexdigest(),
        whole=whole.hexdigest(),
    )


def _with_body(row: Row, front: FrontMatter) -> Row:
    problems, targets, pictures = list(row.problems), [], []
    for number, finding in look_through(front.body):
        line = front.body_line + number
        if isinstance(finding, str):
            problems.append(Problem(row.shown, line, "", finding))
        else:
            targets.append(Target(line, finding.address, finding.is_picture))
            if finding.is_picture and finding.alt:  # one whose address stands elsewhere has its words at another place
                pictures.append(ShownPicture(unquote(finding.address), finding.alt, "", ""))
    return row._replace(problems=tuple(problems), targets=tuple(targets), pictures=tuple(pictures))


def _with_entry(row: Row, entry: Entry, tables: Tables) -> Row:
    content_type = BY_KEY[row.key]
    file = entry.source_file
    faults = [
        Problem(row.shown, file.line(*location), ".".join(map(str, location)), message)
        for location, message in entry.faults()
    ]
    return row._replace(
        slug=entry.slug,
        url=entry.url,
        status=entry.status,
        opens=entry.opening_day,
        last_day=entry.last_day,
        order=_plain(content_type.order(entry)),
        facets=tuple(_facets(entry, content_type, tables)),
        places=content_type.places(entry, tables),
        named=tuple(_named(entry, file)),
        title=entry.title,
        pictures=(*_pictures(entry), *row.pictures),
        aliases=tuple((alias, file.line("aliases", index)) for index, alias in enumerate(entry.aliases)),
        problems=(*row.problems, *faults),
        modified=entry.modified.iso if entry.modified else "",
    )


def _plain(key: Any) -> Any:
    """Give a sort key as plain data, which is quick to compare and to keep."""
    if isinstance(key, PartialDate):
        return key.year, key.month, key.day
    return tuple(map(_plain, key)) if isinstance(key, tuple) else key


def _facets(entry: Entry, content_type: ContentType[Any], tables: Tables) -> list[ListedUnder]:
    # An entry has a value once, however often it is given; a value that makes no address is none.
    return [
        ListedUnder(facet.slug, slug, label)
        for facet in content_type.facets
        for slug, label in dict(facet.values(entry, tables)).items()
        if slug
    ]


def _pictures(entry: Entry) -> list[ShownPicture]:
    shown = (*([entry.image] if entry.image else []), *entry.further_pictures)
    return [ShownPicture(one.src, one.alt, one.caption or "", one.credit or "") for one in shown]


def _named(entry: Entry, file: ContentFile) -> list[Named]:
    return [
        Named(*_kind(mark), ".".join(map(str, location)), file.line(*location), value)
        for mark, location, value in marked_values(entry)
    ]


def _kind(mark: Mark) -> tuple[str, str]:
    if isinstance(mark, Reference):
        return "reference", mark.type_key
    if isinstance(mark, Tag):
        return "tag", ""
    return ("term", mark.taxonomy) if isinstance(mark, Term) else ("file", mark.kind)
