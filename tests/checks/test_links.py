"""Everything that is named is there, and comes from this site."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks import links
from tests.checks.pages import GOOD, in_body, linking, messages, page, site


def broken(root: Path, fragment: str) -> list[str]:
    """Put a fragment on a page of a small site and give the messages about broken links."""
    built = site(
        root,
        {
            "index.html": f'<html lang="vi"><body><p id="o-day">{fragment}</p></body></html>',
            "co-so/index.html": '<html lang="vi"><body><p id="ho-so">a</p></body></html>',
            "co-so/anh 1.jpg": "",
            "giao-dien/hinh.svg": "",
        },
    )
    return [problem.message for problem in links.links_lead_somewhere(built)]


@pytest.mark.parametrize(
    "fragment",
    [
        '<a href="co-so/">a</a>',
        '<a href="co-so/index.html">a</a>',
        '<a href="co-so/#ho-so">a</a>',
        '<a href="#o-day">a</a>',
        '<a href="./">a</a>',
        '<a href="co-so/anh%201.jpg">a</a>',
        '<a href="https://a.example/khong-co">a</a>',
        '<a href="mailto:a@b.example">a</a>',
        '<img src="co-so/anh%201.jpg" alt="">',
        '<picture><source srcset="giao-dien/hinh.svg 1x, co-so/anh%201.jpg 2x"></picture>',
        '<link rel="stylesheet" href="giao-dien/hinh.svg">',
        "<a>a</a>",
    ],
)
def test_addresses_that_lead_somewhere_are_right(tmp_path: Path, fragment: str) -> None:
    assert broken(tmp_path, fragment) == []


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        ('<a href="san-pham/">a</a>', "'san-pham/': there is no san-pham/index.html"),
        ('<a href="co-so">a</a>', "'co-so': an address of a folder ends in /"),
        ('<a href="co-so/#la">a</a>', "'co-so/#la': co-so/index.html has no id 'la'"),
        ('<a href="#la">a</a>', "'#la': index.html has no id 'la'"),
        ('<a href="../x.html">a</a>', "'../x.html': leads out of the site"),
        ('<img src="mat.jpg" alt="">', "'mat.jpg': there is no mat.jpg"),
        ('<script src="mat.js"></script>', "'mat.js': there is no mat.js"),
        ('<link rel="icon" href="mat.svg">', "'mat.svg': there is no mat.svg"),
        ('<form action="tim/">', "'tim/': there is no tim/index.html"),
        ('<img src="giao-dien/hinh.svg" srcset="giao-dien/hinh.svg 1x, mat.jpg 2x">', "'mat.jpg': there is no mat.jpg"),
    ],
)
def test_addresses_that_lead_nowhere_are_found(tmp_path: Path, fragment: str, message: str) -> None:
    assert broken(tmp_path, fragment) == [message]


def test_an_address_from_the_root_of_the_host_is_found() -> None:
    found = messages(links.links_work_anywhere, in_body('<a href="/co-so/">a</a><img srcset="/a.jpg 1x" src="b.jpg">'))
    assert found == [f"{address!r} begins at the root of the host" for address in ("/co-so/", "/a.jpg")]


def test_relative_addresses_and_other_hosts_do_not_begin_at_the_root() -> None:
    assert messages(links.links_work_anywhere, page(GOOD)) == []
    assert messages(links.links_work_anywhere, page(linking("//a.example/", "https://a.example/", "../", "#a"))) == []


ERROR_PAGE = (
    '<html lang="vi"><head><link rel="canonical" href="https://a.example/b/404.html"></head>'
    '<body><a href="{address}">a</a></body></html>'
)


@pytest.mark.parametrize("address", ["/b/", "/b/co-so/", "/b/co-so/index.html", "co-so/", "https://c.example/"])
def test_the_error_page_may_begin_at_the_root_of_the_host(tmp_path: Path, address: str) -> None:
    files = {"404.html": ERROR_PAGE.format(address=address), "co-so/index.html": linking(), "index.html": linking()}
    built = site(tmp_path, files)
    assert messages(links.links_work_anywhere, built.pages[0]) == []
    assert list(links.links_lead_somewhere(built)) == []


@pytest.mark.parametrize("address", ["/co-so/", "/b/san-pham/", "/"])
def test_addresses_of_the_error_page_that_lead_nowhere_are_found(tmp_path: Path, address: str) -> None:
    files = {"404.html": ERROR_PAGE.format(address=address), "co-so/index.html": linking(), "index.html": linking()}
    assert len(list(links.links_lead_somewhere(site(tmp_path, files)))) == 1


@pytest.mark.parametrize(
    "fragment",
    [
        '<img src="https://a.example/x.jpg" alt="">',
        '<img src="b.jpg" srcset="b.jpg 1x, //a.example/x.jpg 2x" alt="">',
        '<script src="//a.example/x.js"></script>',
        '<link rel="stylesheet" href="https://a.example/x.css">',
        '<link rel="preconnect" href="https://a.example">',
        '<video src="https://a.example/x.mp4"></video>',
        '<svg><use href="https://a.example/x.svg#a"></use></svg>',
    ],
)
def test_what_the_browser_would_load_from_another_host_is_found(fragment: str) -> None:
    assert len(messages(links.nothing_from_outside, in_body(fragment))) == 1


@pytest.mark.parametrize(
    "fragment",
    [
        '<a href="https://a.example/">a</a>',
        '<link rel="alternate" href="https://a.example/en/">',
        '<link rel="license" href="https://a.example/by/">',
        '<img src="../a.jpg" alt="">',
    ],
)
def test_links_that_the_reader_follows_may_lead_outside(fragment: str) -> None:
    assert messages(links.nothing_from_outside, in_body(fragment)) == []


def test_a_style_sheet_that_names_a_missing_or_foreign_file_is_found(tmp_path: Path) -> None:
    sheet = 'a { src: url("x.woff2") }\nb { src: url(co.woff2) }\n@import "https://a.example/b.css";\n'
    built = site(tmp_path, {"index.html": GOOD, "giao-dien/site.css": sheet, "giao-dien/co.woff2": ""})
    assert [str(problem) for problem in links.style_sheets(built)] == [
        "giao-dien/site.css:1: broken-link: 'x.woff2': there is no such file",
        "giao-dien/site.css:3: third-party: the style sheet loads 'https://a.example/b.css'",
    ]


def test_a_style_sheet_whose_files_are_there_is_right(tmp_path: Path) -> None:
    built = site(tmp_path, {"giao-dien/site.css": "@layer a { b { src: url('co.woff2') } }", "giao-dien/co.woff2": ""})
    assert list(links.style_sheets(built)) == []
