"""Weigh the finished pages and time them: `python -m bench.pages.run --runs 3`.

The site is built as it goes to a web server, with test values where a real body would stand, so that search engines
are let in.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from bench.pages import lighthouse
from bench.pages.budgets import ARTICLE, HOME, LIGHTHOUSE_LEAST, LIGHTHOUSE_MOST, WEIGHTS, broken
from bench.pages.server import served
from bench.pages.visit import visit
from bench.tools import ROOT, WORK
from bench.versions import about
from khuyencong.checks.kinds import by_kind, fullest, kind_of, medians

RESULTS = ROOT / "bench" / "pages" / "results"
FOLDER = WORK / "pages"
IDENTITY = {
    "governing_body": "Cơ quan thử",
    "responsible_person": "Người thử",
    "address": "Địa chỉ thử",
    "phone": "0900000000",
    "email": "thu@khuyencong.example",
}
BULLETIN = {"licence": "Giấy phép thử", "printer": "Nhà in thử", "period": "Kỳ hạn thử"}
ISSUE = "---\ndate: 2026-01-01\nprint_run: 1\n"
"""Test values, for measuring only: nothing built with them is ever published."""
TIMED = (HOME, ARTICLE, "co-so-entry", "co-so")
COLUMNS = ("html", "css", "html_and_css", "scripts", "fonts", "pictures", "first_view", "layout_shift")
PAINTS = ("first_contentful_paint_ms", "largest_contentful_paint_ms", "total_blocking_time_ms")
SCORES = (*LIGHTHOUSE_LEAST, *PAINTS, "cumulative_layout_shift")


def build() -> Path:
    """Build the site with test values in `site.yaml` and give its folder."""
    content, output = FOLDER / "content", FOLDER / "site"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(ROOT / "content", content)
    settings = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8"))
    settings |= {
        "demo": False,
        "identity": settings["identity"] | IDENTITY,
        "bulletin": settings["bulletin"] | BULLETIN,
    }
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (content / "site.yaml").write_text(text, encoding="utf-8")
    for issue in (content / "bulletins").glob("*.md"):
        issue.write_text(issue.read_text(encoding="utf-8").replace("---\n", ISSUE, 1), encoding="utf-8")
    command = [sys.executable, "scripts/build.py", str(content), str(output), "publishconf.py"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)
    return output


def weighed(site: Path) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Weigh the fullest and the middle page of each kind; give what was found, and every budget that is broken."""
    kinds = by_kind(site)
    found = visit(site, list(dict.fromkeys([*fullest(kinds), *medians(kinds)])))
    complaints = [f"{path}: {one}" for path, page in found.items() for one in broken(kind_of(path), page, WEIGHTS)]
    print(f"| page | {' | '.join(COLUMNS)} |\n| --- |{' ---: |' * len(COLUMNS)}")
    for path, page in found.items():
        print(f"| {path.removesuffix('/index.html')} | {' | '.join(f'{page[one]:,}' for one in COLUMNS)} |", flush=True)
    return found, complaints


def timed(site: Path, runs: int) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Run Lighthouse on the fullest page of four kinds; give medians, and every target that is missed."""
    lighthouse.install()
    kinds = by_kind(site)
    with served(site) as root:
        pages = {kind: root + kinds[kind][-1].removesuffix("index.html") for kind in TIMED}
        found = lighthouse.medians(pages, runs)
    print(f"\n| page | {' | '.join(SCORES)} |\n| --- |{' ---: |' * len(SCORES)}")
    complaints = []
    for kind, page in found.items():
        print(f"| {kind} | {' | '.join(f'{page[one]:g}' for one in SCORES)} |")
        complaints += [f"{kind}: {one}" for one in broken(kind, page, LIGHTHOUSE_MOST)]
        missed = {one: least for one, least in LIGHTHOUSE_LEAST.items() if page[one] < least}
        complaints += [f"{kind}: {one} {page[one]:g} < {least}" for one, least in missed.items()]
        complaints += [f"{kind}: it cost a score: {one}" for one in page["lost"]]
    return found, complaints


def main() -> int:
    """Measure, print tables, write the result; 1 when a budget is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse; 0 for none")
    given = parser.parse_args()
    site = build()
    pages, complaints = weighed(site)
    times: dict[str, Any] = {}
    if given.runs:
        times, missed = timed(site, given.runs)
        complaints += missed
    now = dt.datetime.now(tz=dt.UTC)
    RESULTS.mkdir(exist_ok=True)
    result = {"about": about(), "pages": pages, "lighthouse": times, "broken": complaints}
    text = json.dumps(result, ensure_ascii=False, indent=1)
    (RESULTS / f"{now.date().isoformat()}.json").write_text(f"{text}\n", encoding="utf-8")
    print("\n".join(["", *complaints, f"{len(pages)} pages weighed, {len(complaints)} budgets broken."]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
