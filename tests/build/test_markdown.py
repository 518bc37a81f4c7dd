"""Markdown to safe HTML."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.markdown import ATTRIBUTES, SCHEMES, TAGS, Resolver, render
from khuyencong.checks.pages import Element, parse_page
from khuyencong.model.media_view import PictureView

GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "markdown").glob("*.md"))


def picture(name: str, alt: str) -> PictureView:
    """Give a picture as if it lay beside the entry."""
    return PictureView(f"/anh/{name}", (("image/webp", f"/anh/{name}.webp 480w"),), 480, 320, alt)


RESOLVER = Resolver(link=lambda target: target if target.startswith("/") else f"/dich/{target}", picture=picture)


def tree(html: str) -> Element:
    """Parse rendered HTML."""
    return parse_page("a.html", f"<!DOCTYPE html><body>{html}</body>".encode()).tree.find("body")


def rendered(body: str) -> str:
    """Render a body."""
    return render(body, RESOLVER).html


@pytest.mark.parametrize("source", GOLDEN, ids=lambda path: path.stem)
def test_markdown_is_rendered_as_agreed(source: Path) -> None:
    expected = source.with_suffix(".html")
    html = rendered(source.read_text(encoding="utf-8")) + "\n"
    if os.environ.get("GOLDEN") == "write":
        expected.write_text(html, encoding="utf-8")
    assert html == expected.read_text(encoding="utf-8")


def test_there_are_agreed_renderings() -> None:
    assert {"figure", "footnotes", "table", "definitions"} <= {source.stem for source in GOLDEN}


def test_an_empty_body_gives_nothing() -> None:
    assert render(" \n\n", RESOLVER).html == ""


def test_few_headings_need_no_contents() -> None:
    assert render("## Một\n\n## Hai\n\n## Ba\n", RESOLVER).contents == ()


def test_many_headings_give_contents_that_lead_to_them() -> None:
    done = render("## Một\n\n## Hai\n\n### Hai rưỡi\n\n## Ba & bốn\n\n## Hai\n", RESOLVER)
    names = [(link.url, link.text) for link in done.contents]
    assert [url for url, _ in names] == ["#mot", "#hai", "#ba-bon", "#hai_1"]
    ids = tree(done.html).xpath(".//h2/@id")
    assert [f"#{one}" for one in ids] == [url for url, _ in names]


def test_one_body_leaves_no_trace_in_the_next() -> None:
    alone = rendered("Một[^a].\n\n[^a]: chú.\n")
    rendered("## Hai\n\nHai[^b] và CNNT.\n\n[^b]: chú khác.\n\n*[CNNT]: công nghiệp nông thôn\n")
    assert rendered("Một[^a].\n\n[^a]: chú.\n") == alone


HOSTILE = [
    '<script>alert("x")</script>',
    '<img src="a.jpg" onerror="alert(1)" alt="x">',
    '<p onclick="alert(1)">a</p>',
    '<p style="position:fixed">a</p>',
    "<style>body{display:none}</style>",
    '<iframe src="https://doc.example/"></iframe>',
    '<svg onload="alert(1)"><path/></svg>',
    '<math><mtext></table><mglyph><style><img src=x onerror="alert(1)"></style></mglyph></mtext></math>',
    '<form action="https://doc.example/"><input name="a"></form>',
    '<base href="https://doc.example/">',
    '<meta http-equiv="refresh" content="0">',
    '<object data="a.swf"></object>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="JaVaScRiPt:alert(1)">a</a>',
    '<a href="java&#115;cript:alert(1)">a</a>',
    '<a href="java\tscript:alert(1)">a</a>',
    '<a href=" javascript:alert(1)">a</a>',
    '<a href="&#1;javascript:alert(1)">a</a>',
    '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    '<a href="vbscript:a">a</a>',
    "[a](javascript:alert(1))",
    "[a](JAVASCRIPT:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '![a](a.jpg "x\\" onerror=\\"alert(1)")',
    '<div class="site-header table-scroll x">a</div>',
    '<a href="https://doc.example/" target="_blank" id="a" name="b">a</a>',
    "<!-- <script>alert(1)</script> -->",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "[^a]\n\n[^a]: <script>alert(1)</script>",
]

SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
IGNORED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
"""What browsers drop before they look for a scheme."""


def assert_harmless(html: str) -> None:
    """Look at the parsed result: only allowed elements, attributes and addresses."""
    for element in tree(html).iterdescendants():
        assert isinstance(element.tag, str), "a comment"
        assert element.tag in TAGS
        assert set(element.keys()) <= ATTRIBUTES["*"] | ATTRIBUTES.get(element.tag, set())
        for name in ("href", "src"):
            scheme = SCHEME.match(IGNORED.sub("", element.get(name) or ""))
            assert not scheme or scheme[1].lower() in SCHEMES


@pytest.mark.parametrize("body", HOSTILE)
def test_nothing_that_runs_reaches_the_page(body: str) -> None:
    html = rendered(body)
    assert_harmless(html)
    assert "alert(1)</script" not in html


@given(st.lists(st.sampled_from([*HOSTILE, "**", "[", "](", "`", "<", ">", '"', "\n", " ", "&", "x"]), max_size=12))
def test_no_mixture_of_hostile_pieces_reaches_the_page(pieces: list[str]) -> None:
    assert_harmless(rendered("".join(pieces)))


@pytest.mark.parametrize(
    "address", ["https://a.example/?a=1&b=2", "mailto:a@b.example", "tel:+84254", "#muc", "/co-so/"]
)
def test_links_that_are_right_stay(address: str) -> None:
    links = tree(rendered(f"[a]({address})")).xpath(".//a/@href")
    assert links == [address]


def test_links_to_files_are_resolved() -> None:
    assert 'href="/dich/../events/hoi-cho.md#a"' in rendered("[a](../events/hoi-cho.md#a)")


def test_classes_of_the_theme_cannot_be_borrowed() -> None:
    assert rendered('<div class="site-header">a</div>') == "<div>a</div>"
