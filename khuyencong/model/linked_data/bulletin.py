"""A bulletin issue in the words of schema.org."""

from __future__ import annotations

from khuyencong.model.bulletin import BULLETINS, Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.linked_data.node import Node, node, reference
from khuyencong.model.linked_data.site import publisher


def issue(one: Bulletin, catalogue: Catalogue) -> Node:
    """Tell of an issue: its number, its year, its articles, the bulletin that it belongs to."""
    site = catalogue.site
    periodical = node(
        "Periodical", id_=f"{site.url}{BULLETINS.prefix}#an-pham", name=site.bulletin.name or BULLETINS.label
    )
    articles = (slug for section in one.sections for slug in section.news)
    return node(
        "PublicationIssue",
        id_=f"{site.url}{one.url}",
        name=one.title,
        description=one.summary,
        mainEntityOfPage=f"{site.url}{one.url}",
        issueNumber=one.number,
        datePublished=str(one.year),
        inLanguage=one.lang,
        isPartOf=periodical,
        publisher=publisher(site),
        hasPart=tuple(reference(f"{site.url}{article.url}") for article in catalogue.named("news", articles)),
    )
