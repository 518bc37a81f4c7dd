"""Establishments: workshops, cooperatives, companies and craft villages of the rural industry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from khuyencong.model.a_to_z import AtoZ, FiledName, a_to_z
from khuyencong.model.address import Address
from khuyencong.model.artwork import draw, vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import Borrowed, ContentType, Facet, FacetValue, Overview, facet_value, no_values
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Entry, Image, Source
from khuyencong.model.fields import Part, Period, Reference, Slug, Term, Text, WebAddress
from khuyencong.model.filing import filed
from khuyencong.model.frontmatter import Location
from khuyencong.model.place import PLACES, Places, Unit, locator_url, place_url
from khuyencong.model.product import Product, timeline
from khuyencong.model.recent import recent
from khuyencong.model.recognition import Recognition, climbing_problems
from khuyencong.model.row import StandsAt
from khuyencong.model.standing import standing, unit_of
from khuyencong.model.tables import Tables
from khuyencong.model.vietnamese import sort_key
from khuyencong.model.view import Artwork, Card, Link, TimelineStep


class Contact(Part):
    """Business contacts that the establishment itself publishes; never a private number."""

    phone: Text | None = Field(None, title="Điện thoại", description="Số điện thoại kinh doanh mà cơ sở công bố.")
    email: Text | None = Field(None, title="Thư điện tử", description="Địa chỉ thư kinh doanh mà cơ sở công bố.")
    zalo: Text | None = Field(None, title="Zalo", description="Tài khoản Zalo kinh doanh mà cơ sở công bố.")


class Support(Part):
    """Support that an establishment received."""

    year: Period | None = Field(None, title="Năm", description="Năm hoặc giai đoạn: 2016 hoặc 2019-2024.")
    content: Text = Field(title="Nội dung", description="Được hỗ trợ gì; ghi rõ nếu không phải khuyến công.")
    scheme: Annotated[Slug, Reference("support")] | None = Field(
        None, title="Chính sách", description="Đường dẫn (slug) của chính sách hỗ trợ."
    )
    sources: tuple[Source, ...] = Field((), title="Nguồn", description="Nguồn của lần hỗ trợ này.")


class Scope(Part):
    """Whether this is a rural-industry establishment under Nghị định 45/2012, amended by 235/2025."""

    status: Literal["CNNT", "chưa xác định", "không phải CNNT"] = Field(
        title="Kết luận", description="CNNT, chưa xác định hoặc không phải CNNT."
    )
    reason: Text | None = Field(None, title="Lý do", description="Vì sao, theo quy định nào.")
    date: PartialDate | None = Field(None, title="Ngày xét", description="Ngày xem xét.")


@dataclass(frozen=True, slots=True)
class EstablishmentRelated:
    """What an establishment's page shows of other entries.

    Arguments:
        sector: the link to its sector, if it is known.
        legal_form: its legal form in words.
        unit: the commune-level unit since 1 July 2025, if the table knows it.
        place: the page of the smallest known place, if it has one.
        locator: the address of the small map that marks the unit; empty for none.
        products: cards of its products.
        timeline: its own recognitions and those of its products, oldest first; a product's name goes before.
        news: cards of the articles that name it.
        artwork: the drawing shown where there is no photo.
    """

    sector: Link | None
    legal_form: str
    unit: Unit | None
    place: Link | None
    locator: str
    products: tuple[Card, ...]
    timeline: tuple[TimelineStep, ...]
    news: tuple[Card, ...]
    artwork: Artwork


class Establishment(Entry):
    """One establishment or craft village."""

    type_key: ClassVar[str] = "establishment"

    kind: Literal["establishment", "craft village"] = Field(
        "establishment", title="Kiểu", description="establishment: một cơ sở; craft village: làng nghề, nhiều hộ."
    )
    legal_form: Annotated[Slug, Term("legal_forms")] | None = Field(
        None, title="Loại hình", description="Một khóa trong danh sách loại hình."
    )
    sector: Annotated[Slug, Term("sectors")] | None = Field(
        None, title="Nhóm ngành", description="Một trong bốn nhóm theo quy định bình chọn."
    )
    makes: Text | None = Field(None, title="Sản phẩm chính", description="Sản phẩm chính, viết bằng lời.")
    also_known_as: tuple[Text, ...] = Field((), title="Tên khác", description="Tên viết khác hoặc tên trước đây.")
    name_note: Text | None = Field(None, title="Ghi chú tên", description="Ví dụ: nguồn không nêu tên riêng.")
    address: Address = Field(default_factory=Address, title="Địa chỉ", description="Địa chỉ như nguồn ghi.")
    contact: Contact = Field(default_factory=Contact, title="Liên hệ", description="Chỉ liên hệ kinh doanh đã công bố.")
    founded: Text | None = Field(None, title="Thành lập", description="Năm thành lập như nguồn ghi.")
    website: WebAddress | None = Field(None, title="Trang web", description="Trang web của cơ sở.")
    certifications: tuple[Text, ...] = Field((), title="Chứng nhận", description="Chứng nhận mà nguồn nêu.")
    supports: tuple[Support, ...] = Field((), title="Hỗ trợ đã nhận", description="Những hỗ trợ đã nhận.")
    recognitions: tuple[Recognition, ...] = Field(
        (), title="Công nhận", description="Công nhận cho cả cơ sở hoặc nghề."
    )
    scope: Scope | None = Field(None, title="Phạm vi CNNT", description="Có phải cơ sở CNNT không, vì sao.")
    gallery: tuple[Image, ...] = Field((), title="Bộ ảnh", description="Ảnh của cơ sở.")
    verified: PartialDate | None = Field(None, title="Ngày kiểm tra", description="Ngày dữ kiện được kiểm tra lại.")

    @property
    def further_pictures(self) -> tuple[Image, ...]:
        """The gallery."""
        return self.gallery

    @property
    def place(self) -> str:
        """Where it is, in a word or two: commune and district, or else the province."""
        near = ", ".join(part for part in (self.address.commune, self.address.district) if part)
        return near or self.address.province or ""

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the establishment."""
        form = (
            "Làng nghề" if self.kind == "craft village" else catalogue.taxonomies.label("legal_forms", self.legal_form)
        )
        return Card(
            self.url,
            self.title,
            kicker=form,
            summary=f"{self.makes[:1].upper()}{self.makes[1:]}" if self.makes else "",
            facts=tuple(filter(None, [self.place])),
            artwork=self._artwork(catalogue),
            photo=self.photo(catalogue),
        )

    def _artwork(self, catalogue: Catalogue) -> Artwork:
        """Choose the drawing by what is made there, or else by the name."""
        otherwise = "lang-nghe" if self.kind == "craft village" else self.sector or "khac"
        return draw(catalogue.taxonomies, self.slug, (self.makes, self.title), otherwise)

    def describe(self, catalogue: Catalogue) -> str:
        """Say what the establishment makes and where."""
        where = f"{self.title}, {self.address.text}." if self.address.text else f"{self.title}."
        makes = f" Sản phẩm chính: {self.makes}." if self.makes else ""
        return self.summary or f"{where}{makes}"

    def unit(self, places: Places) -> Unit | None:
        """Find the commune-level unit since 1 July 2025; the table covers the former Bà Rịa – Vũng Tàu only."""
        return unit_of(self.address, places)

    def whereabouts(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Name its place as the source does, then as the tables call it since."""
        if not self.address.text:
            return ()
        unit = self.unit(catalogue.places)
        districts = catalogue.places.other_districts(self.address.district or "")
        return (self.address.text, *districts, *((unit.name, unit.province) if unit else ()))

    def related(self, catalogue: Catalogue) -> EstablishmentRelated:
        """Compute what the establishment's page shows of other entries."""
        products = catalogue.referring("product", self)
        sector = catalogue.taxonomies.label("sectors", self.sector)
        unit = self.unit(catalogue.places)
        return EstablishmentRelated(
            sector=Link(f"{ESTABLISHMENTS.prefix}nganh/{self.sector}/", sector) if sector else None,
            legal_form=catalogue.taxonomies.label("legal_forms", self.legal_form),
            unit=unit,
            place=_place_link(self, catalogue),
            locator=locator_url(unit) if unit and unit.code in catalogue.boundaries else "",
            products=vary(one.card(catalogue) for one in products),
            timeline=_timeline(self, products, catalogue),
            news=tuple(one.card(catalogue) for one in catalogue.referring("news", self)),
            artwork=self._artwork(catalogue),
        )

    def faults(self) -> Iterator[tuple[Location, str]]:
        """Yield recognitions that do not climb in time."""
        for index, message in climbing_problems(self.recognitions):
            yield ("recognitions", index, "level"), message


def _place_link(one: Establishment, catalogue: Catalogue) -> Link | None:
    """Link to the smallest place that has a page: a hidden entry may be the only one in its province."""
    for place in standing(one.address, catalogue.places):
        if place.slug in catalogue.places.slugs or catalogue.total_standing(one.type_key, place.slug):
            return Link(place_url(place.slug), place.name)
    return None


def _timeline(
    establishment: Establishment, products: tuple[Entry, ...], catalogue: Catalogue
) -> tuple[TimelineStep, ...]:
    steps = list(timeline(establishment.recognitions, catalogue))
    for product in products:
        if isinstance(product, Product):
            steps += (step.of(Link(product.url, product.title)) for step in timeline(product.recognitions, catalogue))
    return tuple(sorted(steps, key=lambda step: step.date.earliest() if step.date else (9999, 0, 0)))


def _sectors(one: Establishment, tables: Tables) -> Iterator[FacetValue]:
    if one.sector:
        yield one.sector, tables.taxonomies.label("sectors", one.sector)


def _forms(one: Establishment, tables: Tables) -> Iterator[FacetValue]:
    if one.kind == "craft village":
        yield "lang-nghe", "Làng nghề"
    elif one.legal_form:
        yield one.legal_form, tables.taxonomies.label("legal_forms", one.legal_form)


def _provinces(one: Establishment, tables: Tables) -> Iterator[FacetValue]:
    if one.address.province:
        yield facet_value(one.address.province)


def _districts(one: Establishment, tables: Tables) -> Iterator[FacetValue]:
    if one.address.district:
        label = one.address.district.split(" (")[0]
        yield facet_value(label)


def _units(one: Establishment, tables: Tables) -> Iterator[FacetValue]:
    unit = one.unit(tables.places)
    if unit:
        yield unit.slug, unit.name


def _places(one: Establishment, tables: Tables) -> tuple[StandsAt, ...]:
    return standing(one.address, tables.places)


def _supports(one: Establishment, tables: Tables) -> Iterator[FacetValue]:
    """Say only that sources name some support: where they name none, that does not mean that there was none."""
    if one.supports:
        yield "co", "Có hỗ trợ mà nguồn nêu"


def _a_to_z(establishments: Sequence[Establishment], catalogue: Catalogue) -> AtoZ:
    taxonomies = catalogue.taxonomies
    forms = [taxonomies.label("legal_forms", key) for key in taxonomies.keys("legal_forms")]
    divided = [(one, *filed(one.title, forms)) for one in establishments]
    return a_to_z(FiledName(one.url, name, form, one.place) for one, name, form in divided)


_OVERVIEWS: tuple[Overview[Establishment], ...] = (
    Overview(
        slug="a-z",
        label="A–Z",
        title="Cơ sở từ A đến Z",
        description=(
            "Mọi cơ sở theo thứ tự chữ cái tiếng Việt. "
            "Những chữ chỉ loại hình đứng trước tên (Cơ sở, Công ty TNHH, HTX…) không tính khi xếp."
        ),
        template="a_to_z.html",
        view=_a_to_z,
    ),
    Overview(
        slug="moi-cap-nhat",
        label="Mới cập nhật",
        title="Cơ sở mới cập nhật",
        description="Cơ sở mới đưa lên, mới sửa, mới kiểm tra lại, và cơ sở có nguồn mới nhất.",
        template="recent.html",
        view=recent,
    ),
)

ESTABLISHMENTS = ContentType(
    model=Establishment,
    folder="establishments",
    prefix="/co-so/",
    label="Cơ sở công nghiệp nông thôn",
    unit="cơ sở",
    introduction=(
        "Cơ sở, hợp tác xã, doanh nghiệp và làng nghề có trong các nguồn công khai. "
        "Có mặt ở đây không có nghĩa là đã được xác nhận là cơ sở công nghiệp nông thôn."
    ),
    order=lambda one: sort_key(one.title),
    places=_places,
    facets=(
        Facet("nganh", "Nhóm ngành", _sectors),
        Facet("loai-hinh", "Loại hình", _forms),
        Facet("tinh", "Tỉnh, thành phố", _provinces, kin=PLACES),
        Facet("huyen", "Huyện, thành phố cũ", _districts, kin=PLACES),
        Facet("xa-phuong", "Xã, phường mới", _units, kin=PLACES),
        Facet("cap", "Cấp công nhận", no_values, borrowed=Borrowed("product", "cap")),
        Facet("ocop", "Sao OCOP", no_values, borrowed=Borrowed("product", "ocop")),
        Facet("ho-tro", "Hỗ trợ đã nhận", _supports),
    ),
    overviews=_OVERVIEWS,
)
