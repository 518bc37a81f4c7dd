"""All legal documents in one table, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.view import Link

if TYPE_CHECKING:
    from khuyencong.model.document import LegalDocument


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document.

    Arguments:
        document: the link to it; its text is the number.
        type: its type in words.
        issuer: who issued it.
        date: when, if it is known.
        status: its state as derived from the other documents of the site.
        title: what it is about.
    """

    document: Link
    type: str
    issuer: str
    date: PartialDate | None
    status: str
    title: str


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """What the page of the table shows.

    Arguments:
        rows: the documents, in the order of their listing.
    """

    rows: tuple[DocumentRow, ...]


def document_table(documents: Sequence[LegalDocument], catalogue: Catalogue) -> DocumentTable:
    """Collect all documents."""
    return DocumentTable(
        tuple(
            DocumentRow(
                document=Link(one.url, one.number),
                type=catalogue.taxonomies.label("document_types", one.type),
                issuer=one.issuer,
                date=one.date,
                status=one.state(catalogue),
                title=one.title,
            )
            for one in documents
        )
    )
