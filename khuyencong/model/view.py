"""The plain data that templates see: links, cards, facets, pagination, the head of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from khuyencong.model.dates import PartialDate
from khuyencong.model.feed_links import FeedLink
from khuyencong.model.linked_data.node import Node
from khuyencong.model.media_view import AttachmentView, PictureView, ShareView
from khuyencong.model.written import Translation, Written

E = TypeVar("E")


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
class NarrowingLink(Link):
    """A value of a facet on a listing, which it narrows further or in which it takes another's place.

    Its `count` is how many entries are meant.

    Arguments:
        facet: the facet's slug.
        value: the value's slug.
        label: the facet's name, where the link does not stand under it.
        whole: how many entries stand behind the link, where those are more than are meant: too few share the values
            for a page of their own.
    """

    facet: str = ""
    value: str = ""
    label: str = ""
    whole: int | None = None


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
        photo: the entry's photo, whose files lie beside the entry's own page.
    """

    url: str
    title: str
    kicker: str = ""
    summary: str = ""
    facts: tuple[str, ...] = ()
    date: PartialDate | None = None
    artwork: Artwork | None = None
    photo: PictureView | None = None

    @property
    def shows_drawing(self) -> bool:
        """Whether the drawing stands on it."""
        return self.artwork is not None and self.photo is None


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
        share: the page's own picture for shared links; without one, the site's is taken.
        feeds: the feeds that carry what the page shows.
        data: what the page is about, in the words of schema.org; nothing for a page that only is a page.
        written: who wrote it and when; nothing for a page that is no entry's.
        language: its language.
        translations: the page in all its languages, the original first; none when it has only one.
        original: the address of the page that this one says again in another form; search engines keep to that one.
    """

    url: str
    title: str
    description: str
    section: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    share: ShareView | None = None
    feeds: tuple[FeedLink, ...] = ()
    data: tuple[Node, ...] = ()
    written: Written | None = None
    language: str = "vi"
    translations: tuple[Translation, ...] = ()
    original: str = ""


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
        gallery: more pictures of what the entry is about.
    """

    head: Head
    entry: E
    body: str
    contents: tuple[Link, ...]
    related: object
    attachments: tuple[AttachmentView, ...] = ()
    picture: PictureView | None = None
    gallery: tuple[PictureView, ...] = ()


@dataclass(frozen=True, slots=True)
class ListingView:
    """What a listing page or a facet page sees.

    Arguments:
        head: see Head.
        introduction: a sentence on what is listed.
        total: how many entries the whole listing has.
        unit: the Vietnamese noun that is counted, for instance "cơ sở".
        cards: the entries of this page.
        facets: ways to narrow the listing; on a listing their links are `NarrowingLink`s.
        pagination: the listing's pages.
        chosen: the values that narrow it; each leads to the listing without it.
        whole: the listing that is not narrowed; nothing on that listing itself.
        data_url: the address of the file from which a script narrows it in place; empty for none.
        overviews: the same entries in other forms.
    """

    head: Head
    introduction: str
    total: int
    unit: str
    cards: tuple[Card, ...]
    facets: tuple[FacetLinks, ...]
    pagination: Pagination
    chosen: tuple[NarrowingLink, ...] = ()
    whole: Link | None = None
    data_url: str = ""
    overviews: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewView(Generic[E]):
    """What a page sees that shows a whole type in another form than cards.

    Arguments:
        head: see Head.
        introduction: a sentence on what is shown.
        total: how many entries there are.
        unit: the Vietnamese noun that is counted.
        shown: what the overview makes of all entries; its own small dataclass.
        overviews: the forms in which the type is shown, this one among them.
    """

    head: Head
    introduction: str
    total: int
    unit: str
    shown: E
    overviews: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListingData:
    """What a script needs that narrows a listing in place.

    Arguments:
        cards: all entries, in order.
        values: the values of each, written as `facet/value` with spaces between them.
    """

    cards: tuple[Card, ...]
    values: tuple[str, ...]
