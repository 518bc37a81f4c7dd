"""Plans the files for search engines."""

from __future__ import annotations

from khuyencong.build.page_names import ADDRESSES, PageName, addresses, page_names
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.crawling import ROBOTS_URL, AddressesView, RobotsView, robots_view, sitemap_view


def plan_crawling(name: PageName, catalogue: Catalogue) -> AddressesView | RobotsView:
    """Plan a file of the site map, or the one that says where that is."""
    site = catalogue.site
    if name.url == ROBOTS_URL:
        return robots_view(site.url, demo=site.demo)
    catalogue.asked.add(ADDRESSES)
    found = addresses(page_names(catalogue.index, catalogue.tables), catalogue.index)
    return sitemap_view(name.url, found, site.url)
