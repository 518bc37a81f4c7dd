"""The radio scripts of the real site: every one is nothing but words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khuyencong.checks.pages import parse_page, text_of
from khuyencong.model.vietnamese import syllables

pytestmark = pytest.mark.site
NAME = "phat-thanh.txt"
LONGEST = 100
"""Most syllables that one paragraph of a script has: a sentence of a law may be long."""


@pytest.fixture(scope="module")
def scripts(site: Path) -> dict[Path, str]:
    """Read the scripts of all articles and issues."""
    return {path: path.read_text("utf-8-sig") for path in sorted(site.glob(f"*/*/{NAME}"))}


def test_every_article_and_every_issue_has_a_script(site: Path, scripts: dict[Path, str]) -> None:
    articles = [one.parent for one in site.glob("tin-tuc/*/index.html") if (one.parent / "phat-thanh").is_dir()]
    assert len(articles) >= 30
    assert {path.parent for path in scripts} >= set(articles)
    assert len([path for path in scripts if path.parts[-3] == "ban-tin"]) >= 2


def test_no_script_holds_a_digit_or_a_sign_that_is_not_said(scripts: dict[Path, str]) -> None:
    found = {
        (path.parent.name, one) for path, text in scripts.items() for one in re.findall(r"[^\w\s.,;:!?-]|\d", text)
    }
    assert found == set()


def test_no_script_holds_anything_that_it_reports_as_unread(scripts: dict[Path, str]) -> None:
    pages = [(path.parent / "phat-thanh" / "index.html").read_text("utf-8") for path in scripts]
    assert [page for page in pages if "Chưa biết cách đọc" in page] == []


def test_paragraphs_are_short_enough_to_breathe(scripts: dict[Path, str]) -> None:
    long = [one for text in scripts.values() for one in text.split("\n\n") if len(syllables(one)) > LONGEST]
    assert long == []


def test_no_sentence_says_a_word_of_a_document_twice(scripts: dict[Path, str]) -> None:
    twice = re.compile(r"(?i)\b(quyết định|số|của|ngày|tháng|năm hai|ủy ban nhân dân|hợp tác xã),? \1\b")
    assert [found[0] for text in scripts.values() for found in twice.finditer(text)] == []


def test_the_page_says_what_the_text_says_and_is_left_out_of_every_search(site: Path, scripts: dict[Path, str]) -> None:
    for path, text in scripts.items():
        file = path.parent / "phat-thanh" / "index.html"
        page = parse_page(file.relative_to(site).as_posix(), file.read_bytes())
        (script,) = page.tree.xpath('//*[contains(@class, "radio__script")]')
        assert [" ".join(text_of(one).split()) for one in script] == text.strip().split("\n\n")
        assert "noindex" in page.tree.xpath('string(//meta[@name="robots"]/@content)')
        assert page.tree.xpath('string(//link[@rel="canonical"]/@href)').endswith(page.canonical_url)


def test_an_article_leads_to_its_script_and_the_script_to_its_text(site: Path, scripts: dict[Path, str]) -> None:
    for path in scripts:
        article = (path.parent / "index.html").read_text("utf-8")
        page = (path.parent / "phat-thanh" / "index.html").read_text("utf-8")
        assert article.count(f'/{path.parent.name}/phat-thanh/index.html"') == 1
        assert f'/{path.parent.name}/{NAME}"' in page
