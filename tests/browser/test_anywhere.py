"""A reader's walk where a site may lie: below a sub-path of a larger portal, and in a folder without any server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Host
from tests.builds import build, small_content

pytestmark = pytest.mark.browser

BELOW = "/a/b/"
TABLE = "địa chỉ cũ;địa chỉ mới;ghi chú\n/cũ/hội chợ.i12.html;/tin-tuc/hoi-cho/;\n/cu/lang;/tin-tuc/lang-duc-dong/;\n"


@dataclass
class Watch:
    """What a browser asks for while a reader walks.

    Arguments:
        page: the browser's page.
        asked: every address that was asked for.
        failed: those that gave nothing.
    """

    page: Page
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def _note(watch: Watch, address: str, failure: str) -> None:
    if "ERR_ABORTED" not in failure:
        watch.failed.append(f"{address} {failure}")


@pytest.fixture
def watch(page: Page) -> Watch:
    """A page that is watched."""
    watch = Watch(page)
    page.on("request", lambda one: watch.asked.append(one.url))
    # A file that is still on its way when the reader goes on is given up, which is no failure.
    page.on("requestfailed", lambda one: _note(watch, one.url, str(one.failure)))
    page.on("response", lambda one: watch.failed.append(f"{one.url} {one.status}") if one.status >= 400 else None)
    return watch


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site's content, with old addresses."""
    return small_content(tmp_path_factory.mktemp("content") / "content", {"redirects.csv": TABLE})


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory, content: Path) -> Iterator[Host]:
    """A host with the published site below a sub-path."""
    folder = tmp_path_factory.mktemp("portal")
    build(content, folder / BELOW.strip("/"), settings="publishconf.py")
    with Host(folder) as host:
        yield host


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, content: Path) -> str:
    """The address of a folder with the site as `make html` makes it."""
    return f"{build(content, tmp_path_factory.mktemp('folder') / 'site').as_uri()}/"


def walk(page: Page, start: str) -> None:
    """Walk from the home page over a listing and an article to the search page."""
    page.goto(start)
    page.get_by_role("banner").get_by_role("link", name="Tin tức", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tin tức")
    page.get_by_role("main").get_by_role("link", name="Hội chợ mở cửa ba ngày").first.click()
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    page.get_by_role("navigation", name="Vị trí trang").get_by_role("link", name="Trang chủ").click()
    expect(page).to_have_url(start)
    page.get_by_role("contentinfo").get_by_role("link", name="Bản đồ trang").click()
    page.get_by_role("main").get_by_role("link", name="Tìm kiếm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tìm kiếm")


def test_below_a_sub_path_nothing_is_asked_for_beside_it_and_the_search_answers(portal: Host, watch: Watch) -> None:
    base = f"{portal.address}{BELOW}"
    walk(watch.page, base)
    watch.page.get_by_role("searchbox").last.fill("hội chợ")
    found = watch.page.get_by_role("main").get_by_role("link", name="Hội chợ mở cửa ba ngày").first
    expect(found).to_be_visible()
    found.click()
    expect(watch.page).to_have_url(f"{base}tin-tuc/hoi-cho/")
    assert [one for one in watch.asked if not one.startswith(base)] == []
    assert watch.failed == []


def test_in_a_folder_nothing_fails_and_the_search_says_kindly_that_it_cannot(folder: str, watch: Watch) -> None:
    walk(watch.page, f"{folder}index.html")
    expect(watch.page.locator("[data-search=status]")).to_contain_text("Trang đang mở từ thư mục trên máy")
    expect(watch.page.get_by_role("heading", name="Tìm bằng cách khác")).to_be_visible()
    assert [one for one in watch.asked if not one.startswith(folder)] == []
    assert watch.failed == []


@pytest.mark.parametrize("old", ["cũ/hội chợ.i12.html", "cu/lang/index.html"])
def test_in_a_folder_an_old_address_leads_to_the_new_one(folder: str, watch: Watch, old: str) -> None:
    watch.page.goto(f"{folder}{quote(old)}", wait_until="commit")
    new = "hoi-cho" if "ch" in old else "lang-duc-dong"
    watch.page.wait_for_url(f"{folder}tin-tuc/{new}/index.html")
    expect(watch.page.get_by_role("main")).to_be_visible()
    assert watch.failed == []


def test_below_a_sub_path_an_old_address_leads_to_the_new_one(portal: Host, watch: Watch) -> None:
    for old, new in (("cũ/hội chợ.i12.html", "hoi-cho"), ("cu/lang/", "lang-duc-dong")):
        watch.page.goto(f"{portal.address}{BELOW}{quote(old)}", wait_until="commit")
        watch.page.wait_for_url(f"{portal.address}{BELOW}tin-tuc/{new}/")
    assert watch.failed == []


def test_an_old_address_leads_on_without_javascript_too(portal: Host, plain_page: Page) -> None:
    plain_page.goto(f"{portal.address}{BELOW}cu/lang/", wait_until="commit")
    plain_page.wait_for_url(f"{portal.address}{BELOW}tin-tuc/lang-duc-dong/")
