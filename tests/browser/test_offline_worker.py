"""The worker that keeps pages, in a real browser: what it keeps, how it is replaced, and how it is switched off."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.offline import ARTICLE, KEPT, REGISTERED, anywhere, base, below, context, host, until, visit
from tests.browser.serving import Host
from tests.builds import SMALL, build, small_content

__all__ = ["base", "below", "context", "host"]

pytestmark = pytest.mark.browser

RENEWED = """async () => {
    const one = await navigator.serviceWorker.ready;
    await one.update();
    return !one.installing && !one.waiting;
}"""
"""Whether the worker is the one that the host has now."""


def test_a_new_build_shows_at_the_next_visit_and_an_old_page_keeps_its_look(
    context: BrowserContext, host: Host, base: str, below: str, tmp_path: Path
) -> None:
    page = visit(context, base + ARTICLE)
    before = page.evaluate(KEPT)
    content = small_content(tmp_path / "content")
    event = content / "news" / "hoi-cho.md"
    event.write_text(event.read_text(encoding="utf-8").replace("Đầu tháng sáu.", "Cuối tháng bảy."), encoding="utf-8")
    newer = build(content, tmp_path / "newer", settings="publishconf.py")
    sheet = next(newer.glob("giao-dien/site.*.css"))
    changed = sheet.read_bytes() + b"\nh1{letter-spacing:3px}\n"
    site = host.root / below.strip("/")
    old_name, new_name = sheet.name, with_hash(sheet.name, changed)
    shutil.rmtree(site)
    shutil.copytree(newer, site)
    (site / "giao-dien" / old_name).unlink()
    (site / "giao-dien" / new_name).write_bytes(changed)
    for path in [*site.rglob("*.html"), site / "sw.js"]:
        path.write_text(path.read_text(encoding="utf-8").replace(old_name, new_name), encoding="utf-8")
    page.reload()
    expect(page.get_by_text("Cuối tháng bảy.")).to_be_visible()
    until(page, RENEWED)
    until(page, f"async () => Boolean(await caches.match('{base}giao-dien/{new_name}'))")
    until(page, f"async () => (await (await caches.match('{base}{ARTICLE}')).text()).includes('Cuối tháng bảy.')")
    host.switch_off()
    page.reload()
    expect(page.get_by_text("Cuối tháng bảy.")).to_be_visible()
    assert spacing(page) == "3px"
    page.goto(f"{base}co-so/")  # kept by the build before
    assert spacing(page) != "3px", "a page of the old build is shown with the style sheet of the old build"
    assert page.evaluate("[...document.styleSheets].some(({cssRules}) => cssRules.length > 0)")
    assert page.evaluate(KEPT).keys() == before.keys()


def with_hash(name: str, data: bytes) -> str:
    """Name a file of the theme by its content."""
    return re.sub(r"\.[0-9a-f]{8}\.", f".{hashlib.sha256(data).hexdigest()[:8]}.", name)


def spacing(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing"))


def test_switched_off_it_takes_away_what_it_kept_and_itself(
    context: BrowserContext, host: Host, base: str, below: str, tmp_path: Path
) -> None:
    page = visit(context, base + ARTICLE)
    page.evaluate("caches.open('of another application')")
    site = (SMALL / "site.yaml").read_text(encoding="utf-8")
    content = small_content(tmp_path / "content", {"site.yaml": f"{site}offline: false\n"})
    root = host.root / below.strip("/")
    shutil.rmtree(root)
    build(content, root, settings="publishconf.py")
    page.goto(base)
    until(page, f"async () => !(await ({REGISTERED})()).length")
    until(page, f"async () => Object.keys(await ({KEPT})()).join() === 'of another application'")
    page.goto(base + ARTICLE)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(REGISTERED) == []
    host.switch_off()
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        page.reload()


def test_what_is_kept_stays_within_bounds(context: BrowserContext, host: Host, base: str, below: str) -> None:
    page = visit(context, base + ARTICLE)
    folder = host.root / below.strip("/") / "nhieu"
    for number in range(90):
        (folder / str(number)).mkdir(parents=True)
        (folder / str(number) / "index.html").write_text(f"<!doctype html><title>{number}</title>", encoding="utf-8")
    (folder / "index.html").write_text(f"<!doctype html><title>{'x' * 3_000_001}</title>", encoding="utf-8")
    workers = context.service_workers
    worker = workers[0] if workers else context.wait_for_event("serviceworker")
    worker.evaluate(
        """async (base) => {
            for (let number = 0; number < 90; number += 1) {
                const address = `${base}nhieu/${number}/`;
                await remember(address, await fetch(address));
            }
            await remember(`${base}nhieu/`, await fetch(`${base}nhieu/`));
        }""",
        base,
    )
    kept = next(urls for name, urls in page.evaluate(KEPT).items() if name.endswith("pages"))
    assert len(kept) <= 80
    assert f"{base}nhieu/89/" in kept, "the newest stay"
    assert f"{base}nhieu/0/" not in kept, "the oldest go"
    assert f"{base}nhieu/" not in kept, "what is too large is never kept"
    assert f"{base}co-so/a-z/" in kept, "the list of establishments stays"


def test_a_page_that_is_gone_is_forgotten(context: BrowserContext, host: Host, base: str, below: str) -> None:
    page = visit(context, base + ARTICLE)
    (host.root / below.strip("/") / ARTICLE / "index.html").unlink()
    (host.root / below.strip("/") / ARTICLE).rename(host.root / "away")
    page.reload()
    until(page, f"async () => !(await caches.match('{base}{ARTICLE}'))")


def test_a_file_that_came_broken_is_not_kept(context: BrowserContext, host: Host, base: str, below: str) -> None:
    sheet = next((host.root / below.strip("/") / "giao-dien").glob("site.*.css"))
    whole = sheet.read_bytes()
    sheet.write_bytes(whole[: len(whole) // 2])
    page = context.new_page()
    page.goto(base)
    address, worker = f"{below}/giao-dien/{sheet.name}", f"{below}/sw.js"
    # The page asks for it, and then the worker that is being installed.
    while worker not in host.asked or address not in host.asked[host.asked.index(worker) :]:
        page.wait_for_timeout(50)
    until(page, "async () => !(await navigator.serviceWorker.getRegistration())?.installing")
    assert page.evaluate("async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)") is False
    sheet.write_bytes(whole)
    visit(context, base)


@anywhere
def test_the_browser_can_install_the_site(context: BrowserContext, base: str) -> None:
    page = visit(context, base)
    session = context.new_cdp_session(page)
    told = session.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"] == f"{base}manifest.webmanifest"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in errors if one["errorId"] != "in-incognito"] == []
