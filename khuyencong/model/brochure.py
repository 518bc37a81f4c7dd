"""The brochure of products: which products it shows, in which order, and what its indexes name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from khuyencong.model.artwork import vary
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Establishment
from khuyencong.model.near import Known
from khuyencong.model.problem import quoted
from khuyencong.model.product import Product
from khuyencong.model.recognition import RANKS, Recognition, in_time
from khuyencong.model.standing import standing
from khuyencong.model.vietnamese import slug, sort_key
from khuyencong.model.view import Card


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


@dataclass(frozen=True, slots=True)
class BrochureProduct:
    """One product of a brochure.

    Arguments:
        slug: its slug.
        card: its card, with its photo or drawing.
        maker: the name of its establishment; empty when no source names it.
        place: where the establishment is, in the words of the source.
        unit: the unit since 1 July 2025, where that is known.
        recognitions: its recognitions in words with their years, the highest first.
    """

    slug: str
    card: Card
    maker: str
    place: str
    unit: str
    recognitions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrochureGroup:
    """The products of one group.

    Arguments:
        key: the key of the group.
        title: its name.
        products: its products in Vietnamese order, or in the order that was asked for.
    """

    key: str
    title: str
    products: tuple[BrochureProduct, ...]


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A line of an index.

    Arguments:
        name: a maker or a place.
        slugs: the products that stand behind it.
    """

    name: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brochure:
    """What is printed.

    Arguments:
        title: its name.
        subtitle: what it was narrowed to, in words; empty for all products.
        groups: the groups in the order of the list of terms, those without products left out.
        makers: the index of makers.
        places: the index of places.
    """

    title: str
    subtitle: str
    groups: tuple[BrochureGroup, ...]
    makers: tuple[IndexLine, ...]
    places: tuple[IndexLine, ...]

    @property
    def total(self) -> int:
        """How many products it shows."""
        return sum(len(group.products) for group in self.groups)


UNGROUPED = "Chưa rõ nhóm"
"""The heading above products whose group no source names; their key is empty."""
KINDS_OF_PLACE = ("xa", "phuong", "thi-tran", "huyen", "thi-xa", "thanh-pho", "tinh", "dac-khu")
"""Words before a place's name that whoever asks for it may leave out."""


def brochure(choice: Choice, catalogue: Catalogue) -> Brochure:
    """Gather what a brochure prints.

    Arguments:
        choice: which products.
        catalogue: all entries.

    Raises:
        ChoiceError: when the choice names what is not there, or no product is left.
    """
    chosen = choose(choice, catalogue)
    shown = [(product.group or "", _shown(product, catalogue)) for product in chosen]
    keys = catalogue.taxonomies.keys("sectors")
    labels = {**{key: catalogue.taxonomies.label("sectors", key) for key in keys}, "": UNGROUPED}
    groups = (
        BrochureGroup(key, label, _varied(one for group, one in shown if group == key)) for key, label in labels.items()
    )
    return Brochure(
        title="Sản phẩm công nghiệp nông thôn",
        subtitle=_in_words(choice, catalogue),
        groups=tuple(group for group in groups if group.products),
        makers=_index(shown, lambda one: one.maker),
        places=_index(shown, lambda one: one.place),
    )


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
    """Give the places of each product's maker as parts of addresses, with and without the kind of place."""
    makers = {product.slug: _maker(product, catalogue) for product in products}
    return {
        name: {each for place in standing(maker.address, catalogue.places) for each in _written(place.slug)} if maker else set()
        for name, maker in makers.items()
    }


def _written(place: str) -> Iterator[str]:
    yield place
    yield from (place.removeprefix(f"{kind}-") for kind in KINDS_OF_PLACE if place.startswith(f"{kind}-"))


def _maker(product: Product, catalogue: Catalogue) -> Establishment | None:
    found = catalogue.get("establishment", product.establishment or "")
    return found if isinstance(found, Establishment) else None


def _shown(product: Product, catalogue: Catalogue) -> BrochureProduct:
    maker = _maker(product, catalogue)
    unit = maker.unit(catalogue.places) if maker else None
    return BrochureProduct(
        slug=product.slug,
        card=product.card(catalogue),
        maker=maker.title if maker else "",
        place=maker.place if maker else "",
        unit=f"{unit.name}, {unit.province}" if unit else "",
        recognitions=tuple(_recognised(product.recognitions)),
    )


def _recognised(recognitions: tuple[Recognition, ...]) -> Iterator[str]:
    """Say each recognition once, the highest level first; further years of the same stand in its brackets."""
    years: dict[str, list[str]] = {}
    for one in sorted(in_time(recognitions), key=lambda one: (-one.rank, -one.stars)):
        known = years.setdefault(one.label, [])
        if one.known_date and str(one.known_date.year) not in known:
            known.append(str(one.known_date.year))
    for label, known in years.items():
        yield f"{label} ({', '.join(known)})" if known else label


def _varied(products: Iterable[BrochureProduct]) -> tuple[BrochureProduct, ...]:
    """Change drawings that would stand beside their like, as listings do."""
    some = list(products)
    cards = vary(one.card for one in some)
    return tuple(
        BrochureProduct(one.slug, card, one.maker, one.place, one.unit, one.recognitions)
        for one, card in zip(some, cards, strict=True)
    )


def _index(
    shown: Sequence[tuple[str, BrochureProduct]], name_of: Callable[[BrochureProduct], str]
) -> tuple[IndexLine, ...]:
    lines: dict[str, list[str]] = {}
    for _, one in shown:
        if name := name_of(one):
            lines.setdefault(name, []).append(one.slug)
    return tuple(IndexLine(name, tuple(lines[name])) for name in sorted(lines, key=sort_key))


def _in_words(choice: Choice, catalogue: Catalogue) -> str:
    parts = [
        f"cấp {choice.level}" if choice.level else "",
        catalogue.taxonomies.label("sectors", choice.group) if choice.group else "",
        f"ở {choice.place}" if choice.place else "",
        f"được công nhận năm {choice.year}" if choice.year else "",
    ]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]
