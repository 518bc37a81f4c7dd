"""Makes the e-book of a bulletin issue: its pages from templates, its pictures, all packed into one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from khuyencong.build.book import Gathering
from khuyencong.build.darkroom import Darkroom
from khuyencong.model.book import Book, Chapter
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.site import Site
from khuyencong.model.typography import unbroken_page
from khuyencong.outputs.epub.archive import packed
from khuyencong.outputs.epub.contents import Item, items

FOLDER = "EPUB/"
"""Where the files of a book lie within it, but for the one that says where to begin."""
COVER = "cover.jpg"
NAVIGATION = "nav.xhtml"
STYLE = "book.css"


@dataclass(frozen=True, slots=True)
class BookPage:
    """What the template of one page of a book sees.

    Arguments:
        book: the issue.
        site: the settings of the site.
        cover: the file of the cover's picture within the book; empty for none.
        chapter: the article that the page holds, if it holds one.
        items: the files of the book, for its package document.
    """

    book: Book
    site: Site
    cover: str
    chapter: Chapter | None = None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Bindery:
    """Makes e-books.

    Arguments:
        content: the content folder.
        environment: renders the templates of the theme.
        darkroom: makes the copies of pictures.
    """

    content: Path
    environment: Environment
    darkroom: Darkroom

    def bind(self, issue: Bulletin, catalogue: Catalogue, cover: bytes) -> bytes:
        """Make the e-book of an issue.

        Arguments:
            issue: a published issue.
            catalogue: all entries; it notes what is asked.
            cover: the picture of the cover as JPEG; empty for none.
        """
        gathering = Gathering(catalogue, self.content)
        book = gathering.book(issue)
        self.darkroom.develop(gathering.derivatives.values())
        pictures = {name: self.darkroom.path(one).read_bytes() for name, one in sorted(gathering.derivatives.items())}
        return ebook(book, catalogue.site, self.environment, pictures, {COVER: cover} if cover else {})


def ebook(
    book: Book, site: Site, environment: Environment, pictures: Mapping[str, bytes], cover: Mapping[str, bytes]
) -> bytes:
    """Make an e-book.

    Arguments:
        book: the issue.
        site: the settings of the site.
        environment: renders the templates of the theme.
        pictures: the pictures that its articles show, by their files within it.
        cover: the picture of the cover, by its file within the book; none for a book without a cover.
    """
    writer = _Writer(book, site, environment, next(iter(cover), ""))
    pages = writer.pages()
    files = {**{name: page.encode() for name, page in pages.items()}, STYLE: writer.style(), **cover, **pictures}
    listed = items(files, writer.cover, NAVIGATION)
    container = writer.rendered("container.xml")
    package = writer.rendered("package.opf", items=listed)
    beside = {f"{FOLDER}{name}": data for name, data in files.items()}
    return packed({"META-INF/container.xml": container.encode(), f"{FOLDER}package.opf": package.encode(), **beside})


@dataclass(frozen=True, slots=True)
class _Writer:
    book: Book
    site: Site
    environment: Environment
    cover: str

    def pages(self) -> dict[str, str]:
        """Write the pages, in the order of reading."""
        before = (*(("cover.xhtml",) if self.cover else ()), "front.xhtml", NAVIGATION)
        chapters = {one.name: self.rendered("article.xhtml", chapter=one) for one in self.book.chapters}
        pages = {**{name: self.rendered(name) for name in before}, **chapters}
        pages["imprint.xhtml"] = self.rendered("imprint.xhtml")
        return {name: unbroken_page(page) for name, page in pages.items()}

    def style(self) -> bytes:
        """Give the style sheet, which is written by hand and the same for all books."""
        return self.rendered(STYLE).encode()

    def rendered(self, name: str, *, chapter: Chapter | None = None, items: tuple[Item, ...] = ()) -> str:
        """Render a template of the folder `epub`."""
        view = BookPage(self.book, self.site, self.cover, chapter, items)
        return self.environment.get_template(f"epub/{name}").render(view=view)
