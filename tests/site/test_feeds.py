"""The feeds of a whole site: valid in their formats, opened by a reader of feeds, the same in all three."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest

from khuyencong.checks.pages import parse_page
from khuyencong.model.feed_links import FORMATS
from tests.builds import build, small_content
from tests.feeds.grammar import feed_problems
from tests.pictures import photo

pytestmark = pytest.mark.site

NAMES = tuple(one.file for one in FORMATS)


def feeds_in(folder: Path) -> list[Path]:
    """Find the feeds of a site."""
    return sorted(path for name in NAMES for path in folder.rglob(name))


def opened(path: Path) -> Any:
    """Open a feed as a reader of feeds does."""
    return feedparser.parse(path.read_bytes(), response_headers={"content-type": "application/xml; charset=utf-8"})


def test_every_feed_of_the_real_site_is_valid_in_its_format(site: Path) -> None:
    feeds = feeds_in(site)
    assert len(feeds) > 100
    assert {path.as_posix(): problems for path in feeds if (problems := feed_problems(path))} == {}


def test_a_reader_of_feeds_opens_every_feed_without_complaint(site: Path) -> None:
    for path in (one for one in feeds_in(site) if one.suffix == ".xml"):
        feed = opened(path)
        assert not feed.bozo, path
        assert 0 < len(feed.entries) <= 20
        assert len({one.id for one in feed.entries}) == len(feed.entries)
        assert all(one.content[0].value for one in feed.entries)
        if path.name == "atom.xml":
            assert feed.feed.updated_parsed == max(one.updated_parsed for one in feed.entries)


def test_the_three_formats_carry_the_same_articles(site: Path) -> None:
    for path in site.rglob("feed.json"):
        items = [(one["id"], one["title"]) for one in json.loads(path.read_bytes())["items"]]
        for name in ("atom.xml", "rss.xml"):
            assert [(one.id, one.title) for one in opened(path.with_name(name)).entries] == items


def test_the_feed_of_all_news_carries_the_newest_with_their_full_text(site: Path) -> None:
    feed = opened(site / "tin-tuc" / "atom.xml")
    listing = parse_page("tin-tuc/index.html", (site / "tin-tuc" / "index.html").read_bytes())
    first = [str(one).split("/")[-2] for one in listing.tree.xpath("//article[contains(@class, 'card')]//h2/a/@href")]
    assert [one.link.split("/")[-2] for one in feed.entries][: len(first)] == first
    for one in feed.entries:
        page = parse_page("", (site / one.link.split("/", 3)[3] / "index.html").read_bytes())
        carried = parse_page("", f"<div>{one.content[0].value}</div>".encode())
        shown = page.tree.xpath("string(//div[@class='prose'])")
        assert "".join(carried.tree.xpath("string(.)").split()) == "".join(shown.split())


def test_every_address_in_a_feed_is_absolute(site: Path) -> None:
    for path in site.rglob("feed.json"):
        for item in json.loads(path.read_bytes())["items"]:
            found = re.findall(r'(?:href|src|srcset)="([^"]*)"', item["content_html"])
            assert [one for one in found if not one.startswith(("https://", "http://", "mailto:", "tel:"))] == []


def test_the_page_of_all_feeds_links_every_feed_and_nothing_else(site: Path) -> None:
    page = parse_page("nguon-cap-tin/index.html", (site / "nguon-cap-tin" / "index.html").read_bytes())
    linked = {str(one).removeprefix("../") for one in page.tree.xpath("//main//a[@type]/@href")}
    assert linked == {path.relative_to(site).as_posix() for path in feeds_in(site)}


def test_every_feed_is_named_by_the_page_that_it_belongs_to(site: Path) -> None:
    for path in feeds_in(site):
        page = parse_page("", (path.parent / "index.html").read_bytes())
        named = page.tree.xpath("/html/head/link[@rel='alternate']/@href")
        assert path.relative_to(site).as_posix() in [str(one).replace("../", "") for one in named]


def test_pictures_and_files_of_an_article_travel_with_it(tmp_path: Path) -> None:
    fields = "image: {src: anh.jpg, alt: Lư đồng trên bàn}\nattachments: [{file: bang.csv, title: Bảng giá}]"
    head = f"---\ntitle: Tin có ảnh\ndate: 2024-05-01\ncategory: lang-nghe\n{fields}\n---\n"
    article = f"{head}![Lò đúc](anh.jpg)\n\n[Lò](#lo)\n\n## Lò\n"
    files: dict[str, str | bytes] = {
        "news/co-anh.md": article,
        "news/anh.jpg": photo(1200, 800),
        "news/bang.csv": b"a,b\n1,2\n",
    }
    output = build(small_content(tmp_path / "content", files), tmp_path / "output")
    assert [problem for path in feeds_in(output) for problem in feed_problems(path)] == []
    item = json.loads((output / "tin-tuc" / "feed.json").read_bytes())["items"][0]
    base = "https://thu.example/khuyen-cong/tin-tuc/co-anh/"
    assert item["attachments"][0]["url"] == f"{base}bang.csv"
    assert item["image"].startswith(base)
    shown = re.findall(rf'{base}([^" ]+)', item["content_html"])
    assert "#lo" in shown
    names = [item["image"].removeprefix(base), "bang.csv", *(one for one in shown if not one.startswith("#"))]
    assert [one for one in names if not (output / "tin-tuc" / "co-anh" / one).is_file()] == []


def test_a_site_without_news_has_no_feed_and_says_so(tmp_path: Path) -> None:
    content = small_content(tmp_path / "content")
    for path in [*(content / "news").glob("*.md"), *(content / "bulletins").glob("*.md")]:
        path.unlink()
    output = build(content, tmp_path / "output")
    assert feeds_in(output) == []
    page = (output / "nguon-cap-tin" / "index.html").read_text(encoding="utf-8")
    assert "Trang chưa có tin nào." in page


def test_the_grammars_find_planted_faults(site: Path, tmp_path: Path) -> None:
    for name, old, new in (
        ("atom.xml", "<updated>", "<updated>hôm qua "),
        ("atom.xml", 'rel="self"', 'rel="me"'),
        ("rss.xml", 'isPermaLink="true"', 'isPermaLink="có"'),
        ("rss.xml", "+0700", "ICT"),
        ("feed.json", "date_modified", "date_changed"),
    ):
        source = (site / "tin-tuc" / name).read_text(encoding="utf-8")
        assert old in source
        (tmp_path / name).write_text(source.replace(old, new, 1), encoding="utf-8")
        assert feed_problems(tmp_path / name) != []
