"""Publishing: clean addresses that also work below a sub-path of a larger portal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin

import pytest

from khuyencong.checks.pages import is_outside, parse_page
from khuyencong.checks.rules import check_output
from tests.builds import SMALL, build, fingerprints
from tests.loopback import Quiet, serving

pytestmark = pytest.mark.site

BELOW = "/a/b/"
_HASH = re.compile(r"site\.[0-9a-f]{8}\.css")
"""The style sheet shows late fonts in one of the two sites only, see docs/adr/0016."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web server's folder with the published small site below /a/b/."""
    folder = tmp_path_factory.mktemp("server")
    build(SMALL, folder / BELOW.strip("/"), settings="publishconf.py")
    return folder


@pytest.fixture
def port(root: Path) -> Iterator[int]:
    """A web server on loopback."""
    with serving(partial(Quiet, directory=str(root))) as port:
        yield port


def crawl(port: int, start: str) -> dict[str, int]:
    """Follow every address of the site from one page on; give each address and the server's answer."""
    found: dict[str, int] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", address)
        answer = connection.getresponse()
        found[address] = answer.status
        body = answer.read()
        connection.close()
        if "html" in answer.headers.get("Content-Type", ""):
            named = parse_page(address, body).tree.xpath("//a/@href | //img/@src | //link[@rel!='canonical']/@href")
            waiting += [urljoin(address, one).partition("#")[0] for one in map(str, named) if not is_outside(one)]
    return found


def test_published_addresses_of_folders_end_in_a_slash(root: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in root.rglob("*.html")]
    assert pages
    assert not any(re.search(r'href="[^"]*index\.html', page) for page in pages)


def test_the_published_site_keeps_every_rule(root: Path) -> None:
    assert list(map(str, check_output(root / BELOW.strip("/")))) == []


def test_the_error_page_works_at_any_address_of_the_server(root: Path) -> None:
    page = parse_page("404.html", (root / BELOW.strip("/") / "404.html").read_bytes())
    named = [str(one) for one in page.tree.xpath("//a/@href | //img/@src") if not is_outside(one)]
    assert named
    assert [one for one in named if not one.startswith(("/khuyen-cong/", "#"))] == []


def test_the_published_site_holds_the_same_files(root: Path, small_site: Path) -> None:
    published, worked_on = (
        {_HASH.sub("site.css", name) for name in fingerprints(one)} for one in (root / BELOW.strip("/"), small_site)
    )
    assert published == worked_on


def test_below_a_sub_path_every_page_and_file_is_found_by_following_links(root: Path, port: int) -> None:
    found = crawl(port, BELOW)
    assert {address: status for address, status in found.items() if status != 200} == {}
    assert all(address.startswith(BELOW) for address in found)
    folder = root / BELOW.strip("/")
    pages = {
        BELOW + path.relative_to(folder).as_posix().removesuffix("index.html") for path in folder.rglob("index.html")
    }
    assert pages - {f"{BELOW}mau-giao-dien/"} <= found.keys(), "only the page of samples is linked from nowhere"


def test_in_a_folder_every_address_names_a_file(small_site: Path) -> None:
    for page in small_site.rglob("*.html"):
        for address in map(str, parse_page(page.name, page.read_bytes()).tree.xpath("//a/@href")):
            assert is_outside(address) or not address.partition("#")[0].endswith(("/", ".."))
