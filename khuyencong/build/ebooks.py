"""Makes the e-books of bulletin issues behind the gate, before any page: a page says how large its e-book is."""

from __future__ import annotations

from pathlib import Path

from khuyencong.build.attached import COPY
from khuyencong.build.darkroom import Darkroom
from khuyencong.build.ebook import Bindery
from khuyencong.build.folders import Folders
from khuyencong.build.progress import phase
from khuyencong.build.remembered import Remembered, hash_of
from khuyencong.build.store import Store
from khuyencong.build.templating import make_environment
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.edition import Cover, Edition, Editions, edition_name

FORM = "epub"
FOLDER = "epub"
"""Where the templates of e-books lie, among those of the theme."""


class Ebooks:
    """Makes the e-books of all published issues.

    Arguments:
        folders: where content and theme lie.
        store: what earlier builds have made.
    """

    def __init__(self, folders: Folders, store: Store) -> None:
        """Read the templates."""
        self.folders = folders
        self.store = store
        self.sources = book_templates(folders.templates)

    def add(self, catalogue: Catalogue) -> None:
        """Give the index what pages say of e-books, and have them in the store.

        Arguments:
            catalogue: all entries, already checked.
        """
        memory = Remembered("ebook", self.store, catalogue, self.sources)
        issues = catalogue.index.published[Bulletin.type_key]
        found = {row.slug: memory.now(row.slug, _face(row.slug, catalogue)) for row in issues}
        missing = [row.slug for row in issues if found[row.slug] is None]
        with phase("Làm sách điện tử", len(missing)) as advance:
            for slug in missing:
                found[slug] = self._make(slug, catalogue, memory)
                advance(1)
        for row in issues:
            there = catalogue.index.editions.get(row.slug, Editions())
            name = edition_name(catalogue.site.bulletin.name, row.slug)
            named = Edition(*found[row.slug])._replace(url=f"{row.url}{name}.epub")
            catalogue.index.editions[row.slug] = there._replace(editions=(*there.editions, named))

    def _make(self, slug: str, catalogue: Catalogue, memory: Remembered) -> tuple[object, ...]:
        issue = catalogue.get(Bulletin.type_key, slug)
        if not isinstance(issue, Bulletin):
            raise KeyError(slug)
        environment = make_environment(self.sources, self.folders.compiled / self.store.version)
        bindery = Bindery(self.folders.content, environment, Darkroom(self.folders.cache))
        catalogue.asked = set()
        data = bindery.bind(issue, catalogue, self._cover(slug, catalogue))
        questions = {*catalogue.asked, ("face", Bulletin.type_key, slug)}
        made = tuple(Edition(FORM, "", len(data), 0, hash_of(data)))
        memory.keep(slug, questions, made, [data], _face(slug, catalogue))
        return made

    def _cover(self, slug: str, catalogue: Catalogue) -> bytes:
        """Give the widest picture of the cover that every e-reader can show."""
        cover = _face(slug, catalogue)
        plain = [sha256 for url, sha256 in (cover.copies if cover else ()) if url.endswith(".jpg")]
        return self.store.get(f"{COPY} {plain[-1]}") if plain else b""


def _face(slug: str, catalogue: Catalogue) -> Cover | None:
    """Give what is known of the cover of an issue, which its PDF has given it."""
    return catalogue.index.editions.get(slug, Editions()).cover


def book_templates(templates: Path) -> dict[str, str]:
    """Read the templates of e-books by name.

    Arguments:
        templates: the folder of the templates of the theme; editors leave files of other names there.
    """
    kinds = (".xhtml", ".opf", ".xml", ".css")
    paths = sorted(path for path in (templates / FOLDER).iterdir() if path.suffix in kinds)
    return {f"{FOLDER}/{path.name}": path.read_text(encoding="utf-8") for path in paths}
