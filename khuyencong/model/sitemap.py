"""The site map for people: every listing with its facets, and every plain page."""

from __future__ import annotations

from dataclasses import dataclass

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.feed_links import FEEDS_TITLE, FEEDS_URL
from khuyencong.model.library import ADDRESS, TITLE
from khuyencong.model.listings import facet_links, overview_links
from khuyencong.model.offline import OFFLINE_TITLE, OFFLINE_URL
from khuyencong.model.open_data.datasets import ROOT
from khuyencong.model.open_data.datasets import TITLE as TITLE_OF_DATA
from khuyencong.model.page import Page
from khuyencong.model.place_view import place_links
from khuyencong.model.search import SEARCH_URL
from khuyencong.model.types import TYPES
from khuyencong.model.view import FacetLinks, Head, Link


@dataclass(frozen=True, slots=True)
class SitemapSection:
    """One content type in the site map.

    Arguments:
        listing: the link to its listing.
        facets: the links that narrow it.
        overviews: the same entries in other forms.
    """

    listing: Link
    facets: tuple[FacetLinks, ...]
    overviews: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What the site map page shows.

    Arguments:
        sections: the content types.
        pages: the plain pages, the photo library, the page on reading without network, and the open data.
        places: the pages of all places, the one with the map first.
    """

    sections: tuple[SitemapSection, ...]
    pages: tuple[Link, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows before anything is asked, and where there is no JavaScript.

    Arguments:
        head: see Head.
        sections: the content types with the links that narrow them.
    """

    head: Head
    sections: tuple[SitemapSection, ...]


def sitemap(catalogue: Catalogue) -> Sitemap:
    """Compute the site map."""
    sections = [
        SitemapSection(
            Link(one.prefix, one.label, catalogue.total(one.prefix)),
            facet_links(catalogue.narrowed(one.key)),
            overview_links(one, catalogue),
        )
        for one in TYPES
        if one.per_page
    ]
    feeds = Link(FEEDS_URL, FEEDS_TITLE)
    pages = (Link(SEARCH_URL, "Tìm kiếm"), feeds, *(Link(page.url, page.title) for page in catalogue.all(Page)))
    library = Link(ADDRESS, TITLE, catalogue.photo_count())
    offline = Link(OFFLINE_URL, OFFLINE_TITLE)
    open_data = Link(ROOT, TITLE_OF_DATA)
    return Sitemap(tuple(sections), (*pages, library, offline, open_data), place_links(catalogue))
