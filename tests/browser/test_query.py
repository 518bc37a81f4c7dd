"""Narrowing a dataset on its page: by keyboard, with counts, saved as CSV, and whole without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, expect

from khuyencong.model.open_data.datasets import BY_SLUG, DATASETS
from tests.browser.served import served
from tests.browser.test_accessibility import violations
from tests.browser.waiting import expect_query
from tests.outputs.open_data.reading import from_csv

__all__ = ["served"]

pytestmark = pytest.mark.browser

DISTRICT = "huyện Đất Đỏ"


def opened(page: Page, address: str) -> None:
    """Open a page, and on it what narrows the dataset."""
    page.goto(address)
    page.get_by_text("Lọc và tải một phần").click()
    expect(page.locator("[data-query=form]")).to_be_visible()


@pytest.fixture
def query(page: Page, served: str) -> Iterator[Page]:
    """The page of the establishments; an error of a script fails the test."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, f"{served}du-lieu/co-so/")
    yield page
    assert errors == []


def rows(site: Path, slug: str = "co-so") -> list[dict[str, object]]:
    """Read a dataset."""
    found: list[dict[str, object]] = json.loads((site / "du-lieu" / "v1" / f"{slug}.json").read_bytes())
    return found


def test_a_value_narrows_the_table_and_says_how_many_are_left(query: Page, site: Path) -> None:
    wanted = [row["title"] for row in rows(site) if row["district"] == DISTRICT]
    query.get_by_label("Huyện, thành phố").select_option(f"={DISTRICT}")
    expect(query.locator("[data-query=status]")).to_have_text(f"Còn {len(wanted)} cơ sở")
    expect(query.locator("[data-query=table] tbody th")).to_have_text([str(one) for one in wanted])
    expect_query(query, f"district={quote_plus(DISTRICT)}")
    for text in query.get_by_label("Nhóm ngành").locator("option").all_inner_texts()[1:]:
        assert int(text.rpartition("(")[2][:-1]) <= len(wanted)


def test_an_address_that_was_shared_shows_the_same(page: Page, served: str, site: Path) -> None:
    page.goto(f"{served}du-lieu/co-so/?district={quote_plus(DISTRICT)}&kind=khong-co")
    wanted = sum(row["district"] == DISTRICT for row in rows(site))
    expect(page.locator("[data-query=status]")).to_have_text(f"Còn {wanted} cơ sở")


def test_everything_works_by_keyboard(query: Page, site: Path) -> None:
    select = query.get_by_label("Kiểu", exact=True)
    select.focus()
    query.keyboard.type("làng")
    wanted = sum(row["kind"] == "làng nghề" for row in rows(site))
    expect(query.locator("[data-query=status]")).to_have_text(f"Còn {wanted} cơ sở")
    query.get_by_role("button", name="xem mọi dòng").focus()
    query.keyboard.press("Enter")
    expect(query.locator("[data-query=status]")).to_have_text(f"Tất cả: {len(rows(site))} cơ sở")
    expect(select).to_be_focused()


def test_what_is_left_is_saved_as_the_csv_file_has_it(query: Page, site: Path, tmp_path: Path) -> None:
    with query.expect_download() as whole:
        query.get_by_role("button", name="Tải phần đã lọc").click()
    assert whole.value.suggested_filename == "co-so.csv"
    whole.value.save_as(tmp_path / "whole.csv")
    assert (tmp_path / "whole.csv").read_bytes() == (site / "du-lieu" / "v1" / "co-so.csv").read_bytes()
    query.get_by_label("Huyện, thành phố").select_option(f"={DISTRICT}")
    with query.expect_download() as part:
        query.get_by_role("button", name="Tải phần đã lọc").click()
    assert part.value.suggested_filename == "co-so-da-loc.csv"
    part.value.save_as(tmp_path / "part.csv")
    saved = from_csv((tmp_path / "part.csv").read_bytes(), BY_SLUG["co-so"].columns)
    assert saved == [row for row in rows(site) if row["district"] == DISTRICT]


def without_script(browser: Browser | None, address: str) -> list[str]:
    """Give the words of the rows that a page shows where no script runs."""
    assert browser
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    rows_shown: list[str] = plain.locator("[data-query=table] tbody tr").all_inner_texts()
    plain.context.close()
    return rows_shown


@pytest.mark.parametrize("slug", [one.slug for one in DATASETS if one.facets])
def test_script_and_page_write_the_same_words_and_the_same_csv(
    page: Page, served: str, site: Path, slug: str, tmp_path: Path
) -> None:
    first = without_script(page.context.browser, f"{served}du-lieu/{slug}/")
    opened(page, f"{served}du-lieu/{slug}/")
    before = page.locator("[data-query=table] tbody tr").all_inner_texts()
    assert before == first
    page.get_by_role("button", name="xem mọi dòng").click()
    rows = page.locator("[data-query=table] tbody tr")
    expect(page.locator("[data-query=table] caption")).to_have_text("Mọi dòng")  # said last, when the rows are there
    shown = rows.all_inner_texts()[: len(first)]
    assert shown == [one.replace("\u00a0", " ") for one in first]
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải phần đã lọc").click()
    saved.value.save_as(tmp_path / "whole.csv")
    assert (tmp_path / "whole.csv").read_bytes() == (site / "du-lieu" / "v1" / f"{slug}.csv").read_bytes()


def test_more_rows_come_on_request_and_links_lead_to_pages_of_this_site(query: Page, served: str, site: Path) -> None:
    query.get_by_role("button", name="xem mọi dòng").click()
    expect(query.locator("[data-query=table] tbody tr")).to_have_count(50)
    query.get_by_role("button", name="Xem thêm 50 dòng").click()
    expect(query.locator("[data-query=table] tbody tr")).to_have_count(100)
    expect(query.locator("[data-query=table] tbody a").nth(50)).to_be_focused()
    for address in query.locator("[data-query=table] tbody a").evaluate_all("links => links.map(link => link.href)"):
        path = address.removeprefix(served)
        assert (site / path / "index.html").is_file(), address


def test_without_javascript_the_page_has_its_first_rows_and_all_files(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}du-lieu/co-so/")
    page.get_by_text("Lọc và tải một phần").click()
    expect(page.locator("[data-query=form]")).to_be_hidden()
    expect(page.locator("[data-query=table] tbody tr")).to_have_count(5)
    expect(page.locator("[data-query=files] a")).to_have_count(5)
    assert "cần JavaScript" in page.locator("noscript").inner_html()
    page.context.close()


def test_data_that_does_not_come_and_pages_from_a_folder_say_what_to_do(page: Page, served: str, root: str) -> None:
    page.route("**/co-so.json", lambda route: route.abort())
    page.goto(f"{served}du-lieu/co-so/")
    page.get_by_text("Lọc và tải một phần").click()
    expect(page.locator("[data-query=status]")).to_contain_text("Không tải được dữ liệu")
    page.goto(f"{root}du-lieu/co-so/index.html")
    page.get_by_text("Lọc và tải một phần").click()
    expect(page.locator("[data-query=status]")).to_contain_text("mở từ thư mục")
    expect(page.locator("[data-query=form]")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrowed_dataset_is_accessible(query: Page, scheme: str) -> None:
    query.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    query.get_by_label("Huyện, thành phố").select_option(f"={DISTRICT}")
    expect(query.locator("[data-query=status]")).to_contain_text("Còn ")
    assert violations(query) == []
