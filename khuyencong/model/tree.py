"""Reads the whole content folder into a catalogue, or into the list of everything that is wrong: the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.consistency import Unread, consistency_problems
from khuyencong.model.content_type import ContentType
from khuyencong.model.entry import ContentFile, Entry
from khuyencong.model.folder import Found, find_files
from khuyencong.model.frontmatter import FrontMatter, parse_yaml, split, without_empty
from khuyencong.model.place import read_places
from khuyencong.model.problem import Problem
from khuyencong.model.site import Site, site_problems
from khuyencong.model.source import read_source
from khuyencong.model.taxonomy import Taxonomies
from khuyencong.model.types import TYPES
from khuyencong.model.validation import Model, validate


@dataclass(slots=True)
class Tree:
    """What reading the content folder gave.

    Arguments:
        catalogue: all valid entries; nothing when the settings themselves cannot be read.
        problems: everything that is wrong, in order of file and line. Publish only when it is empty.
        files: how many content files were read.
    """

    catalogue: Catalogue | None = None
    problems: list[Problem] = field(default_factory=list)
    files: int = 0


def read_tree(content: Path, today: dt.date) -> Tree:
    """Read and check the content folder.

    Arguments:
        content: the content folder.
        today: the day of the build; drafts are left out, and news that has expired is taken off the lists.
    """
    shown = content.name or content.resolve().name
    if not content.is_dir():
        return Tree(problems=[Problem(shown, 1, "", "không có thư mục nội dung này. Hãy xem lại tên thư mục.")])
    root = content.resolve()
    found = find_files(root, shown)
    tree = Tree(problems=found.problems, files=sum(map(len, found.files.values())))
    site, site_front = _settings(Site, root, shown, "site.yaml", tree)
    taxonomies, _ = _settings(Taxonomies, root, shown, "taxonomies.yaml", tree)
    places, place_problems = read_places(root / "places", f"{shown}/places")
    tree.problems += place_problems
    unread = Unread()
    entries = {one.key: list(_read_type(one, found, shown, tree, unread)) for one in TYPES}
    if site:
        tree.problems += site_problems(site, site_front, f"{shown}/site.yaml")
    drafts = {(key, entry.slug): entry for key, every in entries.items() for entry in every if entry.status == "draft"}
    # Settings with problems must not hide what is wrong with the entries: those are then checked without them.
    catalogue = Catalogue(_in_order(entries, today), site or Site.blank(), taxonomies or Taxonomies.empty(), places)
    tree.problems += consistency_problems(catalogue, drafts, unread, root)
    tree.catalogue = catalogue if site and taxonomies else None
    tree.problems = sorted(set(tree.problems))
    return tree


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


def _read_type(content_type: ContentType[Any], found: Found, shown: str, tree: Tree, unread: Unread) -> Iterator[Entry]:
    for path, relative in found.files[content_type.folder]:
        shown_path = f"{shown}/{relative}"
        text, problems = read_source(path, shown_path)
        front, broken = split(text, shown_path) if text else (FrontMatter(), [])
        file = ContentFile(relative, shown_path, front.body, front.body_line, front.lines)
        entry, slug, invalid = _read_entry(content_type, front, file)
        tree.problems += problems + broken + invalid
        if entry is None:
            unread.add(content_type.key, slug, file)
        else:
            yield entry


def _read_entry(
    content_type: ContentType[Any], front: FrontMatter, file: ContentFile
) -> tuple[Entry | None, str, list[Problem]]:
    """Make an entry of a content file; the slug is given even without one, as others may refer to it."""
    fields = without_empty(front.fields)
    slug = fields.get("slug") or content_type.model.default_slug(fields, PurePosixPath(file.path).stem)
    if not front.is_whole:
        return None, str(slug), []
    entry, invalid = validate(content_type.model, {**fields, "slug": slug}, front, file.shown)
    if entry is not None:
        entry.settle(f"{content_type.prefix}{entry.slug}/", file)
    return entry, str(slug), invalid


def _in_order(entries: Mapping[str, list[Entry]], today: dt.date) -> dict[str, tuple[Entry, ...]]:
    ordered: dict[str, tuple[Entry, ...]] = {}
    for one in TYPES:
        published = [entry.as_of(today) for entry in entries[one.key] if entry.status != "draft"]
        ordered[one.key] = tuple(sorted(published, key=one.order, reverse=one.newest_first))
    return ordered
