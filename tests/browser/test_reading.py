"""What a reader can change of a page, and what a script adds: remembered, by keyboard, gone without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.templates import fullest

pytestmark = pytest.mark.browser

OPEN = "Cỡ chữ, tương phản, nền sáng hay tối"
SPEECH = """() => {
  const spoken = (window.spoken = []);
  const speech = {
    getVoices: () => [{ lang: "en-US" }, { lang: "vi-VN" }],
    speak: (utterance) => spoken.push(utterance),
    cancel: () => (window.cancelled = true),
    addEventListener: () => {},
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
"""Stands for a browser with a Vietnamese voice, which the machine of the tests has not."""


@pytest.fixture
def reader(browser: Browser, site: Path) -> Iterator[Page]:
    """A window that keeps what its reader chooses, with one article open."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="vi-VN", color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{fullest(site, 'news-entry')}")
    yield page
    context.close()


def colour_of_the_page(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def size_of_the_text(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))


def controls(page: Page) -> None:
    page.locator("summary", has_text=OPEN).click()


def test_a_larger_text_is_kept_on_the_next_page_and_taken_back(reader: Page, root: str) -> None:
    first = size_of_the_text(reader)
    controls(reader)
    for _ in range(9):
        reader.get_by_role("button", name="Chữ to hơn").click()
    largest = size_of_the_text(reader)
    assert largest == pytest.approx(first * 1.5)
    reader.goto(f"{root}index.html")
    assert size_of_the_text(reader) == largest
    controls(reader)
    reader.get_by_role("button", name="Chữ vừa như ban đầu").click()
    assert size_of_the_text(reader) == first
    reader.get_by_role("button", name="Chữ nhỏ hơn").click()
    assert size_of_the_text(reader) < first
    assert reader.evaluate("localStorage.length") == 1


def test_a_chosen_ground_wins_over_the_machine_s_and_is_kept(reader: Page, root: str) -> None:
    light = colour_of_the_page(reader)
    controls(reader)
    reader.get_by_role("button", name="Tối").click()
    dark = colour_of_the_page(reader)
    assert dark != light
    expect(reader.get_by_role("button", name="Tối")).to_have_attribute("aria-pressed", "true")
    expect(reader.get_by_role("button", name="Theo máy")).to_have_attribute("aria-pressed", "false")
    reader.goto(f"{root}co-so/index.html")
    assert colour_of_the_page(reader) == dark
    controls(reader)
    reader.get_by_role("button", name="Sáng").click()
    reader.emulate_media(color_scheme="dark")
    reader.wait_for_function("matchMedia('(prefers-color-scheme: dark)').matches")
    assert colour_of_the_page(reader) == light
    reader.get_by_role("button", name="Theo máy").click()
    assert colour_of_the_page(reader) == dark
    assert reader.evaluate("localStorage.length") == 0


def test_high_contrast_makes_text_black_on_white(reader: Page) -> None:
    controls(reader)
    reader.get_by_role("button", name="Cao").click()
    assert colour_of_the_page(reader) == "rgb(255, 255, 255)"
    assert reader.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_panel_opens_and_closes_by_keyboard_and_gives_the_focus_back(reader: Page) -> None:
    summary = reader.locator("summary", has_text=OPEN)
    summary.focus()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("button", name="Chữ nhỏ hơn")).to_be_focused()
    reader.keyboard.press("Escape")
    expect(reader.get_by_role("button", name="Chữ nhỏ hơn")).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_click_elsewhere_closes_the_panel(reader: Page) -> None:
    controls(reader)
    reader.locator(".site-footer").click()
    expect(reader.get_by_role("button", name="Chữ to hơn")).to_be_hidden()


def test_storage_that_is_forbidden_stops_nothing(browser: Browser, root: str) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }})")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{root}index.html")
    controls(page)
    page.get_by_role("button", name="Tối").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert faults == []
    page.close()


def test_without_scripts_no_control_is_seen(plain_page: Page, root: str, site: Path) -> None:
    plain_page.goto(root + fullest(site, "news-entry"))
    expect(plain_page.locator("summary", has_text=OPEN)).to_be_hidden()
    expect(plain_page.locator(".read-aloud")).to_be_hidden()
    plain_page.locator("summary", has_text="Chia sẻ trang này").click()
    expect(plain_page.get_by_role("link", name="Zalo")).to_be_visible()
    expect(plain_page.get_by_role("textbox", name="Địa chỉ trang này")).to_be_visible()
    expect(plain_page.locator(".share button")).to_be_hidden()


def test_the_address_is_copied_or_else_marked_for_copying(reader: Page) -> None:
    reader.locator("summary", has_text="Chia sẻ trang này").click()
    field = reader.get_by_role("textbox", name="Địa chỉ trang này")
    reader.evaluate(
        "navigator.clipboard && (navigator.clipboard.writeText = async (text) => { window.copied = text; })"
    )
    reader.get_by_role("button", name="Sao chép địa chỉ").click()
    expect(reader.locator(".share [role=status]")).to_contain_text("Đ")
    marked = reader.evaluate(
        "(field) => field.value.slice(field.selectionStart, field.selectionEnd)", field.element_handle()
    )
    assert field.input_value() in (reader.evaluate("window.copied"), marked)


def test_a_page_is_read_aloud_part_by_part_and_stopped(browser: Browser, root: str, site: Path) -> None:
    page = browser.new_page()
    page.add_init_script(f"({SPEECH})()")
    page.goto(root + fullest(site, "news-entry"))
    page.get_by_role("button", name="Nghe bài").click()
    page.wait_for_function("window.spoken.length > 5")
    spoken: list[str] = page.evaluate("window.spoken.map((one) => one.text)")
    assert spoken[0] == page.locator("h1").inner_text()
    assert page.evaluate("window.spoken.every((one) => one.lang === 'vi-VN')")
    page.get_by_role("button", name="Dừng").click()
    expect(page.get_by_role("button", name="Nghe bài")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("window.cancelled")
    page.close()


def test_without_a_vietnamese_voice_nothing_offers_to_read(reader: Page) -> None:
    expect(reader.locator(".read-aloud")).to_be_hidden()
