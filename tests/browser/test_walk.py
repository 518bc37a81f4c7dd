"""A reader's walk through the catalogue with JavaScript switched off."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

COMMUNE = "Xã Long Điền"
"""A commune with establishments that have products."""
ENTRY = re.compile(r"co-so/[^/]+/index\.html$")


def open_everything(page: Page) -> None:
    """Open each closed fold of the main part, as a reader would to see what is in it."""
    closed = page.get_by_role("main").locator("details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()


def addresses(links: Locator) -> list[str]:
    """Give where links lead."""
    return [str(link.get_attribute("href")) for link in links.all()]


def test_from_home_to_a_product_and_back_without_javascript(plain_page: Page, root: str) -> None:
    page = plain_page
    page.goto(f"{root}index.html")
    page.get_by_role("banner").get_by_role("link", name="Cơ sở", exact=True).click()
    expect(page).to_have_url(f"{root}co-so/index.html")
    open_everything(page)
    page.get_by_role("main").locator('a[href*="co-so/nganh/"]').first.click()
    expect(page).to_have_url(re.compile(rf"^{root}co-so/nganh/[a-z-]+/index\.html$"))
    establishment, product = establishment_with_product(page)
    page.goto(establishment)
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("main").locator(f'a[href="{product}"]').first.click()
    expect(page).to_have_url(re.compile(rf"^{root}san-pham/"))
    expect(page.get_by_role("main").get_by_role("link", name=name).first).to_be_visible()
    crumbs = page.get_by_role("navigation", name="Vị trí trang")
    crumbs.get_by_role("link", name="Sản phẩm").click()
    expect(page).to_have_url(f"{root}san-pham/index.html")
    page.get_by_role("navigation", name="Vị trí trang").get_by_role("link", name="Trang chủ").click()
    expect(page).to_have_url(f"{root}index.html")


def test_from_home_to_a_product_of_a_named_commune_without_javascript(plain_page: Page, root: str) -> None:
    page = plain_page
    page.goto(f"{root}index.html")
    page.get_by_role("banner").get_by_role("link", name="Cơ sở", exact=True).click()
    open_everything(page)
    commune = page.get_by_role("main").get_by_role("link", name=re.compile(rf"^{COMMUNE}\b")).first
    commune.click()
    expect(page).to_have_url(re.compile(rf"^{root}co-so/xa-phuong/[a-z-]+/index\.html$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(COMMUNE)
    establishment, product = establishment_with_product(page)
    page.goto(establishment)
    expect(page.get_by_role("main").get_by_text(COMMUNE).first).to_be_visible()
    page.get_by_role("main").locator(f'a[href="{product}"]').first.click()
    expect(page).to_have_url(re.compile(rf"^{root}san-pham/[^/]+/index\.html$"))
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("."))).not_to_have_count(0)


def establishment_with_product(page: Page) -> tuple[str, str]:
    """Follow the cards of a listing until one leads to an establishment that shows a product."""
    listing = page.url
    cards = page.get_by_role("main").locator("a")
    for place in range(cards.count()):
        address = str(cards.nth(place).get_attribute("href"))
        if not re.search(r"co-so/(?!trang-)[^/]+/index\.html$", address):
            continue
        cards.nth(place).click()
        expect(page).to_have_url(urljoin(listing, address))
        products = addresses(page.get_by_role("main").locator('a[href*="san-pham/"]:not([href*="/nhom/"])'))
        found = [one for one in products if re.search(r"san-pham/[^/]+/index\.html$", one)]
        if found:
            return page.url, found[0]
        page.goto(listing)
    raise AssertionError("no establishment of this listing shows a product")


def test_every_fold_opens_without_javascript(plain_page: Page, root: str) -> None:
    plain_page.goto(f"{root}co-so/index.html")
    open_everything(plain_page)
    main = plain_page.get_by_role("main")
    assert main.locator("details").count() > 0
    assert main.locator("details:not([open]) > summary:visible").count() == 0


def test_pages_of_a_listing_follow_each_other(plain_page: Page, root: str) -> None:
    plain_page.goto(f"{root}san-pham/index.html")
    plain_page.get_by_role("navigation", name="Phân trang").get_by_role("link", name="Trang 2", exact=True).click()
    expect(plain_page).to_have_url(f"{root}san-pham/trang-2/index.html")
    current = plain_page.get_by_role("navigation", name="Phân trang").locator('[aria-current="page"]')
    expect(current).to_contain_text("2")
