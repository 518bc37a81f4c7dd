"""Plain pages: about, contact, site map, privacy, accessibility, terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType
from khuyencong.model.entry import Entry
from khuyencong.model.fields import Reference, Slug, Title
from khuyencong.model.frontmatter import Location
from khuyencong.model.problem import quoted
from khuyencong.model.written import Translation


class Page(Entry):
    """One page that stands by itself."""

    type_key: ClassVar[str] = "page"

    order: Annotated[int, Field(ge=0, le=999)] = Field(
        100, title="Thứ tự", description="Số nhỏ đứng trước trong chân trang."
    )
    nav_title: Title | None = Field(None, title="Tên ngắn", description="Tên ngắn ở chân trang; bỏ trống thì lấy tên.")
    translation_of: Annotated[Slug, Reference("page")] | None = Field(
        None, title="Bản dịch của", description="Đường dẫn (slug) của trang gốc; chỉ ghi ở bản dịch."
    )
    shows: Literal["text", "contact", "sitemap"] = Field(
        "text", title="Hiện thêm", description="contact: thêm thông tin cơ quan; sitemap: thêm mọi danh sách của trang."
    )

    def translations(self, catalogue: Catalogue) -> tuple[Translation, ...]:
        """Give the page in all its languages, the original first; none when it has only one."""
        original = catalogue.get("page", self.translation_of) if self.translation_of else self
        if not isinstance(original, Page):
            return ()
        others = (one for one in catalogue.referring("page", original) if one.slug != original.slug)
        found = tuple(Translation(one.lang, one.url) for one in (original, *others))
        return found if len(found) > 1 else ()

    def problems(self, catalogue: Catalogue) -> Iterator[tuple[Location, str]]:
        """Yield what keeps the page from being a translation of the one that it names."""
        original = catalogue.get("page", self.translation_of or "")
        if not isinstance(original, Page):
            return
        if original.lang == self.lang:
            message = "hai trang cùng một ngôn ngữ. Hãy xem lại lang, hoặc bỏ dòng này."
            yield ("translation_of",), f"trang {quoted(original.slug)} không phải bản gốc của trang này: {message}"
        elif original.translation_of:
            message = f"cũng là bản dịch. Hãy ghi trang gốc {quoted(original.translation_of)}."
            yield ("translation_of",), f"trang {quoted(original.slug)} {message}"


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
