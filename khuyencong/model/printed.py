"""A bulletin issue as it goes to print: everything on its pages but the text of the articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from khuyencong.model.artwork import draw, vary
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.duties import PrintFacts
from khuyencong.model.entry import Entry, Image, Source
from khuyencong.model.news import News
from khuyencong.model.vietnamese import number, sort_key
from khuyencong.model.view import Artwork, Card

PAPERS = {"190x270": (190.0, 270.0), "A4": (210.0, 297.0), "A5": (148.0, 210.0)}
"""Width and height in mm of the papers that `site.yaml` may name."""
TILES = 6
"""Drawings on a cover without a photo."""
GROUPS = ("Cơ sở", "Sản phẩm", "Văn bản")
"""What articles name, in the order of print."""
FEW = 3
"""An article that names more establishments and products is about none of them alone."""
ROW = 4
"""Most drawings of what an article names."""


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """One article of an issue.

    Arguments:
        slug: its slug.
        path: its content file, relative to the content folder.
        url: the address of its page.
        title: its title.
        summary: what stands below the title.
        kicker: the category.
        byline: author and date.
        artwork: the drawing where there is no photo.
        image: its photo.
        named: groups of entries that it names, each with its label.
        tiles: drawings of what it names, each with the name below it.
        sources: where its facts come from, one text for each.
    """

    slug: str
    path: str
    url: str
    title: str
    summary: str
    kicker: str
    byline: str
    artwork: Artwork | None
    image: Image | None
    named: tuple[tuple[str, tuple[str, ...]], ...]
    tiles: tuple[tuple[Artwork, str], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """One section of an issue.

    Arguments:
        title: its title.
        articles: its articles, in the order of print.
    """

    title: str
    articles: tuple[PrintedArticle, ...]


@dataclass(frozen=True, slots=True)
class PrintedIssue:
    """One issue.

    Arguments:
        entry: the issue.
        name: the name of the bulletin; empty when it is not known, as are the next three.
        publisher: the body that publishes it.
        date: the day or month of publication.
        imprint: label and value of each line of the imprint; an empty value is shown as missing.
        sections: its sections.
        tiles: the drawings of a cover without a photo, no two alike as far as the articles allow.
        day: the date that the document bears: that of the issue, or the latest that its articles tell of.
    """

    entry: Bulletin
    name: str
    publisher: str
    date: str
    imprint: tuple[tuple[str, str], ...]
    sections: tuple[PrintedSection, ...]
    tiles: tuple[Artwork, ...]
    day: dt.date

    def articles(self) -> Iterator[PrintedArticle]:
        """Yield all articles, in the order of print."""
        for section in self.sections:
            yield from section.articles

    def index(self) -> tuple[tuple[str, tuple[tuple[str, tuple[int, ...]], ...]], ...]:
        """Give the names in all articles by group, in Vietnamese order, each with the numbers of its articles."""
        groups: dict[str, dict[str, list[int]]] = {}
        for place, article in enumerate(self.articles(), 1):
            for label, names in article.named:
                for name in names:
                    groups.setdefault(label, {}).setdefault(name, []).append(place)
        order = sorted(groups, key=GROUPS.index)
        return tuple(
            (label, tuple((name, tuple(groups[label][name])) for name in sorted(groups[label], key=sort_key)))
            for label in order
        )


def printed_issue(issue: Bulletin, catalogue: Catalogue) -> PrintedIssue:
    """Gather what is printed of an issue.

    Arguments:
        issue: the issue.
        catalogue: all entries; it notes what is asked.
    """
    found = [(one.title, catalogue.named("news", one.news)) for one in issue.sections]
    articles = [one for _, news in found for one in news if isinstance(one, News)]
    cards = _cards(articles, catalogue)
    by_slug = {one.slug: _article(one, card, catalogue) for one, card in zip(articles, cards, strict=True)}
    return PrintedIssue(
        entry=issue,
        name=catalogue.site.bulletin.name,
        publisher=catalogue.site.bulletin.publisher or catalogue.site.identity.governing_body,
        date=issue.date.vietnamese if issue.date else "",
        imprint=_imprint(issue, catalogue),
        sections=tuple(PrintedSection(title, tuple(by_slug[one.slug] for one in news)) for title, news in found),
        tiles=_tiles(articles, cards, catalogue),
        day=_day(issue, articles),
    )


def _day(issue: Bulletin, articles: Iterable[News]) -> dt.date:
    """Give a date that follows from the content alone, so that the same content makes the same document."""
    told = issue.date or max((one.date for one in articles), default=PartialDate(issue.year))
    return dt.date(*told.latest())


def print_facts(issue: PrintedIssue, pages: int, paper: str, words: Mapping[str, str]) -> PrintFacts:
    """Give what the press rules are held against.

    Arguments:
        issue: the issue.
        pages: how many pages it has.
        paper: what it is printed on.
        words: the text of each article, by slug.
    """
    masthead = {"Tên bản tin": issue.name, "Cơ quan xuất bản": issue.publisher, "Ngày xuất bản": issue.date}
    return PrintFacts(PAPERS[paper], pages, {**masthead, **dict(issue.imprint)}, words)


def _cards(articles: Sequence[News], catalogue: Catalogue) -> tuple[Card, ...]:
    """Give the cards of the articles, each with a drawing that no article before it has, where it has such a one."""
    used: set[str] = set()
    cards = []
    for one in articles:
        card = one.card(catalogue)
        drawings = list(_drawings(one, card, catalogue))
        chosen = next((drawing for drawing in drawings if drawing.motif not in used), card.artwork)
        used.update({chosen.motif} if chosen else ())
        cards.append(replace(card, artwork=chosen))
    return vary(cards)


def _drawings(news: News, card: Card, catalogue: Catalogue) -> Iterator[Artwork]:
    """Yield the drawings that suit an article, the most telling first."""
    if card.artwork:
        yield card.artwork
    for text in (*news.tags, news.summary):
        drawing = draw(catalogue.taxonomies, news.slug, (text,), "")
        if drawing.motif:
            yield drawing
    named = (*catalogue.named("product", news.products), *catalogue.named("establishment", news.establishments))
    for entry in named if len(named) <= FEW else ():
        artwork = entry.card(catalogue).artwork
        if artwork:
            yield artwork


def _article(news: News, card: Card, catalogue: Catalogue) -> PrintedArticle:
    groups = (
        catalogue.named("establishment", news.establishments),
        catalogue.named("product", news.products),
        catalogue.named("document", news.documents),
    )
    author = news.author or catalogue.site.default_author
    return PrintedArticle(
        slug=news.slug,
        path=news.source_file.path,
        url=news.url,
        title=news.title,
        summary=news.summary,
        kicker=card.kicker,
        byline=f"{author} · {news.date.vietnamese}",
        artwork=card.artwork,
        image=news.image,
        named=tuple((label, tuple(_names(one, catalogue))) for label, one in zip(GROUPS, groups, strict=True) if one),
        tiles=_named_tiles(one.card(catalogue) for entries in groups[:2] for one in entries),
        sources=tuple(map(_source, news.sources)),
    )


def _names(entries: Sequence[Entry], catalogue: Catalogue) -> Iterator[str]:
    """Name entries as their cards do, a document with its subject; each name once."""
    cards = [one.card(catalogue) for one in entries]
    names = (
        f"{card.title}: {card.summary}" if one.type_key == "document" else card.title
        for one, card in zip(entries, cards, strict=True)
    )
    yield from dict.fromkeys(names)


def _named_tiles(cards: Iterable[Card]) -> tuple[tuple[Artwork, str], ...]:
    """Take the first card of each drawing, products before their makers where both have the same one."""
    first = {card.artwork.motif: card for card in cards if card.artwork}
    return tuple((card.artwork, card.title) for card in vary(first.values()) if card.artwork)[:ROW]


def _source(source: Source) -> str:
    beside = ", ".join(filter(None, (source.publisher or "", source.date.vietnamese if source.date else "")))
    return f"{source.title} ({beside})" if beside else source.title


def _imprint(issue: Bulletin, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Give what the law asks the last page to say; its source stands in `config/duties.yaml`."""
    bulletin = catalogue.site.bulletin
    run = f"{number(issue.print_run)} cuốn" if issue.print_run else ""
    return (
        ("Giấy phép xuất bản", bulletin.licence),
        ("Nơi in", bulletin.printer),
        ("Số lượng in", run),
        ("Kỳ hạn xuất bản", bulletin.period),
        ("Người chịu trách nhiệm xuất bản", issue.responsible or catalogue.site.identity.responsible_person),
    )


def _tiles(articles: Iterable[News], cards: Iterable[Card], catalogue: Catalogue) -> tuple[Artwork, ...]:
    """Choose the drawings of the cover: those of the articles first, then those of what the articles name."""
    drawn = [card for card in cards if card.artwork]
    for one in articles:
        named = (*catalogue.named("establishment", one.establishments), *catalogue.named("product", one.products))
        drawn += [card for card in (entry.card(catalogue) for entry in named) if card.artwork]
    first = {card.artwork.motif: card for card in reversed(drawn) if card.artwork}
    order = dict.fromkeys(card.artwork.motif for card in drawn if card.artwork)
    chosen = vary(first[motif] for motif in order)
    return tuple(card.artwork for card in chosen if card.artwork)[:TILES]
