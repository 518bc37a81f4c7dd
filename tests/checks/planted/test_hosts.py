"""Links away lead to reviewed hosts only, wherever and however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks.planted.addresses import host_in
from khuyencong.checks.planted.hosts import reviewed_hosts
from khuyencong.checks.planted.reviewed import Reviewed
from tests.checks.pages import GOOD, site

REVIEWED = Reviewed(frozenset({"bao.example"}))


def found(tmp_path: Path, fragment: str, **files: str) -> list[str]:
    """Put something into the good page, and give the messages."""
    named = {name.replace("__", "."): text for name, text in files.items()}
    whole = site(tmp_path, {"co-so/index.html": GOOD.replace("</main>", f"{fragment}</main>"), **named})
    return [one.message for one in reviewed_hosts(whole, REVIEWED)]


@pytest.mark.parametrize(
    "fragment",
    [
        '<a href="https://789bet.example/">x</a>',
        '<a href="//789bet.example">x</a>',
        '<a href="HTTPS:789bet.example">x</a>',
        r'<a href="https:\\789bet.example">x</a>',
        r'<a href="\\789bet.example">x</a>',
        '<a href=" \nht\ttps://789bet.example">x</a>',
        '<a href="https://bao.example@789bet.example/">x</a>',
        '<a href="https://bao.example.789bet.example/">x</a>',
        '<a href="https://789bet.example:8443/">x</a>',
        '<a href="https://789bet%2Eexample/">x</a>',
        '<a href="x" ping="https://789bet.example">x</a>',
        '<p data-next="https://789bet.example">x</p>',
        '<img src="x" alt="Xem https://789bet.example/" srcset="a.jpg 1x, https://789bet.example/b.jpg 2x">',
        '<svg><a xlink:href="https://789bet.example"><text>x</text></a></svg>',
        "<p>Vào https://789bet.example nhé</p>",
        "<!-- https://789bet.example -->",
        '<a href="https://zalo.bao.example/?url=https%3A//789bet.example">x</a>',
        '<form action="https://789bet.example"></form>',
        '<meta http-equiv="refresh" content="0; url=https://789bet.example">',
        '<a href="https://zalo.bao.example/?url=https%253A%252F%252F789bet.example">x</a>',
        '<script>location.href="//789bet.example/"</script>',
        "<style>a { background: url(//789bet.example/a.png) }</style>",
        "<a href='https://\u202e789bet.example'>x</a>",
    ],
)
def test_a_planted_link_is_found(tmp_path: Path, fragment: str) -> None:
    told = found(tmp_path, fragment)
    assert any("789bet.example" in one for one in told), told


@pytest.mark.parametrize(
    "fragment",
    [
        '<a href="https://bao.example/tin">x</a>',
        '<a href="https://www.bao.example/tin">x</a>',
        '<a href="https://khuyencong.example/co-so/">x</a>',
        '<a href="../index.html">x</a> <a href="?q=a//b">x</a> <a href="mailto:a@b.example">x</a>',
        "<p>Ngày 01//02, tỷ lệ 1:2, chọn và/hoặc</p>",
    ],
)
def test_reviewed_hosts_and_the_sites_own_are_right(tmp_path: Path, fragment: str) -> None:
    assert found(tmp_path, fragment) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("co-so__json", '{"a": "https:\\/\\/789bet.example\\/"}'),
        ("robots__txt", "Sitemap: https://789bet.example/sitemap.xml"),
        ("a__svg", '<svg xmlns="http://www.w3.org/2000/svg"><a href="http://789bet.example"/></svg>'),
        ("a__js", 'location = "https://789bet.example"'),
        ("a__css", "@import url(https://789bet.example/a.css)"),
        ("b__css", "a { background: url(//789bet.example/a.png) }"),
        ("b__js", "fetch('//789bet.example/a')"),
        ("c__js", r"fetch('https:\u002f\x2f789bet.example/a')"),
        ("b__json", r'{"a": "\u0068ttps://789bet.example/"}'),
        ("c__json", '{"to": "//789bet.example/"}'),
        ("a__atom", "<link href='https://789bet.example/'/>"),
        ("a__ics", "URL:https://789bet.example/"),
        ("a__csv", "tên,www.789bet.example"),
        ("_redirects", "/* https://789bet.example/:splat 301"),
        ("_headers", "/*\n  Link: <https://789bet.example/>; rel=canonical"),
    ],
)
def test_other_files_are_looked_at_too(tmp_path: Path, name: str, text: str) -> None:
    assert len(found(tmp_path, "", **{name: text})) == 1


@pytest.mark.parametrize("typed", ["Vào tai-ngay.top để nhận quà", "xem www.la-lam.xyz nhé", "trang mua-muoi.com.vn"])
def test_an_address_to_be_typed_by_hand_is_found(tmp_path: Path, typed: str) -> None:
    assert len(found(tmp_path, f"<p>{typed}</p>")) == 1
    assert len(found(tmp_path, f'<p title="{typed}">x</p>')) == 1


def test_words_with_points_are_no_hosts(tmp_path: Path) -> None:
    text = "<p>PGS.TS ở TP.HCM, v.v.vn; 1.200.000 đồng, số 5.co, a@bao-khac.vn, tệp file.doc</p>"
    assert found(tmp_path, text, a__json='{"ten": "co-so.id"}', a__js="event.source.id + result.click") == []


def test_a_page_that_calls_itself_anothers_does_not_make_that_host_the_sites_own(tmp_path: Path) -> None:
    bad = GOOD.replace('"https://khuyencong.example/co-so/"', '"https://789bet.example/"')
    link = GOOD.replace("</main>", '<a href="https://789bet.example/">x</a></main>')
    whole = site(tmp_path, {"index.html": bad, "a/index.html": link, "b/index.html": GOOD})
    assert {one.path for one in reviewed_hosts(whole, REVIEWED)} == {"index.html", "a/index.html"}


def test_the_name_of_a_format_is_no_link(tmp_path: Path) -> None:
    named = '<script type="application/ld+json">{"@context": "https://schema.org"}</script><svg xmlns="http://www.w3.org/2000/svg"/>'
    assert found(tmp_path, named, a__xml='<feed xmlns="http://www.w3.org/2005/Atom"/>') == []
    assert len(found(tmp_path, '<a href="https://schema.org/x">x</a>')) == 1


def test_the_message_has_the_line_to_add(tmp_path: Path) -> None:
    (told,) = found(tmp_path, '<a href="https://www.moi.example/">x</a>')
    assert 'thêm dòng "  - moi.example" vào mục hosts của content/reviewed.yaml' in told


def test_a_host_is_told_once_a_page(tmp_path: Path) -> None:
    assert len(found(tmp_path, '<a href="https://a.example">x</a><a href="https://a.example/b">x</a>')) == 1


def test_an_address_of_the_site_has_no_host() -> None:
    assert [host_in(one) for one in ("a/b", "#a", "?a=//b", "mailto:a@b.example", "a:b")] == [""] * 5
