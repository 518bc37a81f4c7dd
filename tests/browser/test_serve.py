"""`make serve` in a real browser: what is saved shows by itself, and what is wrong shows on the page."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.builds import ROOT, replace, small_content

pytestmark = pytest.mark.browser

MESSAGE = "content/news/hoi-cho.md:4: catgory: không có trường này"


@dataclass
class Desk:
    """Where somebody edits an article, with the browser beside.

    Arguments:
        article: the file that is edited.
        page: the browser's page, which shows it.
    """

    article: Path
    page: Page

    def save(self, old: str, new: str) -> None:
        """Change the article's text."""
        text = self.article.read_text(encoding="utf-8")
        assert old in text
        replace(self.article, text.replace(old, new))


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Tell the log how long it took from saving to seeing; docs/measurements.md has what is usual."""
    began = time.monotonic()
    yield
    logging.getLogger(__name__).info("%s: %.2f s", what, time.monotonic() - began)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings with a cache that no other test builds with: builds that share one wait for each other."""
    folder = tmp_path_factory.mktemp("settings")
    changes = {"PATH": str(ROOT / "content"), "CACHE_PATH": str(folder / "cache")}
    lines = ["from pelicanconf import *", *(f"{name} = {value!r}" for name, value in changes.items())]
    (folder / "settings.py").write_text("\n".join(lines), encoding="utf-8")
    return folder / "settings.py"


@pytest.fixture
def desk(tmp_path: Path, page: Page, settings: Path) -> Iterator[Desk]:
    """`make serve` on a copy of the small site, and an open article."""
    content = small_content(tmp_path / "content")
    command = [sys.executable, "scripts/serve.py", "0", str(content), str(tmp_path / "output"), str(settings)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        try:
            address = next(filter(None, (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in serving.stdout)))
            page.goto(f"{address[0]}tin-tuc/hoi-cho/")
            yield Desk(content / "news" / "hoi-cho.md", page)
        finally:
            serving.kill()


def test_what_is_saved_is_seen_without_reloading_by_hand(desk: Desk) -> None:
    expect(desk.page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    with timed("a sentence changed"):
        desk.save("Đầu tháng sáu.", "Cuối tháng bảy.")
        expect(desk.page.get_by_text("Cuối tháng bảy.")).to_be_visible()
    with timed("another change"):
        desk.save("Cuối tháng bảy.", "Giữa tháng tám.")
        expect(desk.page.get_by_text("Giữa tháng tám.")).to_be_visible()
    expect(desk.page.get_by_role("alert")).to_be_hidden()


def test_a_problem_covers_the_page_being_edited_and_goes_when_mended(desk: Desk) -> None:
    overlay = desk.page.get_by_role("alert")
    with timed("a field misspelt"):
        desk.save("category:", "catgory:")
        expect(overlay).to_be_visible()
    expect(overlay.get_by_role("heading")).to_contain_text("Trang đang xem là bản trước đó")
    expect(overlay).to_contain_text(MESSAGE)
    expect(desk.page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    with timed("mended"):
        desk.save("catgory:", "category:")
        expect(overlay).to_be_hidden()
    desk.save("Đầu tháng sáu.", "Cuối tháng bảy.")
    expect(desk.page.get_by_text("Cuối tháng bảy.")).to_be_visible()
    expect(overlay).to_be_hidden()


def test_a_page_opened_while_there_is_a_problem_shows_it(desk: Desk) -> None:
    desk.save("category:", "catgory:")
    expect(desk.page.get_by_role("alert")).to_be_visible()
    desk.page.reload()
    expect(desk.page.get_by_role("alert")).to_contain_text(MESSAGE)
