"""Places before and after 1 July 2025, when districts were abolished and communes were merged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from khuyencong.model.vietnamese import fold, slug

FORMER_PROVINCE = "Bà Rịa – Vũng Tàu"
"""The province that the tables know; since 1 July 2025 it is a part of Thành phố Hồ Chí Minh."""
PLACES_URL = "/dia-ban/"
"""The address of the page of all places, and the start of the addresses of theirs."""
PLACES = "places"
"""The kin of the facets of place: a commune lies in a district, so the two together say no more than one."""

_SHORT_FORMS = (("tp.", "thành phố"), ("tx.", "thị xã"), ("tt.", "thị trấn"))
_TYPE_OF_UNIT = re.compile(r"(?:Xã|Phường|Đặc khu) ")


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune-level unit as it was before it went into one of today.

    Arguments:
        name: its name with its type; empty where a whole district became one unit.
        district: the district that it was in.
        is_split: whether only a part of it went there.
    """

    name: str
    district: str
    is_split: bool = False

    @property
    def text(self) -> str:
        """What it is called within a sentence."""
        return f"{'một phần ' if self.is_split else ''}{lowered(self.name or self.district)}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune-level unit as it is since 1 July 2025.

    Arguments:
        code: its five-digit code.
        name: its name with its type, for instance "Xã Long Điền".
        province: the province or city it belongs to.
        former: the communes that went into it on 1 July 2025.
        earlier: the communes that had gone into one of these before.
    """

    code: str
    name: str
    province: str
    former: tuple[FormerCommune, ...] = ()
    earlier: tuple[FormerCommune, ...] = ()

    @property
    def slug(self) -> str:
        """The unit's name as a part of an address."""
        return slug(self.name)

    @property
    def within_text(self) -> str:
        """The name within a sentence: "xã Long Điền"."""
        return lowered(self.name)

    @property
    def short(self) -> str:
        """The name without its type."""
        return _TYPE_OF_UNIT.sub("", self.name, count=1)


@dataclass(frozen=True, slots=True)
class District:
    """A district that there was until 30 June 2025, or that had been merged into such a one before.

    Arguments:
        name: its last name with its type.
        codes: the codes of the units that its communes went into.
        earlier_names: what it was called before.
        joined: the district that it went into before 1 July 2025, if it did.
        reasons: what happened to it before 1 July 2025, each in a sentence.
    """

    name: str
    codes: tuple[str, ...]
    earlier_names: tuple[str, ...] = ()
    joined: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The district's name as a part of an address."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class Places:
    """The tables of `content/places/`.

    Arguments:
        units: the new units by code.
        former: codes by folded commune and folded last district; a commune that was split is not there.
        earlier_districts: the last name of a district by its folded earlier names.
        districts: the former districts, in Vietnamese order.
    """

    units: Mapping[str, Unit]
    former: Mapping[tuple[str, str], str]
    earlier_districts: Mapping[str, str]
    districts: tuple[District, ...] = ()

    @property
    def slugs(self) -> frozenset[str]:
        """The units and districts as parts of an address."""
        return frozenset([unit.slug for unit in self.units.values()] + [one.slug for one in self.districts])

    def unit_since_2025(self, commune: str | None, district: str | None) -> Unit | None:
        """Find the unit that a commune went into.

        Arguments:
            commune: as a source writes it, for instance "xã An Ngãi" or "xã Hồ Tràm (tên sau sáp nhập 2025)".
            district: as a source writes it, for instance "TX. Phú Mỹ (trước 2018: huyện Tân Thành)".

        Returns:
            The unit, or nothing when the table does not say: a district alone is not enough, and a commune
            that was split needs a person.
        """
        if commune and "sau sáp nhập 2025" in commune:
            return self.unit_named(commune)
        district_key = name_key(district or "")
        last = self.earlier_districts.get(district_key)
        for candidate in (district_key, name_key(last) if last else ""):
            code = self.former.get((name_key(commune or ""), candidate))
            if code:
                return self.units[code]
        return None

    def unit_named(self, name: str) -> Unit | None:
        """Find a unit by the name that it has today."""
        return next((unit for unit in self.units.values() if name_key(unit.name) == name_key(name)), None)

    def districts_of(self, unit: Unit) -> tuple[District, ...]:
        """Give the former districts that a unit lies in, the smallest first."""
        found = [one for one in self.districts if unit.code in one.codes]
        return tuple(sorted(found, key=lambda one: len(one.codes)))

    def districts_named(self, name: str) -> tuple[District, ...]:
        """Give the former district of one of its names, and after it the one that it went into."""
        key = name_key(name)
        return tuple(
            other
            for one in self.districts
            if key in map(name_key, (one.name, *one.earlier_names))
            for other in (one, *(joined for joined in self.districts if joined.name == one.joined))
        )


def place_url(slug: str) -> str:
    """Give the address of the page of a place."""
    return f"{PLACES_URL}{slug}/"


def locator_url(unit: Unit) -> str:
    """Give the address of the small map that marks a unit."""
    return f"{PLACES_URL}vi-tri/{unit.slug}.svg"


def name_key(name: str) -> str:
    """Give what is the same for all ways to write the name of a place: short forms, accents, remarks in brackets."""
    text = re.sub(r"\(.*?\)", "", name).lower()
    for short, full in _SHORT_FORMS:
        text = text.replace(short, f"{full} ")
    return fold(text)


def lowered(name: str) -> str:
    """Write the type of a place small, as within a sentence: "xã Long Điền"."""
    return name[:1].lower() + name[1:]
