"""Take pictures of the main pages for the README: small WebP files in docs/screenshots/.

A picture is written only when it differs visibly from the one that is there, so that nothing changes without a reason.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from khuyencong.checks.browser.start import arguments, browser_path  # noqa: E402 - needs the path above

FOLDER = ROOT / "docs" / "screenshots"
PAGES = {
    "home": "index.html",
    "listing": "co-so/index.html",
    "article": "tin-tuc/nam-hoa-long-va-nhung-noi-trong-che-bien-nam-trong-vung/index.html",
    "establishment": "co-so/cong-ty-tnhh-tm-dv-sx-ca-cao-thanh-dat/index.html",
    "product": "san-pham/ruou-dong-trung-ha-thao/index.html",
    "document": "van-ban/28-2018-tt-btc/index.html",
    "bulletin": "ban-tin/2026-1/index.html",
    "search": "tim-kiem/index.html?q=banh+trang+an+ngai",
    "places": "dia-ban/index.html",
}
"""The pages by the name of their pictures; a page that the site does not have is passed over."""
LARGEST = 40_000
"""Bytes of one picture."""
VISIBLE = 1.0
"""Mean difference of a pixel's channels, of 255, from which a picture counts as another one."""


@dataclass(frozen=True, slots=True)
class View:
    """A window to take pictures of.

    Arguments:
        name: the end of the pictures' names.
        width: of the window, in CSS pixels.
        height: the same.
        scheme: the colours that the reader has chosen.
        pictured: the width of the picture, in pixels.
    """

    name: str
    width: int
    height: int
    scheme: str
    pictured: int


VIEWS = (
    View("light", 1280, 900, "light", 800),
    View("dark", 1280, 900, "dark", 800),
    View("phone", 390, 780, "light", 390),
)


def main(output: Path) -> int:
    """Take all pictures and say which have changed.

    Arguments:
        output: the folder of the built site.

    Returns:
        0, or 1 when there was no page to take a picture of.
    """
    there = {name: path for name, path in PAGES.items() if (output / path.partition("?")[0]).is_file()}
    FOLDER.mkdir(parents=True, exist_ok=True)
    changed = []
    with serving(output) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments())
        for name, path in there.items():
            for view in VIEWS:
                target = FOLDER / f"{name}-{view.name}.webp"
                if keep(target, picture(browser, f"{address}{path}", view)):
                    changed.append(target.name)
        browser.close()
    print(f"{len(there) * len(VIEWS)} pictures, {len(changed)} changed: {', '.join(changed) or 'none'}")
    return 0 if there else 1


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@contextmanager
def serving(output: Path) -> Iterator[str]:
    """Serve the site on the loopback address within the block: the search does not run in a page opened as a file."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(output))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def picture(browser: Browser, address: str, view: View) -> Image.Image:
    """Show a page and take its picture."""
    size = {"width": view.width, "height": view.height}
    scheme = "dark" if view.scheme == "dark" else "light"
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce", locale="vi-VN")  # type: ignore[arg-type]  # a size is one
    page = context.new_page()
    page.goto(address, wait_until="networkidle")  # the search has fetched its index and shown results
    page.evaluate("document.fonts.ready.then(() => true)")
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return shot.resize((view.pictured, round(shot.height * view.pictured / shot.width)), Image.Resampling.LANCZOS)


def keep(target: Path, taken: Image.Image) -> bool:
    """Write a picture unless the one that is there looks the same; tell whether it was written."""
    if target.is_file():
        with Image.open(target) as there:
            old = there.convert("RGB")
        difference = ImageStat.Stat(ImageChops.difference(old, taken)).mean if old.size == taken.size else [255.0]
        if max(difference) < VISIBLE + loss(taken):
            return False
    target.write_bytes(packed(taken))
    return True


def loss(taken: Image.Image) -> float:
    """Give the mean difference that packing alone makes."""
    with Image.open(BytesIO(packed(taken))) as again:
        return max(ImageStat.Stat(ImageChops.difference(again.convert("RGB"), taken)).mean)


def packed(taken: Image.Image) -> bytes:
    """Pack a picture as well as its size allows."""
    for quality in (82, 70, 60, 50, 40, 30):
        target = BytesIO()
        taken.save(target, "WEBP", quality=quality, method=6)
        if target.tell() <= LARGEST:
            break
    return target.getvalue()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("output")))
