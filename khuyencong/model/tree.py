"""Reads the whole content folder into a catalogue, or into the list of everything that is wrong: the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.consistency import Unread, consistency_problems
from khuyencong.model.entry import Entry
from khuyencong.model.folder import Found, find_files
from khuyencong.model.frontmatter import FrontMatter, parse_yaml, without_empty
from khuyencong.model.parsing import ReadAll, Waiting, read_files
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


def read_tree(content: Path, today: dt.date, read_all: ReadAll = read_files) -> Tree:
    """Read and check the content folder.

    Arguments:
        content: the content folder.
        today: the day of the build; drafts are left out, and news that has expired is taken off the lists.
        read_all: reads many content files; a build gives one that remembers what it has read before.
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
    entries = _read_entries(found, shown, read_all, tree, unread)
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


def _read_entries(found: Found, shown: str, read_all: ReadAll, tree: Tree, unread: Unread) -> dict[str, list[Entry]]:
    entries: dict[str, list[Entry]] = {one.key: [] for one in TYPES}
    waiting = [
        Waiting(one.key, str(path), relative, f"{shown}/{relative}")
        for one in TYPES
        for path, relative in found.files[one.folder]
    ]
    for one, (entry, slug, file, problems) in zip(waiting, read_all(waiting), strict=True):
        tree.problems += problems
        if entry is None:
            unread.add(one.key, slug, file)
        else:
            entries[one.key].append(entry)
    return entries


def _in_order(entries: Mapping[str, list[Entry]], today: dt.date) -> dict[str, tuple[Entry, ...]]:
    ordered: dict[str, tuple[Entry, ...]] = {}
    for one in TYPES:
        published = [entry.as_of(today) for entry in entries[one.key] if entry.status != "draft"]
        ordered[one.key] = tuple(sorted(published, key=one.order, reverse=one.newest_first))
    return ordered
