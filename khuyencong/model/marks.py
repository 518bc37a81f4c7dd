"""Finds the fields of an entry that name something outside its file: other entries, terms of lists, files, tags."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from khuyencong.model.fields import File, Reference, Tag, Term
from khuyencong.model.frontmatter import Location

Mark = Reference | Term | File | Tag


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
        mark = mark_of(field_info)
        if mark or models_in(field_info.annotation):
            plan.append((name, mark))
    return tuple(plan)


def mark_of(field_info: FieldInfo) -> Mark | None:
    """Give how a field is marked, if it is."""
    marks = [mark for mark in field_info.metadata if isinstance(mark, Mark)]
    return next(iter([*marks, *_marks_in(field_info.annotation)]), None)


def _marks_in(annotation: Any) -> list[Mark]:
    if isinstance(annotation, Mark):
        return [annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return []
    inside = [*get_args(annotation), *getattr(annotation, "__metadata__", ())]
    return [mark for argument in inside for mark in _marks_in(argument)]


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """Give the models that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in models_in(argument)]


@cache
def references_of(model: type[BaseModel]) -> frozenset[str]:
    """Give the keys of the content types that the fields of a model, and of its parts, can refer to."""
    keys: set[str] = set()
    for name, mark in _plan(model):
        if isinstance(mark, Reference):
            keys.add(mark.type_key)
        elif mark is None:
            keys.update(*map(references_of, models_in(model.model_fields[name].annotation)))
    return frozenset(keys)
