"""What machines read about the datasets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from khuyencong.model.open_data.publication import LICENCE, DataFile, Description, Publication
from khuyencong.outputs.open_data.descriptions import catalogue_file, columns_file
from tests.outputs.open_data.tables import COLUMNS

FILES = tuple(
    DataFile(ending, f"/du-lieu/v1/co-so.{ending}", 123, "0" * 64)
    for ending in ("csv", "xlsx", "json", "geojson", "csv-metadata.json")
)


def published(modified: str = "2026-11-22") -> Publication:
    """Make the description of one dataset."""
    page = "https://khuyencong.example/du-lieu/co-so/"
    one = Description("co-so", "Cơ sở", "Các cơ sở.", page, 155, "cơ sở", modified, COLUMNS, FILES)
    root = "https://khuyencong.example"
    return Publication(
        root, "Cổng", "Trung tâm", "/du-lieu/danh-muc.jsonld", f"{root}/du-lieu/", "v1", "2026-11-22", (one,)
    )


@pytest.fixture
def catalogue() -> dict[str, Any]:
    """The catalogue with one dataset."""
    made: dict[str, Any] = json.loads(catalogue_file(published()))
    return made


def test_the_catalogue_says_what_dcat_ap_wants_of_it(catalogue: dict[str, Any]) -> None:
    assert catalogue["@type"] == "dcat:Catalog"
    assert {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"} <= catalogue.keys()
    assert catalogue["dct:license"] == {"@id": LICENCE}
    assert all(name.partition(":")[0] in catalogue["@context"] for name in catalogue if not name.startswith("@"))


def test_each_file_is_a_distribution_with_format_size_and_checksum(catalogue: dict[str, Any]) -> None:
    (dataset,) = catalogue["dcat:dataset"]
    files = dataset["dcat:distribution"]
    formats = [one["dct:format"]["@id"].rpartition("/")[2] for one in files]
    assert formats == ["CSV", "XLSX", "JSON", "GEOJSON"]
    assert files[0]["dcat:downloadURL"] == {"@id": "https://khuyencong.example/du-lieu/v1/co-so.csv"}
    assert files[0]["dcat:byteSize"]["@value"] == "123"
    assert files[0]["spdx:checksum"]["spdx:checksumValue"]["@value"] == "0" * 64
    assert "155 cơ sở" in dataset["dct:description"]["@value"]


def test_every_name_that_begins_with_a_prefix_has_its_prefix_explained(catalogue: dict[str, Any]) -> None:
    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            inside = set().union(*map(names, value.values())) if value else set()
            return {one for one in value if not one.startswith("@")} | inside
        return set().union(*map(names, value)) if isinstance(value, list) else set()

    used = names({key: value for key, value in catalogue.items() if key != "@context"})
    assert {one.partition(":")[0] for one in used} <= catalogue["@context"].keys()


@pytest.mark.parametrize(("day", "kind"), [("2026", "gYear"), ("2026-11", "gYearMonth"), ("2026-11-22", "date")])
def test_a_date_is_as_exact_as_it_is_known(day: str, kind: str) -> None:
    (dataset,) = json.loads(catalogue_file(published(day)))["dcat:dataset"]
    assert dataset["dct:modified"] == {"@type": f"xsd:{kind}", "@value": day}


def test_an_unknown_date_is_left_out() -> None:
    assert "dct:modified" not in json.loads(catalogue_file(published("")))["dcat:dataset"][0]


def test_the_columns_of_a_csv_file_are_explained_beside_it() -> None:
    made = json.loads(columns_file(published()))
    assert made["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "vi"}]
    assert made["url"] == "co-so.csv"
    columns = made["tableSchema"]["columns"]
    assert [one["name"] for one in columns] == [one.name for one in COLUMNS]
    assert columns[6]["separator"] == " | "
    assert columns[3] == {
        "name": "amount",
        "titles": ["amount"],
        "rdfs:label": "Số tiền",
        "dc:description": "Một số.",
        "datatype": "decimal",
        "schema:unitText": "triệu đồng",
        "required": False,
    }
    assert "dấu nháy" in made["notes"][0]
