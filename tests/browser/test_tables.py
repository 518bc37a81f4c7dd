"""Tables that can be sorted: right without scripts, sorted by keyboard with them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from khuyencong.model.vietnamese import sort_key
from tests.browser.test_accessibility import AXE, violations
from tests.browser.waiting import resize, wait_for_fonts

pytestmark = pytest.mark.browser

RECOGNITIONS = "san-pham/bang-cong-nhan/index.html"
DOCUMENTS = "van-ban/bang/index.html"
COLUMN = "(rows, column) => rows.map(row => row.cells[column].dataset.sort ?? row.cells[column].innerText.trim())"


def column(page: Page, number: int) -> list[str]:
    """Read a column, its sort values where it has any."""
    found: list[str] = page.locator("tbody tr").evaluate_all(COLUMN, number)
    return found


@pytest.mark.parametrize("path", [RECOGNITIONS, DOCUMENTS])
def test_without_scripts_the_latest_stand_first_and_the_head_says_so(plain_page: Page, root: str, path: str) -> None:
    plain_page.goto(root + path)
    assert plain_page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    dates = column(plain_page, 3)
    known = [one for one in dates if one]
    assert known == sorted(known, reverse=True)
    assert dates == known + [""] * (len(dates) - len(known))
    assert plain_page.locator("th button").count() == 0


def test_a_column_is_sorted_by_keyboard_in_vietnamese_order_and_back(page: Page, root: str) -> None:
    page.goto(root + RECOGNITIONS)
    page.get_by_role("button", name="Sản phẩm").focus()
    page.keyboard.press("Enter")
    head = page.get_by_role("columnheader", name="Sản phẩm")
    expect(head).to_have_attribute("aria-sort", "ascending")
    names = column(page, 0)
    letters = [sort_key(name)[0][:1] for name in names]
    assert letters == sorted(letters)
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator("th[aria-sort]")).to_have_count(1)
    assert sort_key(column(page, 0)[0])[0][:1] == letters[-1]
    expect(page.locator("[role=status]")).to_have_text("Xếp theo Sản phẩm, giảm dần")


def test_cells_without_a_value_stand_last_either_way(page: Page, root: str) -> None:
    page.goto(root + RECOGNITIONS)
    for direction in ("ascending", "descending"):
        page.get_by_role("button", name="Năm").click()
        expect(page.get_by_role("columnheader", name="Năm")).to_have_attribute("aria-sort", direction)
        dates = column(page, 3)
        assert "" in dates
        assert "" not in dates[: dates.index("")]
        assert set(dates[dates.index("") :]) == {""}


def test_numbers_in_texts_are_sorted_by_their_value(page: Page, root: str) -> None:
    page.goto(root + DOCUMENTS)
    page.get_by_role("button", name="Số, ký hiệu").click()
    expect(page.get_by_role("columnheader", name="Số, ký hiệu")).to_have_attribute("aria-sort", "ascending")
    numbers = [int(one.partition("/")[0].partition("-")[0]) for one in column(page, 0) if one[0].isdecimal()]
    assert numbers == sorted(numbers)
    assert max(numbers) > 999


@pytest.mark.parametrize("path", [RECOGNITIONS, DOCUMENTS, "san-pham/so-sanh/index.html"])
def test_on_a_telephone_the_table_scrolls_by_keyboard_and_the_page_does_not(page: Page, root: str, path: str) -> None:
    resize(page, 320)
    page.goto(root + path)
    wait_for_fonts(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    region = page.locator(".table-scroll").first
    region.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)
    assert region.get_attribute("aria-label")
    assert page.locator("table caption").first.inner_text()


def test_axe_finds_nothing_with_the_buttons_there(page: Page, root: str) -> None:
    page.goto(root + RECOGNITIONS)
    page.get_by_role("button", name="Cơ sở").click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(page) == []
