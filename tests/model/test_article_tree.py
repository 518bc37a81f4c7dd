"""Tests of articles as trees of plain data."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.markdown import Resolver, render
from khuyencong.model.article_tree import Child, Node, article_tree
from khuyencong.model.media_view import PictureView


def _no_picture(name: str, alt: str) -> PictureView:
    raise FileNotFoundError(name)


def _text(children: tuple[Child, ...]) -> str:
    return "".join(one if isinstance(one, str) else one.text() for one in children)


def test_an_article_becomes_a_tree_with_its_attributes() -> None:
    tree = article_tree('<p>Một <a href="/van-ban/">văn bản</a>,<br>rồi <strong>hai &amp; ba</strong>.</p>')
    link = Node("a", {"href": "/van-ban/"}, ("văn bản",))
    assert tree == (Node("p", {}, ("Một ", link, ",", Node("br"), "rồi ", Node("strong", {}, ("hai & ba",)), ".")),)


def test_a_tree_is_written_as_json() -> None:
    (paragraph,) = article_tree("<p>Bún <em>Long Kiên</em></p>")
    assert isinstance(paragraph, Node)
    plain = json.loads(json.dumps(paragraph.plain()))
    assert plain["children"][1] == {"tag": "em", "attributes": {}, "children": ["Long Kiên"]}


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_whatever_markdown_gives_becomes_a_tree_with_the_same_text(markdown: str) -> None:
    html = render(markdown.replace("!", ""), Resolver(link=str, picture=_no_picture)).html
    tree = article_tree(html)
    assert all(node.tag for child in tree if isinstance(child, Node) for node in child.walk())
    for word in markdown.split():
        if word.isalpha():
            assert word in _text(tree)


@pytest.mark.parametrize("html", ["<p>a", "a</p>", "<p><em>a</p></em>"])
def test_what_the_sanitiser_would_never_give_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="clos"):
        article_tree(html)
