"""Build the corpus with this site and three other generators, in turns, and say what it costs.

`python -m bench.run S1 S2 --rounds 3 --tools hugo ours --scenarios cold edit`
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import os
import sys
from pathlib import Path
from typing import Any

from bench.corpus import SEED, Corpus, size_of
from bench.items import Item
from bench.measure import Cost, run
from bench.report import pages_table, table
from bench.tools import ROOT, WORK, Tool, install, tools
from bench.versions import about

SCENARIOS = ("cold", "nothing", "edit", "template")


class BuildError(Exception):
    """Raised when a build fails or an edit is not in its output; a time would then mean nothing."""


class Bench:
    """One size, measured.

    Arguments:
        size: S1, S2, S3 or three numbers.
        chosen: the generators.
        folder: where their work folders are.
    """

    def __init__(self, size: str, chosen: list[Tool], folder: Path) -> None:
        self.tools = chosen
        self.folder = folder
        corpus = Corpus(size_of(size))
        news = [item for item in corpus.items if item.kind == "tin-tuc"]
        self.news: Item = news[len(news) // 2]
        self.rows: list[dict[str, Any]] = []
        self.originals: dict[Path, str] = {}
        for tool in chosen:
            tool.prepare(folder / tool.name, corpus)

    def round(self, number: int, scenarios: list[str]) -> None:
        """Run each scenario with each generator in turn, so that a busy moment of the machine meets all of them."""
        for scenario in scenarios:
            for tool in self.tools:
                load = os.getloadavg()[0]
                cost = self._measure(tool, scenario, number)
                row = {"tool": tool.name, "scenario": scenario, "round": number, "load": round(load, 2)}
                self.rows.append(row | {key: round(value, 3) for key, value in dataclasses.asdict(cost).items()})
                print(f"{scenario:9}{tool.name:9}{cost.wall:8.2f} s", file=sys.stderr, flush=True)

    def _measure(self, tool: Tool, scenario: str, number: int) -> Cost:
        folder = self.folder / tool.name
        page, mark = tool.page_of(folder, self.news), ""
        if scenario == "cold":
            tool.clear(folder)
        elif not page.exists():
            self._build(tool)
        if scenario == "edit":
            mark = f"lan-do-{number}-xong"  # one word: no generator sets a no-break space into it
            source = tool.source_of(folder, self.news)
            source.write_text(f"{self._original(source)}\n{mark}\n", encoding="utf-8")
        if scenario == "template":
            mark = f'data-round="{number}"'
            template = folder / tool.template
            self._edit_template(template, mark)
        cost = self._build(tool)
        if mark not in page.read_text(encoding="utf-8"):
            raise BuildError(f"{tool.name}: {mark} is not in {page.relative_to(self.folder)}")
        return cost

    def _edit_template(self, template: Path, mark: str) -> None:
        before = self._original(template)
        if "<article" not in before:
            raise BuildError(f"{template.name} has no <article> element to edit")
        template.write_text(before.replace("<article", f"<article {mark}", 1), encoding="utf-8")

    def _original(self, path: Path) -> str:
        """Give a file's text as it was before the first edit."""
        return self.originals.setdefault(path, path.read_text(encoding="utf-8"))

    def _build(self, tool: Tool) -> Cost:
        log = self.folder / f"{tool.name}.log"
        cost = run(tool.command, self.folder / tool.name, tool.environment, log)
        if cost.status or not tool.page_of(self.folder / tool.name, self.news).exists():
            said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise BuildError(f"{tool.name} ended with {cost.status}:\n{said}")
        return cost

    def pages(self) -> dict[str, set[str]]:
        """Give the pages that each generator has built."""
        return {tool.name: tool.pages(self.folder / tool.name) for tool in self.tools}


def main() -> int:
    """Measure, write the results, print the tables."""
    available = tools()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=["S1"], help="S1, S2, S3 or establishments+products+news")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tools", nargs="+", choices=sorted(available), default=list(available))
    parser.add_argument("--scenarios", nargs="+", choices=SCENARIOS, default=list(SCENARIOS))
    parser.add_argument("--results", type=Path, default=ROOT / "bench" / "results")
    chosen = parser.parse_args()
    install(chosen.tools)
    available = tools()  # Hugo's place is known only after it was installed
    try:
        for size in chosen.sizes:
            bench = Bench(size, [available[name] for name in chosen.tools], WORK / size)
            for number in range(1, chosen.rounds + 1):
                bench.round(number, chosen.scenarios)
            print(report(size, bench, chosen.results), flush=True)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def report(size: str, bench: Bench, results: Path) -> str:
    """Write the results of one size as JSON, and give them as Markdown."""
    pages = bench.pages()
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    found = {
        "date": day,
        "size": size,
        "seed": SEED,
        "about": about(),
        "pages": {name: len(found) for name, found in pages.items()},
        "rows": bench.rows,
    }
    results.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, ensure_ascii=False, indent=1)
    (results / f"{day}-{size}.json").write_text(f"{text}\n", encoding="utf-8")
    return f"\n## {size}, {day}\n\n{table(bench.rows)}\n\n{pages_table(pages)}\n"


if __name__ == "__main__":
    sys.exit(main())
