"""The page of one place: a unit, a former district, or a province."""

from __future__ import annotations

from collections.abc import Iterator

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS, Establishment
from khuyencong.model.place import FORMER_PROVINCE, District, Unit, locator_url, lowered, place_url
from khuyencong.model.place_view import (
    HOME,
    MOST_ESTABLISHMENTS,
    PLACES,
    Group,
    Past,
    PlaceView,
    cards,
    coarser,
    describe,
    known_only,
    made_there,
    place_link,
    rest_in_listing,
    total,
)
from khuyencong.model.standing import province_of
from khuyencong.model.view import Head, Link

MOST_OF_A_UNIT = 24
"""Cards of one unit on the page of its former district."""
MOST_OF_A_PROVINCE = 200
NO_COMMUNE = "Nguồn chỉ ghi huyện, hoặc ghi một nơi không phải là xã, nên chưa xếp vào xã, phường mới nào."


def place_page(catalogue: Catalogue, slug: str) -> PlaceView:
    """Compute the page of a place.

    Arguments:
        catalogue: all entries.
        slug: the place's part of the address.

    Raises:
        KeyError: when there is no such place.
    """
    places = catalogue.places
    for unit in places.units.values():
        if unit.slug == slug:
            return _unit_page(catalogue, unit)
    for district in places.districts:
        if district.slug == slug:
            return _district_page(catalogue, district)
    if slug == province_of(FORMER_PROVINCE).slug:
        return _former_province_page(catalogue)
    provinces = {one.url: one for one in catalogue.provinces(ESTABLISHMENTS.key)}
    return _province_page(catalogue, provinces[place_url(slug)])


def _unit_page(catalogue: Catalogue, unit: Unit) -> PlaceView:
    districts = catalogue.places.districts_of(unit)
    largest = districts[-1]  # every unit has the district of its communes
    name, count = unit.within_text, total(catalogue, unit.slug)
    found = catalogue.standing(Establishment, unit.slug, MOST_ESTABLISHMENTS)
    whole = Link(f"{ESTABLISHMENTS.prefix}xa-phuong/{unit.slug}/", f"Xem cả {count} cơ sở ở {name}")
    crumbs = (HOME, PLACES, Link(place_url(largest.slug), f"{largest.name} (cũ)"))
    summary = describe(name, count, f"Gồm {_made_of(unit)}")
    others = [catalogue.places.units[code] for code in largest.codes if code != unit.code]
    return PlaceView(
        head=Head(place_url(unit.slug), f"{unit.name} ({unit.province})", summary, "", crumbs),
        name=name,
        total=count,
        past=tuple(_past_of_unit(unit, districts)),
        groups=tuple(_by_kind(catalogue, found, whole if count > len(found) else None)),
        coarser=coarser(catalogue, districts),
        made=made_there(catalogue, found),
        around=tuple(place_link(catalogue, one) for one in others),
        around_label=f"Xã, phường khác của {lowered(largest.name)} cũ",
        locator=locator_url(unit) if unit.code in catalogue.boundaries else "",
    )


def _made_of(unit: Unit) -> str:
    """Say which communes went into a unit: "thị trấn Phước Hải, xã Phước Hội cũ"."""
    is_whole_district = not unit.former[0].name
    return f"{'toàn bộ ' if is_whole_district else ''}{', '.join(one.text for one in unit.former)} cũ"


def _past_of_unit(unit: Unit, districts: tuple[District, ...]) -> Iterator[Past]:
    yield Past("Gồm", _made_of(unit))
    if unit.earlier:
        named = (f"{one.text} ({lowered(one.district)})" for one in unit.earlier)
        yield Past("Tên xã cũ hơn, đã nhập vào các xã trên", ", ".join(named))
    yield Past("Huyện, thành phố cũ", links=tuple(_link(one) for one in districts))
    yield Past("Từ 01/07/2025 thuộc", unit.province)


def _by_kind(catalogue: Catalogue, found: tuple[Establishment, ...], whole: Link | None) -> Iterator[Group]:
    """Yield the establishments of a unit, and apart from them the craft villages, which are many households."""
    for label, kind in (("Làng nghề", "craft village"), ("Cơ sở", "establishment")):
        members = [one for one in found if one.kind == kind]
        if members:
            rest = whole if kind == "establishment" else None
            yield Group(Link("", label, None if rest else len(members)), cards(catalogue, members), rest=rest)


def _district_page(catalogue: Catalogue, district: District) -> PlaceView:
    places, name = catalogue.places, f"{lowered(district.name)} cũ"
    units = [places.units[code] for code in district.codes]
    below = [one for one in places.districts if one.joined == district.name]
    above = [one for one in places.districts if one.name == district.joined]
    parts = [_of_unit(catalogue, unit) for unit in units]
    parts += [
        known_only(catalogue, one.slug, f"Chỉ biết ở {lowered(one.name)}", NO_COMMUNE) for one in [*below, district]
    ]
    count = total(catalogue, district.slug)
    now = f"Nay là {', '.join(unit.within_text for unit in units)}" if units else ""
    return PlaceView(
        head=Head(place_url(district.slug), f"{district.name} (cũ)", describe(name, count, now), "", (HOME, PLACES)),
        name=name,
        total=count,
        past=tuple(_past_of_district(district, units, below, above)),
        groups=tuple(group for group, _ in parts if group.cards),
        coarser=coarser(catalogue, above),
        made=made_there(catalogue, [one for _, found in parts for one in found]),
        around=tuple(place_link(catalogue, one) for one in places.districts if one != district),
        around_label="Huyện, thành phố cũ khác",
    )


def _of_unit(catalogue: Catalogue, unit: Unit) -> tuple[Group, tuple[Establishment, ...]]:
    """Give the establishments of a unit for the page of its district, as a group and as they are."""
    found = catalogue.standing(Establishment, unit.slug, MOST_OF_A_UNIT)
    link = place_link(catalogue, unit)
    is_all = link.count == len(found)
    rest = None if is_all else Link(link.url, f"Xem cả {link.count} cơ sở ở {unit.within_text}")
    return Group(link, cards(catalogue, found), rest=rest), found


def _past_of_district(
    district: District, units: list[Unit], below: list[District], above: list[District]
) -> Iterator[Past]:
    if units:
        yield Past("Nay là", links=tuple(map(_link, units)))
    if district.earlier_names:
        yield Past("Tên trước đó", ", ".join(map(lowered, district.earlier_names)))
    if below:
        yield Past("Gồm các huyện trước đó", links=tuple(map(_link, below)))
    if above:
        yield Past("Đã nhập vào", links=tuple(map(_link, above)))
    if district.reasons:
        yield Past("Thay đổi trước 01/07/2025", "; ".join(district.reasons))
    yield Past("Tỉnh cũ", links=(Link(place_url(province_of(FORMER_PROVINCE).slug), f"Tỉnh {FORMER_PROVINCE}"),))


def _link(place: Unit | District) -> Link:
    return Link(place_url(place.slug), place.name)


def _former_province_page(catalogue: Catalogue) -> PlaceView:
    slug, name = province_of(FORMER_PROVINCE).slug, f"tỉnh {FORMER_PROVINCE} cũ"
    group, found = known_only(catalogue, slug, "Chỉ biết ở cấp tỉnh", "Nguồn không ghi huyện, cũng không ghi xã.")
    count = total(catalogue, slug)
    today = sorted({unit.province for unit in catalogue.places.units.values()})
    summary = describe(name, count, f"Nay thuộc {', '.join(today)}")
    return PlaceView(
        head=Head(place_url(slug), f"Tỉnh {FORMER_PROVINCE} (cũ)", summary, "", (HOME, PLACES)),
        name=name,
        total=count,
        past=(Past("Từ 01/07/2025 thuộc", ", ".join(today)),),
        groups=(group,) if found else (),
        coarser=(),
        made=made_there(catalogue, found),
        around=tuple(place_link(catalogue, one) for one in catalogue.places.districts),
        around_label="Huyện, thành phố cũ",
    )


def _province_page(catalogue: Catalogue, province: Link) -> PlaceView:
    slug = province_of(province.text).slug
    found = catalogue.standing(Establishment, slug, MOST_OF_A_PROVINCE)
    count = total(catalogue, slug)
    rest = rest_in_listing(count - len(found))
    others = (Group(Link("", "Các cơ sở khác"), (), rest=rest),) if rest else ()
    summary = describe(province.text, count, "Địa chỉ ghi như trong nguồn")
    return PlaceView(
        head=Head(province.url, f"Cơ sở ở {province.text}", summary, "", (HOME, PLACES)),
        name=province.text,
        total=count,
        past=(),
        groups=(*_by_district(catalogue, found), *others),
        coarser=(),
        made=made_there(catalogue, found),
        around=tuple(one for one in catalogue.provinces(ESTABLISHMENTS.key) if one.url != province.url),
        around_label="Tỉnh, thành phố khác",
    )


def _by_district(catalogue: Catalogue, found: tuple[Establishment, ...]) -> Iterator[Group]:
    """Yield the establishments of another province by the districts that their sources give; those without go last."""
    groups: dict[str, list[Establishment]] = {}
    for one in sorted(found, key=lambda one: not one.address.district):
        district = one.address.district or "nguồn không ghi huyện"
        groups.setdefault(district[:1].upper() + district[1:], []).append(one)
    for district, members in groups.items():
        yield Group(Link("", district, len(members)), cards(catalogue, members))
