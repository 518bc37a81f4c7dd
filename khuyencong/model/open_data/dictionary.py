"""The data dictionary: every column of every dataset, published as a dataset like the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.open_data.common import ID
from khuyencong.model.open_data.dataset import Column, Dataset, column


class _Subject(NamedTuple):
    dataset: Dataset
    column: Column


def _subjects_of(datasets: Iterable[Dataset]) -> Callable[[Catalogue], Iterator[_Subject]]:
    return lambda _: (_Subject(one, part) for one in datasets for part in one.columns)


def data_dictionary(datasets: Iterable[Dataset]) -> Dataset:
    """Make the dataset that explains the columns of others, and its own.

    Arguments:
        datasets: the datasets to explain.
    """
    explained = list(datasets)
    own = Dataset(
        slug="tu-dien",
        title="Từ điển dữ liệu",
        description="Mọi cột của mọi bộ dữ liệu: tên, nghĩa, dạng và đơn vị.",
        unit="cột",
        parts=(
            column(ID, "Mã", "Tên bộ dữ liệu, dấu chấm, tên cột.", lambda one: f"{one.dataset.slug}.{one.column.name}"),
            column("dataset", "Bộ dữ liệu", "Tên trong địa chỉ của bộ dữ liệu.", "dataset.slug"),
            column("name", "Tên cột", "Tên của cột trong mọi loại tệp; không đổi trong một phiên bản.", "column.name"),
            column("label", "Nhãn", "Tên cột cho người đọc.", "column.label"),
            column("description", "Nghĩa", "Cột nói điều gì.", "column.description"),
            column("type", "Dạng", "text, integer, number, boolean, date, list hoặc address.", "column.type"),
            column("type_label", "Dạng bằng chữ", "Dạng của giá trị, viết bằng chữ.", "column.type_words"),
            column("unit", "Đơn vị", "Đơn vị của con số trong cột; trống khi không có.", "column.unit"),
        ),
        subjects=_subjects_of(explained),
        shown=("dataset", "name", "label", "description", "type_label", "unit"),
        facets=("dataset", "type_label"),
    )
    explained.append(own)
    return own
