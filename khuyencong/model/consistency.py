"""What the entries must be to one another: unique addresses, references and links that exist, legal relations."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from khuyencong.model.attachment import name_problems
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.index import Index
from khuyencong.model.listings import listing_addresses
from khuyencong.model.media import media_problem
from khuyencong.model.near import Known, suggestion
from khuyencong.model.open_data.datasets import PAGES
from khuyencong.model.pictures.inspection import broken
from khuyencong.model.pictures.verdict import Verdict
from khuyencong.model.place_overview import place_addresses
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.row import PUBLISHED, Named, Row
from khuyencong.model.target import Surroundings, Targets, target_problem
from khuyencong.model.types import BY_KEY


def consistency_problems(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    """Yield what is wrong between entries.

    Arguments:
        catalogue: the entries.
        root: the content folder, resolved.
    """
    index = catalogue.index
    lists = other_addresses(catalogue)
    published = [row for rows in index.published.values() for row in rows]
    yield from _address_problems(published, lists)
    yield from _named_problems(catalogue, root)
    yield from _target_problems(index, lists, root)
    yield from name_problems(index.rows, index.beside)
    for row in (*published, *_absent(index.rows)):
        if BY_KEY[row.key].model.problems is not Entry.problems:
            entry = catalogue.shelf.entry(row)
            for location, message in entry.problems(catalogue):
                line = entry.source_file.line(*location)
                yield Problem(row.shown, line, ".".join(map(str, location)), message)


def other_addresses(catalogue: Catalogue) -> frozenset[str]:
    """Give the addresses of pages that belong to no entry: those of listings, overviews, places and open data."""
    index = catalogue.index
    places = place_addresses(index, catalogue.tables.places)
    return frozenset([*listing_addresses(index), *places, *PAGES])


def _absent(rows: Iterable[Row]) -> list[Row]:
    """List drafts and what is to be published later."""
    return [row for row in rows if row.absence]


def _address_problems(rows: list[Row], lists: frozenset[str]) -> Iterator[Problem]:
    owner: dict[str, Row] = {}
    for row in sorted(rows, key=lambda one: one.path):
        if row.url in owner:
            other = owner[row.url].shown
            message = f'địa chỉ {row.url} trùng với tệp {other}. Hãy thêm dòng "slug: …" khác vào một trong hai tệp.'
            yield Problem(row.shown, row.slug_line, "slug", message)
        elif row.url in lists:
            message = f"địa chỉ {row.url} là của một danh sách. Hãy chọn slug khác."
            yield Problem(row.shown, row.slug_line, "slug", message)
        owner.setdefault(row.url, row)
    yield from _alias_problems(rows, owner, lists)


def _alias_problems(rows: list[Row], owner: dict[str, Row], lists: frozenset[str]) -> Iterator[Problem]:
    taken: dict[str, Row] = {}
    for row in rows:
        for position, (alias, line) in enumerate(row.aliases):
            address = alias if alias.endswith("/") else f"{alias}/"
            holder = owner.get(address) or taken.get(address)
            if holder or address in lists:
                where = f"của tệp {holder.shown}" if holder else "của một danh sách"
                message = f"địa chỉ cũ {alias} đang là {where}. Hãy xóa dòng này."
                yield Problem(row.shown, line, f"aliases.{position}", message)
            taken[address] = row


def _named_problems(catalogue: Catalogue, root: Path) -> Iterator[Problem]:
    references = _References(catalogue.index.rows)
    terms = {name: catalogue.taxonomies.keys(name) for name in type(catalogue.taxonomies).model_fields}
    judge = partial(_verdict, catalogue.index, root)
    for row in catalogue.index.rows:
        for named in row.named:
            if named.kind == "reference":
                message = references.problem(named)
            elif named.kind == "term":
                message = _term_problem(named, terms[named.among])
            elif named.kind == "tag":
                message = ""  # any word will do
            else:
                folder = (root / row.path).parent
                is_picture = named.among == "picture"
                message = media_problem(folder, named.value, root, is_picture=is_picture, judge=judge)
            if message:
                yield Problem(row.shown, named.line, named.field, message)


class _References:
    """Says what is wrong with references; it keeps the known slugs of each type for suggestions."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.absences: dict[tuple[str, str], str] = {}
        slugs: dict[str, list[str]] = {key: [] for key in BY_KEY}
        for row in rows:
            # A published file wins over a draft of the same name; a file with problems of its own over both.
            if (row.key, row.slug) not in self.absences or not row.absence:
                self.absences[row.key, row.slug] = row.absence
            if row.status in PUBLISHED:
                slugs[row.key].append(row.slug)
        self.known: Mapping[str, Known] = {key: Known(there) for key, there in slugs.items()}

    def problem(self, named: Named) -> str:
        """Give the message for a reference that leads nowhere, or an empty text."""
        absence = self.absences.get((named.among, named.value))
        if absence == "":
            return ""
        unit = BY_KEY[named.among].unit
        if absence:
            return f"{unit} {quoted(named.value)} {absence} hoặc bỏ dòng này."
        near = self.known[named.among].suggestion(named.value)
        return f"không có {unit} {quoted(named.value)}.{near or ' Hãy xem lại đường dẫn (slug).'}"


def _term_problem(named: Named, known: tuple[str, ...]) -> str:
    if named.value in known or not known:  # without lists the file taxonomies.yaml has a problem of its own
        return ""
    near = suggestion(named.value, known)
    return f"{quoted(named.value)} không có trong danh sách.{near} Hãy chọn một trong: {', '.join(known)}."


def _verdict(index: Index, root: Path, path: Path) -> Verdict:
    """Give what came of looking at a picture file; the reading of the content folder has looked at all of them."""
    name = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
    return index.verdicts.get(posixpath.normpath(name)) or Verdict(None, broken(path.name))


def _target_problems(index: Index, lists: frozenset[str], root: Path) -> Iterator[Problem]:
    rows = index.rows
    # Files with problems of their own count as there: links to them are not reported as dead too.
    there = [row for row in rows if not row.absence]
    addresses = frozenset(row.url for row in there) | lists
    site = Targets(
        addresses=addresses,
        near=Known(addresses),
        entry_files=frozenset(row.path for row in there),
        absences={place: row.absence for row in _absent(rows) for place in (row.url, row.path)},
    )
    for row in rows:
        doubtful = [target for target in row.targets if target.address not in addresses or target.is_picture]
        around = Surroundings(site, row.path, *_media_problems(index, root, row)) if doubtful else None
        for line, address, is_picture in doubtful:
            message = around and target_problem(address, around, is_picture=is_picture)
            if message:
                yield Problem(row.shown, line, "", message)


def _media_problems(index: Index, root: Path, row: Row) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Give what says what is wrong with a picture, and with any other file, beside a content file."""
    folder = (root / row.path).parent
    return (
        partial(media_problem, folder, root=root, is_picture=True, judge=partial(_verdict, index, root)),
        partial(media_problem, folder, root=root, is_picture=False),
    )
