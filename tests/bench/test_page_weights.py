"""Pages keep within their budgets in bytes, and what weighs them weighs rightly."""

from __future__ import annotations

from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from bench.pages.budgets import ARTICLE, HOME, LIGHTHOUSE_MOST, WEIGHTS, WINDOW, broken
from bench.pages.fallback import Measures, adjusted
from bench.pages.lighthouse import lost
from bench.pages.server import served
from bench.pages.weight import compressed, weigh
from khuyencong.checks.kinds import by_kind, fullest, kind_of
from khuyencong.checks.pages import parse_page

PAGE = '<html><link rel="stylesheet" href="../g/a.css"><script src="../g/a.js"></script><p>Chào</p></html>'


@pytest.mark.site
def test_the_fullest_page_of_every_kind_keeps_within_its_budgets(site: Path) -> None:
    pages = fullest(by_kind(site))
    complaints = [f"{path}: {one}" for path in pages for one in broken(kind_of(path), weigh(site, path), WEIGHTS)]
    assert pages
    assert complaints == []


@pytest.mark.site
def test_the_fonts_keep_within_their_budget_even_if_a_page_needs_all(site: Path) -> None:
    fonts = {"fonts": sum(path.stat().st_size for path in site.rglob("*.woff2"))}
    assert fonts["fonts"] > 0
    assert list(broken(HOME, fonts, WEIGHTS)) == []


@pytest.mark.site
def test_scripts_wait_for_the_page(site: Path) -> None:
    for path in fullest(by_kind(site)):
        scripts = parse_page(path, (site / path).read_bytes()).tree.xpath("//script[@src]")
        assert [one.get("src") for one in scripts if one.get("defer") is None] == []


def test_the_budget_of_an_article_fits_into_the_first_packets() -> None:
    assert max(one.most for one in WEIGHTS if one.measure == "html_and_css") <= WINDOW


def test_a_page_weighs_what_it_and_its_files_weigh_compressed(tmp_path: Path) -> None:
    for name, text in {"co-so/index.html": PAGE, "g/a.css": "p{}" * 99, "g/a.js": "f();" * 99}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    weight = weigh(tmp_path, "co-so/index.html")
    assert weight["css"] == len(brotli.compress(b"p{}" * 99))
    assert weight["scripts"] == len(brotli.compress(b"f();" * 99))
    assert weight["html_and_css"] == weight["html"] + weight["css"] > weight["css"]


def test_data_for_machines_at_the_end_of_a_page_keeps_no_reader_waiting(tmp_path: Path) -> None:
    data = '<script type="application/ld+json">{"@type":"NewsArticle"}</script>'
    (tmp_path / "a.html").write_text(f"<html><body><p>Chào</p>\n{data}\n</body></html>", encoding="utf-8")
    (tmp_path / "b.html").write_text("<html><body><p>Chào</p>\n</body></html>", encoding="utf-8")
    (tmp_path / "c.html").write_text(f"<html><body>{data}<p>Chào</p>\n</body></html>", encoding="utf-8")
    assert weigh(tmp_path, "a.html")["html_and_css"] == weigh(tmp_path, "b.html")["html_and_css"]
    assert weigh(tmp_path, "a.html")["html"] > weigh(tmp_path, "b.html")["html"]
    assert weigh(tmp_path, "c.html")["html_and_css"] == weigh(tmp_path, "c.html")["html"]


def test_what_is_packed_already_is_not_packed_again(tmp_path: Path) -> None:
    (tmp_path / "a.woff2").write_bytes(bytes(999))
    assert compressed(tmp_path / "a.woff2") == bytes(999)


def test_a_budget_is_broken_only_where_it_applies() -> None:
    assert list(broken(ARTICLE, {"html_and_css": 14337, "scripts": 6144}, WEIGHTS)) == ["html_and_css 14337 > 14336"]
    assert list(broken(HOME, {"html_and_css": 14337, "first_view": 200000}, WEIGHTS)) == []
    assert list(broken(HOME, {"cumulative_layout_shift": 0.25}, LIGHTHOUSE_MOST)) == [
        "cumulative_layout_shift 0.25 > 0"
    ]


def test_the_server_sends_brotli_and_lets_hashed_files_be_kept(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "404.html").write_text("Không có", encoding="utf-8")
    (tmp_path / "a.01234567.css").write_text("p{}", encoding="utf-8")
    with served(tmp_path) as root, closing(HTTPConnection(urlsplit(root).netloc, timeout=10)) as connection:
        found = {}
        for path in ("/", "/a.01234567.css", "/nowhere/"):
            connection.request("GET", path)
            answer = connection.getresponse()
            found[path] = (answer.status, answer.headers, answer.read())
    assert [status for status, _, _ in found.values()] == [200, 200, 404]
    assert brotli.decompress(found["/"][2]).decode() == PAGE
    assert found["/"][1]["Content-Encoding"] == "br"
    assert found["/"][1]["Cache-Control"] == "no-cache"
    assert "immutable" in found["/a.01234567.css"][1]["Cache-Control"]


def test_what_cost_a_score_is_named() -> None:
    audits = {"seo-title": {"id": "seo-title", "score": 0, "title": "No title"}, "fine": {"id": "fine", "score": 1}}
    references = [{"id": one, "weight": 1} for one in audits]
    report = {"categories": {"seo": {"score": 0.5, "auditRefs": references}}, "audits": audits}
    assert lost(report) == ["seo-title: No title"]


def test_a_narrower_font_is_made_wider_and_its_lines_stay_as_high() -> None:
    said = adjusted(Measures(width=0.55, ascent=1.0, descent=0.265, gap=0.0), 0.5)
    assert said["size-adjust"] == "110.00%"
    assert said["ascent-override"] == "90.91%"
