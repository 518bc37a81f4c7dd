"""What the three other generators must be told of the site: its sections, facets and labels."""

from __future__ import annotations

from typing import Any

from bench.items import Maker
from bench.places import Real

SECTIONS: tuple[dict[str, Any], ...] = (
    {"key": "tin-tuc", "nav": "Tin tức", "label": "Tin tức", "unit": "tin", "per_page": 12},
    {"key": "co-so", "nav": "Cơ sở", "label": "Cơ sở công nghiệp nông thôn", "unit": "cơ sở", "per_page": 24},
    {"key": "san-pham", "nav": "Sản phẩm", "label": "Sản phẩm", "unit": "sản phẩm", "per_page": 24},
)
EMPTY_SECTIONS: tuple[dict[str, Any], ...] = (
    {"key": "ho-tro", "nav": "Hỗ trợ", "label": "Chính sách hỗ trợ", "unit": "chính sách", "per_page": 24},
    {"key": "van-ban", "nav": "Văn bản", "label": "Văn bản", "unit": "văn bản", "per_page": 24},
    {"key": "chuong-trinh", "nav": "Chương trình", "label": "Chương trình", "unit": "chương trình", "per_page": 24},
    {"key": "su-kien", "nav": "Sự kiện", "label": "Sự kiện", "unit": "sự kiện", "per_page": 24},
    {"key": "ban-tin", "nav": "Bản tin", "label": "Bản tin khuyến công", "unit": "số", "per_page": 24},
)
"""Sections of the site of which the corpus has no entries; each is one page."""

FACETS: tuple[dict[str, Any], ...] = (
    {"section": "tin-tuc", "slug": "chuyen-muc", "label": "Chuyên mục"},
    {"section": "tin-tuc", "slug": "nam", "label": "Năm", "newest_first": True},
    {"section": "co-so", "slug": "nganh", "label": "Nhóm ngành"},
    {"section": "co-so", "slug": "loai-hinh", "label": "Loại hình"},
    {"section": "co-so", "slug": "tinh", "label": "Tỉnh, thành phố (tên như nguồn ghi)"},
    {"section": "co-so", "slug": "huyen", "label": "Huyện, thị xã, thành phố trước 01/07/2025"},
    {"section": "co-so", "slug": "xa-phuong", "label": "Xã, phường từ 01/07/2025"},
    {"section": "co-so", "slug": "cap", "label": "Cấp mà sản phẩm đạt được"},
    {"section": "co-so", "slug": "ocop", "label": "Sao OCOP của sản phẩm"},
    {"section": "co-so", "slug": "ho-tro", "label": "Hỗ trợ đã nhận"},
    {"section": "san-pham", "slug": "nhom", "label": "Nhóm sản phẩm"},
    {"section": "san-pham", "slug": "cap", "label": "Cấp công nhận"},
    {"section": "san-pham", "slug": "ocop", "label": "Sao OCOP"},
    {"section": "san-pham", "slug": "danh-hieu", "label": "Danh hiệu khác"},
    {"section": "san-pham", "slug": "nam", "label": "Năm công nhận", "newest_first": True},
    {"section": "san-pham", "slug": "tinh", "label": "Tỉnh, thành phố của cơ sở (tên như nguồn ghi)"},
    {"section": "san-pham", "slug": "huyen", "label": "Huyện của cơ sở trước 01/07/2025"},
    {"section": "san-pham", "slug": "xa-phuong", "label": "Xã, phường của cơ sở từ 01/07/2025"},
)


def site_data(maker: Maker, real: Real) -> dict[str, Any]:
    """Gather what the others' templates read besides the content, as plain data for JSON."""
    facets = [{"newest_first": False, "key": f"{one['section']}-{one['slug']}", **one} for one in FACETS]
    pages = [
        {"url": f"/{page.slug}/", "text": page.fields.get("nav_title", page.fields["title"])} for page in real.pages
    ]
    return {
        "name": real.site["name"],
        "short_name": real.site["short_name"],
        "description": real.site["description"],
        "url": real.site["url"],
        "sections": [*SECTIONS, *EMPTY_SECTIONS],
        "facets": facets,
        "labels": maker.labels,
        "pages": pages,
    }
