"""Reading the finished site, and what an address means."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.pages import Target, is_outside, resolve
from tests.checks.pages import GOOD, page, site


@pytest.mark.parametrize(
    ("path", "url"),
    [("index.html", "/"), ("co-so/index.html", "/co-so/"), ("404.html", "/404.html"), ("a/b.html", "/a/b.html")],
)
def test_a_page_knows_its_address(path: str, url: str) -> None:
    assert page(GOOD, path).url == url


@pytest.mark.parametrize(
    ("on", "address", "target"),
    [
        ("index.html", "co-so/", "co-so/index.html"),
        ("index.html", "co-so/index.html", "co-so/index.html"),
        ("index.html", "./", "index.html"),
        ("co-so/index.html", "../", "index.html"),
        ("co-so/index.html", "..", "index.html"),
        ("co-so/index.html", ".", "co-so/index.html"),
        ("co-so/a/index.html", "../../san-pham/b/", "san-pham/b/index.html"),
        ("co-so/a/index.html", "", "co-so/a/index.html"),
        ("co-so/a/index.html", "?trang=2", "co-so/a/index.html"),
        ("co-so/a/index.html", "ph%C3%AD.pdf", "co-so/a/phí.pdf"),
        ("index.html", "../ngoai.html", "../ngoai.html"),
    ],
)
def test_an_address_means_the_file_that_a_browser_would_open(on: str, address: str, target: str) -> None:
    assert resolve(on, address) == Target(target, "")


def test_the_part_after_the_number_sign_is_kept_apart() -> None:
    assert resolve("a/index.html", "../b/#ch%C3%BA") == Target("b/index.html", "chú")
    assert resolve("a/index.html", "#phan-2") == Target("a/index.html", "phan-2")


@pytest.mark.parametrize("address", ["https://a.example/", "//a.example/x.js", "mailto:a@b.example", "tel:0254"])
def test_another_host_mail_and_telephone_lie_outside(address: str) -> None:
    assert is_outside(address)


@pytest.mark.parametrize("address", ["../", "a.html", "/co-so/", "#a", "", "?a=http://b"])
def test_addresses_of_the_site_lie_inside(address: str) -> None:
    assert not is_outside(address)


def test_every_file_is_named_and_every_page_parsed(tmp_path: Path) -> None:
    built = site(tmp_path, {"index.html": GOOD, "co-so/index.html": GOOD, "giao-dien/site.css": "a{}"})
    assert [one.path for one in built.pages] == ["co-so/index.html", "index.html"]
    assert built.files == {"index.html", "co-so/index.html", "giao-dien/site.css"}


def test_an_empty_file_is_a_page_that_the_rules_can_look_at(tmp_path: Path) -> None:
    built = site(tmp_path, {"index.html": ""})
    assert built.pages[0].tree.tag == "html"


def test_a_problem_carries_the_line_of_its_element() -> None:
    on = page(GOOD)
    assert str(on.problem("rule", "wrong", on.tree.find(".//h1"))) == "co-so/index.html:12: rule: wrong"
    assert str(on.problem("rule", "wrong")) == "co-so/index.html:1: rule: wrong"
