"""Which drawing an entry gets, and that neighbours differ."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.artwork import GROUNDS, NEAR, TONES, draw, vary
from khuyencong.model.establishment import Establishment
from khuyencong.model.product import Product
from khuyencong.model.taxonomy import Taxonomies
from khuyencong.model.tree import read_tree
from khuyencong.model.view import Artwork, Card
from tests.content import ALL_OUT, ROOT, catalogue, establishment, product

TAXONOMIES = Taxonomies(**yaml.safe_load((ROOT / "content" / "taxonomies.yaml").read_text("utf-8")))
GENERAL = {"che-bien", "thu-cong-my-nghe", "co-khi", "khac", "lang-nghe"}
"""Drawings that say no more than the group."""

drawings = st.builds(
    Artwork,
    motif=st.sampled_from(["muoi", "tau", "nam"]),
    ground=st.sampled_from(GROUNDS),
    colours=st.sampled_from(["che-bien", "co-khi"]),
    tone=st.integers(1, TONES),
    mirrored=st.booleans(),
)
rows_of_cards = st.lists(st.builds(Card, url=st.just("/a/"), title=st.text(), artwork=st.none() | drawings))


def motif(*texts: str | None, otherwise: str = "khac") -> str:
    return draw(TAXONOMIES, "a", texts, otherwise).motif


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nước mắm Hòn Cau", "nuoc-mam"),
        ("Nước mắm cá cơm Hùng Hòa", "nuoc-mam-chai"),
        ("rượu ca cao", "ruou-chai"),
        ("dao cạo mủ cao su", "dao-keo"),
        ("Bột ca cao 3 trong 1", "bot-ca-cao"),
        ("Giò, chả", "gio-cha"),
        ("Chả cá", "cha-ca"),
        ("Lưới giăng cua, lưới kéo cá, lưới rập ghẹ", "luoi"),
        ("Điều rang muối nguyên vị", "dieu-rang"),
        ("LỌ LỤC BÌNH GỖ", "go-my-nghe"),
        ("Cu\u031b\u0309a nho\u0302m", "cua"),
    ],
)
def test_the_first_noun_chooses_and_the_longest_word_that_starts_there(text: str, expected: str) -> None:
    assert motif(text) == expected


@pytest.mark.parametrize("text", ["Đèn bẫy muỗi", "cà chua", "mua bán", "cả", "muôi", "tiêu biểu", "", None])
def test_a_syllable_with_another_accent_is_another_word(text: str | None) -> None:
    assert motif(text) == "khac"


def test_the_most_telling_text_goes_first_and_the_group_last() -> None:
    assert motif(None, "thực phẩm", "Cơ sở chả cá Mười") == "cha-ca"
    assert motif("bánh tráng", "Làng muối") == "banh-trang"
    assert motif("thực phẩm", otherwise="che-bien") == "che-bien"


def test_a_product_without_a_telling_name_is_drawn_by_its_maker(tmp_path: Path) -> None:
    files = {
        "establishments/a.md": establishment("makes: đúc gang"),
        "products/p.md": product("establishment: a", "group: co-khi", title="Sản phẩm số 1"),
        "products/q.md": product("group: co-khi", title="Sản phẩm số 2"),
    }
    found = catalogue(tmp_path, files)
    motifs = [card.artwork.motif for one in found.all(Product) if (card := one.card(found)).artwork]
    assert motifs == ["duc-gang", "co-khi"]


def test_lists_without_drawings_leave_the_group() -> None:
    found = draw(Taxonomies.empty(), "a", ("nước mắm",), "che-bien")
    assert (found.motif, found.colours) == ("che-bien", "che-bien")


@given(st.text(), st.text())
def test_an_entry_always_gets_the_same_drawing(slug: str, text: str) -> None:
    found = draw(TAXONOMIES, slug, (text,), "khac")
    assert found == draw(TAXONOMIES, slug, (text,), "khac")
    assert found.ground in GROUNDS
    assert 1 <= found.tone <= TONES


def test_entries_of_one_kind_do_not_all_look_the_same() -> None:
    looks = {draw(TAXONOMIES, f"muoi-{number}", ("muối",), "khac") for number in range(200)}
    assert len(looks) > 0.9 * len(GROUNDS) * TONES * 2


def test_the_drawing_of_an_entry_is_the_same_on_every_machine() -> None:
    assert draw(TAXONOMIES, "nuoc-mam-tri-hai", ("Nước mắm",), "khac") == Artwork(
        motif="nuoc-mam", ground="terraces", colours="che-bien", tone=1, mirrored=False
    )


@given(rows_of_cards)
def test_no_drawing_stands_twice_on_the_same_ground_among_neighbours(cards: list[Card]) -> None:
    varied = vary(cards)
    for start in range(len(varied)):
        near = [one.artwork for one in varied[start : start + NEAR + 1] if one.artwork]
        assert all((a.motif, a.ground) != (b.motif, b.ground) for a, b in combinations(near, 2))


@given(rows_of_cards)
def test_varying_changes_nothing_but_how_a_drawing_stands(cards: list[Card]) -> None:
    def bare(card: Card) -> tuple[object, ...]:
        drawn = card.artwork and (card.artwork.motif, card.artwork.colours)
        return card.url, card.title, card.facts, drawn

    varied = vary(cards)
    assert [*map(bare, varied)] == [*map(bare, cards)]
    assert vary(varied) == varied


@given(st.lists(drawings, unique_by=lambda one: one.motif))
def test_drawings_that_differ_are_left_as_they_are(several: list[Artwork]) -> None:
    cards = tuple(Card("/a/", one.motif, artwork=one) for one in several)
    assert vary(cards) == cards


def test_nearly_all_establishments_and_products_have_a_drawing_of_their_own() -> None:
    found = read_tree(ROOT / "content", ALL_OUT).catalogue
    assert found
    for model in (Establishment, Product):
        cards = [one.card(found) for one in found.all(model)]
        general = [card.title for card in cards if card.artwork and card.artwork.motif in GENERAL]
        assert all(card.artwork for card in cards)
        assert len(general) <= 0.05 * len(cards), general


def test_a_place_whose_name_holds_a_word_of_the_table_calls_for_no_drawing_of_it() -> None:
    assert motif("Khuyến công Bà Rịa – Vũng Tàu") == "khac"
    assert motif("Đóng tàu ở Vũng Tàu") != "khac"
