"""All recognitions of products in one table, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Source
from khuyencong.model.recognition import decision_link
from khuyencong.model.vietnamese import sort_key
from khuyencong.model.view import Link

if TYPE_CHECKING:
    from khuyencong.model.product import Product


@dataclass(frozen=True, slots=True)
class RecognitionRow:
    """One recognition of one product.

    Arguments:
        product: the link to the product.
        maker: the link to the establishment, if it is known.
        label: the recognition in words.
        date: when, as far as the source says.
        decision: the decision; its address is empty when the site does not hold the document.
        sources: where we know it from.
    """

    product: Link
    maker: Link | None
    label: str
    date: PartialDate | None
    decision: Link | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RecognitionTable:
    """What the page of the table shows.

    Arguments:
        rows: the recognitions, the latest first, those without a year last.
    """

    rows: tuple[RecognitionRow, ...]


def recognition_table(products: Sequence[Product], catalogue: Catalogue) -> RecognitionTable:
    """Collect the recognitions of all products."""
    rows = [row for product in products for row in _rows(product, catalogue)]
    rows.sort(key=lambda row: sort_key(row.product.text))
    rows.sort(key=lambda row: row.date.earliest() if row.date else (0, 0, 0), reverse=True)
    return RecognitionTable(tuple(rows))


def _rows(product: Product, catalogue: Catalogue) -> list[RecognitionRow]:
    maker = catalogue.get("establishment", product.establishment or "")
    return [
        RecognitionRow(
            product=Link(product.url, product.title),
            maker=Link(maker.url, maker.title) if maker else None,
            label=one.label,
            date=one.known_date,
            decision=decision_link(one, catalogue),
            sources=one.sources or product.sources,
        )
        for one in product.recognitions
    ]
