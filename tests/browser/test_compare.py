"""Comparing products: chosen on cards and pages, held side by side, shared by address, useful without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import served
from tests.browser.test_accessibility import AXE, violations
from tests.browser.waiting import expect_query

__all__ = ["served"]

pytestmark = pytest.mark.browser

COMPARISON = "san-pham/so-sanh/"


def slugs(page: Page, count: int) -> list[str]:
    """Name the first products of the comparison page."""
    found: list[str] = page.locator("tr[data-product]").evaluate_all("rows => rows.map(row => row.dataset.product)")
    return found[:count]


def test_products_chosen_on_cards_are_compared_on_one_page(page: Page, served: str) -> None:
    page.goto(f"{served}san-pham/")
    expect(page.locator(".compare-bar")).to_be_hidden()
    for number in range(2):
        page.locator("[data-compare]").nth(number).check()
    titles = page.locator(".card__title").all_inner_texts()[:2]
    bar = page.get_by_role("region", name="Sản phẩm chọn để so sánh")
    expect(bar).to_contain_text("; ".join(titles))
    bar.get_by_role("link", name="So sánh").click()
    expect(page.locator(".compared thead th a")).to_have_text(titles)
    expect(page.locator(".compared tbody th")).to_have_text(
        ["Nhóm", "Cơ sở", "Nơi làm, như nguồn ghi", "CNNT tiêu biểu", "OCOP", "Danh hiệu khác"]
    )
    expect(page.locator(".compared tbody tr").first.locator("td")).to_have_count(2)


def test_no_more_than_four_can_be_chosen(page: Page, served: str) -> None:
    page.goto(f"{served}san-pham/")
    for number in range(4):
        page.locator("[data-compare]").nth(number).check()
    expect(page.locator("[data-compare]").nth(4)).to_be_disabled()
    expect(page.locator("[role=status]").last).to_have_text("Đã chọn đủ 4 sản phẩm")
    page.locator("[data-compare]").nth(0).uncheck()
    expect(page.locator("[data-compare]").nth(4)).to_be_enabled()


def test_an_address_that_was_shared_names_the_products(page: Page, served: str) -> None:
    page.goto(served + COMPARISON)
    first, second, *_ = slugs(page, 2)
    page.goto(f"{served}{COMPARISON}?sp={second},khong-co,{first},{first}")
    heads = page.locator(".compared thead th a")
    expect(heads).to_have_count(2)
    for place, slug in enumerate((second, first)):
        expect(heads.nth(place)).to_have_attribute("href", re.compile(rf"/{slug}/(index\.html)?$"))


def test_back_undoes_and_a_column_can_be_dropped(page: Page, served: str) -> None:
    page.goto(served + COMPARISON)
    first, second, *_ = slugs(page, 2)
    for slug in (first, second):
        page.locator(f'[data-compare="{slug}"]').check()
    expect_query(page, f"sp={first},{second}")
    page.get_by_role("button", name="Bỏ ").first.click()
    expect_query(page, f"sp={second}")
    expect(page.locator(".compared thead th")).to_have_count(1)
    expect(page.locator("button:focus")).to_be_visible()
    page.go_back()
    expect(page.locator(".compared thead th")).to_have_count(2)
    expect(page.locator(f'[data-compare="{first}"]')).to_be_checked()


def test_what_was_chosen_on_a_product_page_is_still_chosen_elsewhere(page: Page, served: str) -> None:
    page.goto(served + COMPARISON)
    slug = slugs(page, 1)[0]
    page.goto(f"{served}san-pham/{slug}/")
    page.get_by_label("Chọn sản phẩm này để so sánh").check()
    page.goto(served + COMPARISON)
    expect(page.locator(f'[data-compare="{slug}"]')).to_be_checked()
    page.get_by_role("button", name="Bỏ chọn hết").click()
    expect(page.locator(".compared")).to_have_count(0)


def test_spoilt_memory_is_as_good_as_none(page: Page, served: str) -> None:
    page.goto(served)
    page.evaluate("localStorage.setItem('so-sanh', '[1, {\"slug\": 2}, null]')")
    page.goto(f"{served}san-pham/")
    expect(page.locator("[data-compare]").first).to_be_enabled()
    expect(page.locator(".compare-bar")).to_be_hidden()


def test_boxes_come_back_on_cards_of_a_narrowed_listing(page: Page, served: str) -> None:
    page.goto(f"{served}san-pham/?nhom=thu-cong-my-nghe")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".card [data-compare]")).to_have_count(page.locator(".card").count())


def test_it_works_from_a_folder_too(page: Page, root: str) -> None:
    page.goto(f"{root}{COMPARISON}index.html")
    page.locator("[data-compare]").nth(0).check()
    page.locator("[data-compare]").nth(5).check()
    expect(page.locator(".compared thead th")).to_have_count(2)


def test_without_scripts_all_facts_stand_in_tables_by_group(plain_page: Page, served: str) -> None:
    plain_page.goto(served + COMPARISON)
    assert plain_page.locator("table caption").count() >= 4
    assert plain_page.locator("tr[data-product]").count() >= 250
    assert plain_page.locator("main").locator("input, button").count() == 0


def test_print_shows_the_comparison_alone(page: Page, served: str) -> None:
    page.goto(served + COMPARISON)
    page.locator("[data-compare]").nth(0).check()
    page.locator("[data-compare]").nth(1).check()
    page.emulate_media(media="print")
    expect(page.locator(".compared")).to_be_visible()
    expect(page.locator("tr[data-product]").first).to_be_hidden()
    expect(page.locator(".compared button").first).to_be_hidden()


def test_axe_finds_nothing_with_a_comparison_there(page: Page, served: str) -> None:
    page.goto(served + COMPARISON)
    for number in range(4):
        page.locator("[data-compare]").nth(number).check()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
