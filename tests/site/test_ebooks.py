"""The e-books of the real site."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.ebooks import files_of, problems_of, words_of


@pytest.mark.site
def test_the_books_of_the_real_site_are_valid_and_hold_every_word_of_their_articles(site: Path) -> None:
    books = sorted((site / "ban-tin").glob("*/*.epub"))
    assert len(books) == len(list((site / "ban-tin").glob("2*/index.html")))
    for path in books:
        assert problems_of(path) == []
        articles = [data for name, data in files_of(path.read_bytes()).items() if "/bai-" in name]
        pages = articles_of(site, path.parent / "index.html")
        assert len(pages) == len(articles)
        for page, article in zip(pages, articles, strict=True):
            in_the_book = iter(words_of(article))
            assert [word for word in words_on(page) if word not in in_the_book] == []


def articles_of(site: Path, issue: Path) -> list[Path]:
    """Give the pages of the articles of an issue, in the order of its page."""
    links = html.parse(str(issue)).xpath("//main//article[contains(@class, 'card')]//h3/a/@href")
    found = ((issue.parent / str(link)).resolve() for link in links)
    pages = [path / "index.html" if path.is_dir() else path for path in found]
    return [page for page in pages if page.is_relative_to(site.resolve() / "tin-tuc")]


def words_on(page: Path) -> list[str]:
    """Give the words of an article on the web: title and text."""
    main = html.parse(str(page)).getroot()
    parts = main.xpath("//main//h1 | //main//div[@class='prose']")
    return " ".join("".join(part.itertext()) for part in parts).split()
