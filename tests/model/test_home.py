"""The home page: the newest of everything, the highest awards first."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.home import home
from khuyencong.model.view import Link
from tests.content import catalogue, entry, establishment, news, product, support


def honoured(*levels: str) -> str:
    years = range(2019, 2019 + len(levels))
    return product(
        "recognitions:", *(f"  - {{level: {level}, year: {y}}}" for level, y in zip(levels, years, strict=True))
    )


def test_featured_products_stand_once_the_highest_level_first_and_every_level_is_counted(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "products/huyen.md": honoured("huyện"),
            "products/quoc-gia.md": honoured("khu vực", "quốc gia"),
            "products/tinh.md": honoured("tỉnh"),
            "products/khu-vuc.md": honoured("khu vực"),
            "products/ocop.md": product("recognitions: [{kind: OCOP, level: 5 sao}]"),
            "products/khong.md": product(),
        },
    )
    page = home(found)
    assert [(link.text, link.count) for link in page.levels] == [
        ("cấp quốc gia", 1),
        ("cấp khu vực", 2),
        ("cấp tỉnh", 1),
        ("cấp huyện", 1),
    ]
    assert [card.url for card in page.featured] == [
        "/san-pham/quoc-gia/",
        "/san-pham/khu-vuc/",
        "/san-pham/tinh/",
        "/san-pham/huyen/",
    ]


def test_eight_featured_products_are_shown_and_all_of_a_level_are_linked(tmp_path: Path) -> None:
    page = home(catalogue(tmp_path, {f"products/{number:02}.md": honoured("tỉnh") for number in range(12)}))
    assert [card.url for card in page.featured] == [f"/san-pham/{number:02}/" for number in range(8)]
    assert page.levels == (Link("/san-pham/cap/san-pham-cnnt-tieu-bieu-cap-tinh/", "cấp tỉnh", 12),)


def test_only_schemes_in_force_are_shown_and_four_at_most(tmp_path: Path) -> None:
    old = {f"support/cu-{number}.md": support(title="A") for number in range(3)}
    current = {f"support/{number}.md": support("in_force: true", title=f"B {number}") for number in range(5)}
    assert home(catalogue(tmp_path, old)).schemes == ()
    shown = home(catalogue(tmp_path, current)).schemes
    assert [card.title for card in shown] == ["B 0", "B 1", "B 2", "B 3"]


def test_the_newest_five_articles_and_four_events_are_shown(tmp_path: Path) -> None:
    articles = {f"news/2024/{day}.md": news().replace("05-01", f"05-0{day}") for day in range(1, 9)}
    fairs = {f"events/{year}.md": entry("title: X", f"start: {year}", "kind: hoi-cho") for year in range(2019, 2024)}
    page = home(catalogue(tmp_path, articles | fairs | {"news/2024/an.md": news("status: hidden")}))
    assert [card.url for card in page.news] == [f"/tin-tuc/{day}/" for day in (8, 7, 6, 5, 4)]
    assert [card.url for card in page.events] == [f"/su-kien/{year}/" for year in (2023, 2022, 2021, 2020)]


def test_the_latest_issue_is_shown(tmp_path: Path) -> None:
    sections = "sections: [{title: Tin, news: [a]}]"
    issues = {
        f"bulletins/{name}.md": entry("title: B", f"number: {number}", f"year: {year}", sections)
        for name, number, year in (("a", 4, 2023), ("b", 1, 2024), ("c", 3, 2023))
    }
    bulletin = home(catalogue(tmp_path, {"news/2024/a.md": news(), **issues})).bulletin
    assert bulletin
    assert bulletin.url == "/ban-tin/b/"


def test_every_listing_is_counted_without_what_is_hidden(tmp_path: Path) -> None:
    files = {
        "establishments/a.md": establishment("sector: co-khi"),
        "establishments/b.md": establishment("status: hidden"),
    }
    page = home(catalogue(tmp_path, {**files, "pages/p.md": entry("title: P")}))
    assert {link.url: link.count for link in page.counts} == {
        "/tin-tuc/": 0,
        "/co-so/": 1,
        "/san-pham/": 0,
        "/ho-tro/": 0,
        "/van-ban/": 0,
        "/chuong-trinh/": 0,
        "/su-kien/": 0,
        "/ban-tin/": 0,
    }
    (sector,) = page.sectors
    assert (sector.key, sector.link.url, sector.link.count) == ("co-khi", "/co-so/nganh/co-khi/", 1)


def test_an_empty_site_has_a_home_page(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {})
    page = home(found)
    assert (page.news, page.levels, page.bulletin, page.schemes, page.events) == ((), (), None, (), ())
    assert (page.head.url, page.head.title) == ("/", "Cổng thông tin khuyến công")
    assert page.head.description == found.site.description
