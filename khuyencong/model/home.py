"""The home page: the newest of everything, and the ways into the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, replace

from khuyencong.model.artwork import vary
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.event import Event
from khuyencong.model.feed import feeds_of
from khuyencong.model.linked_data.site import organization, website
from khuyencong.model.listings import overview_url
from khuyencong.model.news import NEWS, News
from khuyencong.model.place_view import places_link
from khuyencong.model.product import PRODUCTS
from khuyencong.model.recognition import RANKS, Recognition
from khuyencong.model.support import SupportScheme
from khuyencong.model.types import TYPES
from khuyencong.model.view import Card, Head, Link

NEWS_ON_HOME = 5
PRODUCTS_ON_HOME = 8
SCHEMES_ON_HOME = 4
EVENTS_ON_HOME = 4


@dataclass(frozen=True, slots=True)
class SectorLink:
    """The way to the establishments of one official product group.

    Arguments:
        key: the group's key, for its colour and its sign.
        link: the link, with the number of establishments.
    """

    key: str
    link: Link


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page sees.

    Arguments:
        head: see Head.
        news: cards of the newest articles.
        levels: links to the featured products of each level, the highest level first.
        featured: cards of featured products, the highest level first.
        sectors: the ways to the establishments of each product group.
        ways: links to the catalogue in other forms: from A to Z, on the map.
        counts: every listing with the number of its entries.
        bulletin: the card of the latest issue.
        schemes: cards of support schemes.
        events: cards of the latest events.
    """

    head: Head
    news: tuple[Card, ...]
    levels: tuple[Link, ...]
    featured: tuple[Card, ...]
    sectors: tuple[SectorLink, ...]
    ways: tuple[Link, ...]
    counts: tuple[Link, ...]
    bulletin: Card | None
    schemes: tuple[Card, ...]
    events: tuple[Card, ...]


def home(catalogue: Catalogue) -> HomeView:
    """Compute the home page."""
    site = catalogue.site
    issues = catalogue.first(Bulletin, 1)
    schemes = [one for one in catalogue.first(SupportScheme, SCHEMES_ON_HOME) if one.in_force]  # those come first
    levels = _levels(catalogue)
    return HomeView(
        head=Head(
            url="/",
            title=site.name,
            description=site.description,
            feeds=feeds_of(NEWS.prefix, catalogue),
            data=(website(site), organization(site)),
        ),
        news=vary(one.card(catalogue) for one in catalogue.first(News, NEWS_ON_HOME)),
        levels=levels,
        featured=_featured(catalogue, levels),
        sectors=_sectors(catalogue),
        ways=_ways(catalogue),
        counts=tuple(Link(one.prefix, one.label, catalogue.total(one.prefix)) for one in TYPES if one.per_page),
        bulletin=issues[0].card(catalogue) if issues else None,
        schemes=tuple(one.card(catalogue) for one in schemes),
        events=vary(one.card(catalogue) for one in catalogue.first(Event, EVENTS_ON_HOME)),
    )


def _ways(catalogue: Catalogue) -> tuple[Link, ...]:
    """Link to the lists from A to Z and to the map."""
    lists = [
        Link(overview_url(one, overview.slug), overview.title)
        for one in (ESTABLISHMENTS, PRODUCTS)
        if one.shows_whole(catalogue.total(one.prefix))
        for overview in one.overviews
        if overview.slug == "a-z"
    ]
    places = places_link(catalogue)
    return (*lists, *([replace(places, text="Bản đồ theo xã, phường")] if places else ()))


def _levels(catalogue: Catalogue) -> tuple[Link, ...]:
    """Link to the products of each level, the national level first."""
    found = {link.text: link for _, link in catalogue.narrowed(PRODUCTS.key)}
    levels = []
    for level in sorted(RANKS, key=lambda name: (-RANKS[name], name)):
        link = found.get(Recognition(level=level).label)
        if link:
            levels.append(Link(link.url, f"cấp {level}", link.count))
    return tuple(levels)


def _featured(catalogue: Catalogue, levels: tuple[Link, ...]) -> tuple[Card, ...]:
    """Show products of the highest levels, each product once."""
    products: dict[str, Entry] = {}
    for level in levels:
        for one in catalogue.listed(PRODUCTS.key, level.url, 0, PRODUCTS_ON_HOME):
            products.setdefault(one.slug, one)
    return vary(one.card(catalogue) for one in list(products.values())[:PRODUCTS_ON_HOME])


def _sectors(catalogue: Catalogue) -> tuple[SectorLink, ...]:
    """Link to the establishments of each product group that has any."""
    found = []
    for term in catalogue.taxonomies.sectors:
        url = f"{ESTABLISHMENTS.prefix}nganh/{term.key}/"
        total = catalogue.total(url)
        if total:
            found.append(SectorLink(term.key, Link(url, term.label, total)))
    return tuple(found)
