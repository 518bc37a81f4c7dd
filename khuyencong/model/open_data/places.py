"""The dataset of the units since 1 July 2025, with their areas and how many establishments stand there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.open_data.common import ID, absolute
from khuyencong.model.open_data.dataset import Dataset, Shape, column
from khuyencong.model.open_data.location import degrees
from khuyencong.model.open_data.whereabouts import shape_of_unit
from khuyencong.model.place import Unit, place_url
from khuyencong.model.place_view import units_in_order


class _Subject(NamedTuple):
    place: Unit
    catalogue: Catalogue
    shape: Shape


def _subjects(catalogue: Catalogue) -> Iterator[_Subject]:
    for unit in units_in_order(catalogue.places):
        area = catalogue.boundaries.get(unit.code, ())
        yield _Subject(unit, catalogue, shape_of_unit(unit, catalogue.boundaries)._replace(area=area))


def _former(one: _Subject) -> tuple[str, ...]:
    return tuple(part.text if not part.name else f"{part.text}, {part.district}" for part in one.place.former)


PLACES_DATA = Dataset(
    slug="dia-ban",
    title="Xã, phường, đặc khu từ 01/07/2025",
    description=(
        "Các đơn vị cấp xã của địa bàn Bà Rịa – Vũng Tàu cũ, đơn vị cũ đã nhập vào và số cơ sở đã biết ở đó. "
        "Tệp GeoJSON có ranh giới đã giản lược (nguồn: thanglequoc/vietnamese-provinces-database, giấy phép MIT)."
    ),
    unit="đơn vị",
    parts=(
        column(ID, "Mã", "Mã năm chữ số của đơn vị, khớp với cột unit_code của các bộ khác.", "place.code"),
        column(
            "url",
            "Trang",
            "Địa chỉ đầy đủ của trang địa bàn.",
            lambda one: absolute(one.catalogue, place_url(one.place.slug)),
            "address",
        ),
        column("title", "Tên", "Tên đơn vị từ 01/07/2025.", "place.name"),
        column("province", "Tỉnh, thành phố", "Tỉnh, thành phố từ 01/07/2025.", "place.province"),
        column("former_units", "Đơn vị cũ", "Những xã, phường, thị trấn đã nhập vào, kèm huyện cũ.", _former, "list"),
        column(
            "establishment_count",
            "Số cơ sở",
            "Số cơ sở, làng nghề đã biết là ở đơn vị này.",
            lambda one: one.catalogue.total_standing(ESTABLISHMENTS.key, one.place.slug),
            "integer",
            "cơ sở",
        ),
        column(
            "longitude",
            "Kinh độ",
            "Kinh độ của điểm giữa đơn vị (WGS 84).",
            lambda one: degrees(one.shape, 0),
            "number",
            "độ",
        ),
        column(
            "latitude",
            "Vĩ độ",
            "Vĩ độ của điểm giữa đơn vị (WGS 84).",
            lambda one: degrees(one.shape, 1),
            "number",
            "độ",
        ),
    ),
    subjects=_subjects,
    shown=("title", "former_units", "establishment_count"),
    shape=lambda one: one.shape,
)
