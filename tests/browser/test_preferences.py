"""What readers have set on their machine is kept: less motion, colours of their own, larger text, more space."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from khuyencong.checks.browser.looks import LAYOUT
from tests.browser.templates import PATTERNS, fullest
from tests.browser.waiting import resize, wait_for_fonts

pytestmark = pytest.mark.browser

MOVING = """() => [document.documentElement, ...document.querySelectorAll("*")].flatMap((one) =>
    [null, "::before", "::after"].filter((part) => {
        const style = getComputedStyle(one, part);
        const lasts = (name) => style[name].split(", ").some((time) => parseFloat(time) > 0.01);
        return lasts("transitionDuration") || (style.animationName !== "none" && lasts("animationDuration"))
            || (part === null && style.scrollBehavior === "smooth");
    }).map((part) => one.outerHTML.slice(0, 80) + (part ?? "")))"""
SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
CURRENT = """() => [...document.querySelectorAll("[aria-current], [aria-pressed=true]")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true })).flatMap((one) => {
        const like = (other) => {
            const style = getComputedStyle(other), before = getComputedStyle(other, "::before");
            const names = ["color", "backgroundColor", "fontWeight", "borderBlockEndColor", "borderBlockEndWidth",
                           "textDecorationLine", "outlineStyle", "borderInlineStartColor"];
            return JSON.stringify([...names.map((name) => style[name]), before.content]);
        };
        const of = one.closest("li")?.parentElement ?? one.parentElement;
        const isOther = (other) => !other.matches("[aria-current], [aria-pressed=true]");
        const others = [...of.querySelectorAll(one.localName)].filter(isOther);
        return others.length && others.every((other) => like(other) === like(one)) ? [one.outerHTML.slice(0, 100)] : [];
    })"""


def layout(page: Page, measure: str) -> list[str]:
    """Ask one of the measures that `make check-pages` takes on every page."""
    found: list[str] = page.evaluate(f"({LAYOUT}).{measure}()")
    return found


@pytest.mark.parametrize("template", PATTERNS)
def test_nothing_moves_for_those_who_asked_for_less_motion(page: Page, root: str, site: Path, template: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(root + fullest(site, template))
    assert page.evaluate(MOVING) == []


def test_motion_would_be_found(page: Page, root: str) -> None:
    page.goto(f"{root}404.html")
    page.evaluate("document.querySelector('h1').style.transition = 'color 1s'")
    assert len(page.evaluate(MOVING)) >= 1


@pytest.mark.parametrize("template", PATTERNS)
def test_in_forced_colours_one_sees_what_is_current(page: Page, root: str, site: Path, template: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(root + fullest(site, template))
    assert page.evaluate(CURRENT) == []


@pytest.mark.parametrize("template", PATTERNS)
def test_nothing_scrolls_sideways_or_is_cut_off_in_large_text(page: Page, root: str, site: Path, template: str) -> None:
    page.goto(root + fullest(site, template))
    wait_for_fonts(page)
    for width, size in ((320, 100), (360, 130), (640, 200), (1280, 200)):
        resize(page, width, 640)
        page.evaluate("size => { document.documentElement.style.fontSize = `${size}%`; }", size)
        assert layout(page, "sideways") == [], f"{width} px, text of {size} %"
        assert layout(page, "clipped") == [], f"{width} px, text of {size} %"


@pytest.mark.parametrize("template", PATTERNS)
def test_a_reader_may_space_the_text_as_wcag_allows(page: Page, root: str, site: Path, template: str) -> None:
    resize(page, 320, 640)
    page.goto(root + fullest(site, template))
    wait_for_fonts(page)
    page.evaluate(SPACING)
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).letterSpacing)") > 2
    assert layout(page, "sideways") == []
    assert layout(page, "clipped") == []
