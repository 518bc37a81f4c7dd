"""Bulletin issues: which articles one printed issue gathers, and what its imprint says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from khuyencong.model.artwork import draw, vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.content_type import ContentType, Facet, FacetValue
from khuyencong.model.edition import Editions
from khuyencong.model.entry import Entry
from khuyencong.model.fields import Part, Reference, Slug, Text, Title, Year
from khuyencong.model.media_view import PictureView
from khuyencong.model.tables import Tables
from khuyencong.model.view import Card, Link


class Section(Part):
    """One section of an issue."""

    title: Title = Field(title="Tên mục", description="Tên của mục.")
    news: tuple[Annotated[Slug, Reference("news")], ...] = Field(
        title="Bài", description="Đường dẫn (slug) của những bài trong mục, theo thứ tự in."
    )


COVER_ON_CARD = "auto, 14rem"
"""How wide a cover is on a card, for browsers that do not see for themselves; see `components/issue.css`."""


@dataclass(frozen=True, slots=True)
class SectionCards:
    """A section with the cards of its articles.

    Arguments:
        title: the section's name.
        cards: its articles, in the order of print.
    """

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class BulletinRelated:
    """What an issue's page shows of other entries.

    Arguments:
        sections: the sections with their articles.
        previous: the issue before this one.
        next: the issue after this one.
        editions: what the issue can be had as.
        cover: its cover, while it has been printed.
    """

    sections: tuple[SectionCards, ...]
    previous: Link | None
    next: Link | None
    editions: Editions
    cover: PictureView | None


class Bulletin(Entry):
    """One issue of the bulletin."""

    type_key: ClassVar[str] = "bulletin"

    number: Annotated[int, Field(ge=1, le=99)] = Field(title="Số", description="Số của bản tin trong năm.")
    year: Year = Field(title="Năm", description="Năm của bản tin.")
    sections: tuple[Section, ...] = Field(title="Các mục", description="Các mục và bài trong từng mục.", min_length=1)
    print_run: Annotated[int, Field(ge=1, le=1_000_000)] | None = Field(
        None, title="Số lượng in", description="Số cuốn in, nếu đã in."
    )
    responsible: Text | None = Field(
        None, title="Chịu trách nhiệm xuất bản", description="Người chịu trách nhiệm của số này."
    )

    def card(self, catalogue: Catalogue) -> Card:
        """Make the small form of the issue."""
        count = sum(len(section.news) for section in self.sections)
        cover = catalogue.editions(self.slug).cover
        return Card(
            self.url,
            self.title,
            kicker=f"Số {self.number}/{self.year}",
            summary=self.summary,
            facts=(f"{count} bài",),
            photo=replace(cover.picture, alt="", sizes=COVER_ON_CARD) if cover else self.photo(catalogue),
            artwork=draw(catalogue.taxonomies, self.slug, (), "ban-tin"),
            group=str(self.year),
        )

    def related(self, catalogue: Catalogue) -> BulletinRelated:
        """Compute what the issue's page shows of other entries."""
        newer, older = catalogue.next_to(self, BULLETINS.prefix)
        editions = catalogue.editions(self.slug)
        return BulletinRelated(
            sections=tuple(
                SectionCards(section.title, vary(one.card(catalogue) for one in catalogue.named("news", section.news)))
                for section in self.sections
            ),
            previous=Link(older.url, older.title) if older else None,
            next=Link(newer.url, newer.title) if newer else None,
            editions=editions,
            cover=editions.cover.picture.as_lead() if editions.cover else None,
        )


def _years(one: Bulletin, tables: Tables) -> Iterator[FacetValue]:
    yield str(one.year), f"Năm {one.year}"


BULLETINS = ContentType(
    model=Bulletin,
    folder="bulletins",
    prefix="/ban-tin/",
    label="Bản tin khuyến công",
    unit="số",
    introduction="Mỗi số bản tin gom những bài đã đăng trên trang này theo mục.",
    order=lambda one: (one.year, one.number),
    newest_first=True,
    facets=(Facet("nam", "Năm", _years, newest_first=True),),
    per_page=12,
    is_list_of_cards=False,
)
