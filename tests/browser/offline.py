"""A published site on a host that can be switched off, and browsers that have kept what they shall keep of it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.serving import Host

LONGEST = 120.0
"""Seconds to wait for a worker; usually it takes a few tenths, but the machine may be busy."""
ARTICLE = "tin-tuc/hoi-cho/"
KEPT = """async () => {
    const kept = {};
    for (const name of await caches.keys()) kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
    return kept;
}"""
IS_KEPT = f"""async () => {{
    const kept = Object.values(await ({KEPT})()).flat();
    const files = performance.getEntriesByType("resource").map(({{ name }}) => name).filter(
        (name) => /[.-][0-9a-f]{{8,10}}\\.[a-z0-9]+$/.test(name));
    return ["co-so/", "co-so/a-z/", "co-so/danh-sach.json", location.pathname].every((end) =>
        kept.some((url) => url.endsWith(end))) && files.every((one) => kept.includes(one));
}}"""
"""Whether a page, the files that it shows, and the lists that are kept unasked, are kept."""

REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).map(({scope}) => scope)"

anywhere = pytest.mark.parametrize("below", ["", "/a/b"], ids=["at the root", "below a sub-path"])


@pytest.fixture
def below() -> str:
    """Where the site lies on its host; some tests put it at the root too."""
    return "/a/b"


@pytest.fixture
def host(tmp_path: Path, published_site: Path, below: str) -> Iterator[Host]:
    """A host with the published site."""
    root = tmp_path / "host"
    shutil.copytree(published_site, root / below.strip("/"), dirs_exist_ok=True)
    with Host(root) as host:
        yield host


@pytest.fixture
def base(host: Host, below: str) -> str:
    """The address of the site, ending in a slash."""
    return f"{host.address}{below}/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here, and that may not complain of anything."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    said: list[str] = []
    context.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    context.on("weberror", lambda one: said.append(str(one.error)))
    yield context
    context.close()
    assert [one for one in said if "Failed to load resource" not in one] == []


def until(page: Page, condition: str) -> None:
    """Wait until an asynchronous condition is true; Playwright itself takes its promise for an answer."""
    end = time.monotonic() + LONGEST
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def visit(context: BrowserContext, address: str) -> Page:
    """Open a page and wait until all that shall be kept is kept."""
    page = context.new_page()
    page.goto(address)
    until(page, IS_KEPT)
    return page
