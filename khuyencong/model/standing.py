"""Where an address is: the places that it lies in, as far as the source says."""

from __future__ import annotations

import re

from khuyencong.model.address import Address
from khuyencong.model.place import FORMER_PROVINCE, District, Places, Unit
from khuyencong.model.row import StandsAt
from khuyencong.model.vietnamese import slug

_REMARK = re.compile(r"\s*\(.*?\)")
_TYPE_OF_PROVINCE = re.compile(r"(?:tỉnh|thành phố)\s+|tp\.\s*|tp\s+", re.IGNORECASE)


def standing(address: Address, places: Places) -> tuple[StandsAt, ...]:
    """Give the places that an address lies in, the smallest known one first and the province last.

    Districts are those of the former Bà Rịa – Vũng Tàu. An address that gives no commune, or one that was split,
    lies in its district; nothing is guessed.

    Arguments:
        address: as the source gives it.
        places: the units before and after 1 July 2025.
    """
    if not address.province:
        return ()
    province = province_of(address.province)
    unit = unit_of(address, places)
    if unit:
        return (_named(unit), *map(_named, places.districts_of(unit)), province_of(FORMER_PROVINCE))
    is_local = province == province_of(FORMER_PROVINCE)
    return (*map(_named, places.districts_named(address.district or "") if is_local else ()), province)


def unit_of(address: Address, places: Places) -> Unit | None:
    """Find the unit that an address lies in since 1 July 2025.

    Arguments:
        address: as the source gives it: in the former Bà Rịa – Vũng Tàu, or as it is written today.
        places: the units before and after 1 July 2025.
    """
    province = province_of(address.province or "")
    if province == province_of(FORMER_PROVINCE):
        return places.unit_since_2025(address.commune, address.district)
    unit = places.unit_named(address.commune or "")
    return unit if unit and not address.district and province == province_of(unit.province) else None


def province_of(text: str) -> StandsAt:
    """Give a province whichever way it is written: "Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa – Vũng Tàu"."""
    name = _TYPE_OF_PROVINCE.sub("", _REMARK.sub("", text).strip(), count=1).replace(" - ", " – ")
    return StandsAt(slug(name), name)


def _named(place: Unit | District) -> StandsAt:
    return StandsAt(place.slug, place.name)
