"""A style sheet holds no rule that styles nothing, and states and scripts are allowed for."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.styles import selectors, unused_rules, unused_tokens
from tests.checks.pages import GOOD, site

SCRIPT = 'const box = document.createElement("dialog"); box.className = "viewer"; root.dataset.textSize = "big";'


def unused(folder: Path, styles: str) -> list[str]:
    """Give the selectors that match nothing on a site of one page."""
    whole = site(folder, {"index.html": GOOD, "g/site.01234567.css": styles, "g/js-view.89abcdef.js": SCRIPT})
    return [one.message.partition(" matches")[0] for one in unused_rules(whole)]


@pytest.mark.parametrize(
    "selector",
    [
        "h1",
        "main > h1 + h2",
        "h3, h2",
        "a:hover",
        "a:focus-visible::after",
        "img:not([class])",
        "main:has(img) a",
        ":is(h1, h6)",
        ":where(main) h1",
        "h1:first-child",
        "html[lang=vi]",
        "#noi-dung",
        ":root[data-text-size=big] h1",
        "dialog.viewer",
        ".viewer > a",
        "main[open]",
        "blockquote",
        ".align-center",
        "a[href^=http]",
        "html:not(.viewer) h1",
        "a:not(:hover)",
        "a:not(:focus-visible)",
    ],
)
def test_what_may_match_is_used(tmp_path: Path, selector: str) -> None:
    assert unused(tmp_path, f"{selector} {{ color: red }}") == []


@pytest.mark.parametrize(
    "selector",
    [
        "h6",
        "main:not([id])",
        ".card",
        "#nav",
        "h2 > a",
        "h1 + h1",
        "a[download]",
        "main:has(video)",
        "h6:hover",
        "h1:last-child",
    ],
)
def test_what_matches_nothing_is_found(tmp_path: Path, selector: str) -> None:
    assert unused(tmp_path, f"{selector} {{ color: red }}") != []


def test_each_part_of_a_list_is_looked_at(tmp_path: Path) -> None:
    assert unused(tmp_path, "h1, h6, .card { color: red }") == ["h6", ".card"]


def test_rules_within_layers_and_conditions_and_rules_are_found_at_their_lines(tmp_path: Path) -> None:
    styles = (
        "@layer a, b;\n@layer a {\n@media print {\n.gone { color: red }\nh1 { color: red; & .lost { top: 0 } }\n} }"
    )
    whole = site(tmp_path, {"index.html": GOOD, "g/site.01234567.css": styles})
    assert [(one.line, one.field) for one in unused_rules(whole)] == [(4, "unused-rule"), (5, "unused-rule")]


def test_fonts_and_steps_of_animations_are_no_selectors() -> None:
    source = "@font-face { font-family: x } @keyframes y { from { top: 0 } } @page { margin: 0 } p { top: 0 }"
    assert [selector for _, selector in selectors(source)] == ["p"]


def test_a_state_that_nobody_knows_is_named(tmp_path: Path) -> None:
    whole = site(tmp_path, {"index.html": GOOD, "g/site.01234567.css": "a:dreaming { top: 0 }"})
    assert [one.field for one in unused_rules(whole)] == ["selector"]


def test_a_token_that_nobody_uses_is_found_at_its_line(tmp_path: Path) -> None:
    styles = ":root {\n--used: red;\n--lost: 1px;\n--by-script: 2px; }\nh1 { color: var(--used) }"
    files = {
        "index.html": GOOD,
        "g/site.01234567.css": styles,
        "g/js-x.89abcdef.js": 'style.getPropertyValue("--by-script")',
    }
    found = list(unused_tokens(site(tmp_path, files)))
    assert [(one.line, one.message) for one in found] == [(3, "--lost is never used")]
