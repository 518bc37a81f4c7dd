"""The real issues on paper: every word of each article in its order, codes that lead there, columns that end well."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from khuyencong.build.bodies import body_html
from khuyencong.model.article_tree import Child, article_tree
from khuyencong.model.bulletin import Bulletin
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.news import News
from khuyencong.model.tree import read_tree
from khuyencong.outputs.printing.notes import NOTE, with_notes
from tests.printed import ROOT, codes_of, follows, fonts_of, pages_of, parts, running_words, words
from tests.printed_lines import BODY, at_the_foot, lines_of, lonely, paragraphs, running_lines

pytestmark = pytest.mark.site
CONTENT = ROOT / "content"
TODAY = dt.date(2026, 11, 27)
ISSUES = sorted(path.stem for path in (CONTENT / "bulletins").glob("*.md"))
LIGHT = 3_000_000
HEADING = BODY * 1.18
MOST_UNEVEN = 100.0
"""Points between the ends of two columns: a table or a note of many lines may not be split."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found = read_tree(CONTENT, TODAY).catalogue
    assert found
    return found


@pytest.fixture(scope="module", params=ISSUES)
def issue(request: pytest.FixtureRequest, catalogue: Catalogue) -> Bulletin:
    found = catalogue.get("bulletin", request.param)
    assert isinstance(found, Bulletin)
    return found


@pytest.fixture(scope="module")
def pdf(site: Path, issue: Bulletin) -> bytes:
    (path,) = (site / "ban-tin" / issue.slug).glob("*.pdf")
    return path.read_bytes()


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    return pages_of(pdf)


@pytest.fixture(scope="module")
def codes(pdf: bytes) -> list[list[str]]:
    return codes_of(pdf)


def articles(issue: Bulletin, catalogue: Catalogue) -> Iterator[tuple[News, tuple[Child, ...]]]:
    for section in issue.sections:
        for one in catalogue.named("news", section.news):
            assert isinstance(one, News)
            yield one, with_notes(article_tree(body_html(one, catalogue, CONTENT)))


def test_every_word_of_each_article_is_there_in_its_order(
    issue: Bulletin, catalogue: Catalogue, pages: list[str]
) -> None:
    printed = words(" ".join(pages))
    for one, tree in articles(issue, catalogue):
        assert follows([*words(one.title), *words(one.summary), *running_words(tree)], printed) == "", one.slug


def test_every_table_and_every_note_is_there_whole(issue: Bulletin, catalogue: Catalogue, pages: list[str]) -> None:
    printed = words(" ".join(pages))
    for one, tree in articles(issue, catalogue):
        for part in (*parts(tree, "table"), *parts(tree, NOTE)):
            assert follows(running_words(part.children), printed) == "", one.slug


def test_each_article_has_a_code_that_leads_to_its_page(
    issue: Bulletin, catalogue: Catalogue, codes: list[list[str]]
) -> None:
    read = [code for page in codes for code in page]
    wanted = [f"{catalogue.site.url}{one.url}" for one, _ in articles(issue, catalogue)]
    assert [code for code in read if "/tin-tuc/" in code] == wanted
    assert f"{catalogue.site.url}{issue.url}" in read


def test_the_contents_and_the_cover_name_the_page_that_an_article_begins_on(
    issue: Bulletin, catalogue: Catalogue, pages: list[str]
) -> None:
    contents = " ".join(words(pages[2]))
    for one, _ in articles(issue, catalogue):
        title = " ".join(words(one.title))
        first = next(number for number, page in enumerate(pages[3:], 4) if title in " ".join(words(page)))
        assert f"{title} {first}" in contents
        assert re.search(rf"^{first}\b|\b{first}$", pages[first - 1].strip(), re.MULTILINE)


def test_the_file_is_light_its_fonts_are_embedded_and_its_sheets_are_whole(pdf: bytes, pages: list[str]) -> None:
    assert len(pdf) <= LIGHT
    fonts = list(fonts_of(pdf))
    assert all(is_embedded and is_copied and re.match(r"/[A-Z]{6}\+", name) for name, is_embedded, is_copied in fonts)
    assert len(pages) % 4 == 0


def test_the_name_of_a_city_is_never_broken(pages: list[str]) -> None:
    lines = [line.rstrip() for page in pages for line in page.splitlines()]
    assert [line for line in lines if re.search(r"\bTP\.?$|\bTP\. Hồ$|\bTP\. Hồ Chí$", line)] == []
    assert any("TP.\u00a0Hồ\u00a0Chí\u00a0Minh" in line for line in lines)


def test_no_heading_stands_at_the_foot_of_a_column(issue: Bulletin, catalogue: Catalogue, pdf: bytes) -> None:
    headings = [one.text() for _, tree in articles(issue, catalogue) for one in parts(tree, "h2")]
    assert len(headings) > 20
    assert at_the_foot(lines_of(pdf), headings, HEADING) == []


def test_no_line_of_a_paragraph_stands_alone_in_a_column(issue: Bulletin, catalogue: Catalogue, pdf: bytes) -> None:
    lines = running_lines(pdf)
    for _, tree in articles(issue, catalogue):
        assert lonely(lines, paragraphs(tree)) == []


def test_every_note_stands_once(issue: Bulletin, catalogue: Catalogue, pages: list[str]) -> None:
    printed = " ".join(words(" ".join(pages)))
    for one, tree in articles(issue, catalogue):
        for note in parts(tree, NOTE):
            assert printed.count(" ".join(words(note.text()))) == 1, (one.slug, note.text())


def test_the_last_columns_of_an_article_end_at_about_the_same_line(pdf: bytes) -> None:
    lines = running_lines(pdf)
    ends = [number for number, page in enumerate(pages_of(pdf), 1) if "Đọc trên trang" in page]
    assert len(ends) > 8
    uneven = {}
    for number in ends:
        last = [[line.base for line in lines if line.place == (number, column)] for column in (0, 1)]
        lowest = [min(bases) for bases in last if bases]
        uneven[number] = max(lowest) - min(lowest) if len(lowest) > 1 else 0.0
    assert {number: gap for number, gap in uneven.items() if gap > MOST_UNEVEN} == {}


def test_no_page_between_the_first_and_the_last_is_empty(pages: list[str]) -> None:
    assert [number for number, page in enumerate(pages, 1) if len(words(page)) < 8] == []
