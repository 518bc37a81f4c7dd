"""The real site, as `make html` builds it: is everything there, and is everything right?"""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.counts import REAL_SITE, enough_entries
from khuyencong.checks.pages import BuiltSite, read_site, text_of
from khuyencong.checks.reach import few_clicks
from khuyencong.checks.rules import check_site
from khuyencong.checks.words import known_capitals, known_words
from tests.builds import ROOT, fingerprints, run_pelican

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def pages(site: Path) -> BuiltSite:
    """Read the site once for all tests of this file."""
    return read_site(site)


def test_the_site_holds_what_it_must_hold(pages: BuiltSite) -> None:
    assert list(map(str, enough_entries(pages, REAL_SITE))) == []


def test_every_page_is_at_most_four_clicks_from_the_home_page(pages: BuiltSite) -> None:
    assert list(map(str, few_clicks(pages))) == []


def test_every_page_keeps_every_rule(pages: BuiltSite) -> None:
    assert list(map(str, check_site(pages))) == []


def test_no_page_shows_an_abbreviation_that_the_glossary_does_not_know(pages: BuiltSite) -> None:
    known = known_words(ROOT / "content" / "glossary.yaml")
    assert list(map(str, known_capitals(pages, known))) == []
    assert {"CNNT", "OCOP"} <= {one.message.split('"')[1] for one in known_capitals(pages, frozenset())}


def test_every_page_says_that_this_is_a_model_site_and_keeps_search_engines_out(pages: BuiltSite) -> None:
    without_notice = [one.path for one in pages.pages if "Trang mẫu" not in text_of(one.tree.find("body"))]
    robots = {one.path: one.tree.xpath('string(/html/head/meta[@name="robots"]/@content)') for one in pages.pages}
    assert without_notice == []
    assert [path for path, content in robots.items() if "noindex" not in content] == []


def test_a_planted_fault_in_a_copy_of_a_real_page_is_found(site: Path, tmp_path: Path) -> None:
    source = (site / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(source.replace("</h1>", "</h1><h1>None</h1>", 1), encoding="utf-8")
    found = {problem.field for problem in check_site(read_site(tmp_path))}
    assert {"one-h1", "leftover"} <= found


def test_pelican_alone_gives_the_same_bytes_as_make_html(
    site: Path, day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUILD_DATE", day)
    done = run_pelican(ROOT / "content", tmp_path, seed="4711")
    assert done.returncode == 0, done.stdout
    assert fingerprints(tmp_path) == fingerprints(site)
