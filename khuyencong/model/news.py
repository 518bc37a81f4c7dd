"""News: what happened, when, and from which source we know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from khuyencong.model.artwork import draw, vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType, Facet, FacetValue
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Attachment, Entry
from khuyencong.model.fields import Reference, Slug, Term, Text
from khuyencong.model.tables import Tables
from khuyencong.model.view import Card, Link
from khuyencong.model.written import Written

KIN = 3
"""Cards under "Đọc thêm"."""


@dataclass(frozen=True, slots=True)
class NewsRelated:
    """What a news page shows of other entries.

    Arguments:
        author: the name under the article.
        category: the link to the article's category.
        named: cards of the establishments, products and documents that the article names.
        newer: the next article of the same category.
        older: the article before it in the same category.
        kin: cards of the articles that share most with it: establishments, products, documents, tags.
        bulletins: links to the bulletin issues that carry the article.
    """

    author: str
    category: Link
    named: tuple[Card, ...]
    newer: Link | None
    older: Link | None
    kin: tuple[Card, ...]
    bulletins: tuple[Link, ...]


class News(Entry):
    """One news article."""

    type_key: ClassVar[str] = "news"

    date: PartialDate = Field(title="Ngày", description="Ngày của sự việc: 2022-09-05, 2022-09 hoặc 2022.")
    category: Annotated[Slug, Term("news_categories")] = Field(
        title="Chuyên mục", description="Một khóa trong danh sách chuyên mục."
    )
    author: Text | None = Field(None, title="Tên ký", description="Bỏ trống thì lấy tên ký chung của trang.")
    attachments: tuple[Attachment, ...] = Field((), title="Tài liệu kèm", description="Tệp để người đọc tải về.")
    establishments: tuple[Annotated[Slug, Reference("establishment")], ...] = Field(
        (), title="Cơ sở", description="Đường dẫn (slug) của những cơ sở được nói tới."
    )
    products: tuple[Annotated[Slug, Reference("product")], ...] = Field(
        (), title="Sản phẩm", description="Đường dẫn (slug) của những sản phẩm được nói tới."
    )
    documents: tuple[Annotated[Slug, Reference("document")], ...] = Field(
        (), title="Văn bản", description="Đường dẫn (slug) của những văn bản được nói tới."
    )
    expires: PartialDate | None = Field(
        None, title="Hết hạn", description="Sau ngày này tin không còn trong danh sách."
    )

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """The files that the article offers for download."""
        return self.attachments

    @property
    def last_day(self) -> tuple[int, int, int] | None:
        """The day after which the article is no news any more."""
        return self.expires.latest() if self.expires else None

    @property
    def modified(self) -> PartialDate:
        """The day of the last correction, or else the article's own: news is written on its day."""
        return self.updated or self.date

    def written(self, catalogue: Catalogue) -> Written:
        """Say when the article was written and corrected, by whom, and what it is filed under."""
        return Written(
            date=self.modified,
            creator=self.author or "",
            published=self.date.zoned if self.date.day else "",
            modified=self.updated.zoned if self.updated and self.updated.day else "",
            section=catalogue.taxonomies.label("news_categories", self.category),
        )

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the article."""
        category = catalogue.taxonomies.label("news_categories", self.category)
        drawing = draw(catalogue.taxonomies, self.slug, (self.title, *self.tags, category), "chuong-trinh")
        return Card(
            self.url,
            self.title,
            kicker=category,
            summary=self.summary,
            date=self.date,
            artwork=drawing,
            photo=self.photo(catalogue),
        )

    def related(self, catalogue: Catalogue) -> NewsRelated:
        """Compute what the article's page shows of other entries."""
        named = (
            *catalogue.named("establishment", self.establishments),
            *catalogue.named("product", self.products),
            *catalogue.named("document", self.documents),
        )
        issues = catalogue.referring("bulletin", self)
        category = catalogue.taxonomies.label("news_categories", self.category)
        listing = f"{NEWS.prefix}chuyen-muc/{self.category}/"
        newer, older = catalogue.next_to(self, listing)
        return NewsRelated(
            author=self.author or catalogue.site.default_author,
            category=Link(listing, category),
            named=vary(entry.card(catalogue) for entry in named),
            newer=Link(newer.url, newer.title) if newer else None,
            older=Link(older.url, older.title) if older else None,
            kin=vary(entry.card(catalogue) for entry in catalogue.kin(self, KIN)),
            bulletins=tuple(Link(issue.url, issue.title) for issue in issues),
        )


def _categories(news: News, tables: Tables) -> Iterator[FacetValue]:
    yield news.category, tables.taxonomies.label("news_categories", news.category)


def _years(news: News, tables: Tables) -> Iterator[FacetValue]:
    yield str(news.date.year), f"Năm {news.date.year}"


NEWS = ContentType(
    model=News,
    folder="news",
    prefix="/tin-tuc/",
    label="Tin tức",
    unit="tin",
    introduction=(
        "Tin về hoạt động khuyến công, chính sách, làng nghề và cơ sở công nghiệp nông thôn. Mỗi tin ghi rõ nguồn."
    ),
    order=lambda news: (news.date, news.slug),
    newest_first=True,
    facets=(Facet("chuyen-muc", "Chuyên mục", _categories), Facet("nam", "Năm", _years, newest_first=True)),
    per_page=12,
)
