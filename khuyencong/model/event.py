"""Events: selections, fairs, classes, award ceremonies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from khuyencong.model.artwork import draw, vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType, Facet, FacetValue
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Entry
from khuyencong.model.fields import Slug, Term, Text, vietnamese_error
from khuyencong.model.tables import Tables
from khuyencong.model.view import Card

OTHERS_OF_A_KIND = 4
"""Cards of other events."""


@dataclass(frozen=True, slots=True)
class EventRelated:
    """What an event's page shows beyond its fields.

    Arguments:
        kind: the event's kind in words.
        others: cards of the neighbours in time among the events of the same kind, newest first.
    """

    kind: str
    others: tuple[Card, ...]


class Event(Entry):
    """One event."""

    type_key: ClassVar[str] = "event"

    start: PartialDate = Field(title="Bắt đầu", description="Ngày bắt đầu: 2022-09-05, 2022-09 hoặc 2022.")
    end: PartialDate | None = Field(None, title="Kết thúc", description="Ngày cuối, nếu kéo dài nhiều ngày.")
    place: Text | None = Field(None, title="Nơi tổ chức", description="Nơi tổ chức như nguồn ghi.")
    kind: Annotated[Slug, Term("event_kinds")] = Field(
        title="Loại", description="Một khóa trong danh sách loại sự kiện."
    )
    planned: bool = Field(
        default=False, title="Mới dự kiến", description="true khi nguồn chỉ nói là kế hoạch, dự kiến."
    )
    details: Text | None = Field(None, title="Chi tiết", description="Quy mô và điều nguồn nói thêm.")

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Event:
        if self.end and self.end.latest() < self.start.earliest():
            raise vietnamese_error("ngày kết thúc đứng trước ngày bắt đầu. Hãy xem lại hai ngày.", "end")
        return self

    @property
    def when(self) -> str:
        """The event's time in words."""
        return f"{self.start.vietnamese} – {self.end.vietnamese}" if self.end else self.start.vietnamese

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the event."""
        kind = catalogue.taxonomies.label("event_kinds", self.kind)
        when = f"{self.when} (dự kiến)" if self.planned else self.when
        return Card(
            self.url,
            self.title,
            kicker=kind,
            summary=self.summary,
            facts=(when, self.place) if self.place else (when,),
            artwork=draw(catalogue.taxonomies, self.slug, (kind,), "su-kien"),
        )

    def describe(self, catalogue: Catalogue) -> str:
        """Say what happened when and where."""
        place = f", {self.place}" if self.place else ""
        return self.summary or f"{self.title} ({self.when}{place})."

    def related(self, catalogue: Catalogue) -> EventRelated:
        """Compute what the event's page shows beyond its fields."""
        same = catalogue.around(self, f"{EVENTS.prefix}loai/{self.kind}/", OTHERS_OF_A_KIND)
        return EventRelated(
            kind=catalogue.taxonomies.label("event_kinds", self.kind),
            others=vary(one.card(catalogue) for one in same),
        )


def _kinds(one: Event, tables: Tables) -> Iterator[FacetValue]:
    yield one.kind, tables.taxonomies.label("event_kinds", one.kind)


def _years(one: Event, tables: Tables) -> Iterator[FacetValue]:
    yield str(one.start.year), f"Năm {one.start.year}"


EVENTS = ContentType(
    model=Event,
    folder="events",
    prefix="/su-kien/",
    label="Sự kiện",
    unit="sự kiện",
    introduction=(
        "Bình chọn, hội chợ, lớp tập huấn, lễ trao giải trong các nguồn công khai. Sự kiện mới dự kiến được ghi rõ."
    ),
    order=lambda one: (one.start, one.slug),
    newest_first=True,
    facets=(Facet("loai", "Loại sự kiện", _kinds), Facet("nam", "Năm", _years, newest_first=True)),
)
