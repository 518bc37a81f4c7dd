"""What a first visit of a page fetches, and what moves while its fonts are late: measured in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response, sync_playwright

from bench.pages.server import served
from khuyencong.checks.browser.start import arguments, browser_path

TELEPHONE = {"width": 360, "height": 740}
LATE = 1.0
"""Seconds by which fonts come late."""
KINDS = {"document": "html", "stylesheet": "css", "script": "scripts", "font": "fonts", "image": "pictures"}
SHIFT = """() => new Promise((done) => {
    const shifts = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    const name = ({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent ?? "?";
    setTimeout(() => done({
        total: shifts.reduce((sum, shift) => sum + shift.value, 0),
        moved: [...new Set(shifts.flatMap((shift) => shift.sources.map(name)))],
    }), 200);
})"""


class Responses:
    """Collects what a page is answered; Playwright takes no method of a list."""

    def __init__(self) -> None:
        self.all: list[Response] = []

    def add(self, response: Response) -> None:
        """Take one more."""
        self.all.append(response)


def visit(site: Path, paths: list[str]) -> dict[str, dict[str, Any]]:
    """Visit pages, each in a fresh window without anything stored.

    Arguments:
        site: the output folder.
        paths: the pages, relative to it.

    Returns:
        For each page bytes by kind of file, their sum, the layout shift and what moved.
    """
    with sync_playwright() as playwright, served(site) as swift, served(site, font_delay=LATE) as slow:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments())
        found = {path: {**_fetched(browser, swift + path), **_moved(browser, slow + path)} for path in paths}
        browser.close()
    return found


def _fetched(browser: Browser, address: str) -> dict[str, Any]:
    page, responses = _tab(browser), Responses()
    page.on("response", responses.add)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    sizes: dict[str, int] = dict.fromkeys(KINDS.values(), 0)
    files: dict[str, int] = {}
    for response in responses.all:
        kind = KINDS.get(response.request.resource_type, "pictures")
        size = int(response.headers["content-length"])
        sizes[kind] += size
        files[response.url.removeprefix(address[: address.index("/", 8) + 1])] = size
    page.context.close()
    whole = sum(sizes.values())
    texts = {"html_and_css": sizes["html"] + sizes["css"]}
    return {**sizes, **texts, "first_view": whole, "first_view_without_photos": whole - _photos(files), "files": files}


def _photos(files: dict[str, int]) -> int:
    """Give the bytes of pictures that are no drawings of ours."""
    return sum(size for name, size in files.items() if name.endswith((".webp", ".avif", ".jpg", ".jpeg", ".png")))


def _moved(browser: Browser, address: str) -> dict[str, Any]:
    page = _tab(browser)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    found = page.evaluate(SHIFT)
    page.context.close()
    return {"layout_shift": round(found["total"], 5), "moved": found["moved"]}


def _tab(browser: Browser) -> Page:
    return browser.new_context(viewport=TELEPHONE, device_scale_factor=2, is_mobile=True, locale="vi-VN").new_page()  # type: ignore[arg-type]
