"""The dataset of products."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Establishment
from khuyencong.model.open_data.common import UPDATED, absolute, identity, source_columns, term
from khuyencong.model.open_data.dataset import Dataset, column, field
from khuyencong.model.place import Unit
from khuyencong.model.product import Product
from khuyencong.model.recognition import Recognition


class _Subject(NamedTuple):
    entry: Product
    catalogue: Catalogue
    maker: Establishment | None
    unit: Unit | None


def _subjects(catalogue: Catalogue) -> Iterator[_Subject]:
    for one in catalogue.all(Product):
        maker = catalogue.get("establishment", one.establishment or "")
        known = maker if isinstance(maker, Establishment) else None
        yield _Subject(one, catalogue, known, known.unit(catalogue.places) if known else None)


def _levels(one: _Subject) -> tuple[str, ...]:
    return tuple(part.level or "" for part in one.entry.recognitions if part.kind == "CNNT")


def _highest(one: _Subject) -> str | None:
    ranked = [part for part in one.entry.recognitions if part.rank]
    return max(ranked, key=lambda part: part.rank).level if ranked else None


def _stars(one: _Subject) -> int | None:
    return max([part.stars for part in one.entry.recognitions], default=0) or None


def _others(one: _Subject) -> tuple[str, ...]:
    return tuple(part.label for part in one.entry.recognitions if part.kind == "khác")


def _latest(recognitions: tuple[Recognition, ...]) -> int | None:
    return max([part.known_date.year for part in recognitions if part.known_date], default=None)


PRODUCTS_DATA = Dataset(
    slug="san-pham",
    title="Sản phẩm",
    description="Sản phẩm của các cơ sở, hợp tác xã và làng nghề, kèm mức công nhận cao nhất và nơi làm.",
    unit="sản phẩm",
    parts=(
        *identity("Mã của sản phẩm, cũng là phần cuối của địa chỉ trang."),
        *term("group", "sectors", "Nhóm sản phẩm", "Một trong bốn nhóm theo quy định bình chọn; trống khi chưa rõ."),
        column("establishment_id", "Mã cơ sở", "Mã trong bộ dữ liệu co-so; trống nếu nguồn không nêu.", "maker.slug"),
        column("establishment", "Cơ sở làm ra", "Tên cơ sở; trống nếu nguồn không nêu.", "maker.title"),
        column(
            "establishment_url",
            "Trang của cơ sở",
            "Địa chỉ đầy đủ của trang cơ sở.",
            lambda one: absolute(one.catalogue, one.maker.url) if one.maker else None,
            "address",
        ),
        column("district", "Huyện của cơ sở", "Huyện, thị xã, thành phố như nguồn ghi.", "maker.address.district"),
        column("province", "Tỉnh của cơ sở", "Tỉnh, thành phố như nguồn ghi.", "maker.address.province"),
        column(
            "unit",
            "Xã, phường của cơ sở từ 01/07/2025",
            "Tên xã, phường, đặc khu từ 01/07/2025; trống khi chưa đủ để biết.",
            "unit.name",
        ),
        column(
            "cnnt_levels",
            "Các cấp CNNT tiêu biểu",
            "Mọi lần được công nhận là sản phẩm CNNT tiêu biểu: huyện, xã, tỉnh, khu vực, quốc gia.",
            _levels,
            "list",
        ),
        column("cnnt_highest", "Cấp CNNT cao nhất", "Cấp cao nhất trong các lần đó.", _highest),
        column("ocop_stars", "Sao OCOP", "Số sao OCOP cao nhất.", _stars, "integer", "sao"),
        column("other_recognitions", "Danh hiệu khác", "Nhãn hiệu, di sản, giải thưởng mà nguồn nêu.", _others, "list"),
        column(
            "recognition_count",
            "Số lần công nhận",
            "Số dòng của sản phẩm này trong bộ dữ liệu cong-nhan.",
            lambda one: len(one.entry.recognitions),
            "integer",
            "lần",
        ),
        column(
            "latest_year",
            "Năm công nhận gần nhất",
            "Năm của lần công nhận gần nhất mà nguồn nêu.",
            lambda one: _latest(one.entry.recognitions),
            "integer",
            "năm",
        ),
        field(Product, "entry.note"),
        field(Product, "entry.verified", "date"),
        UPDATED,
        *source_columns(),
    ),
    subjects=_subjects,
    shown=("title", "establishment", "group", "cnnt_highest", "ocop_stars", "latest_year"),
    facets=("group", "cnnt_highest", "ocop_stars", "latest_year", "district", "unit"),
)
