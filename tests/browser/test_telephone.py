"""What a reader meets on a small telephone: what the page is for on the first screen, and links that a finger hits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from khuyencong.checks.kinds import by_kind, fullest, in_order, medians
from tests.browser.waiting import wait_for_fonts

pytestmark = pytest.mark.browser

PATTERNS = "mau-giao-dien/index.html"
HEIGHT = 740
FINGER = 44
"""CSS pixels, as WCAG 2.5.5 and the makers of telephones advise."""
LISTS = ".link-list a, .columns a, .contents a, .overviews a, .filed-names a, .letters a, .chip, .pagination a"
TOO_LOW = """([links, least]) => [...document.querySelectorAll(links)]
    .filter(link => link.checkVisibility() && link.getBoundingClientRect().height < least)
    .map(link => link.textContent.trim())"""
CUT_OFF = """() => {
    document.documentElement.dataset.text = "3";
    const room = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > room ? [...document.querySelectorAll("body *")].filter(
        one => one.getBoundingClientRect().right > room + 1 && !one.closest(".table-scroll")
    ).map(one => one.className || one.tagName) : [];
}"""
OFF_SHAPE = """() => [...document.querySelectorAll(".card .artwork")]
    .map(one => one.getBoundingClientRect()).map(box => box.width / box.height)
    .filter(ratio => Math.abs(ratio - 4 / 3) > .01)"""


@pytest.fixture
def telephone(browser: Browser) -> Iterator[Page]:
    """A page on a telephone with a screen to touch."""
    context = browser.new_context(viewport={"width": 360, "height": HEIGHT}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def kinds(site: Path) -> list[str]:
    """Give the fullest and the middle page of each kind."""
    found = by_kind(site)
    return in_order([*fullest(found), *medians(found)])


def test_the_home_page_says_on_its_first_screen_what_a_workshop_may_get(telephone: Page, root: str) -> None:
    telephone.goto(f"{root}index.html")
    wait_for_fonts(telephone)
    for link in (telephone.locator(".tiles a").first, telephone.get_by_role("search").locator("input").last):
        box = link.bounding_box()
        assert box
        assert box["y"] + box["height"] < HEIGHT
    expect(telephone.locator(".tiles a").first).to_have_attribute("href", "ho-tro/index.html")


@pytest.mark.parametrize("path", ["co-so/index.html", "san-pham/trang-2/index.html", "van-ban/index.html"])
def test_a_list_begins_on_the_first_screen_and_its_facets_are_one_touch_away(
    telephone: Page, root: str, path: str
) -> None:
    telephone.goto(root + path)
    wait_for_fonts(telephone)
    box = telephone.locator(".card__title a").first.bounding_box()
    assert box
    assert box["y"] < HEIGHT
    facet = telephone.locator("[data-facet] > summary").first
    expect(facet).to_be_hidden()
    telephone.get_by_text("Lọc danh sách", exact=True).tap()
    expect(facet).to_be_visible()


def test_beside_a_list_facets_are_open_without_a_touch(browser: Browser, root: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page.goto(f"{root}co-so/index.html")
    expect(page.locator("[data-facet] > summary").first).to_be_visible()
    expect(page.get_by_text("Lọc danh sách", exact=True)).to_be_hidden()
    page.context.close()


def test_links_in_lists_are_as_high_as_a_finger_is_wide(telephone: Page, root: str, site: Path) -> None:
    found = {}
    for path in kinds(site):
        telephone.goto(root + path)
        wait_for_fonts(telephone)
        found[path] = telephone.evaluate(TOO_LOW, [LISTS, FINGER])
    assert {path: low for path, low in found.items() if low} == {}


def test_drawings_on_cards_keep_their_shape(telephone: Page, root: str) -> None:
    for path in ("index.html", "co-so/index.html", "su-kien/index.html"):
        telephone.goto(root + path)
        wait_for_fonts(telephone)
        assert telephone.locator(".card .artwork").count() > 0
        assert telephone.evaluate(OFF_SHAPE) == []


def test_the_largest_text_that_we_offer_fits_the_smallest_telephone(browser: Browser, root: str, site: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 568})
    found = {}
    for path in fullest(by_kind(site)):
        if path == PATTERNS:
            continue  # shows parts of tables without the frame that lets them scroll
        page.goto(root + path)
        found[path] = page.evaluate(CUT_OFF)
    page.context.close()
    assert {path: parts for path, parts in found.items() if parts} == {}
