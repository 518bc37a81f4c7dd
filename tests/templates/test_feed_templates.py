"""Feeds stay well-formed XML and give back what was put in, whatever the texts hold."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from lxml import etree

from khuyencong.build.closure import read_templates
from khuyencong.build.templating import make_environment, xml
from khuyencong.model.dates import PartialDate
from khuyencong.model.feed_view import FeedEntry, FeedFile, FeedView, moment
from khuyencong.outputs.feeds import json_feed
from tests.builds import ROOT

DAY = moment(PartialDate(2024, 5, 1))
PAGE = "https://a.example/tin-tuc/"
ENTRY = FeedEntry(
    id="https://a.example/tin-tuc/mot/",
    url=f"{PAGE}a/",
    title="Tin",
    summary="Tóm tắt",
    html="<p>Chữ</p>",
    updated=DAY,
    published=DAY,
    author="Ban biên tập",
    category=("co-so", "Cơ sở"),
    tags=("muối",),
    language="vi",
    picture=FeedFile(f"{PAGE}a/a.jpg", "", "Ruộng muối", width=800, height=600),
    attachments=(FeedFile(f"{PAGE}a/a.pdf", "application/pdf", "Mẫu đơn", 12),),
)
VIEW = FeedView(f"{PAGE}atom.xml", PAGE, "Tin tức", "Tin mới", "Trung tâm", DAY, (ENTRY,))
FRAME = SimpleNamespace(site=SimpleNamespace(url="https://a.example"), assets={"root/favicon.ico": "/favicon.ico"})
ATOM = "{http://www.w3.org/2005/Atom}"


class Elements(NamedTuple):
    """The names of a format's elements."""

    entry: str
    title: str
    text: str


ELEMENTS = {
    "atom": Elements(f"{ATOM}entry", f"{ATOM}title", f"{ATOM}content"),
    "rss": Elements("item", "title", "{http://purl.org/rss/1.0/modules/content/}encoded"),
}
HOSTILE = ["]]>", "</title><script>", "&amp;", "<![CDATA[", "\x00\x0b\ufffe", "\"'", "<!--", "&#x0;", "\u2028"]
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from([*HOSTILE, "muối"]), max_size=4).map("".join))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The templates of the theme."""
    sources = read_templates(ROOT / "themes" / "khuyencong" / "templates")
    return make_environment(sources, tmp_path_factory.mktemp("compiled"))


def kept(text: str) -> str:
    """Give what is left of a text in XML: no character that XML cannot hold, and line ends in one form."""
    root = etree.fromstring(f"<a>{xml(text)}</a>".encode())
    return root.text or ""


@given(text=TEXTS)
def test_an_escaped_text_comes_back_but_for_what_xml_cannot_hold(text: str) -> None:
    allowed = "".join(
        one
        for one in text
        if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff" and not "\ud800" <= one <= "\udfff")
    )
    assert kept(text) == allowed.replace("\r\n", "\n").replace("\r", "\n")


@given(title=TEXTS, html=TEXTS)
def test_any_text_gives_well_formed_feeds_that_say_the_same(environment: Environment, title: str, html: str) -> None:
    view = replace(VIEW, entries=(replace(ENTRY, title=title, summary=title, tags=(title,), html=html),))
    for name, element in ELEMENTS.items():
        source = environment.get_template(f"feeds/{name}.xml").render(view=view, frame=FRAME).encode()
        root = etree.fromstring(source)
        assert root.findtext(f".//{element.entry}/{element.title}", "") == kept(title)
        assert root.findtext(f".//{element.entry}/{element.text}", "") == kept(html)
    item = json.loads(json_feed(view))["items"][0]
    assert (item.get("title", ""), item["content_html"]) == (title, html)
