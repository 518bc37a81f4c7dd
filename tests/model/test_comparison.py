"""Facts of products side by side: groups in their order, honours with their years, no fact that is not known."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.comparison import NO_GROUP, ComparedProduct, comparison
from khuyencong.model.product import Product
from khuyencong.model.view import Link
from tests.content import catalogue, establishment, product


def test_products_stand_under_their_group_in_the_order_of_the_terms(tmp_path: Path) -> None:
    files = {
        "products/a.md": product(title="A"),
        "products/b.md": product("group: co-khi", title="B"),
        "products/c.md": product("group: che-bien", title="C"),
        "products/d.md": product("group: che-bien", title="Áo"),
    }
    found = catalogue(tmp_path, files)
    groups = comparison(found.all(Product), found).groups
    assert [(group.label, [one.slug for one in group.products]) for group in groups] == [
        ("Chế biến nông, lâm, thủy sản và thực phẩm", ["d", "c"]),
        ("Thiết bị, máy móc, dụng cụ, phụ tùng cơ khí", ["b"]),
        (NO_GROUP, ["a"]),
    ]


def test_honours_are_told_by_programme_with_their_years(tmp_path: Path) -> None:
    files = {
        "establishments/m.md": establishment("address: {commune: xã Long Tân, district: huyện Đất Đỏ}", title="Lò"),
        "products/a.md": product(
            "establishment: m",
            "recognitions:",
            "  - {level: tỉnh, year: 2022}",
            "  - {level: huyện, year: 2020}",
            "  - {kind: OCOP, level: 4 sao}",
            "  - {kind: khác, name: Cúp vàng, year: 2019}",
        ),
        "products/b.md": product(title="Không gì"),
    }
    found = catalogue(tmp_path, files)
    (group,) = comparison(found.all(Product), found).groups
    bare = ComparedProduct("b", Link("/san-pham/b/", "Không gì"), None, "", (), (), ())
    assert group.products == (
        bare,
        ComparedProduct(
            slug="a",
            product=Link("/san-pham/a/", "Muối"),
            maker=Link("/co-so/m/", "Lò"),
            place="xã Long Tân, huyện Đất Đỏ",
            levels=("Cấp huyện (2020)", "Cấp tỉnh (2022)"),
            stars=("4 sao",),
            others=("Cúp vàng (2019)",),
        ),
    )
