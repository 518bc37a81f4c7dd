"""What a page may weigh and how fast it must show: the one place where these limits stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ARTICLE = "tin-tuc-entry"
HOME = "home"

WINDOW = 10 * 1460
"""Bytes that a server sends before it waits for the first answer (RFC 6928): 14,600. The budget is a little less."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that something may cost.

    Arguments:
        measure: what is measured, as `Weight.measures` and Lighthouse's results name it.
        most: the limit.
        kinds: for which kinds of page; for all when left out.
    """

    measure: str
    most: float
    kinds: tuple[str, ...] = ()

    def applies_to(self, kind: str) -> bool:
        """Tell whether the limit holds for a kind of page."""
        return not self.kinds or kind in self.kinds


WEIGHTS = (
    Budget("html_and_css", 14 * 1024, (ARTICLE,)),
    Budget("scripts", 6 * 1024, (ARTICLE, HOME)),
    Budget("scripts", 8 * 1024),  # the search's own script is 6 KB; every page has those of the display and the worker
    Budget("fonts", 30 * 1000),
    Budget("first_view_without_photos", 100 * 1000, (ARTICLE,)),
    Budget("first_view", 200 * 1000, (HOME,)),
    Budget("layout_shift", 0.001),
)
"""Bytes as they travel, compressed with brotli at its best; layout shift as Chromium counts it."""

LIGHTHOUSE_LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
LIGHTHOUSE_MOST = (
    Budget("first_contentful_paint_ms", 900),
    Budget("largest_contentful_paint_ms", 1300),
    Budget("total_blocking_time_ms", 0),
    Budget("cumulative_layout_shift", 0),
)


def broken(kind: str, measures: Mapping[str, float], budgets: tuple[Budget, ...]) -> Iterator[str]:
    """Name every budget that a page breaks.

    Arguments:
        kind: the kind of page.
        measures: what was measured.
        budgets: the limits.
    """
    for budget in budgets:
        value = measures.get(budget.measure)
        if value is not None and budget.applies_to(kind) and value > budget.most:
            yield f"{budget.measure} {value:g} > {budget.most:g}"
