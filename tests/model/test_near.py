"""Suggestions for mistyped words."""

from __future__ import annotations

import random
import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.near import FEW, Known, suggestion

SYLLABLES = ["banh", "trang", "muoi", "nuoc", "mam", "ca", "che", "go", "may", "cha", "long", "dien", "phuoc", "duc"]
LETTERS = "abcdefghijklmnopqrstuvwxyz-"


def names(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - names, not secrets
    return [f"{'-'.join(chance.choices(SYLLABLES, k=4))}-{number}" for number in range(count)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("co-so-muoi", "co-so-cha-ca-muoi"),
        ("CO-SO-CHA-CA-MUOI", "co-so-cha-ca-muoi"),
        ("cơ sở chả cá muối", "co-so-cha-ca-muoi"),
        ("lang-nghe-duc-dongg", "lang-nghe-duc-dong"),
        ("nha-may-thep", ""),
        ("", ""),
        ("x" * 1_000_000, ""),
    ],
)
def test_the_nearest_word_is_offered(wrong: str, right: str) -> None:
    assert Known(["co-so-cha-ca-muoi", "lang-nghe-duc-dong"]).nearest(wrong) == right


def test_the_sentence_stands_after_another() -> None:
    assert suggestion("sumary", ["title", "summary"]) == ' Ý bạn là "summary"?'
    assert suggestion("khác hẳn", ["title", "summary"]) == ""
    assert suggestion("a", []) == ""


MANY = names(3_000, seed=1)
NEAR = Known(MANY)


@given(st.data())
def test_after_one_slip_no_other_word_is_offered_that_is_less_alike(data: st.DataObject) -> None:
    right = data.draw(st.sampled_from(MANY))
    place = data.draw(st.integers(1, len(right) - 4))
    slip = data.draw(st.sampled_from(["drop", "double", "swap", *LETTERS]))
    changed = {"drop": "", "double": right[place] * 2, "swap": right[place + 1] + right[place]}.get(slip, slip)
    wrong = right[:place] + changed + right[place + (2 if slip == "swap" else 1) :]
    assert alike(NEAR.nearest(wrong), wrong) >= alike(right, wrong)


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@given(st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=12), max_size=FEW), st.text(max_size=12))
def test_what_is_offered_is_always_a_known_word(known: list[str], wrong: str) -> None:
    assert Known(known).nearest(wrong) in {*known, ""}


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, unique=True), st.randoms())
def test_the_order_of_the_known_words_does_not_matter(known: list[str], chance: random.Random) -> None:
    shuffled = list(known)
    chance.shuffle(shuffled)
    assert Known(known).nearest("muoj") == Known(shuffled).nearest("muoj")


def test_a_thousand_dead_links_among_twenty_thousand_addresses_take_seconds() -> None:
    known = Known([f"/san-pham/{name}/" for name in names(20_000, seed=2)])
    wrong = [f"/san-pham/{name[:9]}x{name[10:]}/" for name in names(1_000, seed=3)]
    start = time.process_time()
    found = [known.nearest(one) for one in wrong]
    assert time.process_time() - start < 20
    assert sum(map(bool, found)) > 500
