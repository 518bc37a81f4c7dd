"""Legal documents: number, issuer, dates, and which document changes which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field
from slugify import slugify

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType, Facet, FacetValue, Overview, facet_value
from khuyencong.model.dates import PartialDate
from khuyencong.model.document_table import document_table
from khuyencong.model.entry import Attachment, Entry
from khuyencong.model.fields import Attached, Reference, Slug, Term, Text
from khuyencong.model.frontmatter import Location, Value
from khuyencong.model.problem import quoted
from khuyencong.model.tables import Tables
from khuyencong.model.view import Card

UNDATED = PartialDate(1900)

DocumentReference = Annotated[Slug, Reference("document")]


@dataclass(frozen=True, slots=True)
class DocumentRelated:
    """What a document's page shows of other entries.

    Arguments:
        type: the document's type in words.
        status: its state as derived from the other documents of the site.
        amends: cards of the documents it amends.
        replaces: cards of the documents it replaces.
        amended_by: cards of the documents that amend it.
        replaced_by: cards of the documents that replace it.
        mentioned: cards of the articles, schemes and programmes that refer to it.
    """

    type: str
    status: str
    amends: tuple[Card, ...]
    replaces: tuple[Card, ...]
    amended_by: tuple[Card, ...]
    replaced_by: tuple[Card, ...]
    mentioned: tuple[Card, ...]


class LegalDocument(Entry):
    """One legal document."""

    type_key: ClassVar[str] = "document"

    number: Text = Field(title="Số, ký hiệu", description="Ví dụ 2677/QĐ-UBND.")
    type: Annotated[Slug, Term("document_types")] = Field(
        title="Loại văn bản", description="Một khóa trong danh sách loại văn bản."
    )
    issuer: Text = Field(title="Cơ quan ban hành", description="Tên cơ quan ban hành.")
    effective: PartialDate | None = Field(None, title="Ngày hiệu lực", description="Ngày văn bản có hiệu lực.")
    amends: tuple[DocumentReference, ...] = Field((), title="Sửa đổi", description="Văn bản mà văn bản này sửa đổi.")
    replaces: tuple[DocumentReference, ...] = Field(
        (), title="Thay thế", description="Văn bản bị văn bản này thay thế."
    )
    file: Attached | None = Field(None, title="Tệp", description="Tệp văn bản để cùng thư mục.")
    signer: Text | None = Field(None, title="Người ký", description="Người ký văn bản.")
    note: Text | None = Field(None, title="Ghi chú", description="Điều người đọc cần biết khi dùng trang này.")

    @classmethod
    def default_slug(cls, fields: Mapping[str, Value], stem: str) -> str:
        """Make the slug from the document's number: `2677/QĐ-UBND` becomes `2677-qd-ubnd`."""
        number = fields.get("number")
        return slugify(number) if isinstance(number, str) else slugify(stem)

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """The document's own file."""
        return (Attachment(file=self.file, title=f"{self.number}: {self.title}"),) if self.file else ()

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the document."""
        kind = catalogue.taxonomies.label("document_types", self.type)
        return Card(
            self.url, f"{kind} {self.number}", summary=self.summary or self.title, facts=(self.issuer,), date=self.date
        )

    def problems(self, catalogue: Catalogue) -> Iterator[tuple[Location, str]]:
        """Yield documents that this one cannot amend or replace: itself, later ones, one that does the same to it."""
        for name, slugs in (("amends", self.amends), ("replaces", self.replaces)):
            for index, other in enumerate(catalogue.get("document", slug) for slug in slugs):
                message = self._impossible(other, name) if isinstance(other, LegalDocument) else ""
                if message:
                    yield (name, index), message

    def _impossible(self, other: LegalDocument, relation: str) -> str:
        if other.slug == self.slug:
            return "văn bản không thể sửa đổi hay thay thế chính nó. Hãy xóa dòng này."
        if self.date and other.date and other.date.earliest() > self.date.latest():
            return f"văn bản {quoted(other.number)} ban hành sau văn bản này. Hãy xem lại ngày của hai văn bản."
        # Each of the two would have to be reported; the one that comes first in the list speaks for both.
        if self.slug in getattr(other, relation) and (self.date or UNDATED, self.slug) < (
            other.date or UNDATED,
            other.slug,
        ):
            return f"văn bản {quoted(other.number)} cũng nêu văn bản này ở {relation}. Hãy giữ một chiều."
        return ""

    def describe(self, catalogue: Catalogue) -> str:
        """Name the document with its type, number and subject."""
        kind = catalogue.taxonomies.label("document_types", self.type)
        return self.summary or f"{kind} {self.number} của {self.issuer}: {self.title}"

    def state(self, catalogue: Catalogue) -> str:
        """Derive the state from the other documents of the site."""
        return _status(catalogue.referring("document", self), self.slug)

    def related(self, catalogue: Catalogue) -> DocumentRelated:
        """Compute what the document's page shows of other entries."""
        documents = [one for one in catalogue.referring("document", self) if isinstance(one, LegalDocument)]
        amended_by = tuple(one.card(catalogue) for one in documents if self.slug in one.amends)
        replaced_by = tuple(one.card(catalogue) for one in documents if self.slug in one.replaces)
        mentioned = [one for key in ("news", "support", "programme") for one in catalogue.referring(key, self)]
        return DocumentRelated(
            type=catalogue.taxonomies.label("document_types", self.type),
            status=_status(documents, self.slug),
            amends=tuple(one.card(catalogue) for one in catalogue.named("document", self.amends)),
            replaces=tuple(one.card(catalogue) for one in catalogue.named("document", self.replaces)),
            amended_by=amended_by,
            replaced_by=replaced_by,
            mentioned=tuple(one.card(catalogue) for one in mentioned),
        )


def _status(referring: Iterable[Entry], slug: str) -> str:
    """Derive the state in words that claim no more than the site's documents show."""
    documents = [one for one in referring if isinstance(one, LegalDocument)]
    if any(slug in one.replaces for one in documents):
        return "Đã được thay thế"
    if any(slug in one.amends for one in documents):
        return "Đã được sửa đổi, bổ sung"
    return "Chưa thấy văn bản sửa đổi, thay thế"


def _types(one: LegalDocument, tables: Tables) -> Iterator[FacetValue]:
    yield one.type, tables.taxonomies.label("document_types", one.type)


def _issuers(one: LegalDocument, tables: Tables) -> Iterator[FacetValue]:
    yield facet_value(one.issuer)


def _years(one: LegalDocument, tables: Tables) -> Iterator[FacetValue]:
    if one.date:
        yield str(one.date.year), f"Năm {one.date.year}"


DOCUMENTS = ContentType(
    model=LegalDocument,
    folder="documents",
    prefix="/van-ban/",
    label="Văn bản",
    unit="văn bản",
    introduction="Văn bản về khuyến công và những lĩnh vực liên quan, kèm quan hệ sửa đổi, thay thế mà nguồn nêu.",
    order=lambda one: (one.date or UNDATED, one.slug),
    newest_first=True,
    facets=(
        Facet("loai", "Loại văn bản", _types),
        Facet("co-quan", "Cơ quan ban hành", _issuers),
        Facet("nam", "Năm ban hành", _years, newest_first=True),
    ),
    overviews=(
        Overview(
            slug="bang",
            label="Bảng văn bản",
            title="Bảng văn bản",
            description="Mọi văn bản trong một bảng, mới nhất ở trên.",
            template="table.html",
            view=document_table,
        ),
    ),
    per_page=20,
)
