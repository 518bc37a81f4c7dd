"""The home page: the newest of everything, and the ways into the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.event import Event
from khuyencong.model.listings import facet_links, listings
from khuyencong.model.news import News
from khuyencong.model.product import PRODUCTS, Product
from khuyencong.model.recognition import RANKS
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
    """

    head: Head
    news: tuple[Card, ...]
    levels: tuple[LevelCards, ...]
    catalogue: tuple[FacetLinks, ...]
    counts: tuple[Link, ...]
    bulletin: Card | None
    schemes: tuple[Card, ...]
    events: tuple[Card, ...]


def home(catalogue: Catalogue) -> HomeView:
    """Compute the home page."""
    site = catalogue.site
    issues = catalogue.all(Bulletin)
    schemes = [one for one in catalogue.all(SupportScheme) if one.in_force]
    return HomeView(
        head=Head(url="/", title=site.name, description=site.description),
        news=tuple(one.card(catalogue) for one in catalogue.all(News)[:NEWS_ON_HOME]),
        levels=_levels(catalogue),
        catalogue=facet_links(ESTABLISHMENTS.prefix, listings(ESTABLISHMENTS, catalogue)),
        counts=tuple(Link(one.prefix, one.label, len(catalogue.all(one.model))) for one in TYPES if one.per_page),
        bulletin=issues[0].card(catalogue) if issues else None,
        schemes=tuple(one.card(catalogue) for one in schemes[:SCHEMES_ON_HOME]),
        events=tuple(one.card(catalogue) for one in catalogue.all(Event)[:EVENTS_ON_HOME]),
    )


def _levels(catalogue: Catalogue) -> tuple[LevelCards, ...]:
    """Gather featured products by their highest level, the national level first."""
    ranked: dict[int, list[Product]] = {}
    for product in catalogue.all(Product):
        best = product.best()
        if best and best.rank:
            ranked.setdefault(best.rank, []).append(product)
    found = {one.value: one.url for one in listings(PRODUCTS, catalogue)}
    levels = []
    for rank in sorted(ranked, reverse=True):
        label = f"Cấp {'huyện, xã' if rank == 1 else _level_name(rank)}"
        products = ranked[rank]
        best = products[0].best()
        url = found.get(best.label if best else "", PRODUCTS.prefix)
        cards = tuple(one.card(catalogue) for one in products[:PRODUCTS_OF_A_LEVEL])
        levels.append(LevelCards(label, Link(url, f"Tất cả {len(products)} sản phẩm", len(products)), cards))
    return tuple(levels)


def _level_name(rank: int) -> str:
    return next(name for name, one in RANKS.items() if one == rank)
