"""What the search knows of a page: words of people, no keys and no addresses."""

from __future__ import annotations

import datetime as dt
import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.place import Places, Unit
from khuyencong.model.search import FILTER_OF_FACET, Indexed, indexed_entry, paragraphs
from khuyencong.model.tree import read_tree
from khuyencong.model.types import BY_KEY, TYPES
from tests.builds import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found = read_tree(ROOT / "content", dt.date(2026, 11, 27)).catalogue
    assert found is not None
    return found


def document(catalogue: Catalogue, key: str, slug: str) -> Indexed:
    entry, row = catalogue.get(key, slug), catalogue.index.row(key, slug)
    assert entry is not None
    assert row is not None
    return indexed_entry(entry, row, BY_KEY[key], catalogue)


def test_an_establishment_is_found_under_its_old_and_its_new_place(catalogue: Catalogue) -> None:
    found = document(catalogue, "establishment", "co-so-cha-ca-muoi")
    assert found.places[0] == "thị trấn Phước Hải, huyện Đất Đỏ, Bà Rịa - Vũng Tàu"
    assert {"Huyện Long Đất", "Xã Phước Hải", "Thành phố Hồ Chí Minh"} <= set(found.places)
    assert dict(found.filters)["xa"] == "Xã Phước Hải"
    assert found.shown == "thị trấn Phước Hải, huyện Đất Đỏ · Xã Phước Hải"


def test_a_product_is_where_its_maker_is(catalogue: Catalogue) -> None:
    maker = document(catalogue, "establishment", "co-so-cha-ca-muoi")
    found = document(catalogue, "product", "cha-ca-co-so-cha-ca-muoi")
    assert found.places == maker.places
    assert dict(found.filters)["huyen"] == dict(maker.filters)["huyen"]
    assert found.shown == "thị trấn Phước Hải, huyện Đất Đỏ, Bà Rịa - Vũng Tàu · Xã Phước Hải"


def test_a_document_has_number_and_subject_in_its_title_and_its_day(catalogue: Catalogue) -> None:
    found = document(catalogue, "document", "2677-qd-ubnd")
    assert found.title.startswith("Quyết định 2677/QĐ-UBND: Kế hoạch khuyến công")
    assert (found.day, found.shown) == ("2022-09-05", "05/09/2022")


def test_texts_hold_words_and_neither_keys_nor_addresses(catalogue: Catalogue) -> None:
    keys = {
        term.key for name in type(catalogue.taxonomies).model_fields for term in getattr(catalogue.taxonomies, name)
    }
    for one in TYPES:
        for row in catalogue.index.published[one.key]:
            text = document(catalogue, one.key, row.slug).text
            assert not any(part in keys and "-" in part for part in text), row.path
            assert not any(part.startswith(("http://", "https://")) for part in text), row.path
            assert row.slug not in text or "-" not in row.slug, row.path


def test_every_filter_belongs_to_a_facet_that_some_type_has() -> None:
    assert set(FILTER_OF_FACET) <= {facet.slug for one in TYPES for facet in one.facets}


def test_a_body_is_read_block_by_block() -> None:
    body = "<h2>Nghề</h2>\n<p>Làm <em>bánh</em>\ntráng &amp; bún</p><ul><li>một</li><li>hai</li></ul>"
    assert paragraphs(body) == ("Nghề", "Làm bánh tráng & bún", "một", "hai")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_text_that_looks_like_markup_stays_text(text: str) -> None:
    words = " ".join(text.split())
    assert paragraphs(f"<p>{html.escape(text)}</p>") == ((words,) if words else ())


def test_places_know_what_renamed_ones_became() -> None:
    units = {"1": Unit("1", "Xã Long Điền", "Thành phố Hồ Chí Minh"), "2": Unit("2", "Xã Hồ Tràm", "x")}
    former = {("xa an ngai", "huyen long dien"): "1", ("xa ho tram", "huyen xuyen moc"): "2"}
    places = Places(units, former, {"huyen long dien": "Huyện Long Đất"})
    assert places.successors() == {"xa an ngai": ("Xã Long Điền",), "huyen long dien": ("Huyện Long Đất",)}
    assert places.other_districts("huyện Long Điền") == ("Huyện Long Đất",)
    assert places.other_districts("Huyện Long Đất") == ("huyen long dien",)
    assert places.other_districts("Huyện Côn Đảo") == ()
