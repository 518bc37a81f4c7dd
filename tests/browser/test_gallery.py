"""A gallery in the browser: by keyboard, with and without JavaScript, and the accessibility of its pages."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.attachments import pdf
from tests.browser.test_accessibility import AXE, violations
from tests.builds import build, small_content
from tests.pictures import photo

pytestmark = pytest.mark.browser

GALLERY = """---
title: Cơ sở có ảnh
gallery:
  - {src: xuong.jpg, alt: Xưởng nhìn từ cổng vào, caption: Xưởng mới, credit: Ban biên tập}
  - {src: may.jpg, alt: Máy đúc đang chạy}
  - {src: lo.jpg, alt: Lò nung cạnh tường, caption: Lò cũ}
---
"""
ARTICLE = """---
title: Bài có tệp
date: 2023-07-01
category: lang-nghe
attachments: [{file: don.pdf, title: Mẫu đơn}]
---
"""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small site with an establishment that has three photos, and an article with a file."""
    folder = tmp_path_factory.mktemp("gallery")
    files: dict[str, str | bytes] = {
        "establishments/co-anh.md": GALLERY,
        "establishments/xuong.jpg": photo(1600, 1200),
        "establishments/may.jpg": photo(800, 600),
        "establishments/lo.jpg": photo(600, 900),
        "news/co-tep.md": ARTICLE,
        "news/don.pdf": pdf(),
    }
    return f"{build(small_content(folder / 'content', files), folder / 'ra').as_uri()}/"


def opened(page: Page, address: str) -> Page:
    """Open the first picture by keyboard."""
    page.goto(f"{address}co-so/co-anh/index.html")
    page.get_by_role("link", name="Xưởng nhìn từ cổng vào").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


def test_without_javascript_a_tile_opens_the_large_file(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}co-so/co-anh/index.html")
    expect(plain_page.get_by_role("dialog")).to_be_hidden()
    expect(plain_page.get_by_role("main").get_by_role("button")).to_have_count(0)
    plain_page.get_by_role("link", name="Máy đúc đang chạy").click()
    plain_page.wait_for_url("**/may-*.jpg")


def test_arrows_go_round_and_say_where_one_is(page: Page, address: str) -> None:
    dialog = opened(page, address).get_by_role("dialog")
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "Xưởng nhìn từ cổng vào")
    expect(dialog).to_contain_text("Xưởng mới · Ảnh: Ban biên tập")
    expect(dialog).to_contain_text("Ảnh 1 trên 3")
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "Máy đúc đang chạy")
    expect(dialog).not_to_contain_text("Xưởng mới")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(dialog).to_contain_text("Ảnh 3 trên 3")


def test_escape_closes_and_the_focus_goes_to_the_tile_that_was_shown_last(page: Page, address: str) -> None:
    opened(page, address).keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("link", name="Máy đúc đang chạy")).to_be_focused()


def test_the_dialog_holds_the_focus_while_it_is_open_and_every_button_can_be_pressed(page: Page, address: str) -> None:
    dialog = opened(page, address).get_by_role("dialog")
    for _ in range(5):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    dialog.get_by_role("button", name="Ảnh sau").click()
    expect(dialog).to_contain_text("Ảnh 2 trên 3")
    dialog.get_by_role("button", name="Đóng").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_picture_is_wholly_visible_on_a_telephone(page: Page, address: str) -> None:
    picture = opened(page, address).get_by_role("dialog").get_by_role("img")
    page.wait_for_function("one => one.complete && one.naturalWidth > 0", arg=picture.element_handle())
    box = picture.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["width"] / box["height"] == pytest.approx(1600 / 1200, rel=0.02)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", ["co-so/co-anh/", "thu-vien-anh/", "tin-tuc/co-tep/"])
def test_axe_finds_nothing(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}{path}index.html")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], scheme


def test_axe_finds_nothing_in_the_open_dialog(page: Page, address: str) -> None:
    opened(page, address).evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(page) == []


def test_the_hash_of_a_file_can_be_read(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}tin-tuc/co-tep/index.html")
    plain_page.get_by_text("Kiểm tra tệp").focus()
    plain_page.keyboard.press("Enter")
    expect(plain_page.get_by_text("Mã SHA-256 của tệp")).to_be_visible()
