"""Places as readers use them: the map by keyboard, what is in a commune, without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.waiting import resize, wait_for_fonts

pytestmark = pytest.mark.browser

MAP = "svg.place-map"
HERE = "document.activeElement.getAttribute('aria-label')"
STROKE = "parseFloat(getComputedStyle(document.activeElement.querySelector('path')).strokeWidth)"


def test_from_home_to_what_is_in_a_commune_now_without_javascript(plain_page: Page, root: str) -> None:
    page = plain_page
    page.goto(f"{root}index.html")
    page.get_by_role("main").get_by_role("link", name="Bản đồ theo xã, phường").click()
    expect(page).to_have_url(f"{root}dia-ban/index.html")
    page.get_by_role("main").get_by_role("link", name="Xã Phước Hải", exact=True).click()
    expect(page).to_have_url(f"{root}dia-ban/xa-phuoc-hai/index.html")
    main = page.get_by_role("main")
    expect(main).to_contain_text("thị trấn Phước Hải")
    main.get_by_role("link", name="Cơ sở chả cá Mười").first.click()
    page.get_by_role("main").get_by_role("link", name="Xã Phước Hải").click()
    expect(page).to_have_url(f"{root}dia-ban/xa-phuoc-hai/index.html")


def test_a_reader_who_knows_only_the_old_district_finds_what_is_there(plain_page: Page, root: str) -> None:
    page = plain_page
    page.goto(f"{root}dia-ban/index.html")
    page.get_by_role("main").get_by_role("link", name="Huyện Long Điền").click()
    expect(page.get_by_role("heading", level=2, name=re.compile("Xã Long Hải"))).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Long Điền và Đất Đỏ nhập thành Long Đất")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_walks_through_the_map_by_keyboard_in_the_order_of_the_names(page: Page, root: str, scheme: str) -> None:
    resize(page, 1280)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{root}dia-ban/index.html")
    page.get_by_role("link", name="Bỏ qua bản đồ").focus()
    links = page.locator(f"{MAP} a")
    walked = []
    for _ in range(links.count()):
        page.keyboard.press("Tab")
        assert page.evaluate(STROKE) >= 4, "one does not see where one is"
        walked.append(page.evaluate(HERE))
    assert walked[0].startswith("Phường Bà Rịa: ")
    assert len(set(walked)) == 30
    listed = page.locator(".places .link-list li").all_inner_texts()
    assert [re.sub(r": (\S+) cơ sở", r" \1", one) for one in walked] == listed
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}dia-ban/xa-xuyen-moc/index.html")


def test_the_map_can_be_skipped(page: Page, root: str) -> None:
    page.goto(f"{root}dia-ban/index.html")
    page.get_by_role("link", name="Bỏ qua bản đồ").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Phường Bà Rịa")


def test_each_unit_can_be_clicked_where_its_number_stands(page: Page, root: str) -> None:
    page.goto(f"{root}dia-ban/index.html")
    for name, folder in (("Vũng Tàu", "phuong-vung-tau"), ("Côn Đảo", "dac-khu-con-dao")):
        number = page.locator(f"{MAP} .place-map__name", has_text=name).locator("xpath=following-sibling::*[1]")
        number.click(force=True)  # whatever lies there: the number itself takes no clicks
        expect(page).to_have_url(f"{root}dia-ban/{folder}/index.html")
        page.go_back()
        expect(page).to_have_url(f"{root}dia-ban/index.html")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_map_never_makes_the_page_wider_than_the_window(page: Page, root: str, width: int) -> None:
    resize(page, width)
    page.goto(f"{root}dia-ban/index.html")
    wait_for_fonts(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(MAP).bounding_box()
    assert box
    assert box["width"] > min(width, 600) * 0.8


def test_numbers_are_readable_on_a_telephone_and_names_on_a_desk(page: Page, root: str) -> None:
    page.goto(f"{root}dia-ban/index.html")
    size = "one => one.getBoundingClientRect().height"
    assert page.locator(".place-map__number").first.evaluate(size) >= 12
    expect(page.locator(".place-map__name").first).to_be_hidden()
    resize(page, 1280)
    expect(page.locator(".place-map__name").first).to_be_visible()
    assert page.locator(".place-map__name").first.evaluate(size) >= 12


def test_with_forced_colours_the_map_stays_readable(page: Page, root: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{root}dia-ban/index.html")
    fill, stroke = page.locator(f"{MAP} a path").first.evaluate(
        "one => [getComputedStyle(one).fill, getComputedStyle(one).stroke]"
    )
    assert fill != stroke


def test_a_profile_shows_where_its_unit_lies_and_says_that_it_is_the_unit(page: Page, root: str) -> None:
    page.goto(f"{root}co-so/co-so-cha-ca-muoi/index.html")
    picture = page.get_by_role("img", name="Vị trí xã Phước Hải trong vùng Bà Rịa – Vũng Tàu cũ")
    picture.scroll_into_view_if_needed()
    expect(page.get_by_text("không phải địa chỉ của cơ sở")).to_be_visible()
    page.wait_for_function("one => one.complete && one.naturalWidth > 0", arg=picture.element_handle())
