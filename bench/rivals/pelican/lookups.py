"""What an article's page shows of other articles, gathered once for each build from Pelican's list of articles."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

OTHERS = 6
Article = Any
Listing = tuple[Any, list[Any]]


def order(article: Article) -> tuple[Any, ...]:
    """Sort news by date, newest first, and everything else by title."""
    newest_first = -article.date.toordinal() if article.category.slug == "tin-tuc" else 0
    return (article.category.slug, newest_first, article.title.lower())


class _Index:
    """Articles by slug, by what they refer to, and the neighbours of news.

    Arguments:
        articles: all articles in order.
    """

    def __init__(self, articles: list[Article]) -> None:
        self.articles = articles
        self.by_slug: dict[tuple[str, str], Article] = {}
        self.products: dict[str, list[Article]] = defaultdict(list)
        self.news: dict[tuple[str, str], list[Article]] = defaultdict(list)
        self.near: dict[str, list[Article]] = {}
        categories: dict[str, list[Article]] = defaultdict(list)
        for one in articles:
            self.by_slug[one.category.slug, one.slug] = one
            if one.category.slug == "san-pham":
                self.products[one.establishment].append(one)
            if one.category.slug == "tin-tuc":
                categories[one.facet_url].append(one)
                for kind, slugs in (("co-so", "establishments"), ("san-pham", "products")):
                    for slug in json.loads(getattr(one, slugs, "[]")):
                        self.news[kind, slug].append(one)
        for same in categories.values():
            for place, one in enumerate(same):
                start = max(0, min(place - OTHERS // 2, len(same) - OTHERS - 1))
                others = [other for other in same[start : start + OTHERS + 1] if other is not one]
                self.near[one.slug] = others[:OTHERS]


_indexes: list[_Index] = []
_facets: dict[str, tuple[list[Listing], list[dict[str, Any]]]] = {}


def _index(articles: list[Article]) -> _Index:
    if not _indexes or _indexes[0].articles is not articles:
        _indexes[:] = [_Index(articles)]
    return _indexes[0]


def products_of(establishment: str, articles: list[Article]) -> list[Article]:
    """Give an establishment's products."""
    return _index(articles).products.get(establishment, [])


def maker(establishment: str, articles: list[Article]) -> Article:
    """Give the establishment with a slug."""
    return _index(articles).by_slug["co-so", establishment]


def news_of(article: Article, articles: list[Article]) -> list[Article]:
    """Give the news that names an establishment or a product."""
    return _index(articles).news.get((article.category.slug, article.slug), [])


def near(article: Article, articles: list[Article]) -> dict[str, list[Article]]:
    """Give what stands under an article of the news: what it names, and its neighbours in its category."""
    index = _index(articles)
    named = [
        index.by_slug[kind, slug]
        for kind, slugs in (("co-so", "establishments"), ("san-pham", "products"))
        for slug in json.loads(getattr(article, slugs, "[]"))
    ]
    return {"named": named, "others": index.near[article.slug]}


def timeline(article: Article, products: list[Article]) -> list[dict[str, Any]]:
    """Gather recognitions of an article and of its products, oldest first."""
    steps = json.loads(getattr(article, "recognitions", "[]"))
    for product in products:
        steps += ({**one, "subject": product} for one in json.loads(getattr(product, "recognitions", "[]")))
    return sorted(steps, key=lambda step: int(step["year"]))


def best_of(articles: list[Article], rank: int) -> list[Article]:
    """Give the first products of one level."""
    found = [one for one in articles if one.category.slug == "san-pham" and one.rank == str(rank)]
    return found[:4]


def facets(listings: list[Listing], section: str, site: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the facets of a section as links with counts; computed once for each list of listings."""
    if section not in _facets or _facets[section][0] is not listings:
        _facets[section] = (listings, _facets_of(listings, section, site))
    return _facets[section][1]


def _facets_of(listings: list[Listing], section: str, site: dict[str, Any]) -> list[dict[str, Any]]:
    counts = {one.slug: len(articles) for one, articles in listings}
    found = []
    for facet in (one for one in site["facets"] if one["section"] == section):
        start = f"{section}/{facet['slug']}/"
        slugs = sorted((slug for slug in counts if slug.startswith(start)), reverse=facet["newest_first"])
        labels = site["labels"].get(facet["key"], {})
        links = [{"url": f"/{slug}/", "text": labels[slug[len(start) :]], "count": counts[slug]} for slug in slugs]
        found.append({"label": facet["label"], "links": links})
    return found


def section_of(slug: str, site: dict[str, Any]) -> dict[str, Any]:
    """Give the section of a listing."""
    found: dict[str, Any] = next(one for one in site["sections"] if one["key"] == slug.partition("/")[0])
    return found


def listing_title(slug: str, site: dict[str, Any]) -> str:
    """Give the title of a listing."""
    section, *narrowed = slug.split("/")
    label = str(section_of(section, site)["label"])
    return f"{label}: {site['labels']['-'.join((section, narrowed[0]))][narrowed[1]]}" if narrowed else label


def day(date: str) -> str:
    """Write a date as readers do."""
    return "/".join(reversed(date[:10].split("-")))


def host(url: str) -> str:
    """Give the host of an address."""
    return urlsplit(url).netloc
