"""Makes the e-books of bulletin issues behind the gate, before any page: a page says how large its e-book is.

What an e-book was made from is remembered as the questions that were asked and their answers, as for pages; while all
answers are the same, the book is not even gathered again.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable
from pathlib import Path

from khuyencong.build.attached import COPY
from khuyencong.build.darkroom import Darkroom
from khuyencong.build.ebook import Bindery
from khuyencong.build.folders import Folders
from khuyencong.build.memo import key_of
from khuyencong.build.progress import phase
from khuyencong.build.store import Store
from khuyencong.build.templating import make_environment
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.edition import Edition, Editions, edition_name
from khuyencong.model.index import Question

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
        issues = catalogue.index.published[Bulletin.type_key]
        tables = key_of(catalogue.tables) if issues else ""
        found = {row.slug: self._known(row.slug, catalogue, tables) for row in issues}
        missing = [row.slug for row in issues if found[row.slug] is None]
        with phase("Làm sách điện tử", len(missing)) as advance:
            for slug in missing:
                found[slug] = self._make(slug, catalogue, tables)
                advance(1)
        for row in issues:
            edition = found[row.slug]
            there = catalogue.index.editions.get(row.slug, Editions())
            if edition:
                name = edition_name(catalogue.site.bulletin.name, row.slug)
                named = edition._replace(url=f"{row.url}{name}.epub")
                catalogue.index.editions[row.slug] = there._replace(editions=(*there.editions, named))

    def _known(self, slug: str, catalogue: Catalogue, tables: str) -> Edition | None:
        """Give what is known of an e-book that was made from what the content says now."""
        asked = self.store.get_all([_questions_key(slug)])
        if not asked:
            return None
        key = self._key(pickle.loads(asked[_questions_key(slug)]), slug, catalogue, tables)  # noqa: S301 - written by ourselves
        known = self.store.get_all([key])
        edition = Edition(*pickle.loads(known[key])) if known else None  # noqa: S301 - the same
        return edition if edition and self.store.get_all([f"{COPY} {edition.sha256}"]) else None

    def _make(self, slug: str, catalogue: Catalogue, tables: str) -> Edition:
        issue = catalogue.get(Bulletin.type_key, slug)
        if not isinstance(issue, Bulletin):
            raise KeyError(slug)
        environment = make_environment(self.sources, self.folders.compiled / self.store.version)
        bindery = Bindery(self.folders.content, environment, Darkroom(self.folders.cache))
        catalogue.asked = set()
        data = bindery.bind(issue, catalogue, self._cover(slug, catalogue))
        questions = sorted({*catalogue.asked, ("face", Bulletin.type_key, slug)}, key=repr)
        edition = Edition(FORM, "", len(data), 0, hashlib.sha256(data).hexdigest())
        self.store.put_all(
            {
                f"{COPY} {edition.sha256}": data,
                self._key(questions, slug, catalogue, tables): pickle.dumps(tuple(edition), protocol=5),
                _questions_key(slug): pickle.dumps(questions, protocol=5),
            }
        )
        return edition

    def _key(self, questions: Iterable[Question], slug: str, catalogue: Catalogue, tables: str) -> str:
        """Hash all that an e-book is a function of."""
        index = catalogue.index
        answers = [(one, index.answer(one) if one[0] in index.answers else tables) for one in questions]
        cover = index.editions.get(slug, Editions()).cover
        return f"ebook {key_of(slug, answers, catalogue.site, self.sources, cover)}"

    def _cover(self, slug: str, catalogue: Catalogue) -> bytes:
        """Give the widest picture of the cover that every e-reader can show."""
        cover = catalogue.index.editions.get(slug, Editions()).cover
        plain = [sha256 for url, sha256 in (cover.copies if cover else ()) if url.endswith(".jpg")]
        return self.store.get(f"{COPY} {plain[-1]}") if plain else b""


def _questions_key(slug: str) -> str:
    return f"ebook questions {slug}"


def book_templates(templates: Path) -> dict[str, str]:
    """Read the templates of e-books by name.

    Arguments:
        templates: the folder of the templates of the theme; editors leave files of other names there.
    """
    kinds = (".xhtml", ".opf", ".xml", ".css")
    paths = sorted(path for path in (templates / FOLDER).iterdir() if path.suffix in kinds)
    return {f"{FOLDER}/{path.name}": path.read_text(encoding="utf-8") for path in paths}
