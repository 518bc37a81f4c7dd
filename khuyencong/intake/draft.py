"""A draft: what will become one content file, and the rows it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import BaseModel

from khuyencong.intake.facts import Row
from khuyencong.model.content_type import ContentType
from khuyencong.model.dates import PartialDate
from khuyencong.model.figure import Figure

Fields: TypeAlias = dict[str, Any]
"""Front matter on its way to the model, which checks every value."""


class UnusableError(Exception):
    """A row cannot become content; the message says why, in Vietnamese, for the report."""


@dataclass
class Draft:
    """One content file to be.

    Arguments:
        type: its content type.
        slug: its slug, which is also its file name.
        fields: its front matter.
        rows: the rows it holds.
    """

    type: ContentType[Any]
    slug: str
    fields: Fields
    rows: list[Row]

    @property
    def path(self) -> str:
        """The file's path in the content folder."""
        return f"{self.type.folder}/{self.slug}.md"

    def front_matter(self) -> Fields:
        """Check the fields against the model and give them in the model's order, blanks left out.

        Raises:
            pydantic.ValidationError: when the model refuses a field.
        """
        given = {name: value for name, value in self.fields.items() if not _is_blank(value)}
        if self.type.model.default_slug(given, self.slug) != self.slug:
            given["slug"] = self.slug
        return _plain(self.type.model.model_validate(given))


@dataclass(frozen=True)
class Unused:
    """A row that no file holds.

    Arguments:
        row: the row.
        reason: why, in Vietnamese.
    """

    row: Row
    reason: str


@dataclass
class Drafts:
    """What one or several tables gave.

    Arguments:
        drafts: the files to be.
        unused: the rows that no draft holds.
    """

    drafts: list[Draft] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)

    def add_each(self, rows: Iterable[Row], make: Callable[[Row], Draft | None]) -> None:
        """Make drafts of rows and note the rows that cannot be used.

        Arguments:
            rows: the rows.
            make: makes a draft, or puts the row into another draft and gives nothing, or raises UnusableError.
        """
        for row in rows:
            try:
                draft = make(row)
            except UnusableError as unusable:
                self.unused.append(Unused(row, str(unusable)))
            else:
                self.drafts += [draft] if draft else []


def _plain(part: BaseModel) -> Fields:
    """Turn a validated part into plain values, only what was given and is not blank."""
    values = {name: _value(getattr(part, name)) for name in type(part).model_fields if name in part.model_fields_set}
    return {name: value for name, value in values.items() if not _is_blank(value)}


def _value(value: object) -> object:
    if isinstance(value, BaseModel):
        return _plain(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, Figure):
        return value.text
    return value


def _is_blank(value: object) -> bool:
    return value in (None, "", [], {})
