"""The site map and the file for search engines, of whole sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from khuyencong.checks.pages import BuiltPage, parse_page, read_site
from khuyencong.model import crawling
from tests.builds import SMALL, build, small_content
from tests.small_builds import Workplace

pytestmark = pytest.mark.site

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
OFFICIAL = (
    "demo: false\nidentity: {governing_body: Sở Công Thương, responsible_person: Giám đốc, address: Số 1,"
    " phone: '0254 000 000', email: a@thu.example}\n"
    "bulletin: {name: Bản tin thử, publisher: Trung tâm, licence: Số 1, printer: Nhà in, period: mỗi quý}"
)
ISSUE = "date: 2023-06-30\nprint_run: 100\nresponsible: Giám đốc\n"
"""What the law asks an issue on paper to say of itself."""


def addresses(path: Path) -> dict[str, str]:
    """Give the addresses in a file of the site map with their days."""
    tree = etree.parse(str(path))
    found = tree.xpath("//s:url | //s:sitemap", namespaces=NAMESPACE)
    assert isinstance(found, list)
    rows = [(one.findtext("s:loc", "", NAMESPACE), one.findtext("s:lastmod", "", NAMESPACE)) for one in found]  # type: ignore[union-attr]
    assert len(dict(rows)) == len(rows)
    return dict(rows)


def findable(root: Path) -> Iterator[BuiltPage]:
    """Yield the pages of a site that are no model site's, which search engines may show."""
    for page in read_site(root).pages:
        robots = page.tree.xpath('string(/html/head/meta[@name="robots"]/@content)')
        if page.path != "404.html" and "noindex" not in robots:
            yield page


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a body that answers for it publishes it, with a page that no list shows."""
    settings = (SMALL / "site.yaml").read_text(encoding="utf-8").replace("demo: true", OFFICIAL)
    english = "---\ntitle: About\nlang: en\ntranslation_of: gioi-thieu\n---\nText.\n"
    hidden = "---\ntitle: Trang ẩn\nstatus: hidden\n---\nChữ.\n"
    issue = (
        (SMALL / "bulletins" / "2023-1.md").read_text(encoding="utf-8").replace("number: 1\n", f"number: 1\n{ISSUE}")
    )
    folder = tmp_path_factory.mktemp("official")
    content = small_content(
        folder / "content",
        {"site.yaml": settings, "pages/an.md": hidden, "pages/about.md": english, "bulletins/2023-1.md": issue},
    )
    return build(content, folder / "output", settings="publishconf.py")


def test_every_page_of_the_real_site_stands_in_the_site_map_exactly_once(site: Path) -> None:
    own = {page.url for page in read_site(site).pages if page.canonical_url == page.url}
    pages = own - {"/404.html", "/mau-giao-dien/", "/tim-kiem/", "/ngoai-tuyen/"}
    found = addresses(site / "sitemap.xml")
    assert {one.removeprefix("https://khuyencong.example") for one in found} == pages
    assert all(DAY.fullmatch(day) for day in found.values() if day)
    assert sum(bool(day) for day in found.values()) >= 37


def test_the_site_map_holds_the_canonical_address_of_every_page_that_may_be_shown(official: Path) -> None:
    pages = [str(page.tree.xpath('string(/html/head/link[@rel="canonical"]/@href)')) for page in findable(official)]
    assert sorted(addresses(official / "sitemap.xml")) == sorted(pages)
    assert "https://thu.example/khuyen-cong/" in pages
    assert not any("/an/" in page for page in pages)


def test_a_model_site_keeps_every_robot_out(site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert not robots.can_fetch("Googlebot", "https://khuyencong.example/")
    assert robots.site_maps() is None


def test_a_site_that_a_body_answers_for_lets_robots_in_and_leads_to_the_site_map(official: Path) -> None:
    robots = RobotFileParser()
    robots.parse((official / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.can_fetch("Googlebot", "https://thu.example/khuyen-cong/co-so/")
    assert robots.site_maps() == ["https://thu.example/khuyen-cong/sitemap.xml"]


def test_above_the_limit_an_index_leads_to_the_parts_and_below_it_the_parts_are_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUILD_WORKERS", "1")
    work = Workplace.make(tmp_path)
    work.build("first", "first-cache", indexes=False)
    whole = addresses(tmp_path / "first" / "sitemap.xml")
    monkeypatch.setattr(crawling, "MOST_ADDRESSES", len(whole))
    monkeypatch.setattr(crawling.split, "__defaults__", (len(whole),))
    work.build(indexes=False)
    assert addresses(work.output / "sitemap.xml") == whole
    article = work.content / "news" / "them.md"
    article.write_text("---\ntitle: Thêm\ndate: 2024-05-01\ncategory: lang-nghe\n---\nChữ.\n", encoding="utf-8")
    work.build(indexes=False)
    parts = [work.output / url.rsplit("/", 1)[1] for url in addresses(work.output / "sitemap.xml")]
    assert len(parts) == 2
    found = {url: day for part in parts for url, day in addresses(part).items()}
    assert found.keys() > whole.keys()
    assert found["https://thu.example/khuyen-cong/tin-tuc/them/"] == "2024-05-01"
    article.unlink()
    work.build(indexes=False)
    assert addresses(work.output / "sitemap.xml") == whole
    assert not any(part.exists() for part in parts)


@pytest.mark.parametrize(("path", "language"), [("gioi-thieu", "vi"), ("about", "en")])
def test_a_page_and_its_translation_name_each_other(official: Path, path: str, language: str) -> None:
    tree = parse_page("", (official / path / "index.html").read_bytes()).tree
    named = {one.get("hreflang"): one.get("href") for one in tree.xpath("/html/head/link[@hreflang]")}
    original, english = (f"https://thu.example/khuyen-cong/{one}/" for one in ("gioi-thieu", "about"))
    assert named == {"vi": original, "x-default": original, "en": english}
    assert tree.get("lang") == language
    assert len(tree.xpath("//main//a[@hreflang]")) == 1
