"""Look at the finished pages in a browser: accessibility and reflow, at three widths, light, dark and in print.

A page that has not changed since it was last looked at is not looked at again; a run that was stopped goes on where
it was.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.checks.browser.looks import look_at_all  # noqa: E402 - needs the path above
from khuyencong.checks.browser.memory import Finding, Memory  # noqa: E402
from khuyencong.checks.browser.report import write_reports  # noqa: E402
from khuyencong.checks.kinds import by_kind, fullest, in_order  # noqa: E402

AXE = ROOT / "node_modules" / "axe-core"
REPORTS = ROOT / "docs" / "reports" / "accessibility"
BETWEEN_SAVES = 20
"""Pages that are looked at again when a run is stopped, at most."""


def main() -> int:
    """Look at the pages that the command line names, print what was found.

    Returns:
        1 when anything was found, otherwise 0.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, nargs="?", default=Path("output"))
    parser.add_argument("--sample", action="store_true", help="only the fullest page of each kind")
    parser.add_argument("--report", action="store_true", help="write docs/reports/accessibility/")
    given = parser.parse_args()
    kinds = by_kind(given.output)
    paths = in_order(fullest(kinds) if given.sample else [path for paths in kinds.values() for path in paths])
    findings = look_again(given.output, paths, forget=not given.sample)
    for path, finding in findings.items():
        for violation in finding.violations:
            print(f"{given.output}/{path}: {violation}")
    if given.report:
        write_reports(REPORTS, kinds, findings, tools(), dt.datetime.now(tz=dt.UTC).date())
    count = sum(len(finding.violations) for finding in findings.values())
    print(f"{len(findings)} pages of {len(kinds)} kinds, {count} problems.")
    return 1 if count or not findings else 0


def look_again(output: Path, paths: list[str], *, forget: bool) -> dict[str, Finding]:
    """Give the findings of pages, looking only at those that have changed.

    Arguments:
        output: the output folder.
        paths: the pages.
        forget: whether other pages may be forgotten.
    """
    memory = Memory(ROOT / ".cache" / "looks.json", [AXE / "axe.min.js"])
    keys = {path: memory.key((output / path).read_bytes()) for path in paths}
    known = {path: finding for path in paths if (finding := memory.get(keys[path]))}
    unknown = [path for path in paths if path not in known]
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True, disable=not sys.stdout.isatty()) as progress:
        task = progress.add_task("Pages", total=len(unknown))

        def done(path: str, finding: Finding) -> None:
            known[path] = finding
            memory.put(keys[path], finding)
            progress.advance(task)
            if len(known) % BETWEEN_SAVES == 0:
                memory.save()

        try:
            look_at_all(output, unknown, AXE / "axe.min.js", done)
        finally:
            memory.save(keys.values() if forget and len(known) == len(paths) else None)
    return {path: known[path] for path in paths}


def tools() -> dict[str, str]:
    """Give the versions of what looked at the pages."""
    package = json.loads((AXE / "package.json").read_text(encoding="utf-8"))
    return {"axe-core": package["version"]}


if __name__ == "__main__":
    sys.exit(main())
