"""The plain data that templates see: links, cards, facets, pagination, the head of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from khuyencong.model.dates import PartialDate

E = TypeVar("E")


class FrozenMapping(dict[str, Any]):
    """A mapping that is never changed once it is made, so that it may be part of a view."""

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary that changes has no hash
        """Hash what it says."""
        return hash(tuple(self.items()))


def frozen(value: Any) -> Any:
    """Turn plain data, as YAML gives it, into data that never changes."""
    if isinstance(value, dict):
        return FrozenMapping({key: frozen(part) for key, part in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site.

    Arguments:
        url: the address from the site's root, for instance `/co-so/`.
        text: what the reader sees.
        count: how many entries stand behind it, when that helps.
        current: whether it leads to the page it stands on.
    """

    url: str
    text: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Artwork:
    """A drawing in place of a photo.

    Arguments:
        motif: the key of the drawing, a file of the theme.
        ground: the shapes behind it.
        colours: the key of the product group whose colours it stands on.
        tone: which of the group's tones, counted from 1.
        mirrored: whether it is turned round.
    """

    motif: str
    ground: str
    colours: str
    tone: int
    mirrored: bool


@dataclass(frozen=True, slots=True)
class Card:
    """The small form of an entry.

    Arguments:
        url: the entry's address.
        title: its name.
        kicker: one or two words above the name, for instance the category or the level.
        summary: a sentence below the name.
        facts: short facts in a row: place, year, maker.
        date: the date to show, if the type is one that dates matter for.
        artwork: the drawing shown where there is no photo.
    """

    url: str
    title: str
    kicker: str = ""
    summary: str = ""
    facts: tuple[str, ...] = ()
    date: PartialDate | None = None
    artwork: Artwork | None = None


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """One recognition on a timeline.

    Arguments:
        date: when, as far as the source says.
        title: what it was.
        rank: 1 to 4 for a level of featured rural-industry products, 0 for anything else.
        decision: the decision; its address is empty when the site does not hold the document.
        note: what the source adds.
        sources: where we know it from.
        subject: the product that was honoured, where the timeline shows several.
    """

    date: PartialDate | None
    title: str
    rank: int
    decision: Link | None
    note: str
    sources: tuple[object, ...]
    subject: Link | None = None

    def of(self, subject: Link) -> TimelineStep:
        """Give the same step with the product it belongs to."""
        return replace(self, subject=subject)


@dataclass(frozen=True, slots=True)
class FacetLinks:
    """The values of one facet as links.

    Arguments:
        label: what the facet asks, for instance "Ngành".
        links: its values with their counts.
    """

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of one listing.

    Arguments:
        number: this page, counted from 1.
        last: how many pages there are.
        links: every page, in order.
    """

    number: int
    last: int
    links: tuple[Link, ...]

    @property
    def previous(self) -> Link | None:
        """The page before this one."""
        return self.links[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> Link | None:
        """The page after this one."""
        return self.links[self.number] if self.number < self.last else None


@dataclass(frozen=True, slots=True)
class Head:
    """What the head and the frame of every page need.

    Arguments:
        url: the page's address from the site's root.
        title: its name, used for `<title>` and the only `<h1>`.
        description: one sentence for search engines and shared links.
        section: the key of the content type, to mark the navigation.
        breadcrumbs: the way from the home page, without the page itself.
    """

    url: str
    title: str
    description: str
    section: str = ""
    breadcrumbs: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryView(Generic[E]):
    """What an entry page sees.

    Arguments:
        head: see Head.
        entry: the entry itself.
        body: its Markdown as sanitised HTML.
        contents: the headings of the body, as links within the page.
        related: what the content type computes from other entries; its own small dataclass.
        attachments: what the attachments box shows.
        picture: the lead picture.
    """

    head: Head
    entry: E
    body: str
    contents: tuple[Link, ...]
    related: object
    attachments: tuple[AttachmentView, ...] = ()
    picture: PictureView | None = None


@dataclass(frozen=True, slots=True)
class ListingView:
    """What a listing page or a facet page sees.

    Arguments:
        head: see Head.
        introduction: a sentence on what is listed.
        total: how many entries the whole listing has.
        unit: the Vietnamese noun that is counted, for instance "cơ sở".
        cards: the entries of this page.
        facets: ways to narrow the listing.
        pagination: the listing's pages.
    """

    head: Head
    introduction: str
    total: int
    unit: str
    cards: tuple[Card, ...]
    facets: tuple[FacetLinks, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file to download.

    Arguments:
        url: its address on the site.
        title: what the reader sees.
        kind: its ending in capitals, for instance "PDF".
        size: its size in bytes.
    """

    url: str
    title: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in several widths.

    Arguments:
        src: the address of the file for browsers that know nothing better.
        sources: pairs of media type and `srcset`, best first.
        width: width of `src` in pixels.
        height: height of `src` in pixels.
        alt: what the picture shows, in words.
        caption: the line below it.
        credit: who made it.
    """

    src: str
    sources: tuple[tuple[str, str], ...]
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""

    def with_credit(self, caption: str, credit: str) -> PictureView:
        """Give the same picture with its caption and its credit."""
        return replace(self, caption=caption, credit=credit)
