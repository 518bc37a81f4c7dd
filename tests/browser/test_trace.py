"""The browser trace: with the headers of a real server, no page asks anything of another host or keeps a cookie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from khuyencong.checks.kinds import by_kind, fullest
from khuyencong.checks.pages import PATTERNS
from tests.browser.strict import Trace, serving_strictly, traced
from tests.builds import build, small_content
from tests.content import ROOT
from tests.pictures import photo
from tests.search.asking import ask

pytestmark = pytest.mark.browser

MISSING = "Failed to load resource: the server responded with a status of 404"
"""What the pattern page makes the browser say: its examples name pictures that are made up."""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
SCROLL = """() => {
    for (const one of document.images) one.loading = "eager";
    window.scrollTo(0, document.documentElement.scrollHeight);
}"""
PRESS_ALL = """() => document.querySelectorAll("button[type=button]:not([disabled])").forEach((one) => one.click())"""
GALLERY = """---
title: Cơ sở có ảnh
gallery:
  - {src: xuong.jpg, alt: Xưởng nhìn từ cổng vào}
  - {src: may.jpg, alt: Máy đúc đang chạy}
---
"""


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    """The address of the built site on a server with the real headers."""
    with serving_strictly(site) as address:
        yield address


@pytest.fixture
def trace(browser: Browser, strict: str) -> Iterator[Trace]:
    """A window that notes what it does."""
    with traced(browser, strict) as one:
        yield one


def test_no_kind_of_page_asks_others_or_breaks_the_policy(trace: Trace, site: Path) -> None:
    pages = fullest(by_kind(site))
    assert len(pages) > 30
    found: dict[str, list[str]] = {}
    for path in pages:
        trace.page.goto(f"{trace.address}{path}")
        trace.page.evaluate(OPEN_ALL)
        trace.page.evaluate(SCROLL)
        trace.page.evaluate(PRESS_ALL)
        trace.settle()
        faults = [one for one in trace.faults() if path != PATTERNS or not one.startswith(MISSING)]
        found |= {path: faults} if faults else {}
    assert found == {}
    assert len(trace.policies) >= len(pages)
    assert all("default-src 'none'" in one for one in trace.policies)


def test_searching_asks_nobody_else(trace: Trace) -> None:
    trace.page.goto(f"{trace.address}tim-kiem/index.html")
    assert len(ask(trace.page, "bánh tráng")) > 0
    trace.settle()
    assert any("/pagefind/" in one for one in trace.requests)
    assert trace.faults() == []


def test_narrowing_a_list_asks_nobody_else(trace: Trace) -> None:
    trace.page.goto(f"{trace.address}co-so/")
    trace.page.evaluate(OPEN_ALL)
    trace.page.locator('[data-facet] a[data-value="nganh/che-bien"]').click()
    expect(trace.page.locator(".chip")).to_have_count(1)
    trace.settle()
    assert any(one.endswith("danh-sach.json") for one in trace.requests)
    assert trace.faults() == []


def test_comparing_asks_nobody_else_and_keeps_what_the_privacy_page_names(trace: Trace) -> None:
    trace.page.goto(f"{trace.address}san-pham/")
    for number in range(2):
        trace.page.locator("[data-compare]").nth(number).check()
    trace.page.get_by_role("region", name="Sản phẩm chọn để so sánh").get_by_role("link", name="So sánh").click()
    expect(trace.page.locator(".compared thead th a")).to_have_count(2)
    trace.settle()
    assert trace.faults() == []


def test_maps_ask_nobody_else(trace: Trace) -> None:
    trace.page.goto(f"{trace.address}dia-ban/")
    trace.page.locator(".place-map a").first.hover()
    trace.page.locator(".place-map a").first.focus()
    trace.settle()
    assert trace.faults() == []


def test_a_gallery_asks_nobody_else(browser: Browser, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "establishments/co-anh.md": GALLERY,
        "establishments/xuong.jpg": photo(800, 600),
        "establishments/may.jpg": photo(800, 600),
    }
    built = build(small_content(tmp_path / "content", files), tmp_path / "ra")
    with serving_strictly(built) as address, traced(browser, address) as trace:
        trace.page.goto(f"{address}co-so/co-anh/")
        trace.page.locator(".gallery a").first.click()
        expect(trace.page.get_by_role("dialog")).to_be_visible()
        trace.settle()
        assert trace.faults() == []


def test_what_a_page_keeps_in_the_browser_stands_on_the_privacy_page(trace: Trace) -> None:
    trace.page.goto(f"{trace.address}san-pham/")
    trace.page.locator("[data-compare]").first.check()
    trace.page.evaluate(OPEN_ALL)
    for button in trace.page.locator(".display button").all():
        button.click()
    kept = set(trace.page.evaluate("() => Object.keys(localStorage)"))
    assert kept
    assert trace.page.evaluate("() => sessionStorage.length") == 0
    assert trace.page.evaluate("async () => (await indexedDB.databases()).length") == 0
    said = (ROOT / "content" / "pages" / "quyen-rieng-tu.md").read_text(encoding="utf-8")
    assert kept <= set(re.findall(r"`([\w-]+)`", said))


PLANTED = {
    "a script in the page": "<script>document.title = 'x'</script>",
    "a style in the page": '<p style="color: red">x</p>',
    "a script of others": '<script src="http://127.0.0.2:1/a.js"></script>',
    "a picture of others": '<img src="http://127.0.0.2:1/a.png" alt="x">',
    "a frame of others": '<iframe src="http://127.0.0.2:1/" title="x"></iframe>',
}


@pytest.mark.parametrize("fragment", PLANTED.values(), ids=list(PLANTED))
def test_the_trace_would_find(browser: Browser, tmp_path: Path, fragment: str) -> None:
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><title>x</title><body>{fragment}</body>", encoding="utf-8")
    with serving_strictly(tmp_path) as address, traced(browser, address) as trace:
        trace.page.goto(address)
        trace.page.wait_for_function("window.violations.length > 0")
        assert any("index" not in one for one in trace.faults())
