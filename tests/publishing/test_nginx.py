"""nginx with the generated configuration: clean addresses, packed files, headers, redirects, the page for errors."""

from __future__ import annotations

import gzip
import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from khuyencong.publishing.finishing import finish
from khuyencong.publishing.headers import HSTS, SECURITY, headers_for
from khuyencong.publishing.nginx import Place
from khuyencong.publishing.redirects import REDIRECTS, read_redirects
from tests.publishing.hosts import PAGES, get, make_release, nginx

A = "aaaaaaaa"
MOVED = [
    {"from": "/cu/gioi-thieu.i12.html", "to": "/co-so/1/", "status": 301},
    {"from": "/c%C5%A9%20%22x%22%5C/", "to": "/co-so/2/", "status": 302},
    {"from": "/da-go", "to": "", "status": 410},
    *({"from": f"/bai-{one}-{'x' * 150}.html", "to": "/", "status": 301} for one in range(300)),
]


@pytest.fixture(scope="module", params=["", "/khuyen-cong"])
def prefix(request: pytest.FixtureRequest) -> str:
    """The path of the site's address."""
    return str(request.param)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory, prefix: str) -> Path:
    """A release with moved addresses."""
    folder = make_release(tmp_path_factory.mktemp("nginx") / A, A)
    (folder / "site" / REDIRECTS).write_text(json.dumps(MOVED))
    (folder / "site" / "lon.txt.br").unlink(missing_ok=True)
    (folder / "site" / "ngan.txt").write_text("ngắn")
    finish(folder, f"https://khuyencong.example{prefix}")
    return folder


@pytest.fixture(scope="module")
def port(release: Path, prefix: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A running nginx."""
    place = Place(str(release), "/site", "", prefix)
    with nginx(tmp_path_factory.mktemp("run"), place, release / "site") as port:
        yield port


def test_every_file_is_given_with_the_headers_of_the_table(release: Path, port: int, prefix: str) -> None:
    site = release / "site"
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        name = path.relative_to(site).as_posix()
        if name.startswith("_"):
            assert get(port, f"{prefix}/{name}")[0] == 404
            continue
        status, headers, body = get(port, f"{prefix}/{name.removesuffix('index.html')}")
        wanted = {key: value for key, value in headers_for(name).items() if key != HSTS[0]}
        policy = wanted.pop("Content-Security-Policy", None)
        assert (status, body) == (200, path.read_bytes()), name
        assert {key: headers.get(key) for key in wanted} == wanted, name
        assert headers.get("Content-Security-Policy") == policy or not name.endswith(".html")
        assert "ETag" in headers
        assert "Content-Encoding" not in headers


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5, gzip", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=1.0", "gzip"),
        ("GZIP", "gzip"),
        ("identity", None),
        ("brotli, xgzip", None),
        ("br;q=0.000", None),
    ],
)
def test_a_browser_gets_the_copy_that_it_can_unpack(
    release: Path, port: int, prefix: str, accepted: str, encoding: str | None
) -> None:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    for address in ("", "co-so/1/", f"giao-dien/site.{A}.css", "khong-co"):
        name = "404.html" if address == "khong-co" else f"{address}index.html" if address[-1:] in ("", "/") else address
        _, headers, body = get(port, f"{prefix}/{address}", Accept_Encoding=accepted)
        assert headers.get("Content-Encoding") == encoding
        assert headers["Vary"] == "Accept-Encoding"
        assert unpack(body) == (release / "site" / name).read_bytes()


def test_a_text_too_short_to_be_packed_is_given_as_it_is(port: int, prefix: str) -> None:
    _, headers, body = get(port, f"{prefix}/ngan.txt", Accept_Encoding="br, gzip")
    assert body.decode() == "ngắn"
    assert "Content-Encoding" not in headers


def test_an_unchanged_page_is_not_sent_again(port: int, prefix: str) -> None:
    tag = get(port, f"{prefix}/co-so/1/")[1]["ETag"]
    status, headers, body = get(port, f"{prefix}/co-so/1/", If_None_Match=tag)
    assert (status, body) == (304, b"")
    assert "Content-Security-Policy" in headers


def test_the_two_packed_copies_of_a_page_have_tags_of_their_own(port: int, prefix: str) -> None:
    tags = {get(port, f"{prefix}/co-so/1/", Accept_Encoding=one)[1]["ETag"] for one in ("br", "gzip", "identity")}
    assert len(tags) == 3


@pytest.mark.parametrize(
    ("asked", "status", "place"),
    [
        ("/co-so/1", 301, "/co-so/1/"),
        ("/co-so/1?a=b", 301, "/co-so/1/?a=b"),
        ("/co-so/1/index.html", 301, "/co-so/1/"),
        ("/index.html?x", 301, "/?x"),
        ("/cu/gioi-thieu.i12.html", 301, "/co-so/1/"),
        ("/c%C5%A9%20%22x%22%5C/", 302, "/co-so/2/"),
        (f"/bai-299-{'x' * 150}.html", 301, "/"),
    ],
)
def test_addresses_that_have_moved_lead_on(port: int, prefix: str, asked: str, status: int, place: str) -> None:
    found, headers, _ = get(port, prefix + asked)
    assert (found, headers["Location"]) == (status, prefix + place)


def test_a_page_that_is_gone_for_good_says_so(port: int, prefix: str) -> None:
    assert get(port, f"{prefix}/da-go")[0] == 410


@pytest.mark.parametrize(
    "asked",
    [
        "/khong-co",
        "/khong-co/",
        "/co-so/khong-co/index.htm",
        "/x%0d%0aSet-Cookie:%20a=b/index.html",
        "/x%0d%0aSet-Cookie:%20a=b",
        "/.git/config",
        "/../../etc/passwd",
        "/_headers",
        "/-",
    ],
)
def test_what_is_not_there_gets_the_page_for_errors_with_all_headers(
    release: Path, port: int, prefix: str, asked: str
) -> None:
    status, headers, body = get(port, prefix + asked)
    assert "Set-Cookie" not in headers
    if not (prefix and ".." in asked):  # below a sub-path this leads to what is the portal's
        assert status in (400, 404)
    if status == 404 and not (prefix and ".." in asked):
        assert body == (release / "site" / "404.html").read_bytes()
        assert {key: headers.get(key) for key in SECURITY if key != HSTS[0]} == {
            key: value for key, value in SECURITY.items() if key != HSTS[0]
        }


def test_https_only_is_asked_for_where_there_is_https(port: int, prefix: str) -> None:
    assert HSTS[0] not in get(port, f"{prefix}/")[1]
    assert get(port, f"{prefix}/", X_Forwarded_Proto="https")[1][HSTS[0]] == HSTS[1]


def test_nothing_but_reading_is_allowed(port: int, prefix: str) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{prefix}/", data=b"x", method="POST")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)  # noqa: S310 - our own nginx
    assert refused.value.code == 405
    assert refused.value.headers.get_all("Content-Type") == ["text/html"]
    refused.value.close()


def test_a_part_of_a_file_may_be_asked_for(release: Path, port: int, prefix: str) -> None:
    status, _, body = get(port, f"{prefix}/giao-dien/chung.00000000.woff2", Range="bytes=5-9")
    assert (status, body) == (206, (release / "site/giao-dien/chung.00000000.woff2").read_bytes()[5:10])


def test_files_of_the_release_before_are_still_there_and_its_pages_are_not(tmp_path: Path) -> None:
    make_release(tmp_path / "previous", "bbbbbbbb")
    make_release(tmp_path / "current", A)
    (tmp_path / "previous/site/co-so/cu").mkdir()
    (tmp_path / "previous/site/co-so/cu/index.html").write_text("trang cũ")
    with nginx(tmp_path / "run", Place(str(tmp_path))) as port:
        for accepted in ("br", "identity"):
            old = get(port, "/giao-dien/site.bbbbbbbb.css", Accept_Encoding=accepted)
            assert (old[0], old[2][:14]) == (200, b"/* bbbbbbbb */")
            assert old[1]["Cache-Control"] == "public, max-age=31536000, immutable"
            assert get(port, "/co-so/cu/", Accept_Encoding=accepted)[0] == 404


def test_pages_below_a_sub_path_leave_the_rest_of_the_portal_alone(port: int, prefix: str) -> None:
    if prefix:
        assert get(port, prefix)[1]["Location"] == f"{prefix}/"
        assert b"data-edition" not in get(port, "/")[2]
        assert b"data-edition" not in get(port, "/khuyen-cong-khac/")[2]
    else:
        assert get(port, "/")[0] == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"from": "//other.example/", "to": "/"},
        {"from": "/a", "to": "//other.example/"},
        {"from": "/a", "to": "http://other.example/"},
        {"from": "/a%0ab", "to": "/"},
        {"from": "/a", "to": "/b%0d%0ac"},
        {"from": "/a", "to": "/b", "status": 200},
    ],
)
def test_what_is_no_redirect_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    (tmp_path / REDIRECTS).write_text(json.dumps([wrong]))
    with pytest.raises(ValueError, match="no redirect"):
        read_redirects(tmp_path)


def test_a_target_cannot_name_a_variable_of_nginx(tmp_path: Path) -> None:
    (tmp_path / REDIRECTS).write_text(json.dumps([{"from": "/a", "to": "/$host;{}", "status": 301}]))
    assert read_redirects(tmp_path)[0].new == "/%24host%3B%7B%7D"


def test_there_is_a_page_for_each_address_of_the_test() -> None:
    assert PAGES > 2
