"""The body of an entry for use elsewhere than on its own page: in feeds, e-books, print, readings."""

from __future__ import annotations

from pathlib import Path

from khuyencong.build.beside import beside_of
from khuyencong.build.markdown import Resolver, render
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry


def body_html(entry: Entry, catalogue: Catalogue, content: Path) -> str:
    """Give the body of an entry as sanitised HTML whose addresses begin at the site's root.

    The copies of pictures that it shows lie beside the entry's own page, which has them made.

    Arguments:
        entry: a published entry.
        catalogue: all entries; it notes what is asked.
        content: the content folder, where pictures lie.

    Raises:
        KeyError: when the entry is not published.
    """
    row = catalogue.index.row(entry.type_key, entry.slug)
    if row is None:
        raise KeyError(entry.slug)
    beside = beside_of(row, catalogue, content)
    return render(catalogue.body(entry), Resolver(link=beside.link, picture=beside.shown)).html
