"""The dataset of establishments and craft villages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khuyencong.model.address import Address
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Contact, Establishment, Scope
from khuyencong.model.open_data.common import UPDATED, addresses, identity, source_columns, term
from khuyencong.model.open_data.dataset import Dataset, Shape, column, field
from khuyencong.model.open_data.location import LOCATION_COLUMNS
from khuyencong.model.open_data.whereabouts import shape_of_unit
from khuyencong.model.place import Unit


class _Subject(NamedTuple):
    entry: Establishment
    catalogue: Catalogue
    unit: Unit | None
    shape: Shape


def _subjects(catalogue: Catalogue) -> Iterator[_Subject]:
    for one in catalogue.all(Establishment):
        unit = one.unit(catalogue.places)
        yield _Subject(one, catalogue, unit, shape_of_unit(unit, catalogue.boundaries))


def _kind(one: _Subject) -> str:
    return "làng nghề" if one.entry.kind == "craft village" else "cơ sở"


ESTABLISHMENTS_DATA = Dataset(
    slug="co-so",
    title="Cơ sở công nghiệp nông thôn",
    description=(
        "Cơ sở, hợp tác xã, doanh nghiệp và làng nghề có trong các nguồn công khai. "
        "Có mặt ở đây không có nghĩa là đã được xác nhận là cơ sở công nghiệp nông thôn."
    ),
    unit="cơ sở",
    parts=(
        *identity("Mã của cơ sở, cũng là phần cuối của địa chỉ trang."),
        column("kind", "Kiểu", "“cơ sở” là một nơi làm; “làng nghề” là nhiều hộ cùng một nghề.", _kind),
        *term("legal_form", "legal_forms", "Loại hình"),
        *term(
            "sector",
            "sectors",
            "Nhóm ngành",
            "Một trong bốn nhóm theo quy định bình chọn sản phẩm; trống khi chưa rõ.",
        ),
        field(Establishment, "entry.makes"),
        field(Establishment, "entry.also_known_as", "list"),
        field(Establishment, "entry.name_note"),
        field(Address, "entry.address.street"),
        field(Address, "entry.address.commune"),
        field(Address, "entry.address.district"),
        field(Address, "entry.address.province"),
        *LOCATION_COLUMNS,
        field(Contact, "entry.contact.phone"),
        field(Contact, "entry.contact.email"),
        field(Establishment, "entry.website", "address"),
        field(Establishment, "entry.founded"),
        field(Establishment, "entry.certifications", "list"),
        column(
            "supports",
            "Hỗ trợ đã nhận",
            "Những hỗ trợ mà nguồn nêu, năm đứng trước; có cả hỗ trợ không phải khuyến công.",
            lambda one: tuple(
                f"{part.year}: {part.content}" if part.year else part.content for part in one.entry.supports
            ),
            "list",
        ),
        column(
            "products",
            "Sản phẩm",
            "Địa chỉ trang của những sản phẩm mà cơ sở làm.",
            lambda one: addresses(one.catalogue, one.catalogue.referring("product", one.entry)),
            "list",
        ),
        field(
            Scope,
            "entry.scope.status",
            name="scope_status",
            label="Có phải cơ sở CNNT",
            description="CNNT, chưa xác định hoặc không phải CNNT; trống khi chưa xem xét.",
        ),
        field(
            Scope,
            "entry.scope.reason",
            name="scope_reason",
            label="Lý do kết luận",
            description="Vì sao kết luận như vậy, theo quy định nào.",
        ),
        field(Establishment, "entry.verified", "date"),
        UPDATED,
        *source_columns(),
    ),
    subjects=_subjects,
    shown=("title", "legal_form", "sector", "makes", "district", "unit"),
    facets=("kind", "legal_form", "sector", "province", "district", "unit"),
    shape=lambda one: one.shape,
)
