"""Columns that the datasets of entries share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, Protocol, TypeVar

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry, Source
from khuyencong.model.open_data.dataset import Part, column, field
from khuyencong.model.place import lowered

ID = "id"
One = TypeVar("One", bound=Entry)


class Subject(Protocol):
    """What a row is made of, at least."""

    @property
    def entry(self) -> Entry:
        """The entry."""

    @property
    def catalogue(self) -> Catalogue:
        """All entries."""


class OneEntry(NamedTuple, Generic[One]):
    """What a row of a dataset is made of that needs to know no more than an entry.

    Arguments:
        entry: the entry.
        catalogue: all entries.
    """

    entry: One
    catalogue: Catalogue


def each(model: type[One]) -> Callable[[Catalogue], Iterator[OneEntry[One]]]:
    """Give what makes a row of each entry of a type.

    Arguments:
        model: the type.
    """
    return lambda catalogue: (OneEntry(one, catalogue) for one in catalogue.all(model))


def page_of(one: Subject) -> str:
    """Give the address of an entry's page."""
    return absolute(one.catalogue, one.entry.url)


def absolute(catalogue: Catalogue, url: str) -> str:
    """Give an address with the site's own before it."""
    return f"{catalogue.site.url}{url}"


def identity(id_meaning: str, title_label: str = "Tên") -> tuple[Part, ...]:
    """State the columns that name an entry.

    Arguments:
        id_meaning: what the identifier is.
        title_label: what the title is called for readers.
    """
    return (
        column(ID, "Mã", id_meaning, "entry.slug"),
        column("url", "Trang", "Địa chỉ đầy đủ của trang trên cổng này.", page_of, "address"),
        column("title", title_label, "Tên như trang ghi.", "entry.title"),
    )


def source_columns(sources: Callable[[Subject], Iterable[Source]] = lambda one: one.entry.sources) -> tuple[Part, ...]:
    """State the columns that say where the facts come from."""
    return (
        column(
            "source_count",
            "Số nguồn",
            "Số nguồn mà trang ghi.",
            lambda one: len(tuple(sources(one))),
            "integer",
            "nguồn",
        ),
        column(
            "sources",
            "Nguồn",
            "Địa chỉ của từng nguồn; nguồn không có địa chỉ thì ghi tên.",
            lambda one: tuple(source.url or source.title for source in sources(one)),
            "list",
        ),
    )


UPDATED = field(Entry, "entry.updated", "date", description="Ngày sửa nội dung gần nhất mà trang ghi.")


def term(name: str, taxonomy: str, label: str, description: str = "") -> tuple[Part, Part]:
    """State the two columns of a term: its key, and its words.

    Arguments:
        name: the field of the entry that holds the key, and the name of the column of the words.
        taxonomy: the list of terms.
        label: what the term is called for readers.
        description: what it says, where the label leaves something to say.
    """
    spoken = lowered(label)
    return (
        column(f"{name}_id", f"Khóa {spoken}", f"Khóa của {spoken}; không đổi theo tên.", f"entry.{name}"),
        column(
            name,
            label,
            description or f"{label} bằng chữ.",
            lambda one: one.catalogue.taxonomies.label(taxonomy, getattr(one.entry, name)),
        ),
    )


def addresses(catalogue: Catalogue, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Give the addresses of the pages of some entries."""
    return tuple(absolute(catalogue, one.url) for one in entries)
