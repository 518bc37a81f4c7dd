"""Old addresses from content to the page that lies at them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from khuyencong.build.job import ContentError
from khuyencong.build.redirecting import NO_PAGES, clashes
from khuyencong.checks.rules import check_output
from tests.builds import ROOT, fingerprints
from tests.content import catalogue, news
from tests.small_builds import Workplace

HEADS = "địa chỉ cũ;địa chỉ mới;ghi chú\n"


@pytest.fixture
def work(tmp_path: Path) -> Workplace:
    """A copy of the small site."""
    return Workplace.make(tmp_path)


def record(work: Workplace) -> None:
    """Do what `make publish` does when the site is built."""
    command = [sys.executable, str(ROOT / "scripts" / "record_addresses.py"), str(work.content)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def moves(work: Workplace) -> dict[str, str]:
    """Give where the built list says that old addresses lead."""
    listed = json.loads((work.output / "chuyen-huong.json").read_text(encoding="utf-8"))
    return {one["from"]: one["to"] for one in listed}


@pytest.mark.parametrize(("name_index", "end"), [(True, "index.html"), (False, "")])
def test_an_old_address_has_a_page_that_leads_on(work: Workplace, name_index: bool, end: str) -> None:
    table = f"{HEADS}/cũ/bài.i12.html;/tin-tuc/hoi-cho/;\n/lien-he-cu;/lien-he/;\n/tep.pdf;/van-ban/;\n"
    (work.content / "redirects.csv").write_text(table, encoding="utf-8")
    work.name_index = name_index
    work.build()
    page = (work.output / "cũ" / "bài.i12.html").read_text(encoding="utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../tin-tuc/hoi-cho/{end}">' in page
    assert f'<a href="../tin-tuc/hoi-cho/{end}">' in page
    assert '/tin-tuc/hoi-cho/">' in page.partition('rel="canonical"')[2].partition("\n")[0]
    assert '<meta name="robots" content="noindex">' in page
    assert f"url=../lien-he/{end}" in (work.output / "lien-he-cu" / "index.html").read_text(encoding="utf-8")
    assert not (work.output / "tep.pdf").exists(), "a page under this name would be sent as a PDF"
    assert moves(work) == {
        "/c%C5%A9/b%C3%A0i.i12.html": "/tin-tuc/hoi-cho/",
        "/lien-he-cu": "/lien-he/",
        "/lien-he-cu/": "/lien-he/",
        "/tep.pdf": "/van-ban/",
    }
    assert list(map(str, check_output(work.output))) == []


def test_a_renamed_entry_is_found_at_its_published_address(work: Workplace) -> None:
    work.build()
    record(work)
    article = work.content / "news" / "hoi-cho.md"
    article.write_text(article.read_text(encoding="utf-8").replace("title:", "slug: hoi-cho-xuan\ntitle:", 1))
    work.build()
    page = (work.output / "tin-tuc" / "hoi-cho" / "index.html").read_text(encoding="utf-8")
    assert "url=../../tin-tuc/hoi-cho-xuan/index.html" in page
    assert moves(work)["/tin-tuc/hoi-cho/"] == "/tin-tuc/hoi-cho-xuan/"
    work.build("clean", "clean-cache")
    assert fingerprints(work.output) == fingerprints(work.root / "clean")


def test_a_published_page_that_vanishes_stops_the_build_and_the_old_site_stands(work: Workplace) -> None:
    work.build()
    record(work)
    before = fingerprints(work.output)
    (work.content / "events" / "hoi-cho.md").unlink()
    with pytest.raises(ContentError) as stopped:
        work.build()
    assert any("/su-kien/hoi-cho/" in one and "đã gỡ" in one for one in stopped.value.problems)
    assert fingerprints(work.output) == before


def test_a_new_title_reaches_the_page_at_the_old_address(work: Workplace) -> None:
    (work.content / "redirects.csv").write_text(f"{HEADS}/cu;/tin-tuc/hoi-cho/;\n", encoding="utf-8")
    work.build()
    article = work.content / "news" / "hoi-cho.md"
    article.write_text(article.read_text(encoding="utf-8").replace("title: ", "title: Mới ", 1), encoding="utf-8")
    work.build()
    assert ">Mới " in (work.output / "cu" / "index.html").read_text(encoding="utf-8")
    (work.content / "redirects.csv").unlink()
    work.build()
    assert not (work.output / "cu").exists()
    assert moves(work) == {}


def test_old_addresses_are_not_searched(work: Workplace) -> None:
    (work.content / "redirects.csv").write_text(f"{HEADS}/cu;/tin-tuc/hoi-cho/;\n", encoding="utf-8")
    built = work.build()
    assert built.pages["redirect"] == 1
    assert not [
        path for path in (work.output / "pagefind").rglob("*") if path.is_file() and b"/cu/" in path.read_bytes()
    ]


@pytest.mark.parametrize("path", [*NO_PAGES, "/chuyen-huong.json", "/du-lieu/v1/co-so.csv", "/tin-tuc/atom.xml"])
def test_no_old_address_may_take_the_place_of_a_file_of_the_site(tmp_path: Path, path: str) -> None:
    made = catalogue(tmp_path, {"news/mot.md": news(), "redirects.csv": f"{HEADS}{path};/tin-tuc/;\n"})
    (said,) = clashes(made)
    assert f'địa chỉ cũ "{path}' in str(said)
    assert "đang là một trang hoặc tệp khác" in str(said)
