"""A browser, and the pages to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from khuyencong.checks.browser.start import arguments, browser_path
from tests.builds import published_site, site, small_site

__all__ = ["published_site", "site", "small_site"]

PATIENCE = 60_000
"""Milliseconds to wait for what usually takes a few: the machine may be busy with much else."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; where it has none, the one that Playwright has brought."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_path(), args=arguments())
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window of a small telephone, in which nothing is still on its way when it is looked at."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A fresh window of a desk computer with JavaScript switched off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def root(site: Path) -> str:
    """The address of the built site's folder, ending in a slash."""
    return f"{site.as_uri()}/"
