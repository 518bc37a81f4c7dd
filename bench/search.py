"""Measure the search in a browser: bytes over the network, typing to results, quality. `python -m bench.search`."""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.corpus import SEED
from bench.items import Item, Maker, Size
from bench.places import read_real
from khuyencong.build.closure import read_templates
from khuyencong.build.indexing import TEMPLATE
from khuyencong.build.templating import make_environment
from khuyencong.checks.browser.start import arguments, browser_path
from khuyencong.model.search import Indexed
from khuyencong.outputs.search.chunks import cut_smaller
from khuyencong.outputs.search.document import FOLDER, Document
from khuyencong.outputs.search.fragments import finish
from khuyencong.outputs.search.program import run_pagefind
from khuyencong.outputs.search.words import filter_table, word_table
from tests.search.asking import PAGE, PATIENCE, Query, ask, read_queries
from tests.search.serving import Served, serving

ROOT = Path(__file__).resolve().parent.parent
FONTS = ".woff2"
FIRST = "bánh tráng an ngãi"
LARGE = Size(5_000, 5_000, 10_000)
"""Establishments, products and news of the synthetic site: 20,000 documents."""
TYPED = """text => new Promise(resolve => {
    const root = document.querySelector('[data-module=search]'), input = document.querySelector('#tim_gi');
    const started = performance.now();
    new MutationObserver((_, observer) => {
        if (root.dataset.answered === text) { observer.disconnect(); resolve(performance.now() - started); }
    }).observe(root, {attributes: true});
    input.value = text;
    input.dispatchEvent(new Event('input'));
})"""


@dataclass(frozen=True)
class Measured:
    """What one site showed.

    Arguments:
        first: bytes up to the first results of a fresh visitor, without fonts.
        fonts: bytes of fonts among these requests.
        later: bytes of each later query.
        milliseconds: from typing to results of each later query, the pause after the last letter included.
    """

    first: int
    fonts: int
    later: list[int]
    milliseconds: list[float]


def measure(browser: Browser, served: Served, queries: list[str]) -> Measured:
    """Visit a site afresh, ask once, and then ask many things."""
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    served.sent.clear()
    page.goto(served.address + PAGE)
    ask(page, FIRST)
    sent = list(served.sent)
    fonts = sum(size for address, size in sent if address.endswith(FONTS))
    later, milliseconds = [], []
    for text in queries:
        served.sent.clear()
        _clear(page)
        milliseconds.append(page.evaluate(TYPED, text))
        later.append(sum(size for _, size in served.sent))
    context.close()
    return Measured(sum(size for _, size in sent) - fonts, fonts, later, milliseconds)


def _clear(page: Page) -> None:
    page.fill("#tim_gi", "")
    page.wait_for_function("() => !document.querySelector('[data-module=search]').dataset.answered")


def synthetic_site(site: Path, folder: Path) -> float:
    """Make a site of 20,000 documents that has only its search; give the seconds that indexing took."""
    for name in ("giao-dien", "tim-kiem"):
        shutil.copytree(site / name, folder / name)
    items = Maker(SEED, read_real()).items(LARGE)
    environment = make_environment(read_templates(ROOT / "themes" / "khuyencong" / "templates"), folder / "compiled")
    template = environment.get_template(TEMPLATE)
    started = time.perf_counter()
    known = [_indexed(item) for item in sorted({item.url: item for item in items}.values(), key=lambda one: one.url)]
    documents = [
        Document(one.url, template.render(document=one, other_words=()), (("shown", one.shown),), one.filters, one.day)
        for one in known
    ]
    files, keys = finish(cut_smaller(run_pagefind(documents, folder)), documents)
    files["words.json"] = word_table((one.title for one in known), (" ".join(one.text) for one in known), {}, ())
    files["filters.json"] = filter_table(documents, keys)
    for name, data in files.items():
        path = folder / FOLDER.strip("/") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return time.perf_counter() - started


def _indexed(item: Item) -> Indexed:
    text = (item.summary, *filter(None, item.body.split("\n")))
    day = str(item.fields.get("date", ""))
    return Indexed(item.url, item.title, item.kind, item.kind, text, filters=(("loai", item.kind),), day=day)


def report(label: str, found: Measured) -> str:
    """Write one row of the table."""
    kilobytes = [f"{found.first / 1000:.0f}", f"{found.fonts / 1000:.0f}"]
    later = sorted(found.later)
    kilobytes += [f"{statistics.median(later) / 1000:.1f}", f"{later[int(len(later) * 0.9)] / 1000:.1f}"]
    kilobytes.append(f"{later[-1] / 1000:.1f}")
    slow = sorted(found.milliseconds)
    times = [f"{statistics.median(slow):.0f}", f"{slow[int(len(slow) * 0.9)]:.0f}", f"{slow[-1]:.0f}"]
    return f"| {' | '.join([label, *kilobytes, *times])} |"


def quality(browser: Browser, served: Served, queries: list[Query]) -> str:
    """Say how many queries find what they must, and where it stands."""
    page = browser.new_page()
    page.goto(served.address + PAGE)
    answers = [(query, ask(page, query.text)) for query in queries]
    recall = sum(query.is_answered(found) for query, found in answers) / len(answers)
    rank = statistics.mean(query.reciprocal_rank(found) for query, found in answers)
    return f"{len(answers)} queries: recall {recall:.1%}, mean reciprocal rank {rank:.3f}"


def main() -> int:
    """Measure the built site, and a synthetic one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "output")
    parser.add_argument("--only-real", action="store_true", help="leave out the synthetic 20,000 pages")
    chosen = parser.parse_args()
    queries = list(read_queries())
    texts = [query.text.strip() for query in queries][::3]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments())
        print("| site | first KB | fonts KB | later KB, median | 90 % | most | ms, median | 90 % | most |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        with serving(chosen.site) as served:
            print(report("real", measure(browser, served, texts)), flush=True)
            print(quality(browser, served, queries), flush=True)
        if not chosen.only_real:
            seconds = synthetic_site(chosen.site, Path(name))
            with serving(Path(name)) as served:
                print(report("20,000 documents", measure(browser, served, texts[::2])))
            print(f"Indexing 20,000 documents: {seconds:.0f} s")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
