"""The site by keyboard: the skip link works, and one always sees where one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.templates import fullest

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {
        name: one.outerHTML.slice(0, 100),
        outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        inside: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
    };
}"""


def test_the_first_key_shows_the_skip_link_and_it_leads_to_the_main_part(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("template", ["home", "establishment-listing", "news-entry"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_visible_at_every_step(page: Page, root: str, site: Path, template: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(root + fullest(site, template))
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["outline"] >= 2, focused
        assert focused["inside"], focused
