"""Reads the whole content folder into a catalogue, or into the list of everything that is wrong: the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from khuyencong.model.boundaries import read_boundaries
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.consistency import consistency_problems, other_addresses
from khuyencong.model.entry import Entry
from khuyencong.model.folder import Found, find_files
from khuyencong.model.frontmatter import FrontMatter, parse_yaml, without_empty
from khuyencong.model.glossary import Glossary
from khuyencong.model.index import Index
from khuyencong.model.outside import host_remark
from khuyencong.model.parsing import ReadAll, ReadFile, Waiting, read_file
from khuyencong.model.personal import personal_problem
from khuyencong.model.pictures.found import Beside, LookAt, found_as, picture_names, picture_remarks
from khuyencong.model.pictures.inspection import inspect
from khuyencong.model.pictures.verdict import Verdict
from khuyencong.model.place_tables import read_places
from khuyencong.model.problem import Problem
from khuyencong.model.radio_settings import Radio
from khuyencong.model.redirects import read_old_addresses
from khuyencong.model.reviewed import Reviewed
from khuyencong.model.row import SCHEDULED, Row
from khuyencong.model.site import Site, site_problems
from khuyencong.model.source import read_source
from khuyencong.model.tables import Tables
from khuyencong.model.taxonomy import Taxonomies
from khuyencong.model.types import TYPES
from khuyencong.model.validation import Model, validate


@dataclass(frozen=True, slots=True)
class InMemory:
    """Keeps all entries in memory.

    Arguments:
        read: what was read, by `Row.whole`.
    """

    read: dict[str, ReadFile]

    def entry(self, row: Row) -> Entry:
        """Give an entry."""
        entry = self.read[row.whole].entry
        if entry is None:
            raise KeyError(row.path)
        return entry

    def body(self, row: Row) -> str:
        """Give the Markdown of an entry."""
        return self.read[row.whole].body


def read_into_memory(waiting: Sequence[Waiting], tables: Tables) -> tuple[list[Row], InMemory]:
    """Read content files, in order, and keep them all."""
    read = [read_file(one, tables) for one in waiting]
    return [one.row for one in read], InMemory({one.row.whole: one for one in read})


@dataclass(slots=True)
class Tree:
    """What reading the content folder gave.

    Arguments:
        catalogue: all valid entries; nothing when the settings themselves cannot be read.
        index: the rows of all content files; nothing when there is no content folder.
        problems: everything that is wrong, in order of file and line. Publish only when it is empty.
        remarks: what writers should look at, in order of file and line; it keeps nothing from being published.
        files: how many content files were read.
        reviewed: what a person has looked at and allowed.
    """

    catalogue: Catalogue | None = None
    index: Index | None = None
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    files: int = 0
    reviewed: Reviewed = field(default_factory=Reviewed)


def look_at_all(root: Path, beside: Beside) -> dict[str, Verdict]:
    """Look at the picture files of a content folder, here and now.

    Arguments:
        root: the content folder, resolved.
        beside: the files that are no content files, by their names relative to it.
    """
    return {name: inspect(found_as(root, name)) for name in picture_names(beside)}


def read_tree(
    content: Path, today: dt.date, read_all: ReadAll = read_into_memory, look_at: LookAt = look_at_all
) -> Tree:
    """Read and check the content folder.

    Arguments:
        content: the content folder.
        today: the day of the build, after which some entries leave the lists.
        read_all: reads many content files; a build gives one that remembers what it has read before.
        look_at: looks at the pictures; a build gives one that remembers, and trusts no file.
    """
    shown = content.name or content.resolve().name
    if not content.is_dir():
        return Tree(problems=[Problem(shown, 1, "", "không có thư mục nội dung này. Hãy xem lại tên thư mục.")])
    root = content.resolve()
    found = find_files(root, shown)
    tree = Tree(problems=found.problems, files=sum(map(len, found.files.values())))
    site, site_front = _settings(Site, root, shown, "site.yaml", tree)
    taxonomies, _ = _settings(Taxonomies, root, shown, "taxonomies.yaml", tree)
    glossary = _optional(Glossary, root, shown, "glossary.yaml", tree)
    tree.reviewed = _optional(Reviewed, root, shown, "reviewed.yaml", tree) or Reviewed()
    radio = _optional(Radio, root, shown, "radio.yaml", tree)
    places, place_problems = read_places(root / "places", f"{shown}/places")
    boundaries, boundary_problems = read_boundaries(root / "places", f"{shown}/places", places)
    tree.problems += place_problems + boundary_problems
    if site:
        tree.problems += site_problems(site, site_front, f"{shown}/site.yaml")
    # Settings with problems must not hide what is wrong with the entries: those are then checked without them.
    tables = Tables(taxonomies or Taxonomies.empty(), places, glossary or Glossary(), boundaries, radio or Radio())
    rows, shelf = read_all(_waiting(found, shown), tables)
    tree.problems += (problem for row in rows for problem in row.problems)
    hosts = _review(rows, tree)
    index = Index(rows, TYPES, today, found.beside, look_at(root, found.beside))
    catalogue = Catalogue(index, site or Site.blank(), tables, shelf)
    tree.problems += consistency_problems(catalogue, root)
    redirects = read_old_addresses(root, shown, index, partial(other_addresses, catalogue))
    index.redirects = redirects.found
    tree.problems += redirects.problems
    tree.index = index
    # Without its glossary a site would have something to remark on every line.
    words = [remark for row in rows for remark in row.remarks] if glossary else []
    tree.remarks = sorted([*words, *hosts, *picture_remarks(index.verdicts, shown), *_schedule(index)])
    tree.catalogue = catalogue if site and taxonomies else None
    tree.problems = sorted(set(tree.problems))
    return tree


def _review(rows: Sequence[Row], tree: Tree) -> list[Problem]:
    """Add the problems of personal data that nobody has allowed, and give the remarks on hosts that nobody has seen."""
    to_review = [(row.shown, one) for row in rows for one in row.to_review]
    personal = (personal_problem(shown, one, tree.reviewed) for shown, one in to_review if one.kind != "host")
    tree.problems += filter(None, personal)
    hosts = (host_remark(shown, one, tree.reviewed) for shown, one in to_review if one.kind == "host")
    return list(filter(None, hosts))


def _schedule(index: Index) -> Iterator[Problem]:
    """Say which entries wait for their day, so that nobody wonders where they are."""
    for row in index.rows:
        if row.status == SCHEDULED:
            message = f"bài hẹn đăng ngày {row.opening}; trước ngày đó trang web chưa có bài này."
            yield Problem(row.shown, 1, "date", message)


def _waiting(found: Found, shown: str) -> list[Waiting]:
    return [
        Waiting(one.key, path, relative, f"{shown}/{relative}", size, modified, changed)
        for one in TYPES
        for path, relative, size, modified, changed in found.files[one.folder]
    ]


def _optional(model: type[Model], root: Path, shown: str, name: str, tree: Tree) -> Model | None:
    """Read settings that a site may do without: one that uses no abbreviation needs no glossary."""
    return _settings(model, root, shown, name, tree)[0] if (root / name).exists() else None


def _settings(model: type[Model], root: Path, shown: str, name: str, tree: Tree) -> tuple[Model | None, FrontMatter]:
    front = FrontMatter()
    path = root / name
    shown_path = f"{shown}/{name}"
    if not path.exists():
        tree.problems.append(Problem(shown_path, 1, "", "thiếu tệp thiết đặt này. Hãy lấy lại từ bản trước."))
        return None, front
    text, problems = read_source(path, shown_path)
    if text:
        front.is_whole, broken = parse_yaml(text, shown_path, front.fields, front.lines)
        problems += broken
    found, invalid = validate(model, without_empty(front.fields), front, shown_path) if front.is_whole else (None, [])
    tree.problems += problems + invalid
    return found, front
