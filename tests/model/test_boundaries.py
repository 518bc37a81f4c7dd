"""The boundaries of the units, as the file has them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from khuyencong.model.boundaries import read_boundaries
from khuyencong.model.geometry import area, contains
from khuyencong.model.place import Places, Unit
from khuyencong.model.place_tables import read_places
from tests.content import ROOT

FOLDER = ROOT / "content" / "places"
PLACES, _ = read_places(FOLDER, "places")
BOUNDARIES, TROUBLES = read_boundaries(FOLDER, "places", PLACES)
ONE = Places({"1": Unit("1", "Xã A", "B")}, {}, {})
RING = [[107.0, 10.0], [107.1, 10.0], [107.1, 10.1], [107.0, 10.0]]


def feature(code: str, kind: str, coordinates: object) -> str:
    """Write a collection of one feature."""
    shape = {"type": kind, "coordinates": coordinates}
    return json.dumps({"features": [{"properties": {"code": code}, "geometry": shape}]})


def test_the_real_boundaries_can_be_read_and_every_unit_has_some() -> None:
    assert TROUBLES == []
    assert list(BOUNDARIES) == list(PLACES.units)
    assert all(area(ring) > 0 for rings in BOUNDARIES.values() for ring in rings)


def test_the_point_of_each_unit_lies_within_its_own_boundary_and_in_no_other() -> None:
    with (FOLDER / "units.csv").open(encoding="utf-8", newline="") as table:
        points = {row["new_code"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(table)}
    for code, point in points.items():
        assert [other for other, rings in BOUNDARIES.items() if contains(rings, point)] == [code]


@pytest.mark.parametrize(("kind", "nested"), [("Polygon", [RING]), ("MultiPolygon", [[RING]])])
def test_a_ring_is_taken_over_without_its_repeated_last_point(tmp_path: Path, kind: str, nested: object) -> None:
    (tmp_path / "wards.geojson").write_text(feature("1", kind, nested), encoding="utf-8")
    assert read_boundaries(tmp_path, "places", ONE) == ({"1": (((107.0, 10.0), (107.1, 10.0), (107.1, 10.1)),)}, [])


def test_without_the_file_there_are_no_boundaries_and_no_problem(tmp_path: Path) -> None:
    assert read_boundaries(tmp_path, "places", ONE) == ({}, [])


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (b"", "không đọc được ranh giới"),
        (b"{}", "không đọc được ranh giới"),
        (b"\xff\xfe", "không đọc được ranh giới"),
        (b'{"features": [1]}', "không đọc được ranh giới"),
        (feature("1", "Polygon", []).encode(), "không đọc được ranh giới"),
        (feature("1", "Polygon", [RING[:2]]).encode(), "không đọc được ranh giới"),
        (feature("1", "Polygon", [[["x", 1]] * 4]).encode(), "không đọc được ranh giới"),
        (feature("2", "Polygon", [RING]).encode(), 'thiếu ranh giới của "Xã A"'),
    ],
)
def test_a_file_that_cannot_be_used_is_one_problem(tmp_path: Path, held: bytes, words: str) -> None:
    (tmp_path / "wards.geojson").write_bytes(held)
    boundaries, problems = read_boundaries(tmp_path, "places", ONE)
    assert boundaries == {}
    assert [(problem.path, problem.line) for problem in problems] == [("places/wards.geojson", 1)]
    assert words in problems[0].message
