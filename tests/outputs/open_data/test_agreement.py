"""The files of a dataset say the same, whatever the cells are."""

from __future__ import annotations

import json

from hypothesis import given

from khuyencong.model.open_data.dataset import Shape, Table
from khuyencong.outputs.open_data import data_file
from tests.outputs.open_data.reading import from_csv, from_xlsx
from tests.outputs.open_data.tables import tables


@given(tables())
def test_csv_and_json_hold_the_same_values(made: Table) -> None:
    assert from_csv(data_file(made, "csv"), made.columns) == json.loads(data_file(made, "json"))


@given(tables())
def test_a_workbook_holds_the_same_values_as_json(made: Table) -> None:
    rows = json.loads(data_file(made, "json"))
    assert _without_breaks(from_xlsx(data_file(made, "xlsx"), made.columns)) == _without_breaks(rows)


@given(tables())
def test_geojson_holds_the_same_values_as_json(made: Table) -> None:
    placed = Table(
        made.slug,
        made.title,
        made.description,
        made.unit,
        made.columns,
        made.rows,
        tuple(Shape() for _ in made.rows),
        made.modified,
    )
    features = json.loads(data_file(placed, "geojson"))["features"]
    assert [one["properties"] for one in features] == json.loads(data_file(made, "json"))


def _without_breaks(value: object) -> object:
    """Take line breaks for the same: XML reads every kind of them as a line feed."""
    if isinstance(value, list):
        return [_without_breaks(one) for one in value]
    if isinstance(value, dict):
        return {name: _without_breaks(one) for name, one in value.items()}
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "\n") if isinstance(value, str) else value
