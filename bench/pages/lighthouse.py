"""Lighthouse as a telephone on a slow network sees a page: medians of several runs."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.tools import ROOT, WORK, once
from khuyencong.checks.browser.start import arguments, browser_path

LOCKED = ROOT / "bench" / "pages"
FOLDER = WORK / "lighthouse"
COMMAND = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
TIMES = {
    "first_contentful_paint_ms": "first-contentful-paint",
    "largest_contentful_paint_ms": "largest-contentful-paint",
    "total_blocking_time_ms": "total-blocking-time",
    "cumulative_layout_shift": "cumulative-layout-shift",
    "speed_index_ms": "speed-index",
}


def install() -> None:
    """Install Lighthouse as its lock file says, unless that was done before."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in (".npmrc", "package.json", "package-lock.json"):
        shutil.copyfile(LOCKED / name, FOLDER / name)
    command = ["npm", "ci", "--ignore-scripts", "--loglevel=error", "--no-progress"]
    once(FOLDER / "package-lock.json", FOLDER / "node_modules", command, FOLDER)


def run(address: str) -> dict[str, Any]:
    """Run Lighthouse once, for a telephone with simulated slow 4G; give its whole report.

    Arguments:
        address: the page.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        flags = " ".join(["--headless=new", *arguments()])
        command = ["node", str(COMMAND), address, "--quiet", "--output=json", f"--output-path={target}"]
        environment = {**os.environ, "CHROME_PATH": browser_path() or ""}
        subprocess.run([*command, f"--chrome-flags={flags}"], env=environment, check=True, stdout=subprocess.DEVNULL)
        report: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return report


def scores(report: Mapping[str, Any]) -> dict[str, float]:
    """Give the scores in percent and the times of one report."""
    categories = {name: round(one["score"] * 100) for name, one in report["categories"].items()}
    return {**categories, **{name: round(report["audits"][one]["numericValue"], 4) for name, one in TIMES.items()}}


def lost(report: Mapping[str, Any]) -> list[str]:
    """Name the audits that cost a score, and for slow pages what they blame."""
    weighed = [
        one["id"]
        for category in report["categories"].values()
        for one in category["auditRefs"]
        if one["weight"] and report["audits"][one["id"]]["score"] not in (None, 1)
    ]
    audits = (report["audits"][name] for name in dict.fromkeys(weighed))
    return [f"{one['id']}: {one.get('displayValue', one['title'])}" for one in audits]


def medians(addresses: Mapping[str, str], runs: int) -> dict[str, dict[str, Any]]:
    """Measure pages in turns, so that a busy moment of the machine meets all of them.

    Arguments:
        addresses: the pages by name.
        runs: how often each is measured.

    Returns:
        For each page the median of each measure, and under `lost` what cost a score in any run.
    """
    reports: dict[str, list[dict[str, Any]]] = {name: [] for name in addresses}
    for _ in range(runs):
        for name, address in addresses.items():
            reports[name].append(run(address))
    return {name: _median(found) for name, found in reports.items()}


def _median(found: list[dict[str, Any]]) -> dict[str, Any]:
    each = [scores(one) for one in found]
    middle = {name: statistics.median(one[name] for one in each) for name in each[0]}
    return {**middle, "lost": sorted({audit for one in found for audit in lost(one)})}
