"""Asks the search page what people ask, and reads the answers as they see them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page

QUERIES = Path(__file__).parent / "queries.yaml"
PAGE = "tim-kiem/index.html"
PATIENCE = 60_000
"""Milliseconds to wait for an answer, which usually takes a few: the machine may be busy with much else."""
RESULTS = """() => [...document.querySelectorAll('[data-search="results"] h3 a')].map(
    link => new URL(link.href).pathname.replace(/^\\/|\\/(index.html)?$/g, ''))"""
ANSWERED = "query => document.querySelector('[data-module=search]').dataset.answered === query"


@dataclass(frozen=True)
class Query:
    """What somebody types.

    Arguments:
        kind: the kind of query.
        text: as typed.
        first: how far down the pages may stand.
        pages: the pages that must stand there.
    """

    kind: str
    text: str
    first: int
    pages: tuple[str, ...]

    def ranks(self, results: list[str]) -> list[int]:
        """Give the place of each page among the results, counted from 1; 0 for none."""
        return [results.index(page) + 1 if page in results else 0 for page in self.pages]

    def is_answered(self, results: list[str]) -> bool:
        """Whether every page stands high enough."""
        return all(0 < rank <= self.first for rank in self.ranks(results))

    def reciprocal_rank(self, results: list[str]) -> float:
        """Give one divided by the place of the first page that was looked for; 0 when none was found."""
        return max((1 / rank for rank in self.ranks(results) if rank), default=0.0)


def read_queries() -> Iterator[Query]:
    """Read the table of queries."""
    for kind, queries in yaml.safe_load(QUERIES.read_text(encoding="utf-8")).items():
        for one in queries:
            text = unicodedata.normalize(one.get("form", "NFC"), one["query"])
            yield Query(kind, text, one["first"], tuple(one["pages"]))


def ask(page: Page, text: str) -> list[str]:
    """Type a query into the search page and give the addresses of the results in the order in which they stand."""
    page.fill("#tim_gi", "")
    page.wait_for_function("() => !document.querySelector('[data-module=search]').dataset.answered", timeout=PATIENCE)
    page.fill("#tim_gi", text)
    return answered(page, text)


def answered(page: Page, text: str) -> list[str]:
    """Wait until what the search page shows answers a query, narrowed and sorted as it now is; give the addresses."""
    page.wait_for_function(ANSWERED, arg=text.strip(), timeout=PATIENCE)
    found: list[str] = page.evaluate(RESULTS)
    return found
