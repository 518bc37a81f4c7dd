"""What feeds carry, and when they say it was written."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.dates import PartialDate
from khuyencong.model.feed import MOST_ENTRIES, feed_title, feed_view, feeds_of, is_category, pages_with_feeds
from khuyencong.model.feed_view import FeedView, moment
from khuyencong.model.news import News
from khuyencong.model.redirects import published_addresses
from tests.content import catalogue, establishment, news, read, write_content
from tests.rows import day

DATES = st.dates(dt.date(1980, 1, 1), dt.date(2100, 12, 31)).map(lambda day: PartialDate(day.year, day.month, day.day))


def body(one: News) -> str:
    """Give a text for an article."""
    return f"<p>{one.slug}</p>"


def view(folder: Path, *fields: str, date: str = "2024-05-01") -> FeedView:
    """Give the feed of all news with one article."""
    made = catalogue(folder, {"news/a.md": news(*fields).replace("2024-05-01", date)})
    return feed_view("/tin-tuc/", "/tin-tuc/atom.xml", made, body)


@given(date=DATES)
def test_a_moment_is_midnight_in_viet_nam_in_both_ways_of_writing(date: PartialDate) -> None:
    midnight = dt.datetime(date.year, date.month, date.day, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    written = moment(date)
    assert dt.datetime.fromisoformat(written.iso) == midnight
    assert parsedate_to_datetime(written.mail) == midnight


@pytest.mark.parametrize(("date", "first"), [("2024-05", "2024-05-01"), ("2024", "2024-01-01")])
def test_a_date_without_day_gives_no_day_of_publishing_and_the_first_day_it_can_mean(
    tmp_path: Path, date: str, first: str
) -> None:
    entry = view(tmp_path, date=date).entries[0]
    assert entry.published is None
    assert entry.updated.iso == f"{first}T00:00:00+07:00"


def test_a_correction_counts_as_the_last_change_and_not_as_the_day_of_publishing(tmp_path: Path) -> None:
    made = view(tmp_path, "updated: 2024-06-03")
    assert made.entries[0].published == moment(PartialDate(2024, 5, 1))
    assert made.entries[0].updated == made.updated == moment(PartialDate(2024, 6, 3))


def test_an_article_is_known_in_feeds_by_the_address_at_which_it_was_first_published(tmp_path: Path) -> None:
    root = tmp_path / "content"
    base = "https://khuyencong.example/tin-tuc"
    for slug in ("mot", "hai", "an", "mot"):  # the last name is the first again
        write_content(tmp_path, {"news/a.md": news(f"slug: {slug}")})
        tree = read(tmp_path)
        assert tree.problems == []
        assert tree.index
        assert tree.catalogue
        (entry,) = feed_view("/tin-tuc/", "/tin-tuc/atom.xml", tree.catalogue, body).entries
        assert (entry.id, entry.url) == (f"{base}/mot/", f"{base}/{slug}/")
        (root / "addresses.csv").write_text(published_addresses(root, tree.index), encoding="utf-8")


def test_an_address_of_an_earlier_site_is_no_name_in_feeds(tmp_path: Path) -> None:
    (entry,) = view(tmp_path, "aliases: [/a.i1.html]").entries
    assert entry.id == entry.url


def test_a_feed_holds_the_newest_articles_and_no_more_than_its_limit(tmp_path: Path) -> None:
    made = catalogue(tmp_path, {f"news/n{number}.md": day(number) for number in range(1, MOST_ENTRIES + 6)})
    slugs = [one.url.split("/")[-2] for one in feed_view("/tin-tuc/", "/tin-tuc/rss.xml", made, body).entries]
    assert slugs == [f"n{number}" for number in range(MOST_ENTRIES + 5, 5, -1)]


def test_hidden_and_expired_articles_are_in_no_feed(tmp_path: Path) -> None:
    files = {"news/a.md": news(), "news/b.md": news("status: hidden"), "news/c.md": news("expires: 2024-06-01")}
    made = catalogue(tmp_path, files)
    assert [one.html for one in feed_view("/tin-tuc/", "/tin-tuc/rss.xml", made, body).entries] == ["<p>a</p>"]


def test_all_news_each_category_and_each_place_with_news_have_feeds(tmp_path: Path) -> None:
    place = "address: {province: Đồng Nai}"
    files = {"establishments/a.md": establishment(place), "news/a.md": news("establishments: [a]")}
    made = catalogue(tmp_path, files)
    pages = list(pages_with_feeds(made.index))
    assert pages == ["/tin-tuc/", "/tin-tuc/chuyen-muc/co-so/", "/dia-ban/dong-nai/"]
    category = made.taxonomies.label("news_categories", "co-so")
    assert [feed_title(page, made) for page in pages] == ["Tin tức", category, "Tin về Đồng Nai"]
    assert [one.url for one in feeds_of("/dia-ban/dong-nai/", made)] == [
        "/dia-ban/dong-nai/atom.xml",
        "/dia-ban/dong-nai/rss.xml",
        "/dia-ban/dong-nai/feed.json",
    ]
    assert feeds_of("/dia-ban/hai-phong/", made) == ()


def test_without_news_no_page_has_a_feed(tmp_path: Path) -> None:
    made = catalogue(tmp_path, {"establishments/a.md": establishment()})
    assert list(pages_with_feeds(made.index)) == []
    assert feeds_of("/tin-tuc/", made) == ()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/tin-tuc/chuyen-muc/co-so/", True),
        ("/tin-tuc/chuyen-muc/co-so/nam/2024/", False),
        ("/tin-tuc/nam/2024/", False),
        ("/tin-tuc/", False),
    ],
)
def test_only_a_listing_of_a_category_alone_is_one(url: str, expected: bool) -> None:
    assert is_category(url) is expected
