"""All entries, and how they refer to one another. A relation is written on one side; this finds the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel

from khuyencong.model.entry import Entry
from khuyencong.model.fields import File, Reference, Term
from khuyencong.model.frontmatter import Location
from khuyencong.model.place import Places
from khuyencong.model.site import Site
from khuyencong.model.taxonomy import Taxonomies

E = TypeVar("E", bound=Entry)
Mark = Reference | Term | File


@dataclass(frozen=True)
class Catalogue:
    """Every entry of the site with the lists and tables they are read against.

    Arguments:
        entries: the entries of each type in the order of their listing, drafts left out.
        site: the settings of `content/site.yaml`.
        taxonomies: the lists of `content/taxonomies.yaml`.
        places: the units before and after 1 July 2025.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    site: Site
    taxonomies: Taxonomies
    places: Places
    _listed: dict[str, tuple[Entry, ...]] = field(init=False, default_factory=dict)
    _by_slug: dict[tuple[str, str], Entry] = field(init=False, default_factory=dict)
    _referring: dict[tuple[str, str, str], dict[str, Entry]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index entries by slug and by what they refer to."""
        for key, entries in self.entries.items():
            self._listed[key] = tuple(entry for entry in entries if entry.is_listed)
            self._by_slug.update({(key, entry.slug): entry for entry in entries})
            for entry in self._listed[key]:
                for reference, slug in references(entry):
                    self._referring.setdefault((reference.type_key, slug, key), {})[entry.slug] = entry

    def all(self, model: type[E]) -> tuple[E, ...]:
        """Give the entries of a type that lists may show, in the order of the listing."""
        return cast("tuple[E, ...]", self._listed[model.type_key])

    def get(self, key: str, slug: str) -> Entry | None:
        """Find an entry by type and slug."""
        return self._by_slug.get((key, slug))

    def named(self, key: str, slugs: Iterable[str]) -> tuple[Entry, ...]:
        """Give the entries of a type with these slugs, in this order and each once; slugs not found are left out."""
        found = (self._by_slug.get((key, slug)) for slug in dict.fromkeys(slugs))
        return tuple(entry for entry in found if entry is not None)

    def referring(self, key: str, entry: Entry) -> tuple[Entry, ...]:
        """Give the listed entries of type `key` that refer to an entry, each once, in the order of their listing."""
        return tuple(self._referring.get((entry.type_key, entry.slug, key), {}).values())


def references(entry: Entry) -> Iterator[tuple[Reference, str]]:
    """Yield every reference that an entry makes, with the slug it names."""
    for mark, _, value in marked_values(entry):
        if isinstance(mark, Reference):
            yield mark, value


def marked_values(part: BaseModel, location: Location = ()) -> Iterator[tuple[Mark, Location, str]]:
    """Yield the values of all fields marked as a reference, a term or a file, with their locations."""
    for name, mark in _plan(type(part)):
        value = getattr(part, name)
        if value is None:
            continue
        values = list(enumerate(value)) if isinstance(value, tuple) else [(None, value)]
        for index, single in values:
            here = (*location, name) if index is None else (*location, name, index)
            if mark is None:
                yield from marked_values(single, here)
            else:
                yield mark, here, single


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, Mark | None], ...]:
    """List the fields worth looking at: marked ones, and (with no mark) those that hold further models."""
    plan: list[tuple[str, Mark | None]] = []
    for name, field_info in model.model_fields.items():
        marks = [mark for mark in field_info.metadata if isinstance(mark, Reference | Term | File)]
        marks += _marks_in(field_info.annotation)
        if marks:
            plan.append((name, marks[0]))
        elif _holds_model(field_info.annotation):
            plan.append((name, None))
    return tuple(plan)


def _marks_in(annotation: Any) -> list[Mark]:
    if isinstance(annotation, Reference | Term | File):
        return [annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return []
    inside = [*get_args(annotation), *getattr(annotation, "__metadata__", ())]
    return [mark for argument in inside for mark in _marks_in(argument)]


def _holds_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_model(argument) for argument in get_args(annotation))
