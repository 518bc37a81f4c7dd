"""The site constants: what every page sees besides its own view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.feed_links import FEEDS_TITLE, FEEDS_URL
from khuyencong.model.glossary import Glossary
from khuyencong.model.media_view import ShareView
from khuyencong.model.page import Page
from khuyencong.model.site import Site
from khuyencong.model.types import TYPES
from khuyencong.model.view import Link


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on every page.

    Arguments:
        site: the settings of `content/site.yaml`.
        navigation: the listings, in order; `sections` holds their keys in the same order.
        sections: the key of the content type behind each link of the navigation.
        pages: the plain pages for the footer, and the one of all feeds.
        assets: addresses of the theme's files by name.
        glossary: what abbreviations stand for.
        share: the picture for shared links to pages that have none of their own.
        early_fonts: addresses of the fonts that a page asks for before its style sheet does.
        offline: whether browsers keep what is read, for when there is no network.
    """

    site: Site
    navigation: tuple[Link, ...]
    sections: tuple[str, ...]
    pages: tuple[Link, ...]
    assets: Mapping[str, str]
    glossary: Glossary
    share: ShareView
    early_fonts: tuple[str, ...] = ()
    offline: bool = False


NAVIGATION_LABELS = {
    "establishment": "Cơ sở",
    "support": "Hỗ trợ",
    "programme": "Chương trình",
    "bulletin": "Bản tin",
}
"""Shorter names for the navigation, where the listing's own name is long."""


def make_frame(
    catalogue: Catalogue,
    assets: Mapping[str, str],
    share: ShareView,
    early_fonts: tuple[str, ...] = (),
    *,
    is_served: bool = False,
) -> Frame:
    """Compute the site constants."""
    listed = [one for one in TYPES if one.per_page]
    return Frame(
        site=catalogue.site,
        navigation=tuple(Link(one.prefix, NAVIGATION_LABELS.get(one.key, one.label)) for one in listed),
        sections=tuple(one.key for one in listed),
        pages=(
            *(Link(page.url, page.nav_title or page.title) for page in catalogue.all(Page)),
            Link(FEEDS_URL, FEEDS_TITLE),
        ),
        assets=assets,
        glossary=catalogue.tables.glossary,
        share=share,
        early_fonts=early_fonts,
        offline=is_served and catalogue.site.offline,
    )
