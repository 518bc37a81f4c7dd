"""A–Z: the order of the Vietnamese alphabet, a place for every name, and the words that are not filed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.a_to_z import FOREIGN, AtoZ, FiledName, a_to_z
from khuyencong.model.filing import filed
from khuyencong.model.vietnamese import ALPHABET, initial, sort_key
from tests.content import catalogue, establishment, product

LETTERS = list("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY#")
FORMS = ("Cơ sở", "Công ty TNHH", "Công ty cổ phần", "Công ty", "Hợp tác xã")


def file_names(*names: str) -> AtoZ:
    return a_to_z(FiledName(f"/{number}/", name) for number, name in enumerate(names))


def under(found: AtoZ) -> dict[str, list[str]]:
    return {letter.text: [one.name for one in letter.names] for letter in found.letters if letter.names}


def test_the_alphabet_has_its_29_letters_and_a_sign_for_the_rest() -> None:
    assert [letter.text for letter in file_names().letters] == LETTERS


def test_a_foreign_letter_is_there_only_when_a_name_begins_with_it() -> None:
    letters = [letter.text for letter in file_names("Wow").letters]
    assert [one for one in letters if one in FOREIGN] == ["W"]
    assert letters.index("V") + 1 == letters.index("W") == letters.index("X") - 1


def test_letters_with_marks_are_letters_of_their_own_and_tones_come_second() -> None:
    found = file_names("Ấm", "Ăn", "Áo", "an", "Đồ", "Dế", "Ớt", "Ổi", "Bạ", "Bà", "Ba", "3 Sao", "“Ngon”")
    assert under(found) == {
        "A": ["an", "Áo"],
        "Ă": ["Ăn"],
        "Â": ["Ấm"],
        "B": ["Ba", "Bà", "Bạ"],
        "D": ["Dế"],
        "Đ": ["Đồ"],
        "Ô": ["Ổi"],
        "Ơ": ["Ớt"],
        "#": ["“Ngon”", "3 Sao"],
    }


def test_every_letter_has_an_address_of_its_own_without_accents() -> None:
    ids = [letter.id for letter in file_names(*ALPHABET).letters]
    assert len(set(ids)) == len(ids) == len(ALPHABET) + 1
    assert all(one.isascii() for one in ids)
    assert ids[:4] == ["chu_a", "chu_a_2", "chu_a_3", "chu_b"]


@given(st.lists(st.text(min_size=1, max_size=12), max_size=20))
def test_every_name_stands_once_under_its_letter_in_order(names: list[str]) -> None:
    found = file_names(*names)
    assert sorted(one.name for letter in found.letters for one in letter.names) == sorted(names)
    for letter in found.letters:
        there = [one.name for one in letter.names]
        assert {initial(name) for name in there} <= {letter.text}
        assert there == sorted(there, key=sort_key)


@pytest.mark.parametrize(
    ("title", "name", "form"),
    [
        ("Công ty TNHH Vũ Công", "Vũ Công", "Công ty TNHH"),
        ("Công ty TNHH MTV Ánh An Bình", "Ánh An Bình", "Công ty TNHH MTV"),
        ("CÔNG TY CỔ PHẦN Muối", "Muối", "CÔNG TY CỔ PHẦN"),
        ("Cơ sở chả cá Mười", "Chả cá Mười", "Cơ sở"),
        ("HTX – Bưởi", "Bưởi", "HTX"),
        ("Cơ sở", "Cơ sở", ""),
        ("Cơ sởi", "Cơ sởi", ""),
        ("Cơ sở (không tên)", "Cơ sở (không tên)", ""),
        ("Lò bánh mì", "Lò bánh mì", ""),
        ("HTXanh", "HTXanh", ""),
    ],
)
def test_words_for_the_legal_form_are_not_filed(title: str, name: str, form: str) -> None:
    assert filed(title, FORMS) == (name, form)


@given(st.sampled_from([*FORMS, ""]), st.text(max_size=20))
def test_filing_loses_no_letter_and_leaves_a_name(form: str, rest: str) -> None:
    title = f"{form} {rest}".strip()
    name, before = filed(title, FORMS)
    assert bool(name) == bool(title)
    assert title.startswith(before)
    assert title[-len(name) + 1 :] == name[1:] if len(name) > 1 else True


def test_the_pages_of_establishments_and_products_tell_equal_names_apart(tmp_path: Path) -> None:
    files = {
        "establishments/a.md": establishment("address: {district: huyện Đất Đỏ}", title="Công ty TNHH Ánh"),
        "establishments/b.md": establishment(title="Ánh"),
        "products/p.md": product("establishment: a", title="Ớt"),
    }
    found = catalogue(tmp_path, files)
    names = {}
    for one in found.index.types:
        for overview in one.overviews:
            if overview.slug == "a-z":
                shown = overview.view(found.all(one.model), found)
                assert isinstance(shown, AtoZ)
                names[one.key] = [(two.name, two.form, two.note) for letter in shown.letters for two in letter.names]
    assert names == {
        "establishment": [("Ánh", "", ""), ("Ánh", "Công ty TNHH", "huyện Đất Đỏ")],
        "product": [("Ớt", "", "Công ty TNHH Ánh")],
    }
