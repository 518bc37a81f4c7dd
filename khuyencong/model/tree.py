"""Reads the whole content folder into a catalogue, or into the list of everything that is wrong: the gate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.consistency import Unread, consistency_problems
from khuyencong.model.content_type import ContentType
from khuyencong.model.entry import ContentFile, Entry
from khuyencong.model.frontmatter import FrontMatter, parse_yaml, split, without_empty
from khuyencong.model.place import Places
from khuyencong.model.problem import Problem
from khuyencong.model.site import Site, site_problems
from khuyencong.model.source import read_source
from khuyencong.model.taxonomy import Taxonomies
from khuyencong.model.types import TYPES
from khuyencong.model.validation import Model, validate

NOT_ENTRIES = frozenset({"places"})
"""Folders of the content folder that hold tables instead of entries."""


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
    root = content.resolve()
    shown = content.name
    tree = Tree()
    site, site_front = _settings(Site, root, shown, "site.yaml", tree)
    taxonomies, _ = _settings(Taxonomies, root, shown, "taxonomies.yaml", tree)
    unread: Unread = set()
    entries = {one.key: list(_read_type(one, root, shown, tree, unread)) for one in TYPES}
    tree.problems += _strays(root, shown)
    if site and taxonomies:
        tree.problems += site_problems(site, site_front, f"{shown}/site.yaml")
        drafts = {
            (key, entry.slug): entry for key, found in entries.items() for entry in found if entry.status == "draft"
        }
        tree.catalogue = Catalogue(_in_order(entries, today), site, taxonomies, Places.read(root / "places"))
        tree.problems += consistency_problems(tree.catalogue, drafts, unread, root)
    tree.problems.sort()
    return tree


def _settings(model: type[Model], root: Path, shown: str, name: str, tree: Tree) -> tuple[Model | None, FrontMatter]:
    front = FrontMatter()
    path = root / name
    shown_path = f"{shown}/{name}"
    if not path.exists():
        tree.problems.append(Problem(shown_path, 1, "", "thiếu tệp thiết đặt này. Hãy lấy lại từ bản trước."))
        return None, front
    text, problem = read_source(path, shown_path, root)
    if problem:
        tree.problems.append(problem)
        return None, front
    problems = parse_yaml(text, shown_path, front)
    found, invalid = (None, []) if problems else validate(model, without_empty(front.fields), front, shown_path)
    tree.problems += problems + invalid
    return found, front


def _read_type(content_type: ContentType[Any], root: Path, shown: str, tree: Tree, unread: Unread) -> Iterator[Entry]:
    folder = root / content_type.folder
    for path in sorted(folder.rglob("*.md")):
        relative = path.relative_to(root).as_posix()
        tree.files += 1
        entry, problems, slug = _read_entry(content_type, path, relative, f"{shown}/{relative}", root)
        tree.problems += problems
        if entry is None:
            unread.add((content_type.key, slug))
        else:
            yield entry


def _read_entry(
    content_type: ContentType[Any], path: Path, relative: str, shown: str, root: Path
) -> tuple[Entry | None, list[Problem], str]:
    """Read one content file; the slug is given even when the entry cannot be, as others may refer to it."""
    fallback = str(content_type.model.default_slug({}, path.stem))
    text, problem = read_source(path, shown, root)
    if problem:
        return None, [problem], fallback
    front, problems = split(text, shown)
    fields = without_empty(front.fields)
    slug = fields.get("slug") or content_type.model.default_slug(fields, path.stem)
    if problems:
        return None, problems, str(slug)
    entry, invalid = validate(content_type.model, {**fields, "slug": slug}, front, shown)
    if entry is None:
        return None, invalid, str(slug)
    entry.settle(
        f"{content_type.prefix}{entry.slug}/", ContentFile(relative, shown, front.body, front.body_line, front.lines)
    )
    return entry, [], entry.slug


def _in_order(entries: Mapping[str, list[Entry]], today: dt.date) -> dict[str, tuple[Entry, ...]]:
    ordered: dict[str, tuple[Entry, ...]] = {}
    for one in TYPES:
        published = [entry.as_of(today) for entry in entries[one.key] if entry.status != "draft"]
        ordered[one.key] = tuple(sorted(published, key=one.order, reverse=one.newest_first))
    return ordered


def _strays(root: Path, shown: str) -> Iterator[Problem]:
    folders = {one.folder for one in TYPES} | NOT_ENTRIES
    for path in sorted(root.rglob("*.md")):
        relative = path.relative_to(root)
        if relative.parts[0] not in folders:
            message = (
                f"tệp không nằm trong thư mục nội dung nào. Hãy chuyển vào một trong: {', '.join(sorted(folders))}."
            )
            yield Problem(f"{shown}/{relative.as_posix()}", 1, "", message)
