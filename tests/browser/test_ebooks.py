"""The e-books of the real site on a small telephone."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.waiting import resize, wait_for_fonts

pytestmark = pytest.mark.browser


def test_no_page_of_a_book_is_wider_than_a_small_telephone(page: Page, site: Path, tmp_path: Path) -> None:
    resize(page, 320)
    wide = []
    for book in sorted(site.glob("ban-tin/*/*.epub")):
        folder = tmp_path / book.stem
        with zipfile.ZipFile(book) as archive:
            archive.extractall(folder)
        pages = sorted(folder.rglob("*.xhtml"))
        assert pages
        for file in pages:
            page.goto(file.as_uri())
            wait_for_fonts(page)
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                wide.append((book.name, file.name))
    assert wide == []
