"""Turns products.csv into product pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from khuyencong.intake.draft import Draft, Drafts, Fields, UnusableError
from khuyencong.intake.establishments import establishment_slug, establishment_title, place
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.sectors import sector_key
from khuyencong.intake.slugs import slug_of
from khuyencong.intake.sources import Bibliography
from khuyencong.model.product import PRODUCTS


class Makers:
    """The establishments of the tables, to be found by name."""

    def __init__(self, facts: Facts) -> None:
        """Index the rows of establishments.csv."""
        self._rows: Mapping[str, Row] = {row["name"]: row for row in facts["establishments.csv"]}

    def row(self, name: str) -> Row | None:
        """Give the row of an establishment; nothing for no name.

        Raises:
            UnusableError: when the table of establishments has no such name.
        """
        if name and name not in self._rows:
            raise UnusableError(f'"{name}" không có trong bảng establishments.csv')
        return self._rows.get(name)


def product_drafts(facts: Facts, bibliography: Bibliography) -> Drafts:
    """Draft a page for each row of products.csv.

    Products of one name are told apart by their maker, so that a later row never changes an older address
    of a name that was already shared.

    Arguments:
        facts: the tables.
        bibliography: the sources.
    """
    rows = facts["products.csv"]
    makers = Makers(facts)
    shared = Counter(slug_of(row["product_name"]) for row in rows)
    taken: set[str] = set()
    drafts = Drafts()

    def draft(row: Row) -> Draft:
        slug = slug_of(row["product_name"])
        made = product_draft(row, slug_with_maker(row) if shared[slug] > 1 else slug, makers, bibliography)
        if made.slug in taken:
            raise UnusableError("trùng tên và cơ sở với một dòng ở trên")
        taken.add(made.slug)
        return made

    drafts.add_each(rows, draft)
    return drafts


def slug_with_maker(row: Row) -> str:
    """Make a slug of product and maker."""
    return slug_of(f"{row['product_name']} {establishment_title(row['establishment_name'])}")


def product_draft(row: Row, slug: str, makers: Makers, bibliography: Bibliography) -> Draft:
    """Draft the page of the product that a row of products.csv or recognitions.csv names.

    Arguments:
        row: the row.
        slug: the page's slug.
        makers: the establishments.
        bibliography: the sources.

    Raises:
        UnusableError: when the row has no name, or its maker or source is not known.
    """
    if not row["product_name"]:
        raise UnusableError("không có tên sản phẩm")
    maker = makers.row(row["establishment_name"])
    fields: Fields = {
        "title": row["product_name"],
        "summary": _summary(maker),
        "establishment": establishment_slug(row["establishment_name"]) or None,
        "group": sector_key(row["group"]),
        "recognitions": [],
        "sources": bibliography.of(row),
    }
    return Draft(PRODUCTS, slug, fields, [row])


def _summary(maker: Row | None) -> str:
    if maker is None:
        return "Nguồn không nêu cơ sở làm ra."
    return f"Sản phẩm của {establishment_title(maker['name'])}, {place(maker)}."
