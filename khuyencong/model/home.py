"""The home page: the newest of everything, and the ways into the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.event import Event
from khuyencong.model.listings import facet_links
from khuyencong.model.news import News
from khuyencong.model.place_view import places_link
from khuyencong.model.product import PRODUCTS
from khuyencong.model.recognition import RANKS, Recognition
from khuyencong.model.support import SupportScheme
from khuyencong.model.types import TYPES
from khuyencong.model.view import Card, FacetLinks, Head, Link

NEWS_ON_HOME = 6
PRODUCTS_OF_A_LEVEL = 4
SCHEMES_ON_HOME = 4
EVENTS_ON_HOME = 4


@dataclass(frozen=True, slots=True)
class LevelCards:
    """Featured products of one level.

    Arguments:
        label: the level in words.
        more: the link to all products of the level.
        cards: some of its products.
    """

    label: str
    more: Link
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page sees.

    Arguments:
        head: see Head.
        news: cards of the newest articles.
        levels: featured products, the highest level first.
        catalogue: the ways into the catalogue of establishments.
        counts: every listing with the number of its entries.
        bulletin: the card of the latest issue.
        schemes: cards of support schemes.
        events: cards of the latest events.
        places: the link to the page of all places.
    """

    head: Head
    news: tuple[Card, ...]
    levels: tuple[LevelCards, ...]
    catalogue: tuple[FacetLinks, ...]
    counts: tuple[Link, ...]
    bulletin: Card | None
    schemes: tuple[Card, ...]
    events: tuple[Card, ...]
    places: Link | None


def home(catalogue: Catalogue) -> HomeView:
    """Compute the home page."""
    site = catalogue.site
    issues = catalogue.first(Bulletin, 1)
    schemes = [one for one in catalogue.first(SupportScheme, SCHEMES_ON_HOME) if one.in_force]  # those come first
    return HomeView(
        head=Head(url="/", title=site.name, description=site.description),
        news=tuple(one.card(catalogue) for one in catalogue.first(News, NEWS_ON_HOME)),
        levels=_levels(catalogue),
        catalogue=facet_links(ESTABLISHMENTS.prefix, catalogue.narrowed(ESTABLISHMENTS.key)),
        counts=tuple(Link(one.prefix, one.label, catalogue.total(one.prefix)) for one in TYPES if one.per_page),
        bulletin=issues[0].card(catalogue) if issues else None,
        schemes=tuple(one.card(catalogue) for one in schemes),
        events=tuple(one.card(catalogue) for one in catalogue.first(Event, EVENTS_ON_HOME)),
        places=places_link(catalogue),
    )


def _levels(catalogue: Catalogue) -> tuple[LevelCards, ...]:
    """Show some products of each level, the national level first."""
    found = {link.text: link for _, link in catalogue.narrowed(PRODUCTS.key)}
    levels = []
    for level in sorted(RANKS, key=lambda name: (-RANKS[name], name)):
        link = found.get(Recognition(level=level).label)
        if link:
            products = catalogue.listed(PRODUCTS.key, link.url, 0, PRODUCTS_OF_A_LEVEL)
            cards = tuple(one.card(catalogue) for one in products)
            more = Link(link.url, f"Tất cả {link.count} sản phẩm", link.count)
            levels.append(LevelCards(f"Cấp {level}", more, cards))
    return tuple(levels)
