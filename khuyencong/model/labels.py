"""Labels with QR codes for a fair: what stands on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khuyencong.model.brochure_choice import maker_of
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import Establishment
from khuyencong.model.product import Product


@dataclass(frozen=True, slots=True)
class Label:
    """One label.

    Arguments:
        url: the address of the page that its code leads to.
        title: the name on it.
        note: a line below: the maker, or the place.
        said: how it was honoured; empty when it was not.
    """

    url: str
    title: str
    note: str
    said: str


def labels_of_products(products: Iterable[Product], catalogue: Catalogue) -> Iterator[Label]:
    """Give a label for each product."""
    for one in products:
        maker, best = maker_of(one, catalogue), one.best()
        yield Label(one.url, one.title, maker.title if maker else "", best.label if best else "")


def labels_of_establishments(establishments: Iterable[Establishment]) -> Iterator[Label]:
    """Give a label for each establishment."""
    for one in establishments:
        yield Label(one.url, one.title, one.place, "")
