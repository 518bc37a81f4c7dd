"""What a server says with each file: safe on every page, and never kept longer than the file stays the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khuyencong.publishing.headers import ALWAYS_ASK, FOREVER, SEARCH_PAGE, SHORT, caching, headers_for, is_hashed


def test_no_page_may_run_anything_inline_or_from_elsewhere() -> None:
    for path in ("index.html", "co-so/a/index.html", SEARCH_PAGE, "404.html"):
        policy = headers_for(path)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy
        assert "http" not in policy
        assert "*" not in policy


def test_only_the_search_page_may_compile_web_assembly() -> None:
    assert "script-src 'self' 'wasm-unsafe-eval';" in headers_for(SEARCH_PAGE)["Content-Security-Policy"]
    assert "wasm" not in headers_for("index.html")["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "giao-dien/site.ae82440b.css",
        "giao-dien/fonts-be-vietnam-pro-400.03d1b589.woff2",
        "pagefind/fragment/vi_078a07f.pf_fragment",
        "pagefind/pagefind.vi_dac58d674d.pf_meta",
        "chia-se-a37ba02195.png",
        "co-so/a/chia-se-a37ba02195.png",
        "tin-tuc/b/xuong-det-0a1b2c3d-640.avif",
        "tin-tuc/b/so-do-0a1b2c3d.svg",
    ],
)
def test_a_name_that_holds_a_hash_is_kept_for_ever(path: str) -> None:
    assert caching(path) == FOREVER


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("index.html", SHORT),
        ("van-ban/2677-qd-ubnd/2677-qd-ubnd.pdf", SHORT),
        ("van-ban/a/bao-cao-20250101.pdf", SHORT),
        ("co-so/danh-sach.json", SHORT),
        ("favicon.ico", SHORT),
        ("pagefind/pagefind.js", ALWAYS_ASK),
        ("pagefind/pagefind-entry.json", ALWAYS_ASK),
        ("manifest.txt", ALWAYS_ASK),
        ("sw.js", ALWAYS_ASK),
    ],
)
def test_a_name_that_stays_while_the_file_changes_is_asked_for_again(path: str, rule: str) -> None:
    assert caching(path) == rule


def test_open_data_may_be_read_by_other_sites_and_pages_may_not() -> None:
    assert headers_for("du-lieu/co-so.csv")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in headers_for("index.html")


def test_a_kind_nobody_thought_of_is_saved_and_never_run() -> None:
    assert headers_for("a.exe")["Content-Type"] == "application/octet-stream"
    assert headers_for("a.exe")["X-Content-Type-Options"] == "nosniff"


@pytest.mark.site
def test_every_kind_of_file_of_the_site_has_a_type_of_its_own(site: Path) -> None:
    known_to_none = re.compile(r".*\.(?:pf_\w+|pagefind)")
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not known_to_none.fullmatch(name):
            assert headers_for(name)["Content-Type"] != "application/octet-stream", name


@pytest.mark.site
def test_files_of_the_theme_are_kept_for_ever_and_no_page_is(site: Path) -> None:
    assert all(is_hashed(f"giao-dien/{path.name}") for path in (site / "giao-dien").iterdir())
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    assert pages
    assert not any(map(is_hashed, pages))
