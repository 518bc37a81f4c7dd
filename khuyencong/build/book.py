"""Gathers a bulletin issue as a book: its articles with their bodies and pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from khuyencong.build.beside import Beside, beside_of
from khuyencong.build.markdown import Resolver, render
from khuyencong.model.book import Book, BookPicture, BookSection, Chapter, identifier, last_change
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Entry
from khuyencong.model.news import News
from khuyencong.model.pictures.slots import COLUMN
from khuyencong.outputs.epub.markup import book_body
from khuyencong.outputs.images import Derivative

PICTURES = "pictures/"
"""The folder of pictures within a book."""


@dataclass(slots=True)
class Gathering:
    """Gathers one issue.

    Arguments:
        catalogue: all entries; it notes what is asked.
        content: the content folder, where pictures lie.
        derivatives: receives the copies of pictures that the book needs, by their file within it.
        chapters: the file within the book of each article of the issue, by the article's address.
    """

    catalogue: Catalogue
    content: Path
    derivatives: dict[str, Derivative] = field(default_factory=dict)
    chapters: dict[str, str] = field(default_factory=dict)

    def book(self, issue: Bulletin) -> Book:
        """Gather an issue that is published."""
        catalogue = self.catalogue
        named = [(one.title, _articles(catalogue, one.news)) for one in issue.sections]
        articles = [article for _, of_section in named for article in of_section]
        self.chapters = {one.url: f"bai-{number:02d}.xhtml" for number, one in enumerate(articles, 1)}
        sections = [BookSection(title, tuple(self._chapter(one, title) for one in found)) for title, found in named]
        address = f"{catalogue.site.url}{issue.url}"
        return Book(
            identifier=identifier(address),
            title=issue.title,
            summary=issue.summary,
            number=issue.number,
            year=issue.year,
            date=issue.date,
            modified=last_change([issue, *articles], catalogue.site.catalogue_since),
            body=self._body(issue, self._beside(issue)),
            sections=tuple(section for section in sections if section.chapters),
            pictures=tuple(sorted(self.derivatives)),
            responsible=issue.responsible or "",
            print_run=issue.print_run,
            address=address,
        )

    def _chapter(self, article: News, section: str) -> Chapter:
        beside = self._beside(article)
        return Chapter(
            name=self.chapters[article.url],
            title=article.title,
            section=section,
            language=article.lang,
            date=article.date,
            author=article.author or self.catalogue.site.default_author,
            summary=article.summary,
            picture=self._lead(article, beside),
            body=self._body(article, beside),
            sources=article.sources,
            attachments=tuple(one.title for one in article.attached),
            address=f"{self.catalogue.site.url}{article.url}",
        )

    def _beside(self, entry: Entry) -> Beside:
        row = self.catalogue.index.row(entry.type_key, entry.slug)
        if row is None:
            raise KeyError(entry.slug)
        return beside_of(row, self.catalogue, self.content)

    def _lead(self, article: News, beside: Beside) -> BookPicture | None:
        if not article.image:
            return None
        view = beside.picture(article.image.src, article.image.alt, COLUMN)
        name = self._in_book(beside)(view.src)
        return BookPicture(name, view.alt, article.image.caption or "", article.image.credit or "")

    def _body(self, entry: Entry, beside: Beside) -> str:
        resolver = Resolver(link=beside.link, picture=beside.shown)
        html = render(self.catalogue.body(entry), resolver).html
        return book_body(html, self._link, self._in_book(beside))

    def _in_book(self, beside: Beside) -> Callable[[str], str]:
        """Give what names the file within the book of a picture, and takes it into the book."""

        def named(address: str) -> str:
            name = f"{PICTURES}{PurePosixPath(address).name}"
            self.derivatives[name] = beside.files.derivatives[address]
            return name

        return named

    def _link(self, address: str) -> str:
        """Lead to an article of the same book, or to the web."""
        if address in self.chapters:
            return self.chapters[address]
        return f"{self.catalogue.site.url}{address}" if address.startswith("/") else address


def _articles(catalogue: Catalogue, slugs: tuple[str, ...]) -> list[News]:
    return [one for one in catalogue.named("news", slugs) if isinstance(one, News)]
