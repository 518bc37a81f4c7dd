"""Everything is a few clicks from the home page."""

from __future__ import annotations

from pathlib import Path

from khuyencong.checks.reach import clicks, few_clicks
from tests.checks.pages import linking, site


def chain(length: int) -> dict[str, str]:
    """Make a site in which each page links only to the next."""
    pages = {f"{number}/index.html": linking(f"../{number + 1}/") for number in range(1, length)}
    return {"index.html": linking("1/"), **pages, f"{length}/index.html": linking("../")}


def test_the_shortest_way_counts(tmp_path: Path) -> None:
    files = chain(3) | {"index.html": linking("1/", "3/index.html#a")}
    assert dict(clicks(site(tmp_path, files))) == {
        "index.html": 0,
        "1/index.html": 1,
        "3/index.html": 1,
        "2/index.html": 2,
    }


def test_four_clicks_are_right(tmp_path: Path) -> None:
    assert list(few_clicks(site(tmp_path, chain(4)))) == []


def test_a_fifth_click_is_found(tmp_path: Path) -> None:
    assert [str(one) for one in few_clicks(site(tmp_path, chain(5)))] == [
        "5/index.html:1: reach: 5 clicks from the home page, more than 4"
    ]


def test_a_page_without_a_way_is_found_and_the_error_page_needs_none(tmp_path: Path) -> None:
    built = site(tmp_path, {"index.html": linking("./"), "le.html": linking("./"), "404.html": linking("./")})
    assert [str(one) for one in few_clicks(built)] == ["le.html:1: reach: no way leads here from the home page"]


def test_links_to_other_hosts_are_no_way(tmp_path: Path) -> None:
    built = site(tmp_path, {"index.html": linking("https://a.example/a/"), "a/index.html": linking()})
    assert "a/index.html" not in clicks(built)


def test_without_home_page_nothing_is_reached(tmp_path: Path) -> None:
    assert len(list(few_clicks(site(tmp_path, {"a/index.html": linking("./")})))) == 1
