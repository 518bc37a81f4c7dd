"""The dataset of support schemes: what support there is, for whom, up to how much, on what basis."""

from __future__ import annotations

from khuyencong.model.attachment import published_name
from khuyencong.model.entry import Entry
from khuyencong.model.open_data.common import UPDATED, OneEntry, absolute, addresses, each, identity, source_columns
from khuyencong.model.open_data.dataset import Dataset, column, field
from khuyencong.model.support import SupportScheme


def _forms(one: OneEntry[SupportScheme]) -> tuple[str, ...]:
    return tuple(
        absolute(one.catalogue, f"{one.entry.url}{published_name(part.file)}") for part in one.entry.application
    )


SUPPORT_DATA = Dataset(
    slug="ho-tro",
    title="Chính sách hỗ trợ",
    description=(
        "Nhà nước hỗ trợ gì, cho ai, tối đa bao nhiêu, theo văn bản nào, như các nguồn công khai nêu. "
        "Có cả mức cũ để so sánh; hãy đọc cột hiệu lực và hỏi lại cơ quan khuyến công trước khi dùng."
    ),
    unit="chính sách",
    parts=(
        *identity("Mã của chính sách, cũng là phần cuối của địa chỉ trang."),
        field(SupportScheme, "entry.content", description="Được hỗ trợ gì."),
        field(SupportScheme, "entry.eligible"),
        field(SupportScheme, "entry.maximum"),
        field(SupportScheme, "entry.legal_basis"),
        field(SupportScheme, "entry.documents", "list", description="Mã những văn bản làm căn cứ, trong bộ van-ban."),
        field(SupportScheme, "entry.area", description="Phạm vi áp dụng: khuyến công quốc gia, cả nước hoặc một tỉnh."),
        field(SupportScheme, "entry.validity"),
        field(
            SupportScheme,
            "entry.in_force",
            "boolean",
            label="Đang nêu là áp dụng",
            description="Đúng khi nguồn không nói đó là mức cũ hay chỉ để so sánh; không phải tra cứu hiệu lực.",
        ),
        column(
            "recipients",
            "Cơ sở đã nhận",
            "Địa chỉ trang của những cơ sở mà nguồn nêu là đã nhận hỗ trợ này.",
            lambda one: addresses(one.catalogue, one.catalogue.referring("establishment", one.entry)),
            "list",
        ),
        column("application", "Hồ sơ", "Địa chỉ những tệp mẫu đơn, hồ sơ mà cổng này có.", _forms, "list"),
        field(Entry, "entry.summary", description="Một, hai câu về chính sách."),
        UPDATED,
        *source_columns(),
    ),
    subjects=each(SupportScheme),
    shown=("title", "area", "maximum", "in_force"),
    facets=("area", "in_force"),
)
