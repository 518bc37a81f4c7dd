"""The skeleton of a page."""

from __future__ import annotations

import pytest

from khuyencong.checks import structure
from khuyencong.checks.rules import PageRule
from tests.checks.pages import GOOD, in_body, messages, page, spoilt


@pytest.mark.parametrize(
    "rule",
    [
        structure.one_h1,
        structure.headings_in_order,
        structure.unique_ids,
        structure.pictures,
        structure.automatic_sizes,
        structure.main_landmark,
    ],
)
def test_a_good_skeleton_keeps_every_rule(rule: PageRule) -> None:
    assert messages(rule, page(GOOD)) == []


def test_a_page_without_h1_is_found() -> None:
    assert messages(structure.one_h1, spoilt("<h1>Cơ sở</h1>", "")) == ["0 <h1> elements instead of 1"]


def test_a_second_h1_is_found() -> None:
    assert messages(structure.one_h1, in_body("<h1>Nữa</h1>")) == ["2 <h1> elements instead of 1"]


def test_an_empty_h1_is_found() -> None:
    assert messages(structure.one_h1, spoilt("<h1>Cơ sở</h1>", "<h1><b> </b></h1>")) == ["<h1> is empty"]


def test_a_skipped_level_is_found_at_its_line() -> None:
    problems = list(structure.headings_in_order(spoilt("<h2>Cơ khí</h2>", "<h2>Cơ khí</h2>\n<h4>Máy tiện</h4>")))
    assert [(one.line, one.message) for one in problems] == [(16, "<h4> after <h2>: 'Máy tiện'")]


def test_a_page_that_begins_below_h1_is_found() -> None:
    found = messages(structure.headings_in_order, spoilt("<h1>Cơ sở</h1>", "<h2>Bộ lọc</h2><h1>Cơ sở</h1>"))
    assert found == ["<h2> as the first heading: 'Bộ lọc'"]


def test_going_up_several_levels_is_right() -> None:
    assert messages(structure.headings_in_order, in_body("<h3>a</h3><h4>b</h4><h2>c</h2>")) == []


def test_an_id_given_twice_is_found() -> None:
    assert messages(structure.unique_ids, in_body('<p id="noi-dung">')) == ["the id 'noi-dung' is given twice"]


@pytest.mark.parametrize(
    ("attributes", "missing"),
    [('width="4" height="3"', "alt"), ('alt="" height="3"', "width"), ('alt="" width="4"', "height")],
)
def test_a_picture_without_alt_or_size_is_found(attributes: str, missing: str) -> None:
    found = messages(structure.pictures, in_body(f'<img src="a.jpg" {attributes}>'))
    assert found == [f"<img src='a.jpg'> has no {missing}"]


def test_a_page_without_main_part_is_found() -> None:
    on = page(GOOD.replace('<main id="noi-dung">', "").replace("</main>", ""))
    assert messages(structure.main_landmark, on) == ["0 <main> elements instead of 1"]


@pytest.mark.parametrize(("loading", "found"), [(' loading="lazy"', 0), ("", 2)])
def test_automatic_sizes_of_a_picture_that_does_not_wait_are_found(loading: str, found: int) -> None:
    sources = "".join(
        f'<source type="image/{form}" srcset="a.{form} 9w" sizes="auto, 9px">' for form in ("avif", "webp")
    )
    picture = f'<picture>{sources}<img src="a.jpg" alt="" width="9" height="6"{loading}></picture>'
    assert len(messages(structure.automatic_sizes, in_body(picture))) == found
