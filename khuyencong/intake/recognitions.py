"""Puts each row of recognitions.csv where it belongs: on a product, or on an establishment."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khuyencong.intake.draft import Draft, Drafts, UnusableError
from khuyencong.intake.establishments import establishment_slug
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.products import Makers, product_draft, slug_with_maker
from khuyencong.intake.recognition_fields import recognition_fields
from khuyencong.intake.slugs import slug_of
from khuyencong.intake.sources import Bibliography
from khuyencong.model.vietnamese import fold

COMPANY = "(doanh nghiệp)"
_NO_PRODUCT = ("Nghề ", "Giải pháp ")
_VILLAGE = "Làng nghề "


def place_recognitions(
    facts: Facts, bibliography: Bibliography, products: Iterable[Draft], establishments: Iterable[Draft]
) -> Drafts:
    """Add every recognition to a draft, or draft a page for a product that no row of products.csv names.

    Arguments:
        facts: the tables.
        bibliography: the sources.
        products: the drafts of products.csv; they receive recognitions.
        establishments: the drafts of establishments.csv; they receive recognitions.
    """
    shelf = _Shelf(facts, bibliography, list(products), list(establishments))
    drafts = Drafts()
    drafts.add_each(facts["recognitions.csv"], shelf.place)
    return drafts


def comparable(name: str) -> str:
    """Write a product's name so that spelling with or without brackets, hyphens and accents compares equal."""
    return " ".join(re.sub(r"[^\w%°]+", " ", fold(name)).split())


class _Shelf:
    """The drafts that recognitions go onto."""

    def __init__(
        self, facts: Facts, bibliography: Bibliography, products: list[Draft], establishments: list[Draft]
    ) -> None:
        self.makers = Makers(facts)
        self.bibliography = bibliography
        self.products = products
        self.establishments = {draft.slug: draft for draft in establishments}

    def place(self, row: Row) -> Draft | None:
        """Put a row onto a draft; give the draft only when it is a new one."""
        subject, maker = row["product_name"], row["establishment_name"]
        if subject == COMPANY or subject.startswith(_NO_PRODUCT):
            self._onto_establishment(row, maker, "" if subject == COMPANY else subject)
            return None
        self.makers.row(maker)
        product = self._product(subject, maker)
        village = None if maker else self.establishments.get(slug_of(_VILLAGE + subject))
        if product:
            is_same = comparable(subject) == comparable(product.fields["title"])
            self._onto(product, row, note="" if is_same else f"Tên trong nguồn: {subject}.")
        elif village:
            self._onto(village, row, subject=subject)
        else:
            return self._onto_new_product(row)
        return None

    def _onto_establishment(self, row: Row, name: str, subject: str) -> None:
        if not self.makers.row(name):
            raise UnusableError("là nghề hoặc giải pháp, nguồn không gắn với cơ sở hay làng nghề nào có trang")
        self._onto(self.establishments[establishment_slug(name)], row, subject=subject)

    def _onto_new_product(self, row: Row) -> Draft:
        slug = slug_of(row["product_name"])
        is_taken = any(draft.slug == slug for draft in self.products)
        if is_taken and not row["establishment_name"]:
            raise UnusableError("có sản phẩm trùng tên của một cơ sở; không rõ có phải cùng một sản phẩm")
        draft = product_draft(row, slug_with_maker(row) if is_taken else slug, self.makers, self.bibliography)
        draft.rows.clear()
        self.products.append(draft)
        self._onto(draft, row)
        return draft

    def _onto(self, draft: Draft, row: Row, subject: str = "", note: str = "") -> None:
        """Add a recognition to a draft.

        Arguments:
            draft: a product or an establishment.
            row: the row.
            subject: what was honoured, when it is not the draft itself.
            note: what readers need to know besides the source's own remarks.
        """
        given = recognition_fields(row)
        if subject:
            given["name"] = f"{given.get('name') or given['level']}: {subject}"
        given["note"] = " ".join(one for one in (given["note"], note) if one) or None
        given["sources"] = self.bibliography.of(row)
        draft.fields.setdefault("recognitions", []).append(given)
        draft.rows.append(row)

    def _product(self, subject: str, maker: str) -> Draft | None:
        """Find the one product that is meant; nothing when there is none or when it could be several."""
        named = [draft for draft in self._candidates(maker) if comparable(draft.fields["title"]) == comparable(subject)]
        if not named and maker:
            named = [draft for draft in self._candidates(maker) if _is_within(draft.fields["title"], subject)]
        return named[0] if len(named) == 1 else None

    def _candidates(self, maker: str) -> list[Draft]:
        """Give the maker's products; with no maker those of nobody and of craft villages, which are many people's."""
        slug = establishment_slug(maker) or None
        if slug:
            return [draft for draft in self.products if draft.fields["establishment"] == slug]
        return [draft for draft in self.products if self._is_common(draft.fields["establishment"])]

    def _is_common(self, slug: str | None) -> bool:
        maker = self.establishments.get(slug or "")
        return slug is None or (maker is not None and maker.fields["kind"] == "craft village")


def _is_within(one: str, other: str) -> bool:
    """Say whether one name holds the other as whole words."""
    first, second = f" {comparable(one)} ", f" {comparable(other)} "
    return first in second or second in first
