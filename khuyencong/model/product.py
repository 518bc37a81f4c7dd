"""Products: what an establishment makes, and how it was honoured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from khuyencong.model.a_to_z import AtoZ, FiledName, a_to_z
from khuyencong.model.artwork import draw, vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.comparison import comparison
from khuyencong.model.content_type import Borrowed, ContentType, Facet, FacetValue, Overview, facet_value, no_values
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Entry, Image
from khuyencong.model.fields import Reference, Slug, Term, Text
from khuyencong.model.frontmatter import Location
from khuyencong.model.pictures.slots import HALF, Slot
from khuyencong.model.place import PLACES
from khuyencong.model.recent import recent
from khuyencong.model.recognition import Recognition, climbing_problems, decision_link, in_time
from khuyencong.model.recognition_table import recognition_table
from khuyencong.model.tables import Tables
from khuyencong.model.vietnamese import sort_key
from khuyencong.model.view import Artwork, Card, Link, TimelineStep


@dataclass(frozen=True, slots=True)
class ProductRelated:
    """What a product page shows of other entries.

    Arguments:
        group: the link to the product's group, if it is known.
        maker: the card of the establishment, if it is known.
        timeline: the recognitions, oldest first.
        siblings: cards of the maker's other products.
        news: cards of the articles that name the product.
        artwork: the drawing shown where there is no photo.
    """

    group: Link | None
    maker: Card | None
    timeline: tuple[TimelineStep, ...]
    siblings: tuple[Card, ...]
    news: tuple[Card, ...]
    artwork: Artwork


class Product(Entry):
    """One product of a rural-industry establishment."""

    type_key: ClassVar[str] = "product"
    lead_slot: ClassVar[Slot] = HALF

    establishment: Annotated[Slug, Reference("establishment")] | None = Field(
        None, title="Cơ sở làm ra", description="Đường dẫn (slug) của cơ sở; bỏ trống nếu nguồn không nêu."
    )
    group: Annotated[Slug, Term("sectors")] | None = Field(
        None, title="Nhóm sản phẩm", description="Một trong bốn nhóm theo quy định bình chọn."
    )
    recognitions: tuple[Recognition, ...] = Field((), title="Công nhận", description="Các lần được công nhận.")
    gallery: tuple[Image, ...] = Field((), title="Bộ ảnh", description="Ảnh của sản phẩm.")
    verified: PartialDate | None = Field(None, title="Ngày kiểm tra", description="Ngày dữ kiện được kiểm tra lại.")
    note: Text | None = Field(None, title="Ghi chú", description="Điều người đọc cần biết khi dùng trang này.")

    @property
    def further_pictures(self) -> tuple[Image, ...]:
        """The gallery."""
        return self.gallery

    def best(self) -> Recognition | None:
        """The recognition to show on a card: the highest level, then the most stars, then the latest."""

        def worth(one: Recognition) -> tuple[int, int, tuple[int, int, int]]:
            return one.rank, one.stars, one.known_date.latest() if one.known_date else (0, 0, 0)

        return max(self.recognitions, key=worth, default=None)

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the product."""
        maker = catalogue.get("establishment", self.establishment or "")
        best = self.best()
        return Card(
            self.url,
            self.title,
            kicker=best.label.removeprefix("Sản phẩm ") if best else "",
            summary=self.summary,
            facts=(maker.title,) if maker and maker.title not in self.summary else (),
            artwork=self._artwork(catalogue, maker),
            photo=self.photo(catalogue),
        )

    def _artwork(self, catalogue: Catalogue, maker: Entry | None) -> Artwork:
        """Choose the drawing by the product's name, or else by what its maker makes."""
        of_maker = (getattr(maker, "makes", None), maker.title) if maker else ()
        return draw(catalogue.taxonomies, self.slug, (self.title, *of_maker), self.group or "khac")

    def describe(self, catalogue: Catalogue) -> str:
        """Say what the product is, who makes it and how it was honoured."""
        maker = catalogue.get("establishment", self.establishment or "")
        best = self.best()
        named = self.summary if self.title in self.summary else f"{self.title}. {self.summary}"
        parts = [named if self.summary else f"Sản phẩm {self.title}"]
        parts += [f"của {maker.title}"] if maker and not self.summary else []
        parts += [f"({best.label})"] if best and not self.summary else []
        return " ".join(parts)

    def whereabouts(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Name the places of its maker."""
        maker = catalogue.get("establishment", self.establishment or "")
        return maker.whereabouts(catalogue) if maker else ()

    def related(self, catalogue: Catalogue) -> ProductRelated:
        """Compute what the product's page shows of other entries."""
        maker = catalogue.get("establishment", self.establishment or "")
        siblings = catalogue.referring("product", maker) if maker else ()
        return ProductRelated(
            group=_group_link(self, catalogue),
            maker=maker.card(catalogue) if maker else None,
            timeline=timeline(self.recognitions, catalogue),
            siblings=vary(one.card(catalogue) for one in siblings if one.slug != self.slug),
            news=tuple(one.card(catalogue) for one in catalogue.referring("news", self)),
            artwork=self._artwork(catalogue, maker),
        )

    def faults(self) -> Iterator[tuple[Location, str]]:
        """Yield recognitions that do not climb in time."""
        for index, message in climbing_problems(self.recognitions):
            yield ("recognitions", index, "level"), message


def timeline(recognitions: tuple[Recognition, ...], catalogue: Catalogue) -> tuple[TimelineStep, ...]:
    """Turn recognitions into the steps of a timeline, oldest first, with links to decisions that we hold."""
    return tuple(
        TimelineStep(
            date=one.known_date,
            title=one.label,
            rank=one.rank,
            decision=decision_link(one, catalogue),
            note=one.note or "",
            sources=one.sources,
        )
        for one in in_time(recognitions)
    )


def _group_link(product: Product, catalogue: Catalogue) -> Link | None:
    label = catalogue.taxonomies.label("sectors", product.group)
    return Link(f"{PRODUCTS.prefix}nhom/{product.group}/", label) if label else None


def _groups(product: Product, tables: Tables) -> Iterator[FacetValue]:
    if product.group:
        yield product.group, tables.taxonomies.label("sectors", product.group)


def _levels(product: Product, tables: Tables) -> Iterator[FacetValue]:
    for one in product.recognitions:
        if one.kind == "CNNT":
            yield facet_value(one.label)


def _stars(product: Product, tables: Tables) -> Iterator[FacetValue]:
    for one in product.recognitions:
        if one.kind == "OCOP":
            yield facet_value(one.label)


def _other_recognitions(product: Product, tables: Tables) -> Iterator[FacetValue]:
    for one in product.recognitions:
        if one.kind == "khác":
            yield facet_value(one.label)


def _years(product: Product, tables: Tables) -> Iterator[FacetValue]:
    for one in product.recognitions:
        if one.known_date:
            yield str(one.known_date.year), f"Năm {one.known_date.year}"


def _a_to_z(products: Sequence[Product], catalogue: Catalogue) -> AtoZ:
    makers = {one.slug: catalogue.get("establishment", one.establishment or "") for one in products}
    return a_to_z(
        FiledName(one.url, one.title, note=maker.title if (maker := makers[one.slug]) else "") for one in products
    )


def _maker_facet(slug: str, label: str) -> Facet[Product]:
    """Narrow products by the place of their establishment."""
    return Facet(slug, label, no_values, borrowed=Borrowed("establishment", slug), kin=PLACES)


_OVERVIEWS: tuple[Overview[Product], ...] = (
    Overview(
        slug="a-z",
        label="A–Z",
        title="Sản phẩm từ A đến Z",
        description="Mọi sản phẩm theo thứ tự chữ cái tiếng Việt.",
        template="a_to_z.html",
        view=_a_to_z,
    ),
    Overview(
        slug="bang-cong-nhan",
        label="Bảng công nhận",
        title="Bảng các lần công nhận",
        description="Mỗi dòng là một lần công nhận của một sản phẩm, mới nhất ở trên.",
        template="recognitions.html",
        view=recognition_table,
    ),
    Overview(
        slug="so-sanh",
        label="So sánh",
        title="So sánh sản phẩm",
        description="Dữ kiện chính của mọi sản phẩm theo từng nhóm, để đặt cạnh nhau mà xem.",
        template="comparison.html",
        view=comparison,
    ),
    Overview(
        slug="moi-cap-nhat",
        label="Mới cập nhật",
        title="Sản phẩm mới cập nhật",
        description="Sản phẩm mới đưa lên, mới sửa, mới kiểm tra lại, và sản phẩm có nguồn mới nhất.",
        template="recent.html",
        view=recent,
    ),
)

PRODUCTS = ContentType(
    model=Product,
    folder="products",
    prefix="/san-pham/",
    label="Sản phẩm",
    unit="sản phẩm",
    introduction=(
        "Sản phẩm của các cơ sở, hợp tác xã và làng nghề, kèm các lần được công nhận và nguồn của từng dữ kiện."
    ),
    order=lambda product: sort_key(product.title),
    facets=(
        Facet("nhom", "Nhóm sản phẩm", _groups),
        Facet("cap", "Cấp công nhận", _levels),
        Facet("ocop", "Sao OCOP", _stars),
        Facet("danh-hieu", "Danh hiệu khác", _other_recognitions),
        Facet("nam", "Năm công nhận", _years, newest_first=True),
        _maker_facet("tinh", "Tỉnh, thành phố"),
        _maker_facet("huyen", "Huyện, thành phố cũ"),
        _maker_facet("xa-phuong", "Xã, phường mới"),
    ),
    overviews=_OVERVIEWS,
)
