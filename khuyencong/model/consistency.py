"""What the entries must be to one another: unique addresses, references and links that exist, legal awards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from khuyencong.model.body import Surroundings, body_problems
from khuyencong.model.catalogue import Catalogue, marked_values
from khuyencong.model.entry import Entry
from khuyencong.model.fields import File, Reference, Term
from khuyencong.model.frontmatter import Location
from khuyencong.model.listings import listing_addresses
from khuyencong.model.media import media_problem
from khuyencong.model.problem import Problem, suggestion
from khuyencong.model.types import BY_KEY

Unread: TypeAlias = set[tuple[str, str]]
"""Type and slug of files that have problems of their own: references to them are not reported as dead too."""


def consistency_problems(
    catalogue: Catalogue, drafts: Mapping[tuple[str, str], Entry], unread: Unread, root: Path
) -> Iterator[Problem]:
    """Yield what is wrong between entries.

    Arguments:
        catalogue: the entries to publish.
        drafts: the entries not to publish, by type and slug.
        unread: files with problems of their own.
        root: the content folder, resolved.
    """
    everything = [entry for entries in catalogue.entries.values() for entry in entries]
    yield from _address_problems(everything, catalogue)
    broken = frozenset(f"{BY_KEY[key].prefix}{slug}/" for key, slug in unread)
    addresses = frozenset(entry.url for entry in everything) | frozenset(listing_addresses(catalogue)) | broken
    by_path = {entry.source_file.path: entry.url for entry in everything}
    for entry in [*everything, *drafts.values()]:
        yield from _marked_problems(entry, catalogue, drafts, unread, root)
        for location, message in entry.problems(catalogue):
            yield _at(entry, location, message)
        folder = (root / entry.source_file.path).parent
        around = Surroundings(
            addresses=addresses,
            entry_at=by_path.get,
            picture_problem=partial(media_problem, folder, root=root, is_picture=True),
            attachment_problem=partial(media_problem, folder, root=root, is_picture=False),
            path=entry.source_file.path,
        )
        for number, message in body_problems(entry.source_file.body, around):
            yield Problem(entry.source_file.shown, entry.source_file.body_line + number, "", message)


def _at(entry: Entry, location: Location, message: str) -> Problem:
    return Problem(entry.source_file.shown, entry.source_file.line(*location), ".".join(map(str, location)), message)


def _address_problems(entries: list[Entry], catalogue: Catalogue) -> Iterator[Problem]:
    owner: dict[str, Entry] = {}
    lists = frozenset(listing_addresses(catalogue))
    for entry in sorted(entries, key=lambda one: one.source_file.path):
        if entry.url in owner:
            other = owner[entry.url].source_file.shown
            message = f'địa chỉ {entry.url} trùng với tệp {other}. Hãy thêm dòng "slug: …" khác vào một trong hai tệp.'
            yield _at(entry, ("slug",), message)
        elif entry.url in lists:
            yield _at(entry, ("slug",), f"địa chỉ {entry.url} là của một danh sách. Hãy chọn slug khác.")
        owner.setdefault(entry.url, entry)
    yield from _alias_problems(entries, owner, lists)


def _alias_problems(entries: list[Entry], owner: dict[str, Entry], lists: frozenset[str]) -> Iterator[Problem]:
    taken: dict[str, Entry] = {}
    for entry in entries:
        for index, alias in enumerate(entry.aliases):
            address = alias if alias.endswith("/") else f"{alias}/"
            holder = owner.get(address) or taken.get(address)
            if holder or address in lists:
                where = f"của tệp {holder.source_file.shown}" if holder else "của một danh sách"
                yield _at(entry, ("aliases", index), f"địa chỉ cũ {alias} đang là {where}. Hãy xóa dòng này.")
            taken[address] = entry


def _marked_problems(
    entry: Entry, catalogue: Catalogue, drafts: Mapping[tuple[str, str], Entry], unread: Unread, root: Path
) -> Iterator[Problem]:
    for mark, location, value in marked_values(entry):
        if isinstance(mark, Reference):
            message = _reference_problem(mark, value, catalogue, drafts, unread)
        elif isinstance(mark, Term):
            message = _term_problem(mark, value, catalogue)
        else:
            message = _file_problem(mark, value, entry, root)
        if message:
            yield _at(entry, location, message)


def _reference_problem(
    mark: Reference, slug: str, catalogue: Catalogue, drafts: Mapping[tuple[str, str], Entry], unread: Unread
) -> str:
    key = (mark.type_key, slug)
    if catalogue.get(*key) or key in unread:
        return ""
    unit = BY_KEY[mark.type_key].unit
    if key in drafts:
        return f'{unit} "{slug}" còn là bản nháp. Hãy đăng bản nháp hoặc bỏ dòng này.'
    known = [entry.slug for entry in catalogue.entries[mark.type_key]]
    return f'không có {unit} "{slug}".{suggestion(slug, known) or " Hãy xem lại đường dẫn (slug)."}'


def _term_problem(mark: Term, key: str, catalogue: Catalogue) -> str:
    known = catalogue.taxonomies.keys(mark.taxonomy)
    if key in known:
        return ""
    return f'"{key}" không có trong danh sách.{suggestion(key, known)} Chọn một trong: {", ".join(known)}.'


def _file_problem(mark: File, name: str, entry: Entry, root: Path) -> str:
    return media_problem((root / entry.source_file.path).parent, name, root, is_picture=mark.kind == "picture")
