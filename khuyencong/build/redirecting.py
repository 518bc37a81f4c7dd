"""Holds old addresses against every file that the site has, of whatever kind."""

from __future__ import annotations

from collections.abc import Iterator

from khuyencong.build.links import output_path
from khuyencong.build.page_names import REDIRECT, page_names
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.problem import Problem, quoted
from khuyencong.outputs.offline import MANIFEST_URL, WORKER_URL

NO_PAGES = (WORKER_URL, MANIFEST_URL, "/favicon.ico", "/manifest.txt", "/manifest.txt.sig", "/sbom.cdx.json")
"""Files that theme, build and publishing add beside all pages: a server that led elsewhere from them would break it."""


def clashes(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each old address at which the site has a page or file of another kind.

    The gate knows entries, listings and places; only the build knows all that is made beside them.
    """
    redirects = catalogue.index.redirects
    if not redirects:
        return
    names = page_names(catalogue.index, catalogue.tables)
    taken = {output_path(url) for url in (*(name.url for name in names if name.kind != REDIRECT), *NO_PAGES)}
    for one in redirects:
        if not taken.isdisjoint({output_path(one.old), one.old.strip("/")}):  # no folder is where a file is
            message = f"địa chỉ cũ {quoted(one.old)} đang là một trang hoặc tệp khác của trang web. Hãy xóa dòng này."
            yield Problem(one.shown, one.line, "", message)
