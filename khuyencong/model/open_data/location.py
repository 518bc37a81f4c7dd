"""Columns that say where something lies: its unit since 1 July 2025, and the point that stands for the unit."""

from __future__ import annotations

from decimal import Decimal

from khuyencong.model.open_data.dataset import Shape, column
from khuyencong.model.open_data.whereabouts import PRECISION


def degrees(shape: Shape, axis: int) -> Decimal | None:
    """Give the longitude (axis 0) or latitude (axis 1) of a point."""
    return Decimal(str(shape.point[axis])) if shape.point else None


LOCATION_COLUMNS = (
    column(
        "unit_code",
        "Mã đơn vị từ 01/07/2025",
        "Mã năm chữ số của xã, phường, đặc khu từ 01/07/2025; suy từ địa chỉ cũ.",
        "unit.code",
    ),
    column(
        "unit",
        "Xã, phường từ 01/07/2025",
        "Tên xã, phường, đặc khu từ 01/07/2025; trống khi địa chỉ cũ chưa đủ để biết.",
        "unit.name",
    ),
    column(
        "unit_province",
        "Tỉnh, thành phố từ 01/07/2025",
        "Tỉnh, thành phố của đơn vị đó từ 01/07/2025.",
        "unit.province",
    ),
    column(
        "longitude",
        "Kinh độ",
        "Kinh độ của điểm giữa đơn vị hành chính (WGS 84), không phải của địa chỉ.",
        lambda one: degrees(one.shape, 0),
        "number",
        "độ",
    ),
    column(
        "latitude",
        "Vĩ độ",
        "Vĩ độ của điểm giữa đơn vị hành chính (WGS 84), không phải của địa chỉ.",
        lambda one: degrees(one.shape, 1),
        "number",
        "độ",
    ),
    column(
        "location_precision",
        "Độ chính xác của vị trí",
        f"Luôn là “{PRECISION}”; trống khi không có điểm.",
        lambda one: PRECISION if one.shape.point else None,
    ),
)
"""Of whatever has a `unit` and a `shape`."""
