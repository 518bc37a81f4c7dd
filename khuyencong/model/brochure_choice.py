"""Which products a brochure or a sheet of labels shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Establishment
from khuyencong.model.near import Known
from khuyencong.model.problem import quoted
from khuyencong.model.product import Product
from khuyencong.model.recognition import RANKS, Recognition
from khuyencong.model.standing import standing
from khuyencong.model.vietnamese import slug

_KINDS_OF_PLACE = ("xa", "phuong", "thi-tran", "huyen", "thi-xa", "thanh-pho", "tinh", "dac-khu")
"""Words before a place's name that whoever asks for it may leave out."""


class ChoiceError(ValueError):
    """Raised when a choice names what is not there; the message is Vietnamese and says what to write instead."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which products a brochure shows. What is empty does not narrow.

    Arguments:
        level: a level of featured rural-industry products: huyện, xã, tỉnh, khu vực or quốc gia.
        group: the key of a product group.
        place: a commune, district or province, as a name or as a part of an address.
        year: the year of a recognition; with a level, one recognition must have both.
        slugs: these products alone, in this order.
    """

    level: str = ""
    group: str = ""
    place: str = ""
    year: str = ""
    slugs: tuple[str, ...] = ()


def choose(choice: Choice, catalogue: Catalogue) -> list[Product]:
    """Give the products that a choice names, in Vietnamese order or in the order of its slugs.

    Arguments:
        choice: which products.
        catalogue: all entries.

    Raises:
        ChoiceError: when the choice names what is not there, or no product is left.
    """
    products = {product.slug: product for product in catalogue.all(Product)}
    levels, groups = tuple(RANKS), catalogue.taxonomies.keys("sectors")
    _must_be("cấp", choice.level, levels)
    _must_be("nhóm", choice.group, groups)
    for one in choice.slugs:
        _must_be("sản phẩm", one, products)
    places = _places(products.values(), catalogue) if choice.place else {}
    asked = slug(choice.place)
    _must_be("nơi", asked, sorted(set().union(*places.values())))
    found = [products[one] for one in dict.fromkeys(choice.slugs)] if choice.slugs else list(products.values())
    left = [
        one
        for one in found
        if (not choice.group or one.group == choice.group)
        and (not asked or asked in places[one.slug])
        and (not (choice.level or choice.year) or any(_fits(each, choice) for each in one.recognitions))
    ]
    if not left:
        raise ChoiceError("không có sản phẩm nào hợp với lựa chọn này. Hãy bớt điều kiện.")
    return left


def _must_be(what: str, value: str, known: Iterable[str]) -> None:
    names = list(known)
    if value and value not in names:
        near = Known(names).suggestion(value) or (f" Hãy chọn một trong: {', '.join(names)}." if len(names) < 9 else "")
        raise ChoiceError(f"không có {what} {quoted(value)}.{near}")


def _fits(one: Recognition, choice: Choice) -> bool:
    has_level = not choice.level or (one.kind == "CNNT" and one.level == choice.level)
    return has_level and (not choice.year or bool(one.known_date and str(one.known_date.year) == choice.year))


def _places(products: Iterable[Product], catalogue: Catalogue) -> Mapping[str, set[str]]:
    """Give the places of each product's maker as parts of addresses, with and without the kind of place.

    They are those that the maker stands at today, and those of its address as the source writes it.
    """
    makers = {product.slug: maker_of(product, catalogue) for product in products}
    return {name: set(_around(maker, catalogue)) if maker else set() for name, maker in makers.items()}


def _around(maker: Establishment, catalogue: Catalogue) -> Iterator[str]:
    written = (maker.address.commune, maker.address.district, maker.address.province)
    for place in standing(maker.address, catalogue.places):
        yield from _written(place.slug)
    for name in filter(None, written):
        yield from _written(slug(name))


def _written(place: str) -> Iterator[str]:
    yield place
    yield from (place.removeprefix(f"{kind}-") for kind in _KINDS_OF_PLACE if place.startswith(f"{kind}-"))


def maker_of(product: Product, catalogue: Catalogue) -> Establishment | None:
    """Find the establishment that makes a product, if a source names it."""
    found = catalogue.get("establishment", product.establishment or "")
    return found if isinstance(found, Establishment) else None
