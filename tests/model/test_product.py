"""Products: who makes them and how they were honoured."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.artwork import draw
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.listings import listings
from khuyencong.model.product import PRODUCTS, Product, ProductRelated
from khuyencong.model.view import Link
from tests.content import catalogue, document, establishment, news, problems, product


def get(found: Catalogue, slug: str) -> Product:
    one = found.get("product", slug)
    assert isinstance(one, Product)
    return one


def related(found: Catalogue, slug: str) -> ProductRelated:
    return get(found, slug).related(found)


def honoured(*recognitions: str) -> str:
    return product("recognitions:", *(f"  - {{{one}}}" for one in recognitions))


@pytest.mark.parametrize(
    ("recognitions", "best"),
    [
        (
            ("level: tỉnh, year: 2020", "level: khu vực, year: 2021", "level: tỉnh, year: 2024"),
            "CNNT tiêu biểu cấp khu vực",
        ),
        (("kind: OCOP, level: 5 sao, year: 2023", "level: huyện, year: 2019"), "CNNT tiêu biểu cấp huyện"),
        (("level: tỉnh, year: 2019", "level: quốc gia, year: 2020"), "CNNT tiêu biểu cấp quốc gia"),
        (("kind: OCOP, level: 4 sao, year: 2022", "kind: OCOP, level: 3 sao, year: 2020"), "OCOP 4 sao"),
        (("kind: OCOP, level: 3 sao, year: 2020", "kind: khác, name: Nhãn hiệu, year: 2023"), "OCOP 3 sao"),
        (("level: huyện, year: 2024", "level: xã, year: 2026"), "CNNT tiêu biểu cấp xã"),
        (("kind: khác, name: Cúp A, year: 2022", "kind: khác, name: Cúp B, year: 2020"), "Cúp A"),
    ],
)
def test_the_highest_and_then_the_latest_recognition_stands_on_the_card(
    tmp_path: Path, recognitions: tuple[str, ...], best: str
) -> None:
    found = catalogue(tmp_path, {"products/a.md": honoured(*recognitions)})
    assert get(found, "a").card(found).kicker == best


def test_a_product_without_recognition_has_no_best_one(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"products/a.md": product()})
    assert get(found, "a").best() is None
    drawing = draw(found.taxonomies, "a", ("Muối",), "khac")
    assert (get(found, "a").card(found).kicker, get(found, "a").card(found).artwork) == ("", drawing)
    assert related(found, "a") == ProductRelated(
        group=None, maker=None, timeline=(), siblings=(), news=(), artwork=drawing
    )


def test_the_makers_other_products_stand_beside_a_product(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "establishments/a.md": establishment(title="Hợp tác xã Muối"),
            "products/muoi.md": product("establishment: a", "group: che-bien"),
            "products/ca.md": product("establishment: a", title="Cá"),
            "products/an.md": product("establishment: a", "status: hidden", title="Ẩn"),
            "products/la.md": product(title="Lạ"),
            "news/2024/n.md": news("products: [muoi]"),
        },
    )
    page = related(found, "muoi")
    assert [card.url for card in page.siblings] == ["/san-pham/ca/"]
    assert page.maker
    assert (page.maker.url, page.maker.title) == ("/co-so/a/", "Hợp tác xã Muối")
    assert [card.url for card in page.news] == ["/tin-tuc/n/"]
    assert page.group == Link("/san-pham/nhom/che-bien/", "Chế biến nông, lâm, thủy sản và thực phẩm")
    assert get(found, "muoi").card(found).facts == ("Hợp tác xã Muối",)
    assert related(found, "la").siblings == ()


def test_a_product_is_described_by_its_maker_and_its_best_award(tmp_path: Path) -> None:
    maker = {"establishments/a.md": establishment(title="Hợp tác xã Muối")}
    award = "recognitions: [{level: tỉnh, year: 2020}]"
    files = {"products/muoi.md": product("establishment: a", award), "products/tay.md": product("summary: Muối tây.")}
    files["products/hot.md"] = product("summary: Nguồn không nêu nơi làm.")
    found = catalogue(tmp_path, maker | files)
    described = get(found, "muoi").describe(found)
    assert described == "Sản phẩm Muối của Hợp tác xã Muối (Sản phẩm CNNT tiêu biểu cấp tỉnh)"
    assert get(found, "tay").describe(found) == "Muối tây."
    assert get(found, "hot").describe(found) == "Muối. Nguồn không nêu nơi làm."


def test_the_timeline_links_to_the_decisions_that_the_site_holds(tmp_path: Path) -> None:
    fields = ("level: tỉnh, year: 2022, decision: 2677/QĐ-UBND ngày 5/9", "level: huyện, year: 2019, decision: 9/QĐ")
    more = ("kind: khác, name: Cúp", "level: huyện, year: 2022")
    files = {"products/a.md": honoured(*fields, *more), "documents/d.md": document("2677/QĐ-UBND")}
    steps = related(catalogue(tmp_path, files), "a").timeline
    assert [(step.rank, step.decision) for step in steps] == [
        (1, Link("", "9/QĐ")),
        (1, None),
        (2, Link("/van-ban/2677-qd-ubnd/", "2677/QĐ-UBND ngày 5/9")),
        (0, None),
    ]


def test_awards_must_climb_in_time(tmp_path: Path) -> None:
    wrong = honoured("level: quốc gia, year: 2019", "level: tỉnh, date: 2020-03", "level: huyện, year: 2018")
    right = honoured("level: tỉnh, year: 2019", "level: huyện, date: 2019-12", "level: huyện, year: 2024")
    order = "cấp quốc gia (năm 2019) lại trước cấp tỉnh (tháng 3/2020)"
    message = f"content/products/a.md:4: recognitions.0.level: {order}. Hãy xem lại năm của hai lần công nhận."
    assert problems(tmp_path, {"products/a.md": wrong, "products/b.md": right}) == [message]


@pytest.mark.parametrize(
    ("level", "date", "is_right"),
    [
        ("huyện", "2025-06-30", True),
        ("huyện", "2025-07-01", False),
        ("huyện", "2025-07", False),
        ("huyện", "2025", True),
        ("huyện", "2026", False),
        ("xã", "2025-06-30", False),
        ("xã", "2025-06", False),
        ("xã", "2025-07-01", True),
        ("xã", "2025", True),
        ("xã", "2024", False),
        ("tỉnh", "2025-06-30", True),
        ("tỉnh", "2025-07-01", True),
    ],
)
def test_the_district_level_gives_way_to_the_commune_level_on_the_first_of_july_2025(
    tmp_path: Path, level: str, date: str, *, is_right: bool
) -> None:
    said = problems(tmp_path, {"products/a.md": honoured(f"level: {level}, date: {date}")})
    assert [line.split(": ")[:2] for line in said] == (
        [] if is_right else [["content/products/a.md:4", "recognitions.0.level"]]
    )


def test_products_are_found_by_group_level_title_and_year(tmp_path: Path) -> None:
    awards = ("level: huyện, year: 2019", "kind: OCOP, level: 4 sao, year: 2021", "kind: khác, name: Cúp vàng")
    found = catalogue(tmp_path, {"products/a.md": honoured(*awards), "products/b.md": product("group: co-khi")})
    urls = {one.url: list(one.slugs) for one in listings(found.index, PRODUCTS.key)}
    assert urls == {
        "/san-pham/": ["a", "b"],
        "/san-pham/nhom/co-khi/": ["b"],
        "/san-pham/cap/san-pham-cnnt-tieu-bieu-cap-huyen/": ["a"],
        "/san-pham/ocop/ocop-4-sao/": ["a"],
        "/san-pham/danh-hieu/cup-vang/": ["a"],
        "/san-pham/nam/2021/": ["a"],
        "/san-pham/nam/2019/": ["a"],
    }
