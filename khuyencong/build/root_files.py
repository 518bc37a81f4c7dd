"""The files that a build makes of theme and settings alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS
from khuyencong.model.listings import overview_url
from khuyencong.outputs.assets import Assets
from khuyencong.outputs.offline import MANIFEST_URL, WORKER_URL, manifest, worker

TOKENS = "static/css/tokens.css"


def theme_files(assets: Assets, catalogue: Catalogue, theme: Path, *, is_served: bool) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of the theme's files, of the service worker and of the web manifest.

    Arguments:
        assets: the theme's files.
        catalogue: all entries.
        theme: the theme's folder.
        is_served: whether the site goes to a web server; nothing is kept of one that is being worked on.
    """
    yield from assets.files.items()
    is_on = is_served and catalogue.site.offline
    yield WORKER_URL, worker(assets.addresses, kept_unasked(catalogue), is_on=is_on)
    yield MANIFEST_URL, manifest(catalogue.site, assets.addresses, (theme / TOKENS).read_text(encoding="utf-8"))


def kept_unasked(catalogue: Catalogue) -> Iterator[str]:
    """Yield the pages and lists that a browser keeps before anybody has opened them: the list of establishments."""
    yield "/"
    yield ESTABLISHMENTS.prefix
    if ESTABLISHMENTS.shows_whole(catalogue.total(ESTABLISHMENTS.prefix)):
        yield ESTABLISHMENTS.data_url
        yield from (overview_url(ESTABLISHMENTS, one.slug) for one in ESTABLISHMENTS.overviews if one.slug == "a-z")
