"""The choice of products for a brochure, and what it prints of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.brochure import UNGROUPED, Brochure, brochure
from khuyencong.model.brochure_choice import Choice, ChoiceError, choose
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.labels import labels_of_products
from khuyencong.model.product import Product
from khuyencong.model.tree import read_tree
from tests.content import ROOT, TODAY, catalogue

MAKER = """---
title: Cơ sở Đúc đồng An Trung
address: {commune: xã Hòa Long, district: TP. Bà Rịa, province: Bà Rịa - Vũng Tàu}
---
"""
PRODUCT = """---
title: %s
%s
---
"""


@pytest.fixture
def three(tmp_path: Path) -> Catalogue:
    recognised = (
        "recognitions:\n  - {kind: CNNT, level: tỉnh, year: 2018}\n  - {kind: CNNT, level: khu vực, year: 2020}"
    )
    return catalogue(
        tmp_path,
        {
            "establishments/duc-dong.md": MAKER,
            "products/chuong.md": PRODUCT % ("Chuông đồng", f"establishment: duc-dong\ngroup: co-khi\n{recognised}"),
            "products/am.md": PRODUCT % ("Ấm đồng", "establishment: duc-dong\ngroup: co-khi"),
            "products/banh.md": PRODUCT % ("Bánh hỏi", "recognitions:\n  - {kind: CNNT, level: tỉnh, year: 2020}"),
        },
    )


def _slugs(choice: Choice, of: Catalogue) -> list[str]:
    return [one.slug for one in choose(choice, of)]


def test_without_a_choice_all_products_are_shown_in_vietnamese_order(three: Catalogue) -> None:
    assert _slugs(Choice(), three) == ["am", "banh", "chuong"]


def test_level_and_year_must_meet_in_one_recognition(three: Catalogue) -> None:
    assert _slugs(Choice(level="tỉnh"), three) == ["banh", "chuong"]
    assert _slugs(Choice(year="2020"), three) == ["banh", "chuong"]
    assert _slugs(Choice(level="tỉnh", year="2020"), three) == ["banh"]


@pytest.mark.parametrize("place", ["Hòa Long", "hoa-long", "xã Hòa Long", "Bà Rịa", "bà rịa – vũng tàu"])
def test_a_place_may_be_written_in_many_ways(tmp_path: Path, place: str) -> None:
    found = read_tree(ROOT / "content", TODAY).catalogue
    assert found
    assert choose(Choice(place=place), found)


def test_named_products_come_in_the_order_in_which_they_are_named(three: Catalogue) -> None:
    assert _slugs(Choice(slugs=("chuong", "am", "chuong")), three) == ["chuong", "am"]


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (Choice(level="tinh"), 'không có cấp "tinh". Ý bạn là "tỉnh"?'),
        (Choice(group="co-kh"), 'không có nhóm "co-kh". Ý bạn là "co-khi"?'),
        (Choice(slugs=("chuon",)), 'không có sản phẩm "chuon". Ý bạn là "chuong"?'),
        (Choice(year="1999"), "không có sản phẩm nào hợp với lựa chọn này. Hãy bớt điều kiện."),
    ],
)
def test_a_choice_of_what_is_not_there_says_what_to_write(three: Catalogue, choice: Choice, message: str) -> None:
    with pytest.raises(ChoiceError) as caught:
        choose(choice, three)
    assert str(caught.value) == message


def test_products_stand_in_their_groups_and_those_without_one_come_last(three: Catalogue) -> None:
    made = brochure(Choice(), three)
    assert [(group.key, [one.slug for one in group.products]) for group in made.groups] == [
        ("co-khi", ["am", "chuong"]),
        ("", ["banh"]),
    ]
    assert made.groups[-1].title == UNGROUPED


def test_a_maker_is_filed_under_its_own_name(three: Catalogue) -> None:
    (line,) = brochure(Choice(), three).makers
    assert (line.name, line.note, line.slugs) == ("Đúc đồng An Trung", "Cơ sở", ("am", "chuong"))


def test_recognitions_are_said_once_and_the_highest_first(three: Catalogue) -> None:
    shown = brochure(Choice(slugs=("chuong",)), three).groups[0].products[0]
    assert shown.recognitions == (
        "Sản phẩm CNNT tiêu biểu cấp khu vực (2020)",
        "Sản phẩm CNNT tiêu biểu cấp tỉnh (2018)",
    )


def test_what_a_brochure_was_narrowed_to_stands_on_its_cover(three: Catalogue) -> None:
    assert brochure(Choice(level="tỉnh", year="2018"), three).subtitle == "Cấp tỉnh, được công nhận năm 2018"


def test_a_label_names_product_maker_and_recognition(three: Catalogue) -> None:
    (label,) = labels_of_products(choose(Choice(slugs=("chuong",)), three), three)
    assert (label.url, label.title, label.note) == ("/san-pham/chuong/", "Chuông đồng", "Cơ sở Đúc đồng An Trung")
    assert label.said == "Sản phẩm CNNT tiêu biểu cấp khu vực"


@given(st.data())
def test_every_product_of_a_brochure_stands_in_it_once_and_in_the_indexes(data: st.DataObject) -> None:
    known = _real().all(Product)
    some = data.draw(st.lists(st.sampled_from([one.slug for one in known]), min_size=1, max_size=20, unique=True))
    made = brochure(Choice(slugs=tuple(some)), _real())
    assert sorted(one.slug for group in made.groups for one in group.products) == sorted(some)
    assert {slug for line in made.makers for slug in line.slugs} == _with(made, "maker")
    assert {slug for line in made.places for slug in line.slugs} == _with(made, "place")


def _with(made: Brochure, field: str) -> set[str]:
    return {one.slug for group in made.groups for one in group.products if getattr(one, field)}


_read: list[Catalogue] = []


def _real() -> Catalogue:
    if not _read:
        found = read_tree(ROOT / "content", TODAY).catalogue
        assert found
        _read.append(found)
    return _read[0]
