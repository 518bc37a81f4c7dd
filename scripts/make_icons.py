"""Draw the icons that need pixels from the theme's icon.svg: run once after that drawing has changed, and commit.

It needs what the tests need: Playwright and a Chromium.
"""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

STATIC = Path(__file__).resolve().parent.parent / "themes" / "khuyencong" / "static"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
GREEN = "#0b5a4a"
FAVICON_SIZES = (16, 32, 48)
"""What desks, tabs and bookmarks take out of the one file `favicon.ico`."""
APPLE_SIZE = 180
MANIFEST_SIZES = (192, 512)
SAFE = 0.8
"""Share of a maskable icon that the sign fills: systems cut such icons into shapes of their own, and promise to leave
a circle of four fifths of the width."""


def main() -> None:
    """Write every icon."""
    own = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=own, args=["--disable-gpu", "--no-sandbox"])
        page = browser.new_page()
        small = [draw(page, size) for size in FAVICON_SIZES]
        largest = small[-1]
        largest.save(STATIC / "root" / "favicon.ico", sizes=[one.size for one in small], append_images=small[:-1])
        on_green(draw(page, APPLE_SIZE)).save(STATIC / "icons" / "apple-touch-icon.png", optimize=True)
        for size in MANIFEST_SIZES:
            draw(page, size).save(STATIC / "icons" / f"icon-{size}.png", optimize=True)
            maskable(page, size).save(STATIC / "icons" / f"maskable-{size}.png", optimize=True)
        browser.close()


def draw(page: Page, size: int) -> Image.Image:
    """Draw the sign as large as wanted, its corners transparent."""
    svg = (STATIC / "icon.svg").read_text(encoding="utf-8")
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>* {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{svg}")
    return Image.open(io.BytesIO(page.screenshot(omit_background=True))).convert("RGBA")


def on_green(icon: Image.Image) -> Image.Image:
    """Fill the corners: telephones round them by themselves and show black where nothing is."""
    whole = Image.new("RGBA", icon.size, GREEN)
    return Image.alpha_composite(whole, icon).convert("RGB")


def maskable(page: Page, size: int) -> Image.Image:
    """Draw the sign in the middle of a ground without corners."""
    sign = draw(page, round(size * SAFE))
    whole = Image.new("RGBA", (size, size), GREEN)
    whole.alpha_composite(sign, ((size - sign.width) // 2, (size - sign.height) // 2))
    return whole.convert("RGB")


if __name__ == "__main__":
    main()
