"""A news article in the words of schema.org."""

from __future__ import annotations

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.linked_data.node import Node, node, reference
from khuyencong.model.linked_data.pictures import picture_address
from khuyencong.model.linked_data.site import publisher
from khuyencong.model.news import News


def news_article(news: News, catalogue: Catalogue) -> Node:
    """Tell of an article: its dates, its author, what it names."""
    site = catalogue.site
    named = (
        *catalogue.named("establishment", news.establishments),
        *catalogue.named("product", news.products),
        *catalogue.named("document", news.documents),
    )
    return node(
        "NewsArticle",
        id_=f"{site.url}{news.url}",
        headline=news.title,
        description=news.summary,
        mainEntityOfPage=f"{site.url}{news.url}",
        datePublished=news.date.zoned,
        dateModified=news.updated.zoned if news.updated else "",
        inLanguage=news.lang,
        articleSection=catalogue.taxonomies.label("news_categories", news.category),
        keywords=", ".join(news.tags),
        image=picture_address(news, catalogue),
        author=node("Organization", name=news.author or site.default_author),
        publisher=publisher(site),
        mentions=tuple(reference(f"{site.url}{one.url}") for one in named),
    )
