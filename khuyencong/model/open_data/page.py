"""The pages of the open data: all datasets with their files, and one dataset with a sample and its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from khuyencong.model.dates import PartialDate
from khuyencong.model.open_data.dataset import Cell, Column, Dataset, Table
from khuyencong.model.open_data.datasets import ROOT, TITLE, VERSION, page_url
from khuyencong.model.open_data.publication import MEDIA_TYPES, DataFile
from khuyencong.model.vietnamese import number
from khuyencong.model.view import Head, Link

HOME = Link("/", "Trang chủ")
SAMPLE = 5
"""Rows that a page shows before a script narrows them."""
YEAR = "năm"


@dataclass(frozen=True, slots=True)
class ListedDataset:
    """One dataset on the page of all.

    Arguments:
        page: the link to its own page.
        description: what is in it.
        total: how many rows it has.
        unit: the noun that they are counted by.
        files: its files, those with rows.
    """

    page: Link
    description: str
    total: int
    unit: str
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True)
class OpenDataView:
    """What the page of all datasets sees.

    Arguments:
        head: see Head.
        datasets: the datasets.
        modified: the latest change that any of them gives; nothing when none does.
        version: the part of addresses that says which version the files are of.
        catalogue: the catalogue for machines.
    """

    head: Head
    datasets: tuple[ListedDataset, ...]
    modified: PartialDate | None
    version: str
    catalogue: DataFile


@dataclass(frozen=True, slots=True)
class DatasetView:
    """What the page of one dataset sees.

    Arguments:
        head: see Head.
        slug: the dataset's.
        total: how many rows it has.
        unit: the noun that they are counted by.
        modified: see `OpenDataView`.
        files: its files.
        columns: all columns.
        shown: the columns of the sample.
        rows: the first rows: the address of each row's page, and its cells as words.
        facets: the columns that the script narrows by.
    """

    head: Head
    slug: str
    total: int
    unit: str
    modified: PartialDate | None
    files: tuple[DataFile, ...]
    columns: tuple[Column, ...]
    shown: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    facets: tuple[Column, ...]


def open_data_page(tables: Sequence[Table], files: Sequence[tuple[DataFile, ...]], catalogue: DataFile) -> OpenDataView:
    """Compute the page of all datasets.

    Arguments:
        tables: the datasets with their rows.
        files: the files of each.
        catalogue: the catalogue for machines.
    """
    description = (
        "Cơ sở, sản phẩm, các lần công nhận, văn bản, số liệu chương trình, sự kiện, chính sách hỗ trợ, tin tức, "
        "bản tin và địa bàn: "
        "tải về để dùng lại tự do, miễn là ghi nguồn."
    )
    listed = (
        ListedDataset(Link(page_url(one.slug), one.title), one.description, len(one.rows), one.unit, _of_rows(own))
        for one, own in zip(tables, files, strict=True)
    )
    latest = max((one.modified for one in tables), default="")
    return OpenDataView(Head(ROOT, TITLE, description, "", (HOME,)), tuple(listed), _date(latest), VERSION, catalogue)


def _of_rows(files: Iterable[DataFile]) -> tuple[DataFile, ...]:
    """Leave out what only explains other files to machines; the page of the dataset has it."""
    return tuple(one for one in files if one.ending in MEDIA_TYPES)


def dataset_page(dataset: Dataset, table: Table, files: tuple[DataFile, ...], site_url: str) -> DatasetView:
    """Compute the page of one dataset.

    Arguments:
        dataset: the dataset.
        table: its rows.
        files: its files.
        site_url: the site's own address, which its pages leave out of theirs.
    """
    by_name = {one.name: one for one in table.columns}
    positions = {one.name: position for position, one in enumerate(table.columns)}
    shown = tuple(by_name[name] for name in dataset.shown)
    rows = (
        (
            str(row[positions["url"]] or "").removeprefix(site_url) if "url" in positions else "",
            tuple(in_words(row[positions[one.name]], one) for one in shown),
        )
        for row in table.rows[:SAMPLE]
    )
    return DatasetView(
        head=Head(page_url(table.slug), f"Dữ liệu: {table.title}", table.description, "", (HOME, Link(ROOT, TITLE))),
        slug=table.slug,
        total=len(table.rows),
        unit=table.unit,
        modified=_date(table.modified),
        files=files,
        columns=table.columns,
        shown=shown,
        rows=tuple(rows),
        facets=tuple(by_name[name] for name in dataset.facets),
    )


def in_words(cell: Cell, column: Column) -> str:
    """Write a value for readers; `query.js` does the same. An empty text stands for what is not known."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, tuple):
        return "; ".join(cell)
    if column.type == "date":
        return PartialDate.parse(str(cell)).vietnamese
    return str(cell) if isinstance(cell, str) or column.unit in ("", YEAR) else number(cell)


def _date(iso: str) -> PartialDate | None:
    return PartialDate.parse(iso) if iso else None
