"""The site by keyboard: the order is that of the page, one always sees where one is, and nothing holds one back."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.templates import PATTERNS, fullest
from tests.browser.waiting import wait_for_fonts

pytestmark = pytest.mark.browser

WALKED = ("home", "establishment-listing", "news-entry", "establishment-entry", "search")
MOST_STEPS = 600
STOPS = """() => {
    const can = "a[href], button:not(:disabled), summary, input:not([type=hidden]), select, textarea, [tabindex='0']";
    const stops = [...document.querySelectorAll(can)].filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches("[tabindex='-1']"));
    stops.forEach((one, number) => (one.dataset.stop = number));
    return stops.length;
}"""
FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {
        stop: one === document.body ? null : Number(one.dataset.stop),
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
    expect(page.locator("main :focus")).to_be_visible()


@pytest.mark.parametrize("template", WALKED)
def test_the_focus_goes_through_the_whole_page_in_its_order_and_leaves_it(
    page: Page, root: str, site: Path, template: str
) -> None:
    page.goto(root + fullest(site, template))
    wait_for_fonts(page)
    stops = page.evaluate(STOPS)
    assert 5 < stops < MOST_STEPS
    walked: list[int] = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["outline"] >= 2, focused
        assert focused["inside"], focused
        walked.append(focused["stop"])
    assert walked == list(range(stops))
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["stop"] in (None, 0), "the last stop does not let go"


@pytest.mark.parametrize("template", WALKED)
def test_the_way_back_leads_through_the_same_stops(page: Page, root: str, site: Path, template: str) -> None:
    page.goto(root + fullest(site, template))
    wait_for_fonts(page)
    stops = page.evaluate(STOPS)
    page.locator(f'[data-stop="{stops - 1}"]').focus()
    walked = []
    for _ in range(min(30, stops - 1)):
        page.keyboard.press("Shift+Tab")
        walked.append(page.evaluate(FOCUSED)["stop"])
    assert walked == list(range(stops - 2, stops - 2 - len(walked), -1))


@pytest.mark.parametrize("template", WALKED)
@pytest.mark.parametrize("colours", ["dark", "forced"])
def test_the_focus_is_visible_in_dark_and_in_forced_colours(
    page: Page, root: str, site: Path, template: str, colours: Literal["dark", "forced"]
) -> None:
    page.emulate_media(color_scheme="dark", forced_colors="active" if colours == "forced" else "none")
    page.goto(root + fullest(site, template))
    wait_for_fonts(page)
    for _ in range(25):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["outline"] >= 2, focused
        assert focused["inside"], focused


def test_the_focus_changes_what_one_sees(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    wait_for_fonts(page)
    link = page.get_by_role("navigation", name="Các mục chính").get_by_role("link").first
    box: Any = link.bounding_box()
    around: Any = {"x": box["x"] - 6, "y": box["y"] - 6, "width": box["width"] + 12, "height": box["height"] + 12}
    before = page.screenshot(clip=around)
    link.focus()
    assert page.screenshot(clip=around) != before


@pytest.mark.parametrize("template", PATTERNS)
def test_escape_closes_each_panel_of_a_script_and_gives_the_focus_back(
    page: Page, root: str, site: Path, template: str
) -> None:
    page.goto(root + fullest(site, template))
    panels = page.locator("details[data-module]")
    for place in range(panels.count()):
        summary = panels.nth(place).locator("summary")
        if summary.is_visible():
            summary.focus()
            page.keyboard.press("Enter")
            expect(panels.nth(place)).to_have_attribute("open", "")
            page.keyboard.press("Tab")
            page.keyboard.press("Escape")
            expect(panels.nth(place)).not_to_have_attribute("open", "")
            expect(summary).to_be_focused()


@pytest.mark.parametrize("template", ["programme-entry", "programme-listing"])
def test_a_wide_table_is_scrolled_by_keyboard_and_says_what_it_is(
    page: Page, root: str, site: Path, template: str
) -> None:
    page.goto(root + fullest(site, template))
    frames = page.locator(".table-scroll")
    for place in range(frames.count()):
        frame = frames.nth(place)
        assert frame.get_attribute("tabindex") == "0"
        assert frame.get_attribute("aria-label") or frame.get_attribute("aria-labelledby")
        assert frame.locator("caption").count() == 1
        assert frame.locator("th[scope]").count() > 0
        if frame.evaluate("(one) => one.scrollWidth > one.clientWidth"):
            frame.focus()
            page.keyboard.press("ArrowRight")
            page.wait_for_function("(one) => one.scrollLeft > 0", arg=frame.element_handle())
