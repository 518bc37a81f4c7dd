"""The XHTML of an e-book: it says what the web page says, and every program that knows XML can read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from khuyencong.build.markdown import Resolver, render
from khuyencong.checks.pages import parse_page
from khuyencong.model.media_view import PictureView
from khuyencong.outputs.epub.markup import book_body

PAGE = '<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">{}</body>'
NAMES = {"x": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
AGREED = sorted((Path(__file__).parents[2] / "golden" / "markdown").glob("*.html"))
RESOLVER = Resolver(
    link=lambda target: f"/{target}", picture=lambda name, alt: PictureView(f"/anh/{name}", (), 480, 320, alt)
)


def as_book(html: str) -> str:
    return book_body(html, lambda address: f"https://khuyencong.example{address}", lambda address: f"pictures{address}")


def parsed(body: str) -> etree._Element:
    return etree.fromstring(PAGE.format(body))


def found(body: str, path: str) -> list[str]:
    answer = parsed(body).xpath(path, namespaces=NAMES)
    assert isinstance(answer, list)
    return list(map(str, answer))


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("agreed", AGREED, ids=lambda path: path.stem)
def test_every_word_of_the_web_page_stands_in_the_book_in_order(agreed: Path) -> None:
    html = agreed.read_text(encoding="utf-8")
    page = parse_page("a.html", f"<!DOCTYPE html><body>{html}</body>".encode())
    on_the_web = words("".join(map(str, page.tree.find("body").itertext())))
    in_the_book = iter(words("".join(map(str, parsed(as_book(html)).itertext()))))
    assert all(word in in_the_book for word in on_the_web)


@given(st.text(max_size=200))
def test_any_markdown_gives_xml(body: str) -> None:
    parsed(as_book(render(body, RESOLVER).html))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_signs_that_xml_cannot_hold_are_left_out(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    parsed(as_book(f"<p>{escaped}</p>"))


def test_text_without_any_element_stays() -> None:
    assert (as_book("Một câu &amp; một câu"), as_book("")) == ("Một câu &amp; một câu", "")


def test_footnotes_open_in_place_and_lead_back() -> None:
    body = as_book(render("Một[^1] hai[^2].\n\n[^1]: Chú thích *một*.\n[^2]: Chú thích hai.\n", RESOLVER).html)
    references = found(body, "//x:a[@epub:type='noteref' and @role='doc-noteref']/@href")
    notes = found(body, "//x:section[@epub:type='footnotes']/x:aside[@epub:type='footnote']/@id")
    back = found(body, "//x:aside//x:a[@role='doc-backlink']/@href")
    assert references == [f"#{name}" for name in notes]
    assert len(notes) == 2
    assert sorted(back) == sorted(f"#{name}" for name in found(body, "//x:sup/@id"))
    assert [text.strip()[:15] for text in found(body, "//x:aside/x:p[1]/text()[1]")] == [
        "1. Chú thích",
        "2. Chú thích ha",
    ]


def test_a_picture_is_the_plain_copy_with_its_words() -> None:
    html = (
        "<picture><source type='image/avif' srcset='/a.avif 1w'><img src='/a.jpg' alt='Lò &quot;gốm&quot;'></picture>"
    )
    body = as_book(f"<figure>{html}<figcaption>Lò</figcaption></figure>")
    assert body == '<figure><img src="pictures/a.jpg" alt="Lò &quot;gốm&quot;" /><figcaption>Lò</figcaption></figure>'


def test_a_table_needs_no_frame_to_scroll_in() -> None:
    body = as_book('<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng"><table></table></div>')
    assert body == "<table />"


def test_in_a_cell_a_line_may_end_behind_a_slash_and_nowhere_else_is_anything_added() -> None:
    body = as_book("<p>28/2018</p><table><tr><td>28/<em>2018/TT</em> và / 5</td></tr></table>")
    assert "<p>28/2018</p>" in body
    assert "<td>28/<em>2018/<wbr />TT</em> và / 5</td>" in body


def test_links_lead_to_the_web_and_within_the_article() -> None:
    body = as_book('<a href="/co-so/">x</a><a href="#muc">y</a>')
    assert found(body, "//@href") == ["https://khuyencong.example/co-so/", "#muc"]


def test_a_foreign_language_is_told_in_both_ways() -> None:
    body = as_book('<p><em lang="en">one</em></p>')
    assert found(body, "//@lang | //@xml:lang") == ["en", "en"]
