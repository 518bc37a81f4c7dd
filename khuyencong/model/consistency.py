"""What the entries must be to one another: unique addresses, references and links that exist, legal awards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from khuyencong.model.body import Surroundings, Targets, body_problems
from khuyencong.model.catalogue import Catalogue, marked_values
from khuyencong.model.entry import ContentFile, Entry
from khuyencong.model.fields import File, Reference, Term
from khuyencong.model.frontmatter import Location
from khuyencong.model.listings import listing_addresses
from khuyencong.model.media import media_problem
from khuyencong.model.near import Known, suggestion
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.types import BY_KEY


@dataclass(slots=True)
class Unread:
    """Files that have problems of their own: references and links to them are not reported as dead too.

    Arguments:
        slugs: content type and slug of each.
        files: the files; their bodies are looked through all the same.
    """

    slugs: set[tuple[str, str]] = field(default_factory=set)
    files: list[ContentFile] = field(default_factory=list)

    def add(self, key: str, slug: str, file: ContentFile) -> None:
        """Note one file."""
        self.slugs.add((key, slug))
        self.files.append(file)


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
    lists = frozenset(listing_addresses(catalogue))
    yield from _address_problems(everything, lists)
    broken = frozenset(f"{BY_KEY[key].prefix}{slug}/" for key, slug in unread.slugs)
    addresses = frozenset(entry.url for entry in everything) | lists | broken
    site = Targets(
        addresses=addresses,
        near=Known(addresses),
        entry_files=frozenset(one.source_file.path for one in everything) | {file.path for file in unread.files},
        drafts=frozenset(place for one in drafts.values() for place in (one.url, one.source_file.path)),
    )
    references = _References(catalogue, drafts, unread)
    written = [*everything, *drafts.values()]
    for entry in written:
        yield from _marked_problems(entry, catalogue, references, root)
        for location, message in entry.problems(catalogue):
            yield _at(entry, location, message)
    for file in [*(entry.source_file for entry in written), *unread.files]:
        folder = (root / file.path).parent
        around = Surroundings(
            site=site,
            path=file.path,
            picture_problem=partial(media_problem, folder, root=root, is_picture=True),
            attachment_problem=partial(media_problem, folder, root=root, is_picture=False),
        )
        for number, message in body_problems(file.body, around):
            yield Problem(file.shown, file.body_line + number, "", message)


def _at(entry: Entry, location: Location, message: str) -> Problem:
    return Problem(entry.source_file.shown, entry.source_file.line(*location), ".".join(map(str, location)), message)


def _address_problems(entries: list[Entry], lists: frozenset[str]) -> Iterator[Problem]:
    owner: dict[str, Entry] = {}
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


def _marked_problems(entry: Entry, catalogue: Catalogue, references: _References, root: Path) -> Iterator[Problem]:
    for mark, location, value in marked_values(entry):
        if isinstance(mark, Reference):
            message = references.problem(mark, value)
        elif isinstance(mark, Term):
            message = _term_problem(mark, value, catalogue)
        else:
            message = _file_problem(mark, value, entry, root)
        if message:
            yield _at(entry, location, message)


class _References:
    """Says what is wrong with references; it keeps the known slugs of each type for suggestions."""

    def __init__(self, catalogue: Catalogue, drafts: Mapping[tuple[str, str], Entry], unread: Unread) -> None:
        self.catalogue = catalogue
        self.drafts = drafts
        self.unread = unread
        self.known = {key: Known([entry.slug for entry in entries]) for key, entries in catalogue.entries.items()}

    def problem(self, mark: Reference, slug: str) -> str:
        """Give the message for a reference that leads nowhere, or an empty text."""
        key = (mark.type_key, slug)
        if self.catalogue.get(*key) or key in self.unread.slugs:
            return ""
        unit = BY_KEY[mark.type_key].unit
        if key in self.drafts:
            return f"{unit} {quoted(slug)} còn là bản nháp. Hãy đăng bản nháp hoặc bỏ dòng này."
        near = self.known[mark.type_key].suggestion(slug)
        return f"không có {unit} {quoted(slug)}.{near or ' Hãy xem lại đường dẫn (slug).'}"


def _term_problem(mark: Term, key: str, catalogue: Catalogue) -> str:
    known = catalogue.taxonomies.keys(mark.taxonomy)
    if key in known or not known:  # without lists the file taxonomies.yaml has a problem of its own
        return ""
    return f"{quoted(key)} không có trong danh sách.{suggestion(key, known)} Hãy chọn một trong: {', '.join(known)}."


def _file_problem(mark: File, name: str, entry: Entry, root: Path) -> str:
    return media_problem((root / entry.source_file.path).parent, name, root, is_picture=mark.kind == "picture")
