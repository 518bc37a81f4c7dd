"""What the page of a place shows, and what units, former districts and provinces have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS, Establishment
from khuyencong.model.news import News
from khuyencong.model.place import FORMER_PROVINCE, PLACES_URL, District, Places, Unit, lowered, place_url
from khuyencong.model.standing import province_of
from khuyencong.model.vietnamese import sort_key
from khuyencong.model.view import Card, Head, Link

HOME = Link("/", "Trang chủ")
PLACES = Link(PLACES_URL, "Địa bàn")
MOST_ESTABLISHMENTS = 48
"""Cards in one group of a page; the others are one link away."""
MOST_PRODUCTS = 24
MOST_NEWS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """Establishments of one part of a place.

    Arguments:
        heading: the part with the number of its establishments; its address is empty where it has no page.
        cards: the first of them.
        note: what must be said of them.
        rest: where the others are, if these are not all.
    """

    heading: Link
    cards: tuple[Card, ...]
    note: str = ""
    rest: Link | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """One line of what a place was, or became.

    Arguments:
        label: what the line tells.
        text: it in words.
        links: it as links, where there are pages.
    """

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeThere:
    """What follows from the establishments that a page shows.

    Arguments:
        products: cards of their products.
        more_products: how many further products they have.
        news: cards of articles that name one of them or of their products, newest first.
    """

    products: tuple[Card, ...]
    more_products: int
    news: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """What the page of a place sees.

    Arguments:
        head: see Head.
        name: the place within a sentence, for instance "xã Phước Hải".
        total: how many establishments are known to stand here.
        past: earlier and later names.
        groups: the establishments, part by part.
        coarser: the larger places, with the number of establishments of which no smaller place is known.
        made: products and news.
        around: links to the places around or within.
        around_label: what these are.
        locator: the address of the small map; empty for none.
    """

    head: Head
    name: str
    total: int
    past: tuple[Past, ...]
    groups: tuple[Group, ...]
    coarser: tuple[Link, ...]
    made: MadeThere
    around: tuple[Link, ...]
    around_label: str
    locator: str = ""


def place_link(catalogue: Catalogue, place: Unit | District) -> Link:
    """Link to the page of a place, with the number of establishments there."""
    return Link(place_url(place.slug), place.name, total(catalogue, place.slug))


def units_in_order(places: Places) -> list[Unit]:
    """Give the new units in the Vietnamese order of their names, whatever their type."""
    return sorted(places.units.values(), key=lambda unit: (sort_key(unit.short), unit.name))


def places_link(catalogue: Catalogue) -> Link | None:
    """Link to the page of all places, if there is any place."""
    return PLACES if catalogue.places.units or catalogue.provinces(ESTABLISHMENTS.key) else None


def place_links(catalogue: Catalogue) -> tuple[Link, ...]:
    """Link to every place: units and former districts, then provinces."""
    places = catalogue.places
    units = units_in_order(places)
    provinces = catalogue.provinces(ESTABLISHMENTS.key)
    within: tuple[Unit | District, ...] = (*units, *places.districts)
    return (*(place_link(catalogue, one) for one in within), *provinces)


def total(catalogue: Catalogue, slug: str) -> int:
    """Give the number of establishments that stand at a place."""
    return catalogue.total_standing(ESTABLISHMENTS.key, slug)


def describe(name: str, count: int, more: str) -> str:
    """Say in a sentence or two what the page of a place is.

    Arguments:
        name: the place within a sentence.
        count: how many establishments are known there.
        more: what else is to be said, a sentence without its full stop; may be empty.
    """
    known = f"{count} cơ sở, làng nghề ở {name}, cùng sản phẩm và tin tức."
    none = f"Chưa có cơ sở, làng nghề nào ở {name} trong các nguồn công khai."
    return " ".join(filter(None, [known if count else none, f"{more}." if more else ""]))


def cards(catalogue: Catalogue, found: Iterable[Establishment]) -> tuple[Card, ...]:
    """Give the cards of establishments."""
    return tuple(one.card(catalogue) for one in found)


def known_only(catalogue: Catalogue, slug: str, heading: str, note: str) -> tuple[Group, tuple[Establishment, ...]]:
    """Give the establishments of which no smaller place than this one is known, as a group and as they are."""
    found = catalogue.known_only(Establishment, slug, MOST_ESTABLISHMENTS)
    count = catalogue.total_known_only(ESTABLISHMENTS.key, slug)
    return Group(Link("", heading, count), cards(catalogue, found), note, rest_in_listing(count - len(found))), found


def rest_in_listing(count: int) -> Link | None:
    """Link to the listing for establishments that have no room here and no other page that lists them."""
    return Link(ESTABLISHMENTS.prefix, f"Tìm {count} cơ sở còn lại trong danh sách cơ sở") if count > 0 else None


def coarser(catalogue: Catalogue, districts: Iterable[District]) -> tuple[Link, ...]:
    """Link to the larger places at which there are establishments of which no smaller place is known.

    Arguments:
        catalogue: all entries.
        districts: the former districts around a place; the province is added.
    """
    province = province_of(FORMER_PROVINCE)
    larger = [(one.slug, lowered(one.name)) for one in districts] + [(province.slug, f"tỉnh {province.name}")]
    counted = (
        Link(place_url(slug), name, catalogue.total_known_only(ESTABLISHMENTS.key, slug)) for slug, name in larger
    )
    return tuple(link for link in counted if link.count)


def made_there(catalogue: Catalogue, found: Sequence[Establishment]) -> MadeThere:
    """Find the products and the news of establishments."""
    products = {one.slug: one for maker in found for one in catalogue.referring("product", maker)}
    named = {one.slug: one for entry in (*found, *products.values()) for one in catalogue.referring("news", entry)}
    articles = [one for one in named.values() if isinstance(one, News)]
    newest = sorted(articles, key=lambda one: (one.date, one.slug), reverse=True)
    shown = tuple(products.values())[:MOST_PRODUCTS]
    return MadeThere(
        products=tuple(one.card(catalogue) for one in shown),
        more_products=len(products) - len(shown),
        news=tuple(one.card(catalogue) for one in newest[:MOST_NEWS]),
    )
