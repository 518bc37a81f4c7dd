"""Narrowing a listing in place: by mouse and keyboard, with an address that can be shared, and never a dead end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.served import served
from tests.browser.test_accessibility import AXE, violations
from tests.browser.waiting import expect_query, held_back, resize

__all__ = ["served"]

pytestmark = pytest.mark.browser


@pytest.fixture
def listing(page: Page, served: str) -> Iterator[Page]:
    """The listing of establishments; an error of a script fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served}co-so/")
    yield page
    assert errors == []


def click_on(page: Page, value: str) -> None:
    """Open the facet of a value and click on the value."""
    fold = page.get_by_text("Lọc danh sách", exact=True)
    if fold.is_visible() and page.locator(".facets__fold:not([open])").count():
        fold.click()
    link = page.locator(f'[data-facet] a[data-value="{value}"]')
    facet = page.locator("[data-facet]").filter(has=page.locator(f'a[data-value="{value}"]'))
    if facet.get_attribute("open") is None:
        facet.locator("summary").click()
    link.click()


def choose(page: Page, value: str) -> None:
    """Choose a value, and wait until the cards have been narrowed: the panel of the facets closes then."""
    click_on(page, value)
    expect(page.locator(".facets__fold")).not_to_have_attribute("open", "")


def entries(site: Path, *values: str) -> list[str]:
    """Read the cards of the entries that have all these values from the file for scripts."""
    found = json.loads((site / "co-so" / "danh-sach.json").read_text("utf-8"))
    return [card for card, there in found if set(values) <= set(there.split())]


def test_two_values_narrow_the_listing_and_stand_in_its_address(listing: Page, site: Path) -> None:
    choose(listing, "nganh/che-bien")
    expect(listing.locator(".chip")).to_have_count(1)
    choose(listing, "huyen/huyen-chau-duc")
    wanted = len(entries(site, "nganh/che-bien", "huyen/huyen-chau-duc"))
    assert wanted >= 3
    expect(listing.locator(".card")).to_have_count(wanted)
    expect(listing.locator("[data-total]")).to_have_text(f"{wanted} cơ sở")
    expect(listing.locator("[role=status]")).to_have_text(f"Còn {wanted} cơ sở")
    expect(listing.locator(".pagination")).to_be_hidden()
    expect_query(listing, "nganh=che-bien&huyen=huyen-chau-duc")


def test_values_chosen_while_the_file_is_on_its_way_are_all_kept(page: Page, served: str) -> None:
    with held_back(page, "**/danh-sach.json"):
        page.goto(f"{served}co-so/")
        click_on(page, "nganh/che-bien")
        click_on(page, "huyen/huyen-chau-duc")
    expect_query(page, "nganh=che-bien&huyen=huyen-chau-duc")
    expect(page.locator(".chip")).to_have_count(2)


def test_an_address_that_was_shared_shows_the_same(page: Page, served: str, site: Path) -> None:
    page.goto(f"{served}co-so/?nganh=co-khi&la=x&loai-hinh=khong-co")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".card")).to_have_count(min(48, len(entries(site, "nganh/co-khi"))))


def test_back_and_forward_go_through_what_was_chosen(listing: Page) -> None:
    before = listing.locator(".card").count()
    choose(listing, "nganh/che-bien")
    expect(listing.locator(".chip")).to_have_count(1)
    choose(listing, "loai-hinh/hop-tac-xa")
    expect(listing.locator(".chip")).to_have_count(2)
    listing.go_back()
    expect(listing.locator(".chip")).to_have_count(1)
    listing.go_back()
    expect(listing.locator(".chip")).to_have_count(0)
    expect(listing.locator(".card")).to_have_count(before)
    expect(listing.locator(".pagination")).to_be_visible()
    listing.go_forward()
    expect(listing.locator(".chip")).to_have_count(1)


def test_chips_take_values_away_one_by_one_or_all(listing: Page) -> None:
    choose(listing, "nganh/che-bien")
    expect(listing.locator(".chip")).to_have_count(1)
    choose(listing, "loai-hinh/hop-tac-xa")
    listing.get_by_role("link", name="Bỏ Nhóm ngành: Chế biến nông, lâm, thủy sản và thực phẩm").click()
    expect(listing.locator(".chip")).to_have_count(1)
    expect_query(listing, "loai-hinh=hop-tac-xa")
    listing.get_by_role("link", name="Xóa hết").click()
    expect(listing.locator(".chip")).to_have_count(0)
    expect_query(listing, "")


def test_all_of_it_works_by_keyboard_and_the_focus_is_never_lost(listing: Page) -> None:
    listing.get_by_text("Lọc danh sách", exact=True).focus()
    for key in ("Enter", "Tab", "Enter", "Tab"):
        listing.keyboard.press(key)
    listing.keyboard.press("Enter")
    expect(listing.locator(".chip")).to_have_count(1)
    expect(listing.locator("summary:focus")).to_be_visible()
    listing.locator(".chip").focus()
    listing.keyboard.press("Enter")
    expect(listing.locator(".chip")).to_have_count(0)
    expect(listing.locator("summary:focus")).to_be_visible()


def test_counts_say_what_a_further_value_would_leave(listing: Page, site: Path) -> None:
    choose(listing, "nganh/co-khi")
    expect(listing.locator(".chip")).to_have_count(1)
    link = listing.locator('[data-value="loai-hinh/cong-ty-tnhh"]')
    count = listing.locator("li").filter(has=link).locator("[data-count]")
    expect(count).to_have_text(str(len(entries(site, "nganh/co-khi", "loai-hinh/cong-ty-tnhh"))))


def test_links_of_narrowed_cards_lead_to_their_pages(page: Page, served: str, site: Path) -> None:
    page.goto(f"{served}co-so/nganh/che-bien/?loai-hinh=hop-tac-xa")
    expect(page.locator(".chip")).to_have_count(2)
    title = page.locator(".card__title a").last
    name = title.inner_text()
    picture = page.locator(".card img").first
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=picture.element_handle())
    title.click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_value_of_the_page_itself_gives_way_to_another_page_and_the_rest_stays(page: Page, served: str) -> None:
    page.goto(f"{served}co-so/nganh/che-bien/?loai-hinh=hop-tac-xa")
    page.get_by_role("link", name="Bỏ Nhóm ngành").click()
    page.wait_for_url(re.compile(r"/co-so/(?:index\.html)?\?loai-hinh=hop-tac-xa$"))
    expect(page.locator(".chip")).to_have_count(1)


def test_many_cards_are_shown_in_parts(page: Page, served: str, site: Path) -> None:
    page.goto(f"{served}san-pham/?nhom=che-bien")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".card")).to_have_count(48)
    page.get_by_role("button", name="Xem thêm").click()
    expect(page.locator(".card").nth(48).locator("a").first).to_be_focused()


def test_when_the_file_does_not_come_the_links_lead_to_their_pages(page: Page, served: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/danh-sach.json", refuse)
    page.goto(f"{served}co-so/")
    choose(page, "nganh/che-bien")
    page.wait_for_url("**/co-so/nganh/che-bien/index.html")
    choose(page, "huyen/huyen-dat-do")
    page.wait_for_url("**/co-so/nganh/che-bien/huyen/huyen-dat-do/index.html")


def test_from_a_folder_the_links_lead_to_their_pages(page: Page, root: str) -> None:
    page.goto(f"{root}co-so/index.html")
    choose(page, "nganh/che-bien")
    page.wait_for_url("**/co-so/nganh/che-bien/index.html")


def test_without_scripts_two_values_are_a_page_and_each_can_be_taken_away(plain_page: Page, served: str) -> None:
    plain_page.goto(f"{served}co-so/")
    choose(plain_page, "nganh/che-bien")
    plain_page.wait_for_url("**/co-so/nganh/che-bien/index.html")
    choose(plain_page, "huyen/huyen-dat-do")
    expect(plain_page.locator("h1")).to_have_text(
        re.compile("Chế biến nông, lâm, thủy sản và thực phẩm, huyện Đất Đỏ$")
    )
    plain_page.locator(".chip").first.click()
    plain_page.wait_for_url("**/co-so/huyen/huyen-dat-do/index.html")


def test_axe_finds_nothing_on_a_narrowed_listing(page: Page, served: str) -> None:
    page.goto(f"{served}san-pham/?nhom=che-bien")
    expect(page.locator(".chip")).to_have_count(1)
    page.locator("[data-compare]").first.check()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in (320, 1280):
        resize(page, width)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
