"""Every template as a browser shows it: nothing from outside, no error, no sideways scrolling."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.templates import PATTERNS, fullest

pytestmark = pytest.mark.browser

OVERFLOW = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table-scroll'))
    .map(one => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("template", PATTERNS)
def test_a_page_loads_only_its_own_files_and_without_error(page: Page, root: str, site: Path, template: str) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(root + fullest(site, template))
    assert [url for url in requests if not url.startswith(root)] == []
    assert any(url.endswith(".css") for url in requests)
    assert errors == []


@pytest.mark.parametrize("template", PATTERNS)
def test_on_the_narrowest_screen_nothing_scrolls_sideways(page: Page, root: str, site: Path, template: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(root + fullest(site, template))
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, page.evaluate(OVERFLOW)


def test_the_font_of_the_theme_is_used_for_vietnamese_letters(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate("[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)")
    assert any("Be Vietnam Pro" in family for family in loaded)


def test_light_and_dark_differ(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    colours = []
    page.emulate_media(color_scheme="light")
    colours.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    page.emulate_media(color_scheme="dark")
    colours.append(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert colours[0] != colours[1]
