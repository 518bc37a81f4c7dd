"""Plans feeds: an article's text is rendered once for all feeds of a build that carry it."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakKeyDictionary

from khuyencong.build.bodies import body_html
from khuyencong.build.links import absolute_links
from khuyencong.build.page_names import PageName
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.feed import feed_view
from khuyencong.model.feed_view import FeedView
from khuyencong.model.index import Question
from khuyencong.model.news import News

_texts: WeakKeyDictionary[Catalogue, dict[str, tuple[str, frozenset[Question]]]] = WeakKeyDictionary()
"""The text of each article with the questions that it asked, for as long as the catalogue is there."""


def plan_feed(name: PageName, catalogue: Catalogue, content: Path) -> FeedView:
    """Plan a feed; its name says in `of` to which page it belongs."""
    return feed_view(name.of, name.url, catalogue, lambda news: _text(news, catalogue, content))


def _text(news: News, catalogue: Catalogue, content: Path) -> str:
    """Give the text of an article with absolute addresses, and note what it asks as if it asked anew."""
    known = _texts.setdefault(catalogue, {})
    if news.slug not in known:
        before, catalogue.asked = catalogue.asked, set()
        html = absolute_links(body_html(news, catalogue, content), news.url, catalogue.site.url)
        known[news.slug] = html, frozenset(catalogue.asked)
        catalogue.asked = before
    html, asked = known[news.slug]
    catalogue.asked |= asked
    return html
