"""The search page in a real browser, against the built site: what people find, by mouse, keyboard and address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from khuyencong.model.search import SEARCH_URL
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUSED
from tests.browser.waiting import expect_query, held_back, resize
from tests.search.asking import PAGE, answered, ask, read_queries
from tests.search.serving import Served, serving

pytestmark = pytest.mark.browser

WANTED_RANK = 0.80
"""Mean reciprocal rank of the queries, in the order in which results stand on the page."""
FEWEST_QUERIES = 150


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[Served]:
    """The built site on the loopback address."""
    with serving(site) as one:
        yield one


@pytest.fixture
def search(page: Page, served: Served) -> Page:
    """The search page, just opened."""
    page.goto(served.address + PAGE)
    return page


def test_everybody_finds_what_was_looked_for(search: Page) -> None:
    queries = list(read_queries())
    answers = [(query, ask(search, query.text)) for query in queries]
    missed = [
        f"{query.kind}: {query.text}: {query.ranks(found)}" for query, found in answers if not query.is_answered(found)
    ]
    assert len(queries) >= FEWEST_QUERIES
    assert missed == []
    assert sum(query.reciprocal_rank(found) for query, found in answers) / len(answers) >= WANTED_RANK


def test_pages_with_exactly_the_typed_accents_come_first(search: Page) -> None:
    assert ask(search, "tương")[0] == "san-pham/tuong"
    assert ask(search, "tượng")[0] != "san-pham/tuong"


def test_a_quoted_phrase_stands_in_every_result(search: Page) -> None:
    loose, quoted = ask(search, "An Ngãi bánh"), ask(search, '"bánh tráng An Ngãi"')
    assert 0 < len(quoted) <= len(loose)
    for one in search.locator(".result").all():
        assert "bánh tráng an ngãi" in one.inner_text().lower().replace("…", "")


def test_raw_telex_and_a_slip_are_understood_and_said(search: Page) -> None:
    ask(search, "khuyeens coong")
    expect(search.locator('[data-search="hint"]')).to_have_text("Tìm theo: khuyến công.")
    ask(search, "vinabimush")
    expect(search.locator('[data-search="hint"]')).to_contain_text("Đang hiện kết quả cho “vinabiomush”")


def test_an_old_place_is_given_its_new_name(search: Page) -> None:
    ask(search, "xã An Ngãi")
    expect(search.locator('[data-search="hint"]')).to_contain_text("Xã Long Điền")


def test_the_address_keeps_the_question_and_brings_it_back(search: Page, served: Served) -> None:
    found = ask(search, "bánh tráng")
    search.locator("summary", has_text="Lọc và sắp xếp").click()
    search.get_by_label("Loại", exact=True).select_option("tin-tuc")
    narrowed = answered(search, "bánh tráng")
    assert 0 < len(narrowed) < len(found)
    assert all(one.startswith("tin-tuc/") for one in narrowed)
    expect_query(search, "q=b%C3%A1nh+tr%C3%A1ng&loai=tin-tuc")
    address = search.url
    search.goto(f"{served.address}{PAGE}?q=khac")
    search.goto(address)
    assert answered(search, "bánh tráng") == narrowed


def test_what_is_typed_before_the_script_is_there_is_looked_for_too(page: Page, served: Served) -> None:
    with held_back(page, "**/js-search.*.js"):
        page.goto(served.address + PAGE, wait_until="commit")
        page.fill("#tim_gi", "bánh tráng")
    assert answered(page, "bánh tráng")


def test_filters_count_what_they_leave(search: Page) -> None:
    ask(search, "muối")
    search.locator("summary", has_text="Lọc và sắp xếp").click()
    kinds = search.get_by_label("Loại", exact=True)
    option = kinds.locator('option[value="san-pham"]')
    answered(search, "muối")
    expect(option).not_to_have_text("Sản phẩm")
    count = option.inner_text().rpartition("(")[2].rstrip(")")
    kinds.select_option("san-pham")
    expect(search.get_by_role("status")).to_have_text(f"{count} kết quả cho “muối”.")


def test_the_newest_come_first_when_asked(search: Page) -> None:
    ask(search, "hội chợ ocop")
    search.locator("summary", has_text="Lọc và sắp xếp").click()
    search.get_by_label("Loại", exact=True).select_option("tin-tuc")
    search.get_by_label("Sắp xếp").select_option("ngay")
    assert answered(search, "hội chợ ocop")
    days = [text.rpartition(" · ")[2] for text in search.locator(".result .meta").all_inner_texts()]
    newest_first = sorted(days, key=lambda day: day.split("/")[::-1], reverse=True)
    assert days == newest_first


def test_nothing_found_offers_other_ways(search: Page) -> None:
    assert ask(search, "xyzzyqwerty") == []
    expect(search.get_by_role("status")).to_contain_text("Không tìm thấy “xyzzyqwerty”")
    expect(search.get_by_role("heading", name="Tìm bằng cách khác")).to_be_visible()


def test_what_is_typed_is_only_ever_text(search: Page) -> None:
    ask(search, "<img src=x onerror=alert(1)>")
    expect(search.locator("main img[src=x]")).to_have_count(0)


def test_the_keyboard_leads_to_results_and_back(search: Page) -> None:
    search.locator("#tim_gi").focus()
    search.keyboard.type("banh trang an ngai")
    answered(search, "banh trang an ngai")
    links = search.locator(".result h3 a")
    search.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    focused = search.evaluate(FOCUSED)
    assert focused["outline"] >= 2
    assert focused["inside"]
    search.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    search.keyboard.press("Escape")
    expect(search.locator("#tim_gi")).to_be_focused()
    expect(search.locator("#tim_gi")).to_have_value("")
    expect(links).to_have_count(0)


def test_axe_finds_nothing_on_results(search: Page) -> None:
    ask(search, "bánh tráng")
    search.locator("summary", has_text="Lọc và sắp xếp").click()
    answered(search, "bánh tráng")
    expect(search.get_by_label("Loại", exact=True).locator('option[value="san-pham"]')).not_to_have_text("Sản phẩm")
    for width in (360, 1280):
        resize(search, width)
        for scheme in ("light", "dark"):
            search.emulate_media(color_scheme=scheme)
            assert violations(search) == [], f"{width} px, {scheme}"


def test_without_javascript_the_page_offers_lists_and_the_site_map(plain_page: Page, root: str) -> None:
    plain_page.goto(root + PAGE)
    assert "Ô tìm kiếm cần JavaScript" in plain_page.locator("noscript").inner_html()
    expect(plain_page.get_by_role("link", name="bản đồ trang", exact=True)).to_be_visible()
    listing = plain_page.get_by_role("heading", name="Cơ sở công nghiệp nông thôn").get_by_role("link")
    expect(listing).to_be_visible()


def test_opened_from_a_folder_the_page_says_why_it_cannot_search(page: Page, root: str) -> None:
    page.goto(root + PAGE)
    expect(page.get_by_role("status")).to_contain_text("đang mở từ thư mục")
    expect(page.get_by_role("heading", name="Tìm bằng cách khác")).to_be_visible()


def test_only_the_search_page_may_run_webassembly_and_it_stays_out_of_search_engines(site: Path) -> None:
    html = (site / SEARCH_URL.strip("/") / "index.html").read_text(encoding="utf-8")
    assert "'wasm-unsafe-eval'" in html
    assert 'name="robots" content="noindex' in html
    others = (path for path in site.rglob("*.html") if path.parent.name != SEARCH_URL.strip("/"))
    assert not any("wasm-unsafe-eval" in path.read_text(encoding="utf-8") for path in others)


def test_reading_a_page_fetches_nothing_of_the_search(page: Page, served: Served) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served.address}index.html", wait_until="networkidle")
    assert f"{served.address}index.html" in asked
    assert not any("pagefind" in address or "js-search" in address for address in asked)
