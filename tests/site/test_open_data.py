"""The open data of the real site: files agree with one another, with what pages say of them, and with the pages."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from khuyencong.checks.counts import entry_pages
from khuyencong.checks.pages import BuiltSite, read_site, text_of
from khuyencong.model.open_data.datasets import BY_SLUG, DATASETS
from khuyencong.model.types import TYPES
from tests.outputs.open_data.reading import from_csv, from_xlsx

pytestmark = pytest.mark.site

SITE = "https://khuyencong.example/"
EVERY = [one.slug for one in DATASETS]


@pytest.fixture(scope="module")
def pages(site: Path) -> BuiltSite:
    """Read the site once for all tests of this file."""
    return read_site(site)


def file(site: Path, slug: str, ending: str) -> Path:
    """Give the path of a file of a dataset."""
    return site / "du-lieu" / "v1" / f"{slug}.{ending}"


def objects(site: Path, slug: str) -> list[dict[str, Any]]:
    """Read a dataset."""
    found: list[dict[str, Any]] = json.loads(file(site, slug, "json").read_bytes())
    return found


@pytest.mark.parametrize("slug", EVERY)
def test_csv_workbook_and_json_hold_the_same_rows(site: Path, slug: str) -> None:
    rows, columns = objects(site, slug), BY_SLUG[slug].columns
    assert from_csv(file(site, slug, "csv").read_bytes(), columns) == rows
    assert from_xlsx(file(site, slug, "xlsx").read_bytes(), columns) == rows
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("slug", EVERY)
def test_the_page_says_how_many_rows_there_are_and_explains_each_column(pages: BuiltSite, slug: str) -> None:
    page = next(one for one in pages.pages if one.url == f"/du-lieu/{slug}/")
    rows = objects(pages.root, slug)
    total = text_of(page.tree.xpath('//p[@class="total"]/strong')[0])
    assert total.replace("\u00a0", " ") == f"{len(rows)} {BY_SLUG[slug].unit}"
    explained = page.tree.xpath("//tbody//code/text()")
    assert explained == list(rows[0])


@pytest.mark.parametrize(
    ("slug", "listing"),
    [("co-so", "/co-so/"), ("san-pham", "/san-pham/"), ("van-ban", "/van-ban/"), ("su-kien", "/su-kien/")],
)
def test_there_is_a_row_for_every_page_and_its_address_is_that_of_the_page(
    pages: BuiltSite, slug: str, listing: str
) -> None:
    rows = objects(pages.root, slug)
    assert len(rows) == entry_pages(pages, listing)
    addresses = {f"{SITE}{page.url[1:]}" for page in pages.pages}
    assert {row["url"] for row in rows} <= addresses


def test_flattened_rows_lead_back_to_their_datasets(site: Path) -> None:
    products, makers = ({row["id"]: row for row in objects(site, slug)} for slug in ("san-pham", "co-so"))
    recognitions = objects(site, "cong-nhan")
    assert sum(row["recognition_count"] for row in products.values()) == sum(
        row["subject_kind"] == "sản phẩm" for row in recognitions
    )
    for row in recognitions:
        assert row["subject_id"] in (products if row["subject_kind"] == "sản phẩm" else makers)
    assert {row["establishment_id"] for row in products.values()} - {None} <= makers.keys()


def test_points_lie_in_the_unit_that_they_stand_for(site: Path) -> None:
    features = json.loads(file(site, "co-so", "geojson").read_bytes())["features"]
    units = {one["id"]: one for one in json.loads(file(site, "dia-ban", "geojson").read_bytes())["features"]}
    placed = [one for one in features if one["geometry"]]
    assert len(features) == len(objects(site, "co-so"))
    assert len(placed) > 50
    for one in placed:
        unit = units[one["properties"]["unit_code"]]["properties"]
        assert one["geometry"]["coordinates"] == [unit["longitude"], unit["latitude"]]
        assert one["properties"]["location_precision"] == "vị trí theo đơn vị hành chính"
    counts = {code: one["properties"]["establishment_count"] for code, one in units.items()}
    assert sum(counts.values()) == len(placed)


def test_the_catalogue_tells_size_and_checksum_of_every_file(site: Path) -> None:
    catalogue = json.loads((site / "du-lieu" / "danh-muc.jsonld").read_bytes())
    files = [one for dataset in catalogue["dcat:dataset"] for one in dataset["dcat:distribution"]]
    assert len(files) == 3 * len(DATASETS) + sum(bool(one.shape) for one in DATASETS)
    for one in files:
        data = (site / one["dcat:downloadURL"]["@id"].removeprefix(SITE)).read_bytes()
        assert one["dcat:byteSize"]["@value"] == str(len(data))
        assert one["spdx:checksum"]["spdx:checksumValue"]["@value"] == hashlib.sha256(data).hexdigest()


def test_every_entry_has_a_file_beside_its_page_that_its_head_names(pages: BuiltSite) -> None:
    schema = json.loads((pages.root / "du-lieu" / "v1" / "muc.schema.json").read_bytes())
    validator = Draft202012Validator(schema)
    found = 0
    for page in pages.pages:
        (link,) = page.tree.xpath('//link[@type="application/json" and contains(@href, "index.json")]') or (None,)
        path = pages.root / f"{page.path.removesuffix('.html')}.json"
        assert path.is_file() == (link is not None), page.path
        if link is not None:
            data = json.loads(path.read_bytes())
            validator.validate(data)
            assert data["url"] == f"{SITE}{page.url[1:]}"
            found += 1
    assert found == sum(1 for one in pages.files if one.endswith("/index.json"))
    assert found > 600


def test_every_address_of_a_record_within_the_site_leads_somewhere(pages: BuiltSite) -> None:
    for path in sorted(one for one in pages.files if one.endswith("/index.json")):
        text = (pages.root / path).read_text(encoding="utf-8")
        for address in re.findall(rf'"{SITE}([^"#]*)"', text):
            assert (f"{address}index.html" if address.endswith("/") else address) in pages.files, path


def test_a_spreadsheet_sees_whole_vietnamese_letters(site: Path) -> None:
    data = file(site, "co-so", "csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert any("Cơ sở chả cá Mười" in row for row in rows)


def test_every_type_of_content_has_files_beside_its_pages(site: Path) -> None:
    for one in TYPES:
        there = [json.loads(path.read_bytes()) for path in site.glob(f"{one.prefix[1:]}*/index.json")]
        assert one.key in {data["content_type"] for data in there}
