"""Data for machines stands safely in a page, whatever its texts hold."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.templating import linked_data
from khuyencong.checks.pages import parse_page
from khuyencong.model.linked_data.node import node, reference
from khuyencong.model.site import Site
from khuyencong.model.view import Head, Link
from khuyencong.outputs.linked_data import json_ld

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    "&lt;/script&gt;",
    '"}],"@type":"Person',
    "\\u003c/script\\u003e",
    "\x00\x1f\ufeff",
    "</SCRIPT >",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map("".join))


class Blocks(HTMLParser):
    """Collects what a browser takes for the content of scripts, and all other elements."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append(tag)


def read_back(text: str) -> Any:
    """Put a text into a page as data for machines, and read it as a browser does."""
    block = f'<script type="application/ld+json">{json_ld([node("Thing", name=text)])}</script>'
    parser = Blocks()
    parser.feed(f"<p>a</p>{block}<p>b</p>")
    assert parser.elements == ["p", "script", "p"]
    return json.loads(block.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))


@given(text=TEXTS)
def test_any_text_comes_back_and_cannot_end_its_element(text: str) -> None:
    data = read_back(f"a{text}")
    assert data["name"] == f"a{text}"
    assert data["@type"] == "Thing"


@pytest.mark.parametrize("sign", "<>&\u2028\u2029")
def test_no_sign_that_means_anything_in_html_or_to_a_script_is_written(sign: str) -> None:
    assert sign not in json_ld([node("Thing", name=f"a{sign}b")])


def test_a_hostile_title_changes_nothing_but_the_name() -> None:
    site = Site.blank().model_copy(update={"name": "A", "url": "https://a.example"})
    title = "</script><img src=x onerror=alert(1)>"
    head = Head("/a/", title, "", breadcrumbs=(Link("/", title),))
    source = f'<html><body><script type="application/ld+json">{linked_data(head, site)}</script></body></html>'
    tree = parse_page("a.html", source.encode()).tree
    assert tree.xpath("//img") == []
    page, crumbs = json.loads(tree.xpath("//script")[0].text)["@graph"]
    assert page["name"] == title
    assert [one["name"] for one in crumbs["itemListElement"]] == [title, title]


def test_what_is_not_known_is_left_out_and_a_single_value_stands_alone() -> None:
    data = node("Thing", name="A", url="", image=None, award=(), sameAs=("a",), about=(reference("b"), reference("c")))
    assert json.loads(json_ld([data])) == {
        "@context": "https://schema.org",
        "@type": "Thing",
        "name": "A",
        "sameAs": "a",
        "about": [{"@id": "b"}, {"@id": "c"}],
    }
