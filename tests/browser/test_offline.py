"""Reading without network, in a real browser: what is read there, and what is said of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.offline import ARTICLE, REGISTERED, anywhere, base, below, context, host, visit
from tests.browser.serving import Host

__all__ = ["base", "below", "context", "host"]

pytestmark = pytest.mark.browser


@anywhere
def test_a_visited_article_is_read_without_network_and_says_that_it_is_a_copy(
    context: BrowserContext, host: Host, base: str
) -> None:
    page = visit(context, base + ARTICLE)
    host.switch_off()
    page.reload()
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Đây là bản lưu trên máy này lúc")
    page.wait_for_function("document.fonts.check('1rem Be Vietnam Pro')")
    page.wait_for_function("[...document.styleSheets].some(({cssRules}) => cssRules.length > 0)")
    host.switch_on()
    page.reload()
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    expect(page.get_by_text("Đây là bản lưu")).to_have_count(0)


def test_the_list_of_establishments_is_read_without_network_though_nobody_opened_it(
    context: BrowserContext, host: Host, base: str
) -> None:
    page = visit(context, base + ARTICLE)
    host.switch_off()
    page.get_by_role("link", name="Cơ sở", exact=True).first.click()
    expect(page).to_have_url(f"{base}co-so/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cơ sở")
    page.goto(f"{base}co-so/a-z/")
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("Đúc đồng")).first).to_be_visible()
    assert page.evaluate("async () => (await (await fetch('../danh-sach.json')).json()).length") > 0


@anywhere
def test_a_page_that_was_never_opened_gives_way_to_the_list_of_kept_ones(
    context: BrowserContext, host: Host, base: str
) -> None:
    page = visit(context, base + ARTICLE)
    title = page.get_by_role("heading", level=1).inner_text()
    host.switch_off()
    page.goto(f"{base}van-ban/?q=1")
    expect(page).to_have_url(re.compile(rf"^{base}ngoai-tuyen/\?trang="))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đọc khi mất mạng")
    expect(page.get_by_text("Đây là bản lưu")).to_have_count(0)
    kept = page.get_by_role("main").locator("section").get_by_role("link")
    expect(kept.filter(has_text=title)).to_have_count(1)
    again = page.get_by_role("status").get_by_role("link")
    expect(again).to_have_attribute("href", f"{base}van-ban/?q=1")
    kept.filter(has_text=title).click()
    expect(page).to_have_url(base + ARTICLE)
    page.go_back()
    host.switch_on()
    again.click()
    expect(page).to_have_url(f"{base}van-ban/?q=1")


def test_the_offline_page_leads_nowhere_else_than_into_this_site(context: BrowserContext, base: str) -> None:
    page = visit(context, base + ARTICLE)
    for address in ("https://example.org/", "javascript:alert(1)", f"{base[:-1]}.example/"):
        page.goto(f"{base}ngoai-tuyen/?trang={address}")
        expect(page.get_by_role("heading", name="Các trang đang đọc được")).to_be_visible()
        expect(page.locator("[data-kept=again]")).to_be_hidden()


def test_a_host_that_is_slow_or_broken_is_replaced_by_the_copy(context: BrowserContext, host: Host, base: str) -> None:
    page = visit(context, base + ARTICLE)
    host.is_broken = True
    page.reload()
    expect(page.get_by_text("Đây là bản lưu")).to_be_visible()
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    host.is_broken = False
    host.answers.clear()
    page.reload(wait_until="commit")
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    expect(page.get_by_text("Đây là bản lưu")).to_be_visible()
    host.answers.set()


def test_the_site_being_worked_on_registers_nothing(context: BrowserContext, small_site: Path) -> None:
    with Host(small_site) as host:
        page = context.new_page()
        page.goto(f"{host.address}/{ARTICLE}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate(REGISTERED) == []
        assert not [one for one in host.asked if "sw.js" in one or "offline" in one or "webmanifest" in one]


def test_the_published_site_opened_from_a_folder_registers_nothing(page: Page, published_site: Path) -> None:
    page.goto((published_site / ARTICLE / "index.html").as_uri())
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    assert page.evaluate("'caches' in window ? caches.keys() : []") == []
