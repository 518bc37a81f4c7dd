"""Turns programme_figures.csv into pages of programmes, one for each province and period."""

from __future__ import annotations

from collections.abc import Collection

from khuyencong.intake.budgets import Budgets
from khuyencong.intake.document_numbers import numbers_in
from khuyencong.intake.document_relations import is_day_in_force
from khuyencong.intake.draft import Draft, Drafts, Fields, UnusableError
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.figures import NO_YEAR, Figure, read_figure
from khuyencong.intake.slugs import slug_of
from khuyencong.intake.sources import Bibliography, distinct
from khuyencong.intake.words import typographic
from khuyencong.model.programme import PROGRAMMES

_COMMON_NOUNS = ("Cả ", "Khu vực ")


def programme_drafts(facts: Facts, bibliography: Bibliography, documents: Collection[str]) -> Drafts:
    """Draft a page for each province and period.

    Arguments:
        facts: the tables.
        bibliography: the sources.
        documents: the slugs of the documents that have a page.
    """
    shelf = _Shelf(facts, bibliography, documents)
    drafts = Drafts()
    drafts.add_each(facts["programme_figures.csv"], shelf.place)
    return drafts


class _Shelf:
    """The programmes drafted so far, by slug."""

    def __init__(self, facts: Facts, bibliography: Bibliography, documents: Collection[str]) -> None:
        self.budgets = Budgets(facts)
        self.bibliography = bibliography
        self.documents = documents
        self.programmes: dict[str, Draft] = {}

    def place(self, row: Row) -> Draft | None:
        """Put a row onto its programme; give the draft only when it is a new one."""
        named = [slug for slug in map(slug_of, numbers_in(row["indicator"])) if slug in self.documents]
        if is_day_in_force(row):
            if named:
                return None  # the document's page holds it
            raise UnusableError("nói về hiệu lực của một văn bản không có trong bảng documents.csv")
        figure = read_figure(row)
        sources = self.bibliography.of(row)
        slug = slug_of(f"{figure.province} {figure.period}")
        is_new = slug not in self.programmes
        draft = self.programmes.setdefault(slug, Draft(PROGRAMMES, slug, _programme(figure), []))
        self._add(draft, figure, sources, named)
        return draft if is_new else None

    def _add(self, draft: Draft, figure: Figure, sources: list[Fields], named: list[str]) -> None:
        if self.budgets.is_budget(figure):
            draft.fields["budget"].append({**self.budgets.fields(figure), "sources": sources})
        else:
            draft.fields["indicators"].append({**_indicator(figure), "sources": sources})
        draft.fields["legal_basis"] += [slug for slug in named if slug not in draft.fields["legal_basis"]]
        draft.fields["sources"] = distinct([*draft.fields["sources"], *sources])
        draft.rows.append(figure.row)


def _programme(figure: Figure) -> Fields:
    return {
        "title": _title(typographic(figure.province), figure.period),
        "sources": [],
        "period": figure.period,
        "province": typographic(figure.province),
        "legal_basis": [],
        "budget": [],
        "indicators": [],
    }


def _title(province: str, period: str) -> str:
    where = province[0].lower() + province[1:] if province.startswith(_COMMON_NOUNS) else province
    if period == NO_YEAR:
        return f"Khuyến công và công nghiệp nông thôn {where}: số liệu không nêu năm"
    when = f"giai đoạn {period.replace('-', '–')}" if "-" in period else f"năm {period}"
    return f"Khuyến công và công nghiệp nông thôn {where} {when}"


def _indicator(figure: Figure) -> Fields:
    return {
        "name": typographic(figure.name),
        "unit": figure.unit,
        "planned" if figure.is_planned else "done": figure.vietnamese_value,
        "qualifier": figure.qualifier,
        "period": figure.moment,
        "place": typographic(figure.place),
    }
