"""What machines read about the datasets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from khuyencong.model.open_data.publication import DataFile, Description, Publication
from khuyencong.outputs.open_data.descriptions import catalogue_file, columns_file
from tests.outputs.open_data.tables import COLUMNS

FILES = tuple(
    DataFile(ending, f"/du-lieu/v1/co-so.{ending}", 123, "0" * 64)
    for ending in ("csv", "xlsx", "json", "geojson", "csv-metadata.json")
)


def published(modified: str = "2026-11-22", email: str = "hoi@a.example") -> Publication:
    """Make the description of one dataset."""
    page = "https://khuyencong.example/du-lieu/co-so/"
    one = Description("co-so", "Cơ sở", "Các cơ sở.", page, 155, "cơ sở", modified, COLUMNS, FILES)
    root = "https://khuyencong.example"
    return Publication(
        root, "Cổng", "Trung tâm", email, "/du-lieu/danh-muc.jsonld", f"{root}/du-lieu/", "v1", "2026-11-22", (one,)
    )


MANDATORY = {
    "dcat:Catalog": {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"},
    "dcat:Dataset": {"dct:title", "dct:description"},
    "dcat:Distribution": {"dcat:accessURL"},
    "foaf:Agent": {"foaf:name"},
    "spdx:Checksum": {"spdx:algorithm", "spdx:checksumValue"},
    "skos:Concept": {"skos:prefLabel"},
    "skos:ConceptScheme": {"dct:title"},
}
"""What DCAT-AP 3.0 asks of the classes that we use (https://semiceu.github.io/DCAT-AP/releases/3.0.0/)."""
RECOMMENDED = {
    "dcat:Catalog": {
        "dct:issued",
        "dct:language",
        "dct:license",
        "dct:modified",
        "dct:spatial",
        "dcat:themeTaxonomy",
        "foaf:homepage",
    },
    "dcat:Dataset": {
        "dcat:contactPoint",
        "dcat:distribution",
        "dcat:keyword",
        "dct:publisher",
        "dct:spatial",
        "dcat:theme",
    },
    "dcat:Distribution": {"dct:description", "dct:format", "dct:license"},
}
"""What it recommends of them, without what `catalogue_file` says is left out."""
CLASSES = {
    "dct:license": "dct:LicenseDocument",
    "dct:language": "dct:LinguisticSystem",
    "dct:spatial": "dct:Location",
    "dct:publisher": "foaf:Agent",
    "dct:rights": "dct:RightsStatement",
    "dct:accessRights": "dct:RightsStatement",
    "dct:accrualPeriodicity": "dct:Frequency",
    "dct:format": "dct:MediaTypeOrExtent",
    "dcat:mediaType": "dct:MediaType",
    "dcat:theme": "skos:Concept",
    "dcat:themeTaxonomy": "skos:ConceptScheme",
    "dcat:landingPage": "foaf:Document",
    "foaf:homepage": "foaf:Document",
    "dcat:accessURL": "rdfs:Resource",
    "dcat:downloadURL": "rdfs:Resource",
    "dcat:contactPoint": "vcard:Kind",
    "spdx:algorithm": "spdx:ChecksumAlgorithm",
}
"""The class that its shapes ask of the values of each property."""


def things(value: object) -> Iterator[dict[str, Any]]:
    """Give everything that is told of, at any depth."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


@pytest.fixture
def catalogue() -> dict[str, Any]:
    """The catalogue with one dataset."""
    made: dict[str, Any] = json.loads(catalogue_file(published()))
    return made


@pytest.mark.parametrize("kind", sorted(MANDATORY))
def test_the_catalogue_says_what_dcat_ap_asks_and_recommends(catalogue: dict[str, Any], kind: str) -> None:
    named: dict[str, dict[str, Any]] = {}
    for one in things(catalogue):  # what is told of in several places is one thing
        if one.get("@type") == kind:
            named.setdefault(one.get("@id", str(id(one))), {}).update(one)
    assert named
    for one in named.values():
        assert MANDATORY[kind] | RECOMMENDED.get(kind, set()) <= one.keys()


def test_whatever_is_named_says_of_what_class_it_is(catalogue: dict[str, Any]) -> None:
    seen = set()
    for one in things(catalogue):
        for name in CLASSES.keys() & one.keys():
            values = one[name] if isinstance(one[name], list) else [one[name]]
            assert {value["@type"] for value in values} == {CLASSES[name]}, name
            seen.add(name)
    assert seen == CLASSES.keys()


def test_nobody_is_named_to_write_to_while_no_address_is_known() -> None:
    made = json.loads(catalogue_file(published(email="")))
    assert not [one for one in things(made) if "dcat:contactPoint" in one]


def test_each_file_is_a_distribution_with_format_size_and_checksum(catalogue: dict[str, Any]) -> None:
    (dataset,) = catalogue["dcat:dataset"]
    files = dataset["dcat:distribution"]
    formats = [one["dct:format"]["@id"].rpartition("/")[2] for one in files]
    assert formats == ["CSV", "XLSX", "JSON", "GEOJSON"]
    assert files[0]["dcat:downloadURL"]["@id"] == "https://khuyencong.example/du-lieu/v1/co-so.csv"
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
