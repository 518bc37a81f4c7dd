"""Every template keeps WCAG 2.2 AA as far as a program can tell, narrow and wide, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.templates import PATTERNS, fullest
from tests.builds import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def violations(page: Page) -> list[str]:
    """Let axe look at a page and give its complaints, one line each."""
    found: dict[str, Any] = page.evaluate(RUN, TAGS)
    assert found["passes"], "axe looked at nothing"
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("template", PATTERNS)
def test_axe_finds_nothing(page: Page, root: str, site: Path, template: str) -> None:
    page.goto(root + fullest(site, template))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], f"{width} px, {scheme}"


def test_axe_finds_a_planted_fault(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><button></button>')")
    assert {line.partition(":")[0] for line in violations(page)} >= {"image-alt", "button-name"}
