"""The looks of `make check-pages` find what is planted, at whatever width and in whatever mode it shows."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.async_api import Error
from playwright.sync_api import Page

from khuyencong.checks.browser.looks import AGAIN, LOOK, TAGS, look_at_all
from khuyencong.checks.browser.memory import Finding
from tests.builds import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FRAME = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title>
<meta name="viewport" content="width=device-width">
<style>p, li {{ color: #111; background: #fff }} .late {{ display: none }} {style}</style></head>
<body><main><h1>Trang</h1>{body}</main></body></html>"""
WIDE = "(min-width: 1000px)"
FAULTS = {
    "good": ("", "<p>Không có gì sai.</p>"),
    "picture": ("", '<img src="x.png">'),
    "pale-in-the-dark": ("@media (prefers-color-scheme: dark) { p { color: #eee } }", "<p>Nhạt.</p>"),
    "pale-in-print": ("@media print { p { color: #ddd } }", "<p>Nhạt.</p>"),
    "pale-when-wide": (f"@media {WIDE} {{ p {{ color: #ddd }} }}", "<p>Nhạt.</p>"),
    "shown-when-wide": (f"@media {WIDE} {{ .late {{ display: block }} }}", '<button class="late"></button>'),
    "wide": ("p { width: 500px }", "<p>Rộng.</p>"),
    "small": ("a { display: block; font-size: 8px; line-height: 1 }", '<a href="#a">Một</a><a href="#b">Hai</a>'),
    "folded": ("", '<details><summary>Mở</summary><img src="x.png"></details>'),
    "small-in-text": ("", '<p>Nhiều <a href="#a">chữ</a> quanh <a href="#b">đây</a>.</p>'),
}


def violations(page: Page) -> list[str]:
    """Let axe look at an open page as it is now, with all its rules."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate("delete window.looks")
    found = page.evaluate(LOOK, {"tags": TAGS, "again": AGAIN})
    assert found["answered"], "axe looked at nothing"
    return list(found["said"])


def looked_at(folder: Path, pages: Mapping[str, str]) -> dict[str, Finding]:
    """Write pages and look at them, in a thread of its own: here another loop may be running."""
    for name, source in pages.items():
        (folder / name).write_text(source, encoding="utf-8")
    found: dict[str, Finding] = {}
    with ThreadPoolExecutor(1) as thread:
        thread.submit(look_at_all, folder, list(pages), AXE, found.__setitem__).result()
    return found


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding]:
    """What is found on each of the pages above."""
    pages = {f"{name}.html": FRAME.format(style=style, body=body) for name, (style, body) in FAULTS.items()}
    return looked_at(tmp_path_factory.mktemp("faults"), pages)


def test_only_the_page_of_samples_may_name_two_parts_alike(tmp_path: Path) -> None:
    twice = FRAME.format(style="", body='<nav aria-label="Mục">a</nav><nav aria-label="Mục">b</nav>')
    (tmp_path / "mau-giao-dien").mkdir()
    found = looked_at(tmp_path, {"mau-giao-dien/index.html": twice, "a.html": twice})
    assert found["mau-giao-dien/index.html"].violations == ()
    assert rules(found["a.html"]).keys() == {"landmark-unique"}


def rules(finding: Finding) -> dict[str, str]:
    """Give where each rule was broken, by its name."""
    return {one.partition(":")[0]: one.rpartition(" [")[2].removesuffix("]") for one in finding.violations}


@pytest.mark.parametrize("name", ["good", "small-in-text"])
def test_a_good_page_has_no_findings(found: dict[str, Finding], name: str) -> None:
    assert found[f"{name}.html"].violations == ()


@pytest.mark.parametrize(
    ("name", "rule", "where"),
    [
        ("picture", "image-alt", "360 light"),
        ("pale-in-the-dark", "color-contrast", "360 dark, 768 dark, 1280 dark"),
        ("pale-in-print", "color-contrast", "360 print, 768 print, 1280 print"),
        ("pale-when-wide", "color-contrast", "1280 light, 1280 dark, 1280 print"),
        ("shown-when-wide", "button-name", "1280 light"),
        ("wide", "sideways", "320 unfolded"),
        ("small", "small-target", "320 unfolded"),
        ("folded", "image-alt", "320 unfolded"),
    ],
)
def test_a_planted_fault_is_found_where_it_shows(found: dict[str, Finding], name: str, rule: str, where: str) -> None:
    assert rules(found[f"{name}.html"])[rule] == where


def test_a_page_that_does_not_open_is_no_good_page(tmp_path: Path) -> None:
    found: dict[str, Finding] = {}
    with ThreadPoolExecutor(1) as thread:
        looking = thread.submit(look_at_all, tmp_path, ["missing.html"], AXE, found.__setitem__)
        with pytest.raises(Error, match="ERR_FILE_NOT_FOUND"):
            looking.result()
