"""The table of recognitions: each of each product, the latest first."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.product import Product
from khuyencong.model.recognition_table import recognition_table
from tests.content import catalogue, document, establishment, product


def test_each_recognition_is_a_row_the_latest_first_and_undated_ones_last(tmp_path: Path) -> None:
    files = {
        "establishments/m.md": establishment(title="Lò"),
        "documents/1.md": document("12/QĐ-UBND"),
        "products/a.md": product(
            "establishment: m",
            "sources: [{title: Báo}]",
            "recognitions:",
            "  - {level: huyện, year: 2020}",
            "  - {level: tỉnh, date: 2022-09-05, decision: 12/QĐ-UBND, sources: [{title: Quyết định}]}",
            "  - {kind: khác, name: Cúp vàng}",
            title="Ớt",
        ),
        "products/b.md": product("recognitions: [{kind: OCOP, level: 4 sao, year: 2022}]", title="Ấm"),
        "products/c.md": product(title="Không"),
    }
    found = catalogue(tmp_path, files)
    rows = recognition_table(found.all(Product), found).rows
    assert [(row.product.text, row.label, row.date.iso if row.date else "") for row in rows] == [
        ("Ớt", "Sản phẩm CNNT tiêu biểu cấp tỉnh", "2022-09-05"),
        ("Ấm", "OCOP 4 sao", "2022"),
        ("Ớt", "Sản phẩm CNNT tiêu biểu cấp huyện", "2020"),
        ("Ớt", "Cúp vàng", ""),
    ]
    assert [row.maker.text if row.maker else "" for row in rows] == ["Lò", "", "Lò", "Lò"]
    assert rows[0].decision
    assert (rows[0].decision.url, rows[0].sources[0].title) == ("/van-ban/12-qd-ubnd/", "Quyết định")
    assert [source.title for source in rows[2].sources] == ["Báo"]


def test_recognitions_of_one_day_stand_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    files = {
        f"products/{number}.md": product("recognitions: [{level: tỉnh, year: 2022}]", title=title)
        for number, title in enumerate(["Đũa", "Dừa", "Ăn", "An", "Ấm"])
    }
    found = catalogue(tmp_path, files)
    rows = recognition_table(found.all(Product), found).rows
    assert [row.product.text for row in rows] == ["An", "Ăn", "Ấm", "Dừa", "Đũa"]
