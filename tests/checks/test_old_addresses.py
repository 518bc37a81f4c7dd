"""Pages at old addresses: what is asked of other pages and not of them, and what is asked of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks import head
from khuyencong.checks.kinds import by_kind
from khuyencong.checks.links import links_lead_somewhere
from khuyencong.checks.reach import few_clicks
from tests.checks.pages import GOOD, leading_on, linking, messages, page, site

BASE = "https://khuyencong.example"


@pytest.mark.parametrize("address", ["../co-so/", "../co-so/index.html"])
def test_the_canonical_address_is_that_of_the_page_that_is_led_to(address: str) -> None:
    assert messages(head.canonical, page(leading_on(address, f"{BASE}/co-so/"), "cu/index.html")) == []
    assert messages(head.canonical, page(leading_on("../co-so.html", f"{BASE}/co-so.html"), "cu/index.html")) == []
    wrong = page(leading_on(address, f"{BASE}/cu/"), "cu/index.html")
    assert messages(head.canonical, wrong) == [f"'{BASE}/cu/' is not the address of the page it says again, /co-so/"]


def test_they_share_a_title_need_no_way_and_have_the_base_of_all(tmp_path: Path) -> None:
    moved = leading_on("co-so/", f"{BASE}/co-so/")
    files = {"index.html": linking("co-so/"), "co-so/index.html": GOOD, "a.html": moved, "b.html": moved}
    built = site(tmp_path, files)
    assert [rule for rule in (head.unique_titles, few_clicks, head.one_base) if list(rule(built))] == []


def test_one_that_leads_to_nothing_is_found(tmp_path: Path) -> None:
    built = site(tmp_path, {"index.html": linking("./"), "a.html": leading_on("weg/", f"{BASE}/weg/")})
    found = [problem.message for problem in links_lead_somewhere(built)]
    assert found == ["'weg/': there is no weg/index.html"] * 2, "the link and the address that is led to"


def test_they_are_no_kind_of_page_that_a_browser_looks_at(tmp_path: Path) -> None:
    listed = '[{"from": "/c%C5%A9.html"}, {"from": "/cu"}, {"from": "/cu/"}]'
    files = {"index.html": "x", "cũ.html": "x", "cu/index.html": "x", "chuyen-huong.json": listed}
    site(tmp_path, files)
    assert by_kind(tmp_path) == {"home": ["index.html"]}
