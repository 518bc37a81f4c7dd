"""Plain pages: about, contact, site map, privacy, accessibility, terms."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from khuyencong.model.content_type import ContentType
from khuyencong.model.entry import Entry
from khuyencong.model.fields import Title


class Page(Entry):
    """One page that stands by itself."""

    type_key: ClassVar[str] = "page"

    order: Annotated[int, Field(ge=0, le=999)] = Field(
        100, title="Thứ tự", description="Số nhỏ đứng trước trong chân trang."
    )
    nav_title: Title | None = Field(None, title="Tên ngắn", description="Tên ngắn ở chân trang; bỏ trống thì lấy tên.")
    shows: Literal["text", "contact", "sitemap"] = Field(
        "text", title="Hiện thêm", description="contact: thêm thông tin cơ quan; sitemap: thêm mọi danh sách của trang."
    )


PAGES = ContentType(
    model=Page,
    folder="pages",
    prefix="/",
    label="Trang",
    unit="trang",
    introduction="",
    order=lambda page: (page.order, page.slug),
    per_page=0,
)
