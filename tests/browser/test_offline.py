"""Reading without network, in a real browser: what is kept, what is new, and how it is switched off."""

from __future__ import annotations

import hashlib
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.serving import Host
from tests.builds import SMALL, build, small_content

pytestmark = pytest.mark.browser

LONGEST = 30.0
"""Seconds to wait for a worker; usually it takes a few tenths, but the machine may be busy."""
ARTICLE = "tin-tuc/hoi-cho/"
KEPT = """async () => {
    const kept = {};
    for (const name of await caches.keys()) kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
    return kept;
}"""
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).map(({scope}) => scope)"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as it is published, with old addresses."""
    folder = tmp_path_factory.mktemp("published")
    return build(small_content(folder / "content"), folder / "site", settings="publishconf.py")


@pytest.fixture
def below() -> str:
    """Where the site lies on its host; some tests put it at the root too."""
    return "/a/b"


anywhere = pytest.mark.parametrize("below", ["", "/a/b"], ids=["at the root", "below a sub-path"])


@pytest.fixture
def host(tmp_path: Path, published: Path, below: str) -> Iterator[Host]:
    """A host with the published site."""
    root = tmp_path / "host"
    shutil.copytree(published, root / below.strip("/"), dirs_exist_ok=True)
    with Host(root) as host:
        yield host


@pytest.fixture
def base(host: Host, below: str) -> str:
    """The address of the site, ending in a slash."""
    return f"{host.address}{below}/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here, and that may not complain of anything."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    said: list[str] = []
    context.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    context.on("weberror", lambda one: said.append(str(one.error)))
    yield context
    context.close()
    assert [one for one in said if "Failed to load resource" not in one] == []


def until(page: Page, condition: str) -> None:
    """Wait until an asynchronous condition is true; Playwright itself takes its promise for an answer."""
    end = time.monotonic() + LONGEST
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def visit(context: BrowserContext, address: str) -> Page:
    """Open a page and wait until all that shall be kept is kept."""
    page = context.new_page()
    page.goto(address)
    page.evaluate("() => navigator.serviceWorker.ready")
    until(
        page,
        """async () => {
            const pages = (await caches.keys()).find((name) => name.endsWith("pages"));
            const kept = pages ? (await (await caches.open(pages)).keys()).map(({ url }) => url) : [];
            return ["co-so/a-z/", location.pathname].every((end) => kept.some((url) => url.endsWith(end)));
        }""",
    )
    return page


@anywhere
def test_a_visited_article_is_read_without_network_and_says_that_it_is_a_copy(
    context: BrowserContext, host: Host, base: str
) -> None:
    page = visit(context, base + ARTICLE)
    host.switch_off()
    page.reload()
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Đây là bản lưu trên máy này lúc")
    assert page.evaluate("document.fonts.check('1rem Be Vietnam Pro')")
    assert page.evaluate("[...document.styleSheets].some(({cssRules}) => cssRules.length > 0)")
    host.switch_on()
    page.reload()
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    expect(page.get_by_text("Đây là bản lưu")).to_have_count(0)


def test_the_list_of_establishments_is_read_without_network_though_nobody_opened_it(
    context: BrowserContext, host: Host, base: str
) -> None:
    page = visit(context, base + ARTICLE)
    host.switch_off()
    page.get_by_role("link", name="Cơ sở", exact=True).first.click()
    expect(page).to_have_url(f"{base}co-so/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cơ sở")
    page.goto(f"{base}co-so/a-z/")
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("Đúc đồng")).first).to_be_visible()
    assert page.evaluate("async () => (await (await fetch('../danh-sach.json')).json()).length") > 0


@anywhere
def test_a_page_that_was_never_opened_gives_way_to_the_list_of_kept_ones(
    context: BrowserContext, host: Host, base: str
) -> None:
    page = visit(context, base + ARTICLE)
    title = page.get_by_role("heading", level=1).inner_text()
    host.switch_off()
    page.goto(f"{base}van-ban/?q=1")
    assert page.url.startswith(f"{base}ngoai-tuyen/?trang=")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đọc khi mất mạng")
    expect(page.get_by_text("Đây là bản lưu")).to_have_count(0)
    kept = page.get_by_role("main").locator("section").get_by_role("link")
    expect(kept.filter(has_text=title)).to_have_count(1)
    again = page.get_by_role("status").get_by_role("link")
    assert again.get_attribute("href") == f"{base}van-ban/?q=1"
    kept.filter(has_text=title).click()
    expect(page).to_have_url(base + ARTICLE)
    page.go_back()
    host.switch_on()
    again.click()
    expect(page).to_have_url(f"{base}van-ban/?q=1")


def test_the_offline_page_leads_nowhere_else_than_into_this_site(context: BrowserContext, base: str) -> None:
    page = visit(context, base + ARTICLE)
    for address in ("https://example.org/", "javascript:alert(1)", f"{base[:-1]}.example/"):
        page.goto(f"{base}ngoai-tuyen/?trang={address}")
        expect(page.get_by_role("heading", name="Các trang đang đọc được")).to_be_visible()
        expect(page.locator("[data-kept=again]")).to_be_hidden()


def test_a_host_that_is_slow_or_broken_is_replaced_by_the_copy(context: BrowserContext, host: Host, base: str) -> None:
    page = visit(context, base + ARTICLE)
    host.is_broken = True
    page.reload()
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    host.is_broken = False
    host.delay = 8
    page.reload(wait_until="commit", timeout=7_000)
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    host.delay = 0


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
    until(page, f"async () => Boolean(await caches.match('{base}giao-dien/{new_name}'))")
    until(page, "async () => !(await navigator.serviceWorker.ready).waiting")
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
    assert page.evaluate(KEPT) == {"of another application": []}
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
    worker = context.service_workers[0]
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
    page.wait_for_load_state("networkidle")
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


def test_the_site_being_worked_on_registers_nothing(context: BrowserContext, small_site: Path) -> None:
    with Host(small_site) as host:
        page = context.new_page()
        page.goto(f"{host.address}/{ARTICLE}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate(REGISTERED) == []
        assert not [one for one in host.asked if "sw.js" in one or "offline" in one or "webmanifest" in one]


def test_the_published_site_opened_from_a_folder_registers_nothing(page: Page, published: Path) -> None:
    page.goto((published / ARTICLE / "index.html").as_uri())
    expect(page.get_by_text("Đầu tháng sáu.")).to_be_visible()
    assert page.evaluate("'caches' in window ? caches.keys() : []") == []
