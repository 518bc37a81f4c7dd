"""The dataset of events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.event import Event
from khuyencong.model.open_data.common import UPDATED, identity, source_columns, term
from khuyencong.model.open_data.dataset import Dataset, Shape, field
from khuyencong.model.open_data.location import LOCATION_COLUMNS
from khuyencong.model.open_data.whereabouts import shape_of_unit, unit_named_in
from khuyencong.model.place import Unit


class _Subject(NamedTuple):
    entry: Event
    catalogue: Catalogue
    unit: Unit | None
    shape: Shape


def _subjects(catalogue: Catalogue) -> Iterator[_Subject]:
    for one in catalogue.all(Event):
        unit = unit_named_in(one.place or "", catalogue.places)
        yield _Subject(one, catalogue, unit, shape_of_unit(unit, catalogue.boundaries))


EVENTS_DATA = Dataset(
    slug="su-kien",
    title="Sự kiện",
    description="Bình chọn, hội chợ, lớp tập huấn, lễ trao giải trong các nguồn công khai; sự kiện mới dự kiến ghi rõ.",
    unit="sự kiện",
    parts=(
        *identity("Mã của sự kiện, cũng là phần cuối của địa chỉ trang."),
        *term("kind", "event_kinds", "Loại sự kiện"),
        field(Event, "entry.start", "date", description="Ngày bắt đầu, hoặc chỉ tháng hay năm khi nguồn chỉ nêu vậy."),
        field(Event, "entry.end", "date"),
        field(Event, "entry.planned", "boolean", description="Đúng khi nguồn chỉ nói là kế hoạch, dự kiến."),
        field(Event, "entry.place"),
        *LOCATION_COLUMNS,
        field(Event, "entry.details"),
        field(Event, "entry.summary", description="Một, hai câu về sự kiện."),
        UPDATED,
        *source_columns(),
    ),
    subjects=_subjects,
    shown=("title", "kind", "start", "end", "place"),
    facets=("kind", "planned", "place"),
    shape=lambda one: one.shape,
)
