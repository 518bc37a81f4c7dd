"""Waiting for what a page still has to do. A page that is asked only once may be asked too early."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route, expect


def expect_query(page: Page, query: str) -> None:
    """Wait until the page's address has this query; the browser tells of a new address after the page has set it.

    Arguments:
        page: the page.
        query: what stands after the question mark; empty for an address without any.
    """
    expect(page).to_have_url(re.compile(rf"^[^?#]*{re.escape(f'?{query}') if query else ''}$"))


def resize(page: Page, width: int, height: int = 800) -> None:
    """Give the window another size, and wait until the page has it.

    Arguments:
        page: the page.
        width: pixels.
        height: pixels.
    """
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("([width, height]) => innerWidth === width && innerHeight === height", arg=[width, height])


def wait_for_fonts(page: Page) -> None:
    """Wait until all letters stand as they will stand, as those of another font move everything below."""
    page.evaluate("document.fonts.ready.then(() => true)")


@contextmanager
def held_back(page: Page, files: str) -> Iterator[None]:
    """Let a page wait for some files as long as the block lasts.

    Arguments:
        page: the page.
        files: what their addresses look like, as Playwright's routes say it.
    """
    held: list[Route] = []
    is_open = False

    def hold(route: Route) -> None:
        if is_open:
            route.continue_()
        else:
            held.append(route)

    page.route(files, hold)
    yield
    is_open = True
    for one in held:
        one.continue_()
