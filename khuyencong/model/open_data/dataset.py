"""What a dataset is: its columns, each stated once with its meaning and where its values come from, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.geometry import Ring

Type: TypeAlias = Literal["text", "integer", "number", "boolean", "date", "list", "address"]
"""Of the values of a column. A date is known to the day, the month or the year; a list holds texts."""

Cell: TypeAlias = str | int | Decimal | bool | tuple[str, ...] | None
"""One value; nothing where it is not known."""

TYPE_WORDS: dict[Type, str] = {
    "text": "chữ",
    "integer": "số nguyên",
    "number": "số, dấu chấm thập phân",
    "boolean": "đúng hoặc sai",
    "date": "ngày, tháng hoặc năm",
    "list": "danh sách",
    "address": "địa chỉ trang web",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Arguments:
        name: its name in every file; it never changes within a version.
        label: its name for readers.
        description: what it says.
        type: what its values are.
        unit: what its numbers count or measure; empty where there is no such thing.
    """

    name: str
    label: str
    description: str
    type: Type = "text"
    unit: str = ""

    @property
    def type_words(self) -> str:
        """The type for readers."""
        return TYPE_WORDS[self.type]


class Shape(NamedTuple):
    """Where a row lies, in degrees of longitude and latitude (WGS 84).

    Arguments:
        point: a point, or nothing.
        area: the rings of an area, where it is known.
    """

    point: tuple[float, float] | None = None
    area: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A column of a dataset, and how its value is taken from what a row is made of.

    Arguments:
        column: the column.
        value: gives the value as the model has it.
    """

    column: Column
    value: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset.

    Arguments:
        slug: its part of addresses and the name of its files.
        title: its name.
        description: what is in it, in a sentence or two.
        unit: the Vietnamese noun that its rows are counted by.
        parts: its columns.
        subjects: gives what each row is made of; each has an `entry` unless the rows are no entries.
        shown: the names of the columns that its page shows rows by.
        facets: the names of the columns that a reader may narrow it by.
        shape: says where a row lies; nothing for a dataset without places.
    """

    slug: str
    title: str
    description: str
    unit: str
    parts: tuple[Part, ...]
    subjects: Callable[[Catalogue], Iterable[Any]]
    shown: tuple[str, ...]
    facets: tuple[str, ...] = ()
    shape: Callable[[Any], Shape] | None = None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return tuple(one.column for one in self.parts)


@dataclass(frozen=True, slots=True)
class Table:
    """A dataset with its rows, as files are written from it.

    Arguments:
        slug: the dataset's.
        title: its name.
        description: what is in it.
        unit: the noun that its rows are counted by.
        columns: its columns.
        rows: its rows; each has a value for every column.
        shapes: where each row lies; none for a dataset without places.
        modified: the latest day that its entries give for a change, in the form of ISO 8601; empty when none does.
    """

    slug: str
    title: str
    description: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shapes: tuple[Shape, ...]
    modified: str


def column(  # noqa: PLR0913, PLR0917 - a column has as many parts as the data dictionary says
    name: str,
    label: str,
    description: str,
    value: str | Callable[[Any], object],
    kind: Type = "text",
    unit: str = "",
) -> Part:
    """State a column.

    Arguments:
        name: see `Column`.
        label: the same.
        description: the same.
        value: where its values are: the way to an attribute, such as `entry.title`, or what gives it.
        kind: see `Column.type`.
        unit: see `Column`.
    """
    return Part(Column(name, label, description, kind, unit), _way(value) if isinstance(value, str) else value)


def field(  # noqa: PLR0913 - see `column`
    model: type[BaseModel],
    value: str,
    kind: Type = "text",
    *,
    name: str = "",
    label: str = "",
    description: str = "",
) -> Part:
    """State a column that is a field of a model: the field says what it is called and what it means.

    Arguments:
        model: the model.
        value: the way to the field, such as `entry.address.commune`.
        kind: see `Column.type`.
        name: see `Column`; the field's own name when left out.
        label: what it is called, where the field's title needs the group that it stands in.
        description: what it says, where the field speaks to those who fill it in.
    """
    own = value.rpartition(".")[2]
    info = model.model_fields[own]
    meaning = description or str(info.description)
    return Part(Column(name or own, label or str(info.title), meaning, kind), _way(value))


def _way(path: str) -> Callable[[Any], object]:
    names = path.split(".")

    def follow(one: Any) -> object:
        for name in names:
            one = None if one is None else getattr(one, name)
        return one

    return follow


def cell(value: object) -> Cell:
    """Give a value as files hold it: nothing for an empty text, a date in the form of ISO 8601.

    Raises:
        TypeError: when a column gives something that no file can hold.
    """
    if isinstance(value, PartialDate):
        return value.iso
    if value is None or value in ("", ()):
        return None
    if isinstance(value, tuple):
        return tuple(map(str, value))
    if isinstance(value, str | bool | int | Decimal):
        return value
    raise TypeError(f"no cell of a table: {value!r}")


def make_table(dataset: Dataset, catalogue: Catalogue) -> Table:
    """Fill a dataset with its rows."""
    subjects = tuple(dataset.subjects(catalogue))
    rows = tuple(tuple(cell(part.value(one)) for part in dataset.parts) for one in subjects)
    shapes = tuple(map(dataset.shape, subjects)) if dataset.shape else ()
    entries = [one.entry for one in subjects if hasattr(one, "entry")]
    changes = [day for entry in entries for day in _changes(entry)]
    since = catalogue.site.catalogue_since
    latest = max([*changes, *([since] if since else [])], default=None)
    return Table(
        dataset.slug,
        dataset.title,
        dataset.description,
        dataset.unit,
        dataset.columns,
        rows,
        shapes,
        latest.iso if latest else "",
    )


def _changes(entry: Any) -> list[PartialDate]:
    return [day for name in ("added", "updated", "verified") if (day := getattr(entry, name, None))]
