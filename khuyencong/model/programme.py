"""Programmes: plan, budget and results of a year or a period in a province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType, Facet, FacetValue, facet_value
from khuyencong.model.entry import Entry, Source
from khuyencong.model.fields import Amount, Part, Reference, Slug, Text
from khuyencong.model.figure import Figure
from khuyencong.model.tables import Tables
from khuyencong.model.view import Card


class Budget(Part):
    """Money of one source."""

    source: Text = Field(title="Nguồn kinh phí", description="Ví dụ: khuyến công quốc gia, khuyến công địa phương.")
    unit: Text = Field("đồng", title="Đơn vị", description="đồng, triệu đồng hoặc tỷ đồng.")
    planned: Amount | None = Field(None, title="Kế hoạch", description="Số tiền theo kế hoạch, viết liền.")
    spent: Amount | None = Field(None, title="Thực hiện", description="Số tiền đã chi, viết liền.")
    note: Text | None = Field(None, title="Ghi chú", description="Ví dụ: trên, gần, dự kiến.")
    sources: tuple[Source, ...] = Field((), title="Nguồn dữ kiện", description="Nguồn của con số.")


class Indicator(Part):
    """One figure of a programme; planned and done are never mixed."""

    name: Text = Field(title="Chỉ tiêu", description="Con số này đếm điều gì.")
    unit: Text = Field(title="Đơn vị", description="Ví dụ: cơ sở, học viên, triệu đồng.")
    planned: Figure | None = Field(
        None, title="Kế hoạch", description="Con số dự kiến, mục tiêu: 17.681; 85,57; hoặc khoảng 11-15."
    )
    done: Figure | None = Field(None, title="Thực hiện", description="Con số đã đạt: 17.681; 85,57; hoặc khoảng 5-7.")
    qualifier: Text | None = Field(None, title="Mức chắc chắn", description="hơn, khoảng, gần, trên … như nguồn ghi.")
    period: Text | None = Field(
        None, title="Thời gian", description="Thời gian riêng của con số, nếu khác chương trình."
    )
    place: Text | None = Field(None, title="Nơi", description="Nơi riêng của con số, nếu hẹp hơn tỉnh.")
    sources: tuple[Source, ...] = Field((), title="Nguồn dữ kiện", description="Nguồn của con số.")


@dataclass(frozen=True, slots=True)
class ProgrammeRelated:
    """What a programme's page shows of other entries.

    Arguments:
        legal_basis: cards of the documents it rests on.
        total_planned: sum of the planned budget, when the programme says that its parts add up and all parts
            have one unit and a planned amount.
        total_spent: sum of the budget spent, under the same conditions.
    """

    legal_basis: tuple[Card, ...]
    total_planned: Decimal | None
    total_spent: Decimal | None


class Programme(Entry):
    """One programme."""

    type_key: ClassVar[str] = "programme"

    period: Text = Field(title="Thời gian", description="Năm hoặc giai đoạn: 2022 hoặc 2014-2020.")
    province: Text = Field(title="Tỉnh, thành phố", description="Tỉnh hoặc thành phố, hoặc cả nước.")
    legal_basis: tuple[Annotated[Slug, Reference("document")], ...] = Field(
        (), title="Căn cứ", description="Đường dẫn (slug) của những văn bản làm căn cứ."
    )
    budget: tuple[Budget, ...] = Field((), title="Kinh phí", description="Kinh phí theo từng nguồn.")
    indicators: tuple[Indicator, ...] = Field((), title="Chỉ tiêu", description="Các con số của chương trình.")
    adds_up: bool = Field(
        default=False,
        title="Cộng tổng kinh phí",
        description="true khi các dòng kinh phí không trùng nhau và cộng lại đúng là tổng kinh phí.",
    )

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the programme."""
        count = len(self.indicators) + len(self.budget)
        return Card(self.url, self.title, summary=self.summary, facts=(f"{count} con số",))

    def describe(self, catalogue: Catalogue) -> str:
        """Say which figures the programme's page holds."""
        return self.summary or f"{self.title}: kinh phí, chỉ tiêu và kết quả theo các nguồn công khai."

    def related(self, catalogue: Catalogue) -> ProgrammeRelated:
        """Compute what the programme's page shows of other entries."""
        return ProgrammeRelated(
            legal_basis=tuple(one.card(catalogue) for one in catalogue.named("document", self.legal_basis)),
            total_planned=_total(self.budget, "planned") if self.adds_up else None,
            total_spent=_total(self.budget, "spent") if self.adds_up else None,
        )


def _total(budget: tuple[Budget, ...], column: str) -> Decimal | None:
    amounts = [getattr(part, column) for part in budget]
    is_summable = len(amounts) > 1 and None not in amounts and len({part.unit for part in budget}) == 1
    return sum(amounts, Decimal(0)) if is_summable else None


def _provinces(one: Programme, tables: Tables) -> Iterator[FacetValue]:
    yield facet_value(one.province)


def _periods(one: Programme, tables: Tables) -> Iterator[FacetValue]:
    yield facet_value(one.period)


PROGRAMMES = ContentType(
    model=Programme,
    folder="programmes",
    prefix="/chuong-trinh/",
    label="Chương trình, kinh phí và kết quả",
    unit="chương trình",
    introduction=(
        "Kế hoạch, kinh phí và kết quả khuyến công theo năm và theo tỉnh. Số kế hoạch và số thực hiện để riêng."
    ),
    order=lambda one: (one.period[:1].isdigit(), one.period, one.slug),
    newest_first=True,
    facets=(
        Facet("tinh", "Tỉnh, thành phố", _provinces),
        Facet("thoi-gian", "Thời gian", _periods, newest_first=True),
    ),
    per_page=20,
)
