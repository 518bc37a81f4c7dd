"""The dataset of legal documents and of what they do to one another."""

from __future__ import annotations

from collections.abc import Callable

from khuyencong.model.attachment import published_name
from khuyencong.model.document import LegalDocument
from khuyencong.model.open_data.common import UPDATED, OneEntry, absolute, each, identity, source_columns, term
from khuyencong.model.open_data.dataset import Dataset, column, field


def _by(relation: str) -> Callable[[OneEntry[LegalDocument]], tuple[str, ...]]:
    """Make what names the documents that stand in a relation to one."""

    def named(one: OneEntry[LegalDocument]) -> tuple[str, ...]:
        others = one.catalogue.referring("document", one.entry)
        return tuple(other.slug for other in others if one.entry.slug in getattr(other, relation))

    return named


def _file(one: OneEntry[LegalDocument]) -> str | None:
    entry = one.entry
    return absolute(one.catalogue, f"{entry.url}{published_name(entry.file)}") if entry.file else None


DOCUMENTS_DATA = Dataset(
    slug="van-ban",
    title="Văn bản",
    description="Văn bản về khuyến công và những lĩnh vực liên quan, kèm quan hệ sửa đổi, thay thế mà nguồn nêu.",
    unit="văn bản",
    parts=(
        *identity("Mã của văn bản, lấy từ số, ký hiệu; cũng là phần cuối của địa chỉ trang.", "Về việc"),
        field(LegalDocument, "entry.number"),
        *term("type", "document_types", "Loại văn bản"),
        field(LegalDocument, "entry.issuer"),
        field(LegalDocument, "entry.date", "date", label="Ngày ban hành", description="Ngày ban hành mà nguồn nêu."),
        field(LegalDocument, "entry.effective", "date"),
        column(
            "status",
            "Tình trạng",
            "Suy từ quan hệ với các văn bản khác trong kho này, không thay cho việc tra cứu hiệu lực.",
            lambda one: one.entry.state(one.catalogue),
        ),
        field(LegalDocument, "entry.amends", "list", description="Mã những văn bản mà văn bản này sửa đổi."),
        column("amended_by", "Được sửa đổi bởi", "Mã những văn bản sửa đổi văn bản này.", _by("amends"), "list"),
        field(LegalDocument, "entry.replaces", "list", description="Mã những văn bản bị văn bản này thay thế."),
        column("replaced_by", "Được thay thế bởi", "Mã những văn bản thay thế văn bản này.", _by("replaces"), "list"),
        field(LegalDocument, "entry.summary", description="Một, hai câu về nội dung."),
        field(LegalDocument, "entry.signer"),
        field(LegalDocument, "entry.note"),
        column("file_url", "Tệp", "Địa chỉ tệp văn bản, nếu cổng này có.", _file, "address"),
        UPDATED,
        *source_columns(),
    ),
    subjects=each(LegalDocument),
    shown=("number", "title", "type", "issuer", "date", "status"),
    facets=("type", "issuer", "status"),
)
