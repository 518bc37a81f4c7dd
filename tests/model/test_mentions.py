"""Which news is about which place."""

from __future__ import annotations

from pathlib import Path

from khuyencong.model.mentions import Mentions
from tests.content import establishment, news, product
from tests.rows import index

PLACE = "address: {district: huyện Long Điền, province: Bà Rịa – Vũng Tàu}"
FILES = {
    "establishments/lo.md": establishment(PLACE, title="Lò"),
    "establishments/xa.md": establishment("address: {province: Hải Phòng}", title="Xa"),
    "products/lu.md": product("establishment: lo"),
    "news/mot.md": news("establishments: [lo]"),
    "news/hai.md": news("products: [lu]"),
    "news/ba.md": news("establishments: [xa, lo]", "products: [lu]"),
    "news/bon.md": news(),
}


def mentions(folder: Path) -> Mentions:
    """Lay down the content and give what answers."""
    return index(folder, FILES).mentions


def test_news_is_about_the_places_of_the_establishments_and_of_the_makers_that_it_names(tmp_path: Path) -> None:
    found = {slug: mentions(tmp_path).mentioned(slug, 9) for slug, _, _ in mentions(tmp_path).mentioned_places()}
    assert set(found["ba-ria-vung-tau"]) == {"mot", "hai", "ba"}
    assert found["hai-phong"] == ("ba",)


def test_news_stands_in_the_order_of_its_listing_and_each_once(tmp_path: Path) -> None:
    made = index(tmp_path, FILES)
    listed = [slug for slug in made.listed("/tin-tuc/", 0, 9) if slug != "bon"]
    assert list(made.mentions.mentioned("ba-ria-vung-tau", 9)) == listed
    assert list(made.mentions.mentioned("ba-ria-vung-tau", 2)) == listed[:2]
    assert made.mentions.total_mentioned("ba-ria-vung-tau") == 3


def test_a_place_that_no_news_is_about_is_not_named(tmp_path: Path) -> None:
    made = index(tmp_path, {key: text for key, text in FILES.items() if key != "news/ba.md"}).mentions
    assert "hai-phong" not in {slug for slug, _, _ in made.mentioned_places()}
    assert (made.mentioned("hai-phong", 9), made.total_mentioned("hai-phong")) == ((), 0)


def test_places_come_in_vietnamese_order_with_their_numbers(tmp_path: Path) -> None:
    places = mentions(tmp_path).mentioned_places()
    assert [(name, count) for _, name, count in places if name in ("Bà Rịa – Vũng Tàu", "Hải Phòng")] == [
        ("Bà Rịa – Vũng Tàu", 3),
        ("Hải Phòng", 1),
    ]
