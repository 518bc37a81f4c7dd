"""The datasets as they are stated: names that never change, words that every reader understands."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from khuyencong.model.dates import PartialDate
from khuyencong.model.open_data.dataset import TYPE_WORDS, Dataset, cell
from khuyencong.model.open_data.datasets import BY_SLUG, DATASETS, VERSION, endings, file_url

AGREED = Path(__file__).parent / f"columns-{VERSION}.txt"
"""The columns of this version, a dataset to a line. It may only grow: new datasets, and columns at the end."""

every = pytest.mark.parametrize("dataset", [pytest.param(one, id=one.slug) for one in DATASETS])


def test_no_column_of_this_version_goes_or_changes_its_name_type_or_place() -> None:
    for line in AGREED.read_text(encoding="utf-8").splitlines():
        slug, *agreed = line.split()
        there = [f"{one.name}:{one.type}" for one in BY_SLUG[slug].columns]
        assert there[: len(agreed)] == agreed, slug
    written = {line.split()[0] for line in AGREED.read_text(encoding="utf-8").splitlines()}
    assert written == BY_SLUG.keys()


@every
def test_every_column_is_explained(dataset: Dataset) -> None:
    names = [one.name for one in dataset.columns]
    assert len(set(names)) == len(names)
    for one in dataset.columns:
        assert re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", one.name)
        assert one.label[0].isupper()
        assert one.description.endswith(".")
        assert one.type in TYPE_WORDS
        assert not (one.type == "number" and not one.unit), one.name


@every
def test_labels_tell_the_columns_of_a_dataset_apart(dataset: Dataset) -> None:
    labels = [one.label for one in dataset.columns]
    assert sorted(set(labels)) == sorted(labels)


@every
def test_what_a_page_shows_and_narrows_by_are_columns(dataset: Dataset) -> None:
    assert {*dataset.shown, *dataset.facets} <= {one.name for one in dataset.columns}
    assert dataset.columns[0].name == "id"
    assert dataset.slug == "tu-dien" or "url" in {one.name for one in dataset.columns}


@every
def test_only_datasets_with_places_have_a_file_for_maps(dataset: Dataset) -> None:
    assert ("geojson" in endings(dataset)) == (dataset.slug in ("co-so", "su-kien", "dia-ban"))
    assert file_url(dataset.slug, "csv") == f"/du-lieu/v1/{dataset.slug}.csv"


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("", None),
        ((), None),
        (None, None),
        (0, 0),
        (False, False),
        (Decimal(0), Decimal(0)),
        (PartialDate(2022, 9), "2022-09"),
        (("a", "b"), ("a", "b")),
    ],
)
def test_a_cell_holds_what_is_known(value: object, held: object) -> None:
    assert cell(value) == held


def test_a_cell_holds_nothing_that_no_file_can_hold() -> None:
    with pytest.raises(TypeError, match="no cell"):
        cell({"a": 1})
