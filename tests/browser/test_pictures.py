"""Pictures as a browser fetches them: right for the window and the screen, and nothing moves when they come."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from khuyencong.model.pictures.slots import LADDER
from tests.browser.waiting import held_back, wait_for_fonts
from tests.builds import build, small_content
from tests.pictures import photo

pytestmark = pytest.mark.browser

ARTICLE = """---
title: Bài có nhiều hình
date: 2023-07-01
category: lang-nghe
image: {src: lo.jpg, alt: Người thợ bên lò nung}
---
Đoạn đầu.

![Thợ đứng rót đồng](dung.jpg "Ảnh đứng")

![Toàn cảnh làng](rong.jpg)

![Con dấu của làng](nho.png)
"""
GALLERY = """---
title: Cơ sở có ảnh
image: {src: rong.jpg, alt: Toàn cảnh xưởng}
gallery:
  - {src: lo.jpg, alt: Lò nung}
  - {src: dung.jpg, alt: Người thợ}
---
"""
PRODUCT = """---
title: Lư đồng có ảnh
image: {src: lu.jpg, alt: Lư đồng ba chân}
---
"""


def files() -> dict[str, str | bytes]:
    """Make the pages' content; its photos are large, so only those make them who want the site."""
    lying, standing = photo(3000, 2000, quality=60), photo(2400, 3200, quality=60)
    return {
        "products/co-anh.md": PRODUCT,
        "products/lu.jpg": lying,
        "products/dung.md": PRODUCT.replace("có ảnh", "ảnh đứng").replace("lu.jpg", "dung.jpg"),
        "products/dung.jpg": standing,
        "news/co-hinh.md": ARTICLE,
        "news/lo.jpg": lying,
        "news/dung.jpg": standing,
        "news/rong.jpg": photo(4400, 800, quality=60),
        "news/nho.png": photo(150, 100, kind="PNG"),
        "establishments/co-anh.md": GALLERY,
        "establishments/rong.jpg": photo(1920, 1080, quality=60),
        "establishments/lo.jpg": lying,
        "establishments/dung.jpg": standing,
    }


PAGES = (
    "tin-tuc/co-hinh/index.html",
    "tin-tuc/index.html",
    "index.html",
    "co-so/index.html",
    "co-so/co-anh/index.html",
    "san-pham/co-anh/index.html",
    "san-pham/dung/index.html",
    "thu-vien-anh/index.html",
)
PICTURES = "**/*.{avif,webp,jpg,png}"
SHOWN = """async () => {
    await document.fonts.ready; // a card is as tall as its text, and its picture with it
    const images = [...document.querySelectorAll('main picture img')];
    for (const one of images) {
        one.scrollIntoView({ behavior: "instant" });
        // Refused when the browser takes another file after all, now that it knows how wide the picture is.
        while (!(await one.decode().then(() => true, () => false))) await new Promise(requestAnimationFrame);
    }
    return images.map(one => {
        const box = one.getBoundingClientRect();
        const fills = getComputedStyle(one).objectFit === 'cover';
        const ratio = one.getAttribute('width') / one.getAttribute('height');
        return { src: one.currentSrc, width: fills ? Math.max(box.width, box.height * ratio) : box.width,
                 height: box.height, boxWidth: box.width, fills, ratio };
    });
}"""
TOO_MUCH = 1.5
ROUNDING = 0.05


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with an article full of pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    return build(small_content(folder / "content", files()), folder / "site")


def shown(browser: Browser, site: Path, page: str, width: int, density: float) -> list[dict[str, Any]]:
    """Give what the browser has fetched for each picture of a page, and how wide it shows it.

    A context of its own for each page: what a browser has fetched already it shows again, also where that is larger.
    """
    context = browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=density)
    try:
        opened = context.new_page()
        opened.goto(f"{site.as_uri()}/{page}")
        return list(opened.evaluate(SHOWN))
    finally:
        context.close()


def file_of(site: Path, address: str) -> Path:
    """Give the file behind an address."""
    return site / address.removeprefix(f"{site.as_uri()}/")


@cache
def width_of(path: Path) -> int:
    """Give the width of a picture in pixels."""
    with Image.open(path) as picture:
        return picture.width


@cache
def widest(path: Path) -> int:
    """Give the width of the widest copy of the same picture in the same format."""
    return max(width_of(one) for one in path.parent.glob(f"{path.name.rpartition('-')[0]}-*{path.suffix}"))


@pytest.mark.parametrize("density", [1, 2, 3])
@pytest.mark.parametrize("width", [320, 360, 412, 640, 768, 1024, 1280, 1920])
def test_what_is_fetched_is_neither_too_small_nor_much_too_large(
    browser: Browser, pictures: Path, width: int, density: float
) -> None:
    for page in PAGES:
        found = shown(browser, pictures, page, width, density)
        assert found, page
        for one in found:
            path = file_of(pictures, one["src"])
            pixels, fetched = one["width"] * density, width_of(path)
            assert fetched >= min(pixels, widest(path)) * (1 - ROUNDING), (page, one)
            assert fetched <= max(pixels, LADDER[0]) * TOO_MUCH * (1 + ROUNDING), (page, one)


def test_modern_browsers_get_the_modern_format(browser: Browser, pictures: Path) -> None:
    found = shown(browser, pictures, PAGES[0], 1280, 1)
    lead, *others = (file_of(pictures, one["src"]).suffix for one in found if "/co-hinh/" in one["src"])
    assert lead == ".avif"
    assert sorted(others) == [".avif", ".avif", ".webp"]  # the seal has few colours, which AVIF does not make smaller


def test_pictures_keep_their_shape_and_are_not_enlarged(browser: Browser, pictures: Path) -> None:
    for width in (360, 1280):
        for one in shown(browser, pictures, PAGES[0], width, 1):
            assert one["fills"] or one["boxWidth"] / one["height"] == pytest.approx(one["ratio"], rel=0.03)
            assert one["width"] <= widest(file_of(pictures, one["src"]))
            assert one["height"] <= 705


@pytest.fixture
def without_pictures(browser: Browser) -> Iterator[Page]:
    """A window in which no picture ever comes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route(PICTURES, lambda route: route.abort())
    yield page
    context.close()


def test_a_pictures_place_has_its_colour_before_it_comes(without_pictures: Page, pictures: Path) -> None:
    without_pictures.goto(f"{pictures.as_uri()}/{PAGES[0]}", wait_until="domcontentloaded")
    colour = without_pictures.evaluate("getComputedStyle(document.querySelector('main picture img')).backgroundColor")
    assert colour not in ("rgba(0, 0, 0, 0)", "transparent")


def test_nothing_moves_when_pictures_come(browser: Browser, pictures: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    below = "document.querySelector('main .prose').getBoundingClientRect().top"
    with held_back(page, PICTURES):
        page.goto(f"{pictures.as_uri()}/{PAGES[0]}", wait_until="domcontentloaded")
        wait_for_fonts(page)
        before = page.evaluate(below)
    page.wait_for_function("document.querySelector('main picture img').naturalWidth > 0")
    after = page.evaluate(below)
    context.close()
    assert before == pytest.approx(after, abs=1)  # sizes in the page are whole pixels
