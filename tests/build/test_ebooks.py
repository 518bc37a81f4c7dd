"""E-books on the site: made anew when an issue says something new, left alone otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from khuyencong.build.ebooks import Ebooks
from khuyencong.model.vietnamese import file_size
from tests.builds import fingerprints, times
from tests.ebooks import files_of, words_of
from tests.small_builds import Workplace

BOOK = "ban-tin/2023-1/ban-tin-2023-1.epub"
PAGE = "ban-tin/2023-1/index.html"
ADDED = "Thêm một câu dài để sách dài ra."


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "1")


@pytest.fixture
def work(tmp_path: Path) -> Workplace:
    """The small site, built."""
    made = Workplace.make(tmp_path)
    made.build(indexes=False)
    return made


def lengthen(work: Workplace, name: str) -> None:
    (path,) = (work.content / "news").rglob(name)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{ADDED}\n", encoding="utf-8")


def first_article(work: Workplace) -> str:
    return " ".join(words_of(files_of((work.output / BOOK).read_bytes())["EPUB/bai-01.xhtml"]))


def test_an_edit_of_an_article_makes_its_book_anew_as_a_clean_build_does(work: Workplace) -> None:
    assert ADDED not in first_article(work)
    lengthen(work, "lang-duc-dong.md")
    work.build(indexes=False)
    assert ADDED in first_article(work)
    work.build("clean", "clean-cache", indexes=False)
    assert fingerprints(work.output) == fingerprints(work.root / "clean")


def test_an_edit_of_another_article_leaves_the_book_and_its_page_alone(
    work: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = times(work.output)
    lengthen(work, "hoi-cho.md")
    monkeypatch.setattr(Ebooks, "_make", lambda *arguments: pytest.fail(str(arguments)))
    work.build(indexes=False)
    after = times(work.output)
    assert {name: after[name] for name in (BOOK, PAGE)} == {name: before[name] for name in (BOOK, PAGE)}


@pytest.mark.parametrize("name", ["article.xhtml", "package.opf", "book.css"])
def test_a_change_of_a_template_makes_the_book_anew(work: Workplace, name: str) -> None:
    before = (work.output / BOOK).read_bytes()
    template = work.theme / "templates" / "epub" / name
    template.write_text(f"{template.read_text(encoding='utf-8')}\n", encoding="utf-8")
    (work.theme / "templates" / "epub" / f"{name}~").write_text("left by an editor", encoding="utf-8")
    work.build(indexes=False)
    assert len((work.output / BOOK).read_bytes()) != 0
    assert ((work.output / BOOK).read_bytes() == before) == (name == "article.xhtml")


def test_a_draft_of_an_issue_has_no_book(work: Workplace) -> None:
    issue = work.content / "bulletins" / "2023-1.md"
    issue.write_text(issue.read_text(encoding="utf-8").replace("year: 2023", "year: 2023\nstatus: draft"), "utf-8")
    work.build(indexes=False)
    assert not (work.output / BOOK).exists()


def test_a_book_that_was_spoilt_is_put_right(work: Workplace) -> None:
    before = (work.output / BOOK).read_bytes()
    (work.output / BOOK).write_bytes(b"")
    work.build(indexes=False)
    assert (work.output / BOOK).read_bytes() == before


def test_the_page_of_an_issue_says_how_large_its_book_is(work: Workplace) -> None:
    page = html.parse(str(work.output / PAGE))
    (link,) = page.xpath("//a[contains(@href, '.epub')]")
    size = file_size((work.output / BOOK).stat().st_size).replace(" ", "\u00a0")
    assert (link.get("href"), link.text) == (f"../../{BOOK}", f"Sách điện tử (EPUB, {size})")
