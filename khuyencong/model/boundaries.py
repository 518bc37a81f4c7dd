"""Reads the boundaries of the new units, `content/places/wards.geojson` (GeoJSON, RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from khuyencong.model.geometry import Ring
from khuyencong.model.place import Places
from khuyencong.model.problem import Problem, quoted

Boundaries: TypeAlias = Mapping[str, tuple[Ring, ...]]
"""The rings of each unit by its code, in degrees of longitude and latitude (WGS 84)."""

FILE = "wards.geojson"


def read_boundaries(folder: Path, shown: str, places: Places) -> tuple[Boundaries, list[Problem]]:
    """Read the boundaries; a folder without them gives none, and the site no map.

    Arguments:
        folder: the folder of the tables.
        shown: how problems name it.
        places: the units.
    """
    path = folder / FILE
    if not path.is_file():
        return {}, []
    try:
        found = dict(map(_feature, json.loads(path.read_text(encoding="utf-8"))["features"]))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        message = "không đọc được ranh giới. Hãy lấy lại tệp này từ bản trước."
        return {}, [Problem(f"{shown}/{FILE}", 1, "", message)]
    missing = [unit.name for code, unit in places.units.items() if code not in found]
    if missing:
        message = f"thiếu ranh giới của {', '.join(map(quoted, missing))}. Hãy lấy lại tệp này từ bản trước."
        return {}, [Problem(f"{shown}/{FILE}", 1, "", message)]
    return {code: found[code] for code in places.units}, []


def _feature(feature: Any) -> tuple[str, tuple[Ring, ...]]:
    shape = feature["geometry"]
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    rings = tuple(_ring(ring) for polygon in polygons for ring in polygon)
    if not rings:
        raise ValueError(feature["properties"]["code"])
    return str(feature["properties"]["code"]), rings


def _ring(points: Any) -> Ring:
    """Take over a ring without its last point, which RFC 7946 has repeat the first."""
    ring = tuple((float(point[0]), float(point[1])) for point in points[:-1])
    if len(ring) < 3:
        raise ValueError(points)
    return ring
