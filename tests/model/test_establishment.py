"""Establishments: where they are today, what they make, how they were honoured."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.establishment import ESTABLISHMENTS, Establishment, EstablishmentRelated
from khuyencong.model.listings import listings
from khuyencong.model.view import Link
from tests.content import ROOT, catalogue, establishment, news, problems, product

TABLES = {f"places/{path.name}": path.read_bytes() for path in (ROOT / "content" / "places").glob("*.csv")}


def related(found: Catalogue, slug: str) -> EstablishmentRelated:
    one = found.get("establishment", slug)
    assert isinstance(one, Establishment)
    return one.related(found)


def facets(found: Catalogue) -> dict[str, list[str]]:
    return {
        listing.url.removeprefix("/co-so/"): list(listing.slugs)
        for listing in listings(found.index, ESTABLISHMENTS.key)
        if len(listing.chosen) == 1
    }


def located(commune: str, district: str, province: str = "Bà Rịa - Vũng Tàu") -> str:
    return establishment("address:", f"  commune: {commune}", f"  district: {district}", f"  province: {province}")


@pytest.mark.parametrize(
    ("commune", "district", "unit"),
    [
        ("xã Bình Ba", "huyện Châu Đức", "Xã Ngãi Giao"),
        ("Thị trấn Kim Long", "huyện Châu Đức", "Xã Kim Long"),
        ("xã An Ngãi", "huyện Long Điền", "Xã Long Điền"),
        ("phường Phú Mỹ", '"TX. Phú Mỹ (trước 2018: huyện Tân Thành)"', "Phường Phú Mỹ"),
        ("phường Phú Mỹ", "huyện Tân Thành", "Phường Phú Mỹ"),
        ("phường 10", "TP.Vũng Tàu", "Phường Rạch Dừa"),
        ("xã Hồ Tràm (tên sau sáp nhập 2025)", "huyện Xuyên Mộc", "Xã Hồ Tràm"),
    ],
)
def test_the_unit_since_july_2025_is_derived_from_the_names_a_source_gives(
    tmp_path: Path, commune: str, district: str, unit: str
) -> None:
    found = catalogue(tmp_path, {**TABLES, "establishments/a.md": located(commune, district)})
    derived = related(found, "a").unit
    assert derived
    assert (derived.name, derived.province) == (unit, "Thành phố Hồ Chí Minh")
    assert f"xa-phuong/{derived.slug}/" in facets(found)


@pytest.mark.parametrize(
    ("commune", "district", "province"),
    [
        ("xã Bình Ba", "huyện Châu Đức", "Đồng Nai"),
        ("xã Hồ Tràm (tên sau sáp nhập 2025)", "huyện Xuyên Mộc", "Đồng Nai"),
        ("xã Không Có", "huyện Châu Đức", "Bà Rịa - Vũng Tàu"),
        ('""', "huyện Châu Đức", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_where_the_table_does_not_say_no_unit_is_guessed(
    tmp_path: Path, commune: str, district: str, province: str
) -> None:
    found = catalogue(tmp_path, {**TABLES, "establishments/a.md": located(commune, district, province)})
    assert related(found, "a").unit is None
    assert not [url for url in facets(found) if url.startswith("xa-phuong/")]


def test_the_timeline_joins_own_and_products_recognitions_in_time_undated_last(tmp_path: Path) -> None:
    own = ("recognitions:", "  - {kind: khác, name: Làng nghề, year: 2020}", "  - {kind: khác, name: Di sản}")
    salt = ("establishment: a", "recognitions:", "  - {level: tỉnh, year: 2022}", "  - {level: huyện, year: 2019}")
    fish = ("establishment: a", "recognitions: [{kind: OCOP, level: 4 sao, date: 2020-08-01}]")
    found = catalogue(
        tmp_path,
        {
            "establishments/a.md": establishment(*own),
            "products/muoi.md": product(*salt),
            "products/ca.md": product(*fish, title="Cá"),
            "products/khac.md": product("recognitions: [{level: xã, year: 2026}]"),
        },
    )
    steps = [(step.date.iso if step.date else "", step.title, step.subject) for step in related(found, "a").timeline]
    salt_link, fish_link = Link("/san-pham/muoi/", "Muối"), Link("/san-pham/ca/", "Cá")
    assert steps == [
        ("2019", "Sản phẩm CNNT tiêu biểu cấp huyện", salt_link),
        ("2020", "Làng nghề", None),
        ("2020-08-01", "OCOP 4 sao", fish_link),
        ("2022", "Sản phẩm CNNT tiêu biểu cấp tỉnh", salt_link),
        ("", "Di sản", None),
    ]


def test_products_and_news_that_name_it_stand_on_its_page(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        {
            "establishments/a.md": establishment("sector: che-bien", "legal_form: hop-tac-xa"),
            "establishments/b.md": establishment(),
            "products/p.md": product("establishment: a"),
            "products/q.md": product("establishment: b"),
            "news/2024/n.md": news("establishments: [a]"),
        },
    )
    page = related(found, "a")
    assert [card.url for card in page.products] == ["/san-pham/p/"]
    assert [card.url for card in page.news] == ["/tin-tuc/n/"]
    assert page.sector == Link("/co-so/nganh/che-bien/", "Chế biến nông, lâm, thủy sản và thực phẩm")
    assert page.legal_form == "Hợp tác xã"
    assert (related(found, "b").sector, related(found, "b").legal_form, related(found, "b").news) == (None, "", ())


def test_a_craft_village_is_one_whatever_its_legal_form(tmp_path: Path) -> None:
    fields = ("kind: craft village", "legal_form: hop-tac-xa", "sector: che-bien")
    found = catalogue(tmp_path, {"establishments/a.md": establishment(*fields)})
    card = found.all(Establishment)[0].card(found)
    assert (card.kicker, card.artwork.motif if card.artwork else "") == ("Làng nghề", "lang-nghe")
    assert facets(found) == {"nganh/che-bien/": ["a"], "loai-hinh/lang-nghe/": ["a"]}


def test_a_card_says_form_product_and_place(tmp_path: Path) -> None:
    address = "address: {street: Ấp 1, commune: xã X, district: huyện Y, province: Đồng Nai}"
    fields = ("legal_form: hop-tac-xa", "makes: đồ gỗ", "sector: thu-cong-my-nghe", address)
    files = {"establishments/a.md": establishment(*fields), "establishments/b.md": establishment("makes: muối")}
    found = catalogue(tmp_path, {**files, "establishments/c.md": establishment("address: {province: Hải Phòng}")})
    cards = {one.slug: one.card(found) for one in found.all(Establishment)}
    assert (cards["a"].kicker, cards["a"].summary, cards["a"].facts) == ("Hợp tác xã", "Đồ gỗ", ("xã X, huyện Y",))
    drawn = {slug: card.artwork.motif for slug, card in cards.items() if card.artwork}
    assert drawn == {"a": "go-my-nghe", "b": "muoi", "c": "khac"}
    assert (cards["b"].summary, cards["c"].summary, cards["c"].facts) == ("Muối", "", ("Hải Phòng",))
    described = found.all(Establishment)[0].describe(found)
    assert described == "Cơ sở, Ấp 1, xã X, huyện Y, Đồng Nai. Sản phẩm chính: đồ gỗ."


def test_a_district_is_one_facet_value_with_and_without_its_remark(tmp_path: Path) -> None:
    districts = ("TX. Phú Mỹ (trước 2018: huyện Tân Thành)", "TX. Phú Mỹ")
    files = {f"establishments/{n}.md": located("xã X", f'"{name}"') for n, name in enumerate(districts)}
    found = catalogue(tmp_path, files)
    assert facets(found) == {"tinh/ba-ria-vung-tau/": ["0", "1"], "huyen/tx-phu-my/": ["0", "1"]}
    assert [one.value for one in listings(found.index, ESTABLISHMENTS.key) if len(one.chosen) == 1] == [
        "Bà Rịa - Vũng Tàu",
        "TX. Phú Mỹ",
    ]


def test_districts_stand_in_vietnamese_order(tmp_path: Path) -> None:
    districts = ("Đất Đỏ", "Dương Minh Châu", "Châu Đức", "Ân Thi", "An Lão", "Quận 10", "Quận 2")
    files = {f"establishments/{n}.md": establishment(f"address: {{district: {d}}}") for n, d in enumerate(districts)}
    shown = [
        one.value for one in listings(catalogue(tmp_path, files).index, ESTABLISHMENTS.key) if len(one.chosen) == 1
    ]
    assert shown == ["An Lão", "Ân Thi", "Châu Đức", "Dương Minh Châu", "Đất Đỏ", "Quận 2", "Quận 10"]


def test_awards_of_an_establishment_must_climb(tmp_path: Path) -> None:
    awards = ("recognitions:", "  - {level: tỉnh, year: 2018}", "  - {level: huyện, year: 2020}")
    order = "cấp tỉnh (năm 2018) lại trước cấp huyện (năm 2020)"
    message = f"content/establishments/a.md:4: recognitions.0.level: {order}. Hãy xem lại năm của hai lần công nhận."
    assert problems(tmp_path, {"establishments/a.md": establishment(*awards)}) == [message]
