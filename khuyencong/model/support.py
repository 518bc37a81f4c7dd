"""Support schemes: what support there is, for whom, up to how much, on what legal basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from khuyencong.model.artwork import vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType, Facet, FacetValue, facet_value
from khuyencong.model.entry import Attachment, Entry
from khuyencong.model.fields import Reference, Slug, Text
from khuyencong.model.tables import Tables
from khuyencong.model.vietnamese import sort_key
from khuyencong.model.view import Card


@dataclass(frozen=True, slots=True)
class SupportRelated:
    """What a scheme's page shows of other entries.

    Arguments:
        documents: cards of the documents it rests on.
        recipients: cards of the establishments known to have received it.
    """

    documents: tuple[Card, ...]
    recipients: tuple[Card, ...]


class SupportScheme(Entry):
    """One support scheme."""

    type_key: ClassVar[str] = "support"

    content: Text = Field(title="Nội dung hỗ trợ", description="Được hỗ trợ gì.")
    eligible: Text = Field(title="Đối tượng", description="Ai được hỗ trợ, với điều kiện nào.")
    maximum: Text | None = Field(None, title="Mức tối đa", description="Mức hỗ trợ cao nhất, như văn bản ghi.")
    legal_basis: Text | None = Field(None, title="Căn cứ", description="Điều khoản làm căn cứ.")
    documents: tuple[Annotated[Slug, Reference("document")], ...] = Field(
        (), title="Văn bản", description="Đường dẫn (slug) của những văn bản làm căn cứ."
    )
    area: Text = Field(title="Phạm vi", description="Ví dụ: khuyến công quốc gia, cả nước, Đồng Nai.")
    validity: Text = Field(title="Hiệu lực", description="Quy định còn hiệu lực hay không, đã kiểm tra chưa.")
    in_force: bool = Field(
        default=False, title="Nêu ở trang chủ", description="true khi quy định không phải mức cũ hay chỉ để so sánh."
    )
    application: tuple[Attachment, ...] = Field((), title="Hồ sơ", description="Tệp mẫu đơn, hồ sơ để tải về.")

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """The application forms."""
        return self.application

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the scheme."""
        return Card(
            self.url,
            self.title,
            kicker=self.area,
            summary=self.summary or self.content,
            facts=(self.maximum,) if self.maximum else (),
        )

    def describe(self, catalogue: Catalogue) -> str:
        """Say what the scheme supports and whom."""
        return self.summary or f"{self.title}. Đối tượng: {self.eligible}."

    def related(self, catalogue: Catalogue) -> SupportRelated:
        """Compute what the scheme's page shows of other entries."""
        return SupportRelated(
            documents=tuple(one.card(catalogue) for one in catalogue.named("document", self.documents)),
            recipients=vary(one.card(catalogue) for one in catalogue.referring("establishment", self)),
        )


def _areas(one: SupportScheme, tables: Tables) -> Iterator[FacetValue]:
    yield facet_value(one.area)


def _validity(one: SupportScheme, tables: Tables) -> Iterator[FacetValue]:
    yield ("dang-ap-dung", "Mức đang nêu trong nguồn") if one.in_force else ("muc-cu", "Mức cũ, để so sánh")


SUPPORT = ContentType(
    model=SupportScheme,
    folder="support",
    prefix="/ho-tro/",
    label="Chính sách hỗ trợ",
    unit="chính sách",
    introduction=(
        "Nhà nước hỗ trợ gì, cho ai, tối đa bao nhiêu, theo văn bản nào. "
        "Hãy đọc dòng hiệu lực của từng chính sách và hỏi lại cơ quan khuyến công trước khi làm hồ sơ."
    ),
    order=lambda one: (not one.in_force, sort_key(one.title), one.slug),
    facets=(Facet("pham-vi", "Phạm vi", _areas), Facet("hieu-luc", "Hiệu lực", _validity)),
)
