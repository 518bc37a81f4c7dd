"""What a page says of itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khuyencong.checks import head
from khuyencong.checks.rules import PageRule
from tests.checks.pages import GOOD, in_body, messages, page, site, spoilt

TITLE = "<title>Cơ sở – Khuyến công</title>"
DESCRIPTION = '<meta name="description" content="Các cơ sở công nghiệp nông thôn.">'
CANONICAL = '<link rel="canonical" href="https://khuyencong.example/co-so/">'


@pytest.mark.parametrize(
    "rule", [head.language, head.title, head.description, head.canonical, head.dublin_core, head.linked_data]
)
def test_a_good_head_keeps_every_rule(rule: PageRule) -> None:
    assert messages(rule, page(GOOD)) == []


@pytest.mark.parametrize("tag", ["<html>", '<html lang="">', '<html lang=" ">'])
def test_a_page_without_language_is_found(tag: str) -> None:
    assert messages(head.language, spoilt('<html lang="vi">', tag)) == ["<html> has no lang"]


def test_a_missing_title_is_found() -> None:
    assert messages(head.title, spoilt(TITLE, "")) == ["0 <title> elements instead of 1"]


def test_a_second_title_is_found() -> None:
    assert messages(head.title, spoilt(TITLE, TITLE * 2)) == ["2 <title> elements instead of 1"]


def test_an_empty_title_is_found() -> None:
    assert messages(head.title, spoilt(TITLE, "<title> \n</title>")) == ["<title> is empty"]


def test_the_title_of_a_drawing_in_the_page_is_not_a_second_title() -> None:
    drawing = "<svg><title>Hình minh họa</title></svg></main>"
    assert messages(head.title, spoilt("</main>", drawing)) == []


def test_a_missing_description_is_found() -> None:
    assert messages(head.description, spoilt(DESCRIPTION, "")) == ["0 descriptions instead of 1"]


def test_an_empty_description_is_found() -> None:
    empty = '<meta name="description" content="">'
    assert messages(head.description, spoilt(DESCRIPTION, empty)) == ["the description is empty"]


def test_a_missing_canonical_address_is_found() -> None:
    assert messages(head.canonical, spoilt(CANONICAL, "")) == ["0 canonical addresses instead of 1"]


@pytest.mark.parametrize("address", ["/co-so/", "../co-so/", "//khuyencong.example/co-so/", "ftp://a.example/co-so/"])
def test_a_canonical_address_that_is_not_absolute_is_found(address: str) -> None:
    found = messages(head.canonical, spoilt(CANONICAL, CANONICAL.replace("https://khuyencong.example/co-so/", address)))
    assert found == [f"{address!r} is not absolute"]


@pytest.mark.parametrize("tail", ["/san-pham/", "/co-so/index.html", "/co-so/?a=1", "/co-so/#a"])
def test_a_canonical_address_of_another_page_is_found(tail: str) -> None:
    address = f"https://khuyencong.example{tail}"
    found = messages(head.canonical, spoilt(CANONICAL, CANONICAL.replace("https://khuyencong.example/co-so/", address)))
    assert found == [f"{address!r} is not the page's own address /co-so/"]


def test_a_canonical_address_below_a_larger_portal_is_right() -> None:
    assert messages(head.canonical, page(GOOD.replace("khuyencong.example/", "tinh.example/khuyen-cong/"))) == []


@pytest.mark.parametrize("name", head.DUBLIN_CORE)
def test_each_of_the_six_elements_of_dublin_core_is_asked_for(name: str) -> None:
    without = page(re.sub(rf'<meta name="DC.{name}"[^>]*>', "", GOOD))
    assert f"0 DC.{name} instead of 1" in messages(head.dublin_core, without)
    empty = page(re.sub(rf'(<meta name="DC.{name}" content=")[^"]*', r"\g<1> ", GOOD))
    assert f"DC.{name} is empty" in messages(head.dublin_core, empty)


def test_another_identifier_than_the_canonical_address_is_found() -> None:
    other = spoilt('"DC.identifier" content="https://khuyencong.example/co-so/"', '"DC.identifier" content="x"')
    assert messages(head.dublin_core, other) == [
        "DC.identifier 'x' is not the canonical address 'https://khuyencong.example/co-so/'"
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("", "no JSON: Expecting value: line 1 column 1 (char 0)"),
        ("[]", "not in the words of schema.org"),
        ('{"@context":"https://other.example"}', "not in the words of schema.org"),
        ('{"@context":"https://schema.org","a":[{"url":"/b/"}]}', "url '/b/' is not absolute"),
    ],
)
def test_data_for_machines_that_they_cannot_use_is_found(data: str, message: str) -> None:
    whole = '{"@context":"https://schema.org","@type":"WebPage","name":"Cơ sở"}'
    assert messages(head.linked_data, spoilt(whole, data)) == [message]


def test_a_page_without_data_for_machines_or_with_two_blocks_is_found() -> None:
    block = '<script type="application/ld+json">{"@context":"https://schema.org"}</script>'
    assert messages(head.linked_data, in_body(block)) == ["2 blocks of JSON-LD instead of 1"]
    assert messages(head.linked_data, spoilt('type="application/ld+json"', 'type="text/x"')) == [
        "0 blocks of JSON-LD instead of 1"
    ]


FORM = "tin-tuc/a/phat-thanh/index.html"
ROBOTS = '<meta name="robots" content="noindex">'


def test_a_page_that_says_another_again_names_that_one_and_is_not_indexed() -> None:
    good = GOOD.replace("/co-so/", "/tin-tuc/a/").replace(TITLE, TITLE + ROBOTS)
    for rule in (head.canonical, head.other_forms_not_indexed):
        assert messages(rule, page(good, FORM)) == []


def test_a_page_that_says_another_again_under_its_own_name_is_found() -> None:
    own = GOOD.replace("/co-so/", "/tin-tuc/a/phat-thanh/")
    address = "https://khuyencong.example/tin-tuc/a/phat-thanh/"
    assert messages(head.canonical, page(own, FORM)) == [
        f"{address!r} is not the address of the page it says again, /tin-tuc/a/"
    ]
    assert messages(head.other_forms_not_indexed, page(own, FORM)) == [
        "it says /tin-tuc/a/ again, and search engines may list it"
    ]


def test_two_pages_with_one_title_are_found(tmp_path: Path) -> None:
    built = site(tmp_path, {"a/index.html": GOOD, "b/index.html": GOOD, "c/index.html": GOOD.replace(TITLE, "")})
    assert [str(one) for one in head.unique_titles(built)] == [
        "b/index.html:5: unique-title: 'Cơ sở – Khuyến công' is also the title of a/index.html"
    ]


def test_pages_with_titles_of_their_own_are_right(tmp_path: Path) -> None:
    built = site(tmp_path, {"a/index.html": GOOD, "b/index.html": GOOD.replace("Cơ sở –", "Sản phẩm –")})
    assert list(head.unique_titles(built)) == []


def test_a_page_of_another_base_address_is_found(tmp_path: Path) -> None:
    other = GOOD.replace("khuyencong.example/co-so/", "khac.example/b/")
    built = site(tmp_path, {"co-so/index.html": GOOD, "b/index.html": other})
    found = [problem.message for problem in head.one_base(built)]
    assert found == ["the base address is 'https://khuyencong.example' here and 'https://khac.example' on b/index.html"]


def test_pages_of_one_base_address_are_right(tmp_path: Path) -> None:
    home = GOOD.replace("khuyencong.example/co-so/", "khuyencong.example/")
    assert list(head.one_base(site(tmp_path, {"co-so/index.html": GOOD, "index.html": home}))) == []
