"""Plans feeds: an article's text is rendered once for all feeds of a build that carry it."""

from __future__ import annotations

from pathlib import Path

from khuyencong.build.bodies import body_html
from khuyencong.build.links import absolute_links
from khuyencong.build.page_names import PageName
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.feed import feed_view
from khuyencong.model.feed_view import FeedView
from khuyencong.model.news import News


def plan_feed(name: PageName, catalogue: Catalogue, content: Path) -> FeedView:
    """Plan a feed; its name says in `of` to which page it belongs."""
    return feed_view(name.of, name.url, catalogue, lambda news: _text(news, catalogue, content))


def _text(news: News, catalogue: Catalogue, content: Path) -> str:
    """Give the text of an article with absolute addresses."""

    def made() -> str:
        return absolute_links(body_html(news, catalogue, content), news.url, catalogue.site.url)

    return catalogue.shared(f"text in feeds {news.slug}", made)
