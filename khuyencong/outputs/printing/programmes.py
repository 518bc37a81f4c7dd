"""The summary of a year's programmes as the data that its template reads."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from khuyencong.model.entry import Source
from khuyencong.model.figure import Figure
from khuyencong.model.programme import Budget, Indicator, Programme
from khuyencong.model.vietnamese import number

NOT_STATED = "–"
"""What stands where the source gives no figure."""


def programme_data(one: Programme, basis: Sequence[str], base: str, code: tuple[int, str]) -> dict[str, object]:
    """Give what `programmes.typ` reads of one programme.

    Arguments:
        one: the programme.
        basis: the names of the documents that it rests on.
        base: the address of the site, without a stroke at the end.
        code: the QR code of its page, size in modules and path.
    """
    sources = _all_sources(one)
    most = _comparable(one.budget)
    return {
        "title": one.title,
        "basis": list(basis),
        "budget": [_budget_row(row, sources, most) for row in one.budget],
        "indicators": [_indicator_row(row, sources) for row in one.indicators],
        "sources": [{"text": _named(source), "url": str(source.url or "")} for source in sources],
        "address": f"{base}{one.url}",
        "code": code,
    }


def _all_sources(one: Programme) -> list[Source]:
    """Give the sources of the programme and those that only a figure names, each once."""
    of_budget = (source for row in one.budget for source in row.sources)
    of_indicators = (source for row in one.indicators for source in row.sources)
    return list(dict.fromkeys([*one.sources, *of_budget, *of_indicators]))


def _comparable(rows: Sequence[Budget]) -> tuple[str, Decimal] | None:
    """Give the column that bars compare and its largest amount: one unit, and an amount in every row."""
    if len(rows) < 2 or len({row.unit for row in rows}) > 1:
        return None
    for column in ("spent", "planned"):
        amounts = [getattr(row, column) for row in rows]
        if None not in amounts and max(amounts) > 0:
            return column, max(amounts)
    return None


def _budget_row(row: Budget, sources: list[Source], most: tuple[str, Decimal] | None) -> dict[str, object]:
    return {
        "source": row.source,
        "planned": _amount(row.planned, row.note),
        "spent": _amount(row.spent, row.note),
        "unit": row.unit,
        "share": float(getattr(row, most[0]) / most[1]) if most else None,
        "sources": _numbers(row.sources, sources),
    }


def _amount(value: Decimal | None, note: str | None) -> str:
    return " ".join(filter(None, (note, number(value)))) if value is not None else NOT_STATED


def _indicator_row(row: Indicator, sources: list[Source]) -> dict[str, object]:
    narrower = ", ".join(filter(None, (row.period, row.place)))
    return {
        "name": f"{row.name} ({narrower})" if narrower else row.name,
        "planned": _figure(row.planned, row.qualifier),
        "done": _figure(row.done, row.qualifier),
        "unit": row.unit,
        "sources": _numbers(row.sources, sources),
    }


def _figure(figure: Figure | None, qualifier: str | None) -> str:
    return " ".join(filter(None, (qualifier, figure.text))) if figure else NOT_STATED


def _numbers(named: Sequence[Source], sources: list[Source]) -> list[int]:
    return sorted({sources.index(one) + 1 for one in named})


def _named(source: Source) -> str:
    publisher = source.publisher if source.publisher and source.publisher not in source.title else ""
    return ", ".join(filter(None, (source.title, publisher, source.date.vietnamese if source.date else "")))
