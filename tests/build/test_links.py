"""Addresses become relative, and still lead to the same place."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.build.links import absolute_links, output_path, relative_links, rooted_links

HOST = "https://a.example/goc"


def relative(address: str, page: str, *, name_index: bool) -> str:
    """Make one address relative to a page."""
    html = relative_links(f'<a href="{address}">x</a>', page, name_index=name_index)
    found = re.fullmatch(r'<a href="([^"]*)">x</a>', html)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("page", "address", "in_folder", "on_server"),
    [
        ("/", "/", "index.html", "./"),
        ("/", "/co-so/", "co-so/index.html", "co-so/"),
        ("/", "/giao-dien/site.css", "giao-dien/site.css", "giao-dien/site.css"),
        ("/co-so/", "/", "../index.html", "../"),
        ("/co-so/", "/co-so/", "../co-so/index.html", "../co-so/"),
        ("/co-so/a/", "/san-pham/b/#c", "../../san-pham/b/index.html#c", "../../san-pham/b/#c"),
        ("/co-so/", "/co-so/?a=/b/", "../co-so/index.html?a=/b/", "../co-so/?a=/b/"),
        ("/404.html", "/co-so/", "co-so/index.html", "co-so/"),
        ("/co-so/a/", "/404.html", "../../404.html", "../../404.html"),
        ("/a/b/", "/a/b/anh-1a2b.jpg", "../../a/b/anh-1a2b.jpg", "../../a/b/anh-1a2b.jpg"),
    ],
)
def test_an_address_from_the_root_becomes_relative(page: str, address: str, in_folder: str, on_server: str) -> None:
    assert relative(address, page, name_index=True) == in_folder
    assert relative(address, page, name_index=False) == on_server


@pytest.mark.parametrize(
    "address", ["https://a.example/", "//a.example/", "#a", "mailto:a@b.example", "../x/", "", "a"]
)
def test_other_addresses_stay_as_they_are(address: str) -> None:
    assert relative(address, "/co-so/", name_index=True) == address


def test_every_element_that_names_a_file_is_rewritten() -> None:
    html = (
        '<link rel="stylesheet" href="/a.css"><script src="/a.js"></script><img alt="" src="/a.jpg">'
        '<source srcset="/a.webp 1x, /b.webp 2x"><form action="/tim/"></form><svg><use href="/a.svg#b"/></svg>'
    )
    assert relative_links(html, "/x/", name_index=False) == (
        '<link rel="stylesheet" href="../a.css"><script src="../a.js"></script><img alt="" src="../a.jpg">'
        '<source srcset="../a.webp 1x, ../b.webp 2x"><form action="../tim/"></form><svg><use href="../a.svg#b"/></svg>'
    )


def test_an_absolute_canonical_address_stays() -> None:
    html = '<link rel="canonical" href="https://a.example/co-so/">'
    assert relative_links(html, "/co-so/", name_index=True) == html


@pytest.mark.parametrize(
    "html",
    [
        '<p>href="/co-so/"</p>',
        '<code>&lt;a href="/co-so/"&gt;</code>',
        "<p title='href=\"/a/\"'>a</p>",
        '<a data-href="/co-so/">a</a>',
        '<meta content="/co-so/">',
    ],
)
def test_text_that_looks_like_an_address_stays(html: str) -> None:
    assert relative_links(html, "/co-so/", name_index=True) == html


def test_a_tag_over_several_lines_is_rewritten() -> None:
    assert (
        relative_links('<a class="b"\n   href="/c/">d</a>', "/", name_index=False) == '<a class="b"\n   href="c/">d</a>'
    )


segment = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8).filter(
    lambda one: one != "-"
)
folder = st.lists(segment, max_size=4).map(lambda parts: "/" + "".join(f"{part}/" for part in parts))
file = st.builds(lambda where, name: f"{where}{name}.html", folder, segment)
fragment = st.one_of(st.just(""), segment.map(lambda name: f"#{name}"), segment.map(lambda name: f"?{name}"))


@given(page=st.one_of(folder, file), target=st.one_of(folder, file), tail=fragment)
def test_on_a_server_the_relative_address_leads_to_the_same_place(page: str, target: str, tail: str) -> None:
    address = relative(target + tail, page, name_index=False)
    assert not address.startswith("/")
    assert urljoin(HOST + page, address) == HOST + target + tail


@given(page=st.one_of(folder, file), target=st.one_of(folder, file), tail=fragment)
def test_in_a_folder_the_relative_address_names_the_file_of_the_page(page: str, target: str, tail: str) -> None:
    address = relative(target + tail, page, name_index=True)
    assert urljoin(f"{HOST}/{output_path(page)}", address) == f"{HOST}/{output_path(target)}{tail}"


@given(page=folder, html=st.text(alphabet='<>/="a href\n', max_size=60))
def test_making_addresses_relative_twice_changes_nothing_more(page: str, html: str) -> None:
    once = relative_links(html, page, name_index=True)
    assert relative_links(once, page, name_index=True) == once


@pytest.mark.parametrize(
    ("url", "path"),
    [("/", "index.html"), ("/co-so/", "co-so/index.html"), ("/404.html", "404.html"), ("/a.jpg", "a.jpg")],
)
def test_an_address_of_a_folder_is_written_as_its_index(url: str, path: str) -> None:
    assert output_path(url) == path


def test_the_error_page_gets_the_sites_own_path_before_each_address() -> None:
    html = '<a href="/">a</a><img src="/a.jpg" srcset="/a.webp 1x, /b.webp 2x"><a href="https://c.example/">c</a>'
    assert rooted_links(html, "/khuyen-cong") == (
        '<a href="/khuyen-cong/">a</a><img src="/khuyen-cong/a.jpg" '
        'srcset="/khuyen-cong/a.webp 1x, /khuyen-cong/b.webp 2x"><a href="https://c.example/">c</a>'
    )
    assert rooted_links(html, "") == html


def test_addresses_of_a_text_that_is_read_elsewhere_are_absolute() -> None:
    html = (
        '<a href="/co-so/a/#b">a</a> <a href="#c">c</a> <img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x">'
        ' <a href="https://b.example/">b</a> <a href="//b.example/">b</a> <p>href="/x"</p>'
    )
    assert absolute_links(html, "/tin-tuc/a/", "https://a.example/k") == (
        '<a href="https://a.example/k/co-so/a/#b">a</a> <a href="https://a.example/k/tin-tuc/a/#c">c</a>'
        ' <img src="https://a.example/k/a.jpg" srcset="https://a.example/k/a.jpg 1x, https://a.example/k/b.jpg 2x">'
        ' <a href="https://b.example/">b</a> <a href="//b.example/">b</a> <p>href="/x"</p>'
    )
