"""News: its neighbours, what it names, and when it leaves the lists."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.news import News, NewsRelated
from khuyencong.model.view import Link
from tests.content import catalogue, document, entry, establishment, news, problems, product

TEN = {
    f"news/2024/tin-{day:02d}.md": entry(f"title: Tin {day}", f"date: 2024-05-{day:02d}", "category: co-so")
    for day in range(1, 11)
}


def related(found: Catalogue, slug: str) -> NewsRelated:
    article = found.get("news", slug)
    assert isinstance(article, News)
    return article.related(found)


def test_an_article_leads_to_the_ones_before_and_after_it_in_its_category(tmp_path: Path) -> None:
    other = entry("title: Khác", "date: 2024-05-02", "category: lang-nghe")
    found = catalogue(tmp_path, {**dict(list(TEN.items())[:3]), "news/2024/khac.md": other})
    assert related(found, "tin-02").newer == Link("/tin-tuc/tin-03/", "Tin 3")
    assert related(found, "tin-02").older == Link("/tin-tuc/tin-01/", "Tin 1")
    assert (related(found, "tin-03").newer, related(found, "tin-01").older) == (None, None)
    assert (related(found, "khac").newer, related(found, "khac").older) == (None, None)
    assert related(found, "khac").category == Link("/tin-tuc/chuyen-muc/lang-nghe/", "Làng nghề")


def test_three_articles_that_share_an_establishment_a_product_or_a_tag_are_kin(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "establishments/z.md": establishment(),
            "news/2024/a.md": news("establishments: [z]", "tags: [muối]"),
            "news/2023/b.md": news("tags: [Muối]"),
            "news/2022/c.md": news("establishments: [z]"),
            "news/2021/d.md": news("tags: [muối, nước mắm]"),
            "news/2020/e.md": news("tags: [muối]"),
            "news/2019/f.md": news("tags: [nước mắm]"),
        },
    )
    assert next(card.url for card in related(found, "a").kin) == "/tin-tuc/c/"
    assert len(related(found, "a").kin) == 3
    assert [card.url for card in related(found, "f").kin] == ["/tin-tuc/d/"]


def test_expired_news_is_off_the_lists_but_its_page_stays(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "news/2024/cu.md": news("expires: 2025-11-30"),
            "news/2024/hom-nay.md": news("expires: 2025-12-01"),
            "news/2024/trong-nam.md": news("expires: 2025"),
        },
    )
    assert {one.slug for one in found.all(News)} == {"hom-nay", "trong-nam"}
    gone = found.get("news", "cu")
    assert gone
    assert (gone.url, gone.source_file.path) == ("/tin-tuc/cu/", "news/2024/cu.md")
    assert {"/tin-tuc/hom-nay/", "/tin-tuc/trong-nam/"} == {
        link.url
        for slug in ("hom-nay", "trong-nam")
        for link in (related(found, slug).newer, related(found, slug).older)
        if link
    }
    assert (related(found, "cu").newer, related(found, "cu").older) == (None, None)


def test_named_entries_are_shown_as_written_establishments_first(tmp_path: Path) -> None:
    fields = ("documents: [1-qd]", "products: [muoi, ca]", "establishments: [z, a]")
    found = catalogue(
        tmp_path,
        {
            "news/2024/tin.md": news(*fields),
            "establishments/a.md": establishment(),
            "establishments/z.md": establishment(),
            "products/ca.md": product(),
            "products/muoi.md": product(),
            "documents/x.md": document("1/QĐ"),
        },
    )
    urls = [card.url for card in related(found, "tin").named]
    assert urls == ["/co-so/z/", "/co-so/a/", "/san-pham/muoi/", "/san-pham/ca/", "/van-ban/1-qd/"]


def test_an_article_without_an_author_is_signed_by_the_site(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"news/2024/a.md": news(), "news/2024/b.md": news("author: Lê Minh")})
    assert related(found, "a").author == found.site.default_author == "Ban biên tập tổng hợp"
    assert related(found, "b").author == "Lê Minh"


def test_an_article_knows_the_issues_that_carry_it(tmp_path: Path) -> None:
    issue = entry("title: Số 1", "number: 1", "year: 2024", "sections: [{title: Tin, news: [a]}]")
    files = {"news/2024/a.md": news(), "news/2024/b.md": news(), "bulletins/so-1.md": issue}
    found = catalogue(tmp_path, files)
    assert related(found, "a").bulletins == (Link("/ban-tin/so-1/", "Số 1"),)
    assert related(found, "b").bulletins == ()


def test_a_card_carries_category_summary_and_date(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"news/2024/a.md": news("summary: Tóm tắt")})
    card = found.all(News)[0].card(found)
    assert (card.title, card.kicker, card.summary) == ("Tin", "Cơ sở công nghiệp nông thôn", "Tóm tắt")
    assert card.date == PartialDate(2024, 5, 1)


def test_news_needs_a_date_and_a_known_category(tmp_path: Path) -> None:
    said = problems(
        tmp_path, {"news/2024/a.md": entry("title: A"), "news/2024/b.md": news().replace("co-so", "co-sso")}
    )
    assert [line.split(". ")[0] for line in said] == [
        "content/news/2024/a.md:1: category: thiếu trường bắt buộc này",
        "content/news/2024/a.md:1: date: thiếu trường bắt buộc này",
        'content/news/2024/b.md:4: category: "co-sso" không có trong danh sách',
    ]
