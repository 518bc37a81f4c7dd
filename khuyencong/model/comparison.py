"""Facts of products, group by group, in the form in which they can be held side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.recognition import Recognition, in_time
from khuyencong.model.view import Link

if TYPE_CHECKING:
    from khuyencong.model.establishment import Establishment
    from khuyencong.model.product import Product


@dataclass(frozen=True, slots=True)
class ComparedProduct:
    """One product.

    Arguments:
        slug: its slug, by which the address of a comparison names it.
        product: the link to it.
        maker: the link to the establishment, if it is known.
        place: where the establishment is, as its source says.
        levels: the levels of featured products that it reached, with their years.
        stars: its stars of OCOP, with their years.
        others: its other honours, with their years.
    """

    slug: str
    product: Link
    maker: Link | None
    place: str
    levels: tuple[str, ...]
    stars: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """The products of one group.

    Arguments:
        label: the group's name.
        products: its products, in the order of their names.
    """

    label: str
    products: tuple[ComparedProduct, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the page of the comparison shows.

    Arguments:
        groups: the groups, in the order of the list of terms.
    """

    groups: tuple[ComparedGroup, ...]


NO_GROUP = "Chưa rõ nhóm"


def comparison(products: Sequence[Product], catalogue: Catalogue) -> Comparison:
    """Collect the facts of all products."""
    groups: dict[str, list[ComparedProduct]] = {key: [] for key in (*catalogue.taxonomies.keys("sectors"), "")}
    for product in products:
        groups[product.group or ""].append(_compared(product, catalogue))
    return Comparison(
        tuple(
            ComparedGroup(catalogue.taxonomies.label("sectors", key) or NO_GROUP, tuple(there))
            for key, there in groups.items()
            if there
        )
    )


def _compared(product: Product, catalogue: Catalogue) -> ComparedProduct:
    maker: Establishment | None = catalogue.get("establishment", product.establishment or "")  # type: ignore[assignment]
    honours = in_time(product.recognitions)
    return ComparedProduct(
        slug=product.slug,
        product=Link(product.url, product.title),
        maker=Link(maker.url, maker.title) if maker else None,
        place=maker.address.text if maker else "",
        levels=_in_words(one for one in honours if one.kind == "CNNT"),
        stars=_in_words(one for one in honours if one.kind == "OCOP"),
        others=_in_words(one for one in honours if one.kind == "khác"),
    )


def _in_words(recognitions: Iterable[Recognition]) -> tuple[str, ...]:
    """Name each level with its year; the column says already of which programme it is."""
    return tuple(f"{_level(one)} ({one.known_date.year})" if one.known_date else _level(one) for one in recognitions)


def _level(one: Recognition) -> str:
    if one.kind == "khác":
        return one.label
    return f"Cấp {one.level}" if one.kind == "CNNT" else str(one.level)
