"""Writes what the browser found as one JSON file for each kind of page."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from khuyencong.checks.browser.looks import MODES, NARROWEST, WIDTHS
from khuyencong.checks.browser.memory import Finding

STANDARD = "WCAG 2.2 A and AA, and the best practices of axe-core"


def report(
    kind: str, paths: Sequence[str], findings: Mapping[str, Finding], tools: Mapping[str, str], day: dt.date
) -> dict[str, object]:
    """Say what was found on the pages of one kind.

    Arguments:
        kind: the kind of page.
        paths: all its pages.
        findings: what was found, by page, on those that were looked at.
        tools: versions by the name of the tool.
        day: when the report is written.
    """
    faulty = {path: list(one.violations) for path, one in findings.items() if one.violations}
    return {
        "kind": kind,
        "date": day.isoformat(),
        "standard": STANDARD,
        "tools": dict(tools),
        "widths": list(WIDTHS),
        "modes": [mode.name for mode in MODES],
        "reflow": NARROWEST,
        "pages": len(paths),
        "looked_at": len(findings),
        "violations": sum(len(one.violations) for one in findings.values()),
        "for_a_person_to_judge": sorted({rule for one in findings.values() for rule in one.unsure}),
        "found": faulty,
    }


def write_reports(
    folder: Path,
    kinds: Mapping[str, Sequence[str]],
    findings: Mapping[str, Finding],
    tools: Mapping[str, str],
    day: dt.date,
) -> None:
    """Write the report of every kind, in place of all earlier ones.

    Arguments:
        folder: where the reports lie, and nothing else.
        kinds: the pages of each kind.
        findings: what was found, by page, on those that were looked at.
        tools: versions by the name of the tool.
        day: when the reports are written.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for kind, paths in kinds.items():
        own = {path: findings[path] for path in paths if path in findings}
        said = report(kind, paths, own, tools, day)
        text = json.dumps(said, ensure_ascii=False, indent=2)
        (folder / f"{kind}.json").write_text(f"{text}\n", encoding="utf-8")
