"""`make publish`: a whole release or none, checked, packed, for any address."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import brotli
import pytest

from khuyencong.checks.manifest import differences
from khuyencong.checks.pages import parse_page
from khuyencong.publishing.finishing import Address
from khuyencong.publishing.nginx import Place
from tests.builds import ROOT, fingerprints, small_content
from tests.loopback import Quiet, serving
from tests.publishing.hosts import get, nginx
from tests.site.test_publish import crawl

HOST = "hosts:\n  - bao.example\n"
URL = "https://cong-thong-tin.example/khuyen-cong"


def publish(content: Path, published: Path, url: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), str(content), str(published), url]
    environment = {**os.environ, "BUILD_DATE": "2026-11-27"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, published below a sub-path."""
    work = tmp_path_factory.mktemp("publish")
    reviewed = {
        "reviewed.yaml": (ROOT / "content/reviewed.yaml").read_text(encoding="utf-8").replace("hosts:\n", HOST, 1)
    }
    done = publish(small_content(work / "content", reviewed), work / "published", f"{URL}/")
    assert done.returncode == 0, done.stdout + done.stderr
    return work / "published"


def test_every_file_is_as_the_manifest_says_and_none_is_foreign(release: Path) -> None:
    assert differences(release / "site") == []


def test_every_page_lies_there_packed_twice_to_the_same_bytes(release: Path) -> None:
    pages = list((release / "site").rglob("*.html"))
    assert pages
    for page in pages:
        assert brotli.decompress(page.with_name(f"{page.name}.br").read_bytes()) == page.read_bytes()
        assert gzip.decompress(page.with_name(f"{page.name}.gz").read_bytes()) == page.read_bytes()


def test_pages_name_the_address_that_was_asked_for(release: Path) -> None:
    page = parse_page("index.html", (release / "site" / "index.html").read_bytes())
    assert page.tree.xpath('/html/head/link[@rel="canonical"]/@href') == [f"{URL}/"]
    assert b'href="/khuyen-cong/' in (release / "site" / "404.html").read_bytes()


def test_nothing_of_the_work_is_left_behind(release: Path) -> None:
    assert sorted(path.name for path in release.parent.iterdir()) == ["content", "published"]
    assert sorted(path.name for path in release.iterdir()) == ["deploy", "site"]
    assert not any(path.name.endswith(".part") for path in release.rglob("*"))


@pytest.fixture(params=["nginx", "plain"])
def port(request: pytest.FixtureRequest, release: Path, tmp_path: Path) -> Iterator[int]:
    """The site below its sub-path, on nginx and on a server that knows nothing of it."""
    if request.param == "nginx":
        with nginx(tmp_path / "run", Place(str(release), "/site", "", "/khuyen-cong"), release / "site") as port:
            yield port
        return
    (tmp_path / "khuyen-cong").symlink_to(release / "site")
    with serving(partial(Quiet, directory=str(tmp_path))) as port:
        yield port


def test_below_its_sub_path_every_link_leads_to_a_file_on_any_server(port: int) -> None:
    found = crawl(port, "/khuyen-cong/")
    assert len(found) > 20
    assert {address: status for address, status in found.items() if status != 200} == {}
    assert all(address.startswith("/khuyen-cong/") for address in found)


def test_a_problem_in_content_leaves_the_published_folder_as_it_was(release: Path, tmp_path: Path) -> None:
    before = fingerprints(release)
    wrong = small_content(tmp_path / "content", {"news/2024/hong.md": "---\ntitle:\n---\n"})
    done = publish(wrong, release, URL)
    assert done.returncode == 1
    assert "hong.md:" in done.stdout
    assert "Chưa xuất bản. Thư mục published/ còn nguyên như trước." in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert fingerprints(release) == before
    assert not (release.parent / ".published.work").exists()


@pytest.mark.parametrize(
    "url", ["khuyencong.example", "ftp://a.example", "https://a.example/?x", "https://a.example/a b"]
)
def test_an_address_that_is_none_is_refused_in_plain_words(tmp_path: Path, url: str) -> None:
    done = publish(tmp_path, tmp_path / "published", url)
    assert done.returncode == 1
    assert "không phải địa chỉ trang" in done.stdout


def test_published_again_the_site_is_the_same_to_the_byte(release: Path) -> None:
    before = fingerprints(release)
    done = publish(release.parent / "content", release, URL)
    assert done.returncode == 0, done.stdout
    assert fingerprints(release) == before


def test_an_address_has_a_host_and_a_path() -> None:
    assert Address.of("https://a.example") == Address("a.example", "", is_secure=True)
    assert Address.of("http://a.example:8080/b/c-d/") == Address("a.example:8080", "/b/c-d", is_secure=False)


def test_other_hosts_get_the_same_headers_and_every_header_once_for_each_address(release: Path) -> None:
    rules: dict[str, dict[str, str]] = {}
    for line in (release / "site" / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rule = rules.setdefault(line, {})
        else:
            name, _, value = line.strip().partition(": ")
            assert name not in rule
            rule[name] = value
    shared = rules.pop("/khuyen-cong/*")
    assert "X-Content-Type-Options" in shared
    assert all(shared.keys().isdisjoint(rule) for rule in rules.values())
    assert "wasm-unsafe-eval" in rules["/khuyen-cong/tim-kiem/*"]["Content-Security-Policy"]
    assert "immutable" in rules["/khuyen-cong/giao-dien/*"]["Cache-Control"]
    assert len(rules) < 100, "Cloudflare reads no more"


def test_nginx_answers_with_the_page_for_errors_of_the_site(release: Path, tmp_path: Path) -> None:
    with nginx(tmp_path / "run", Place(str(release), "/site", "", "/khuyen-cong")) as port:
        status, _, body = get(port, "/khuyen-cong/khong-co/trang/nay")
    assert (status, body) == (404, (release / "site" / "404.html").read_bytes())
