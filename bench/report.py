"""Results as Markdown: medians, and ratios to Hugo in the same round."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping
from typing import Any

REFERENCE = "hugo"
HEAD = (
    "scenario",
    "tool",
    "runs",
    "wall s median (min)",
    "CPU s median (min)",
    "largest process MB",
    "all processes MB",
    "wall / Hugo",
    "CPU / Hugo",
)
SHOWN = 5
"""Pages named, where a generator's pages differ from ours."""


def table(rows: list[dict[str, Any]]) -> str:
    """Give one line for each scenario and generator.

    Arguments:
        rows: the runs: tool, scenario, round, and their cost.
    """
    lines = [f"| {' | '.join(HEAD)} |", f"| --- | --- |{' ---: |' * (len(HEAD) - 2)}"]
    for scenario in _distinct(row["scenario"] for row in rows):
        for tool in _distinct(row["tool"] for row in rows):
            runs = [row for row in rows if (row["scenario"], row["tool"]) == (scenario, tool)]
            if runs:
                cells = [scenario, tool, str(len(runs)), _time(runs, "wall"), _time(runs, "cpu")]
                cells += [f"{max(row[key] for row in runs):.0f}" for key in ("largest_mb", "together_mb")]
                cells += [_ratio(runs, rows, key) for key in ("wall", "cpu")]
                lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _time(runs: list[dict[str, Any]], key: str) -> str:
    values = [row[key] for row in runs]
    return f"{statistics.median(values):.2f} ({min(values):.2f})"


def _ratio(runs: list[dict[str, Any]], rows: list[dict[str, Any]], key: str) -> str:
    """Give the median of the ratios inside the rounds; the machine's other work weighs on both of a round."""
    reference = {
        row["round"]: row[key] for row in rows if row["tool"] == REFERENCE and row["scenario"] == runs[0]["scenario"]
    }
    ratios = [row[key] / reference[row["round"]] for row in runs if reference.get(row["round"])]
    return f"{statistics.median(ratios):.2f}" if ratios else "–"


def pages_table(pages: Mapping[str, set[str]]) -> str:
    """Say how many pages each generator has built, and which differ from ours."""
    lines = ["| tool | HTML pages | only here | only ours |", "| --- | ---: | --- | --- |"]
    ours = pages.get("ours")
    for tool, found in pages.items():
        more, less = (found - ours, ours - found) if ours is not None else (set[str](), set[str]())
        lines.append(f"| {tool} | {len(found)} | {_some(more)} | {_some(less)} |")
    return "\n".join(lines)


def _some(names: set[str]) -> str:
    shown = ", ".join(sorted(names)[:SHOWN])
    return f"{len(names)}: {shown}" if names else "0"
