"""The published site, which is made for a web server, opened from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_every_link_and_the_search_form_lead_to_a_file(browser: Browser, published_site: Path) -> None:
    page = browser.new_page()
    page.goto((published_site / "index.html").as_uri())
    script = "() => [...document.links, ...document.forms].map((one) => one.href ?? one.action)"
    addresses = [one.partition("#")[0].partition("?")[0] for one in page.evaluate(script)]
    inside = [one for one in addresses if one.startswith("file:")]
    assert inside
    assert [one for one in inside if one.endswith("/")] == []
    assert all(Path(one.removeprefix("file://")).is_file() for one in inside)
    page.close()


def test_a_reader_walks_from_page_to_page(browser: Browser, published_site: Path) -> None:
    page = browser.new_page()
    page.goto((published_site / "index.html").as_uri())
    page.get_by_role("navigation").get_by_role("link", name="Cơ sở").first.click()
    page.wait_for_url("**/co-so/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.close()
