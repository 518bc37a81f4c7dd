"""The page of all places: the map, the same as a list, the former districts, the other provinces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.geometry import area, outline, widest_spot
from khuyencong.model.index import Index
from khuyencong.model.place import FORMER_PROVINCE, PLACES_URL, Places, Unit, locator_url, place_url
from khuyencong.model.place_labels import Label, place_labels
from khuyencong.model.place_map import Frame, draw
from khuyencong.model.place_view import HOME, place_link, total, units_in_order
from khuyencong.model.standing import province_of
from khuyencong.model.view import Head, Link

MAP_WIDTH = 1000
LOCATOR_WIDTH = 150
SMALL = 200
"""Square units of the small map's grid below which a unit is hard to find."""
SHADES = 4
"""Shades of the map besides the one for nothing."""


@dataclass(frozen=True, slots=True)
class MapUnit:
    """A unit on the map.

    Arguments:
        link: its page with its name and the number of establishments there.
        path: its outline, as the `d` of an SVG path.
        label: where its name and the number stand.
        shade: 0 for no establishment, up to SHADES.
    """

    link: Link
    path: str
    label: Label
    shade: int


@dataclass(frozen=True, slots=True)
class MapView:
    """The map.

    Arguments:
        width: the width of its grid.
        height: its height.
        units: the units in Vietnamese order, in which one walks through them by keyboard.
        frame: the frame around the islands.
        legend: each shade with what it stands for.
    """

    width: int
    height: int
    units: tuple[MapUnit, ...]
    frame: Frame | None
    legend: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    """What the page of all places sees.

    Arguments:
        head: see Head.
        total: how many establishments stand in the former province.
        map: the map; nothing where there are no boundaries.
        units: the new units, in Vietnamese order.
        districts: the former districts.
        province: the former province, with the establishments of which nothing smaller is known.
        others: the other provinces.
    """

    head: Head
    total: int
    map: MapView | None
    units: tuple[Link, ...]
    districts: tuple[Link, ...]
    province: Link | None
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LocatorView:
    """What the small map of one unit shows.

    Arguments:
        width: the width of its grid.
        height: its height.
        all: the outlines of all units together.
        marked: the outline of the unit.
        x: the middle of the unit, across.
        y: the same, down.
        is_small: whether the unit is so small that a ring around it helps to find it.
        frame: the frame around the islands.
    """

    width: int
    height: int
    all: str
    marked: str
    x: int
    y: int
    is_small: bool
    frame: Frame | None


def place_slugs(index: Index, places: Places) -> Iterator[str]:
    """Yield each place that has a page of its own: units, former districts, provinces."""
    slugs = [unit.slug for unit in places.units.values()] + [one.slug for one in places.districts]
    slugs += [province_of(FORMER_PROVINCE).slug] if places.units else []
    yield from dict.fromkeys([*slugs, *(slug for slug, _, _ in index.standings.provinces(ESTABLISHMENTS.key))])


def place_addresses(index: Index, places: Places) -> Iterator[str]:
    """Yield the addresses of the pages of all places."""
    slugs = list(place_slugs(index, places))
    yield from [PLACES_URL, *map(place_url, slugs)] if slugs else ()


def places_overview(catalogue: Catalogue) -> PlacesView:
    """Compute the page of all places."""
    places = catalogue.places
    units = units_in_order(places)
    slug = province_of(FORMER_PROVINCE).slug
    unplaced = catalogue.total_known_only(ESTABLISHMENTS.key, slug)
    summary = (
        f"Bản đồ và danh sách cơ sở, làng nghề theo xã, phường từ 01/07/2025 và theo huyện cũ của {FORMER_PROVINCE}."
    )
    return PlacesView(
        head=Head(PLACES_URL, "Cơ sở theo địa bàn", summary, "", (HOME,)),
        total=total(catalogue, slug),
        map=_map(catalogue, units) if catalogue.boundaries else None,
        units=tuple(place_link(catalogue, unit) for unit in units),
        districts=tuple(place_link(catalogue, one) for one in places.districts),
        province=Link(place_url(slug), f"tỉnh {FORMER_PROVINCE}", unplaced) if units else None,
        others=tuple(one for one in catalogue.provinces(ESTABLISHMENTS.key) if one.url != place_url(slug) or not units),
    )


def locator(catalogue: Catalogue, slug: str) -> LocatorView:
    """Compute the small map that marks one unit.

    Arguments:
        catalogue: all entries.
        slug: the unit's part of the address.
    """
    drawing = draw(catalogue.boundaries, LOCATOR_WIDTH)
    marked = next(drawing.shapes[code] for code, unit in catalogue.places.units.items() if unit.slug == slug)
    everything = "".join(map(outline, drawing.shapes.values()))
    x, y, _ = widest_spot(marked)
    is_small = sum(map(area, marked)) < SMALL
    return LocatorView(
        drawing.width, drawing.height, everything, outline(marked), round(x), round(y), is_small, drawing.frame
    )


def locators(places: Places) -> Iterator[tuple[str, str]]:
    """Yield address and unit of each small map."""
    return ((locator_url(unit), unit.slug) for unit in places.units.values())


def _map(catalogue: Catalogue, units: list[Unit]) -> MapView:
    drawing = draw(catalogue.boundaries, MAP_WIDTH)
    labels = place_labels({unit.code: unit.short for unit in units}, drawing.shapes)
    counts = {unit.code: total(catalogue, unit.slug) for unit in units}
    step = step_of(max(counts.values()))
    drawn = (
        MapUnit(
            link=place_link(catalogue, unit),
            path=outline(drawing.shapes[unit.code]),
            label=labels[unit.code],
            shade=ceil(counts[unit.code] / step),
        )
        for unit in units
    )
    legend = ((shade, words_of(shade, step)) for shade in range(ceil(max(counts.values()) / step) + 1))
    return MapView(drawing.width, drawing.height, tuple(drawn), drawing.frame, tuple(legend))


def step_of(most: int) -> int:
    """Give how many establishments make a shade, so that the most of all make the last one."""
    return max(1, ceil(most / SHADES))


def words_of(shade: int, step: int) -> str:
    """Say what a shade stands for: "1–3 cơ sở"."""
    first, last = (shade - 1) * step + 1, shade * step
    if not shade:
        return "chưa có cơ sở nào"
    return f"{first} cơ sở" if first == last else f"{first}–{last} cơ sở"
