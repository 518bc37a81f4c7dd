"""Every template as a browser shows it: nothing from outside, no error, no sideways scrolling."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.templates import PATTERNS, fullest
from tests.browser.waiting import resize, wait_for_fonts

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
    resize(page, 320)
    page.goto(root + fullest(site, template))
    wait_for_fonts(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, page.evaluate(OVERFLOW)


def test_the_font_of_the_theme_is_used_for_vietnamese_letters(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    loaded = "one => one.status === 'loaded' && one.family.includes('Be Vietnam Pro')"
    page.wait_for_function(f"[...document.fonts].some({loaded})")


def test_light_and_dark_differ(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.emulate_media(color_scheme="light")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).not_to_have_css("background-color", light)
