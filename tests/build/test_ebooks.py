"""E-books in the site: made anew when an issue says something new, left alone otherwise, and the same as in a clean build."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from khuyencong.build.ebooks import Ebooks
from khuyencong.checks.pages import INDEX
from khuyencong.model.body import look_through
from khuyencong.model.vietnamese import file_size
from tests.builds import ROOT, fingerprints, times
from tests.content import read
from tests.ebooks import files_of, problems_of, words_of
from tests.small_builds import Workplace

BOOK = "ban-tin/2023-1/ban-tin-khuyen-cong-2023-1.epub"
PAGE = "ban-tin/2023-1/index.html"


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "1")


def lengthen(work: Workplace, name: str) -> None:
    (path,) = work.content.rglob(name)
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThêm một câu dài để sách dài ra.\n", encoding="utf-8")


def test_an_edit_of_an_article_makes_its_book_anew_as_a_clean_build_does(tmp_path: Path) -> None:
    work = Workplace.make(tmp_path)
    work.build(indexes=False)
    before = (work.output / BOOK).read_bytes()
    lengthen(work, "lang-duc-dong.md")
    work.build(indexes=False)
    after = (work.output / BOOK).read_bytes()
    assert "Thêm một câu dài" not in " ".join(words_of(files_of(before)["EPUB/bai-01.xhtml"]))
    assert "Thêm một câu dài" in " ".join(words_of(files_of(after)["EPUB/bai-01.xhtml"]))
    work.build("clean", "clean-cache", indexes=False)
    assert fingerprints(work.output) == fingerprints(work.root / "clean")


def test_an_edit_of_another_article_leaves_the_book_and_its_page_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Workplace.make(tmp_path)
    work.build(indexes=False)
    before = times(work.output)
    lengthen(work, "hoi-cho.md") if len(list(work.content.rglob("hoi-cho.md"))) == 1 else None
    monkeypatch.setattr(Ebooks, "_make", lambda self, slug, catalogue: pytest.fail(slug))
    work.build(indexes=False)
    after = times(work.output)
    assert {name: after[name] for name in (BOOK, PAGE)} == {name: before[name] for name in (BOOK, PAGE)}
