"""Looks at finished pages in a browser: axe-core's rules at every width and in every mode, and reflow.

Two tabs share the work. Each page is loaded once; the window is resized and the mode switched in place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from khuyencong.checks.browser.memory import Finding
from khuyencong.checks.browser.start import NO_PICTURES, arguments, browser_path

HERE = Path(__file__).resolve().parent
LOOK = (HERE / "look.js").read_text(encoding="utf-8")
LAYOUT = (HERE / "layout.js").read_text(encoding="utf-8")
TABS = 2

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AGAIN = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")
"""Rules whose answer depends on colours and places, not only on which elements are visible."""

WIDTHS = (360, 768, 1280)
NARROWEST = 320
"""Pixels of WCAG 1.4.10: a window of 1,280 pixels at 400 %."""
UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"


@dataclass(frozen=True, slots=True)
class Mode:
    """How a page is shown.

    Arguments:
        name: what reports call it.
        media: on a screen or on paper.
        scheme: the colours that the reader has chosen.
    """

    name: str
    media: Literal["screen", "print"] = "screen"
    scheme: Literal["light", "dark"] = "light"


MODES = (Mode("light"), Mode("dark", scheme="dark"), Mode("print", media="print"))


SAMPLES = "/mau-giao-dien/"
"""The page that shows every macro: headers, footers and lists of links stand there many times, with the same names."""
OF_SAMPLES = ("landmark-unique",)
"""Rules that such a page cannot keep."""


class NothingAnsweredError(RuntimeError):
    """Axe gave no answer at all, so the page was not looked at."""


async def look(page: Page, address: str) -> Finding:
    """Look at one page at all widths and in all modes.

    Arguments:
        page: a tab with axe in it.
        address: the page's address.

    Raises:
        NothingAnsweredError: when axe has looked at nothing.
    """
    await page.goto(address)
    seen: dict[str, list[str]] = {}
    unsure: set[str] = set()
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 800})
        for mode in MODES:
            await page.emulate_media(media=mode.media, color_scheme=mode.scheme)
            await _ask(page, f"{width} {mode.name}", seen, unsure)
    await page.emulate_media(media="screen", color_scheme="light")
    await page.set_viewport_size({"width": NARROWEST, "height": 640})
    await page.evaluate(UNFOLD)
    await _ask(page, f"{NARROWEST} unfolded", seen, unsure)
    for one in await page.evaluate(f"(() => {{ const is = {LAYOUT}; return [...is.sideways(), ...is.small()]; }})()"):
        seen.setdefault(one, []).append(f"{NARROWEST} unfolded")
    violations = [f"{one} [{', '.join(where)}]" for one, where in seen.items()]
    return Finding(tuple(violations), tuple(sorted(unsure)))


async def _ask(page: Page, where: str, seen: dict[str, list[str]], unsure: set[str]) -> None:
    """Let axe look at the page as it is now, and note what it says."""
    found = await page.evaluate(LOOK, {"tags": TAGS, "again": AGAIN})
    if not found["answered"]:
        raise NothingAnsweredError(page.url)
    unsure.update(found["unsure"])
    excused = OF_SAMPLES if SAMPLES in page.url else ()
    for one in found["said"]:
        if one.partition(":")[0] in excused:
            continue
        seen.setdefault(one, []).append(where)


async def tab(browser: Browser, axe: Path) -> tuple[BrowserContext, Page]:
    """Open a tab in which axe is loaded with every page, and nothing moves."""
    context = await browser.new_context(locale="vi-VN", reduced_motion="reduce")
    await context.add_init_script(path=axe)
    return context, await context.new_page()


async def _look_at_all(site: Path, paths: Sequence[str], axe: Path, done: Callable[[str, Finding], None]) -> None:
    waiting = iter(paths)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=arguments(NO_PICTURES))

        async def work() -> None:
            context, page = await tab(browser, axe)
            for path in waiting:
                done(path, await look(page, (site / path).as_uri()))
            await context.close()

        await asyncio.gather(*(work() for _ in range(min(TABS, len(paths)))))
        await browser.close()


def look_at_all(site: Path, paths: Iterable[str], axe: Path, done: Callable[[str, Finding], None]) -> None:
    """Look at many pages.

    Arguments:
        site: the output folder.
        paths: the pages, relative to it.
        axe: the file of axe-core.
        done: what to do with the finding of each page as soon as it is there.
    """
    wanted = list(paths)
    if wanted:
        asyncio.run(_look_at_all(site.resolve(), wanted, axe, done))
