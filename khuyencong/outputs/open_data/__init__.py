"""The files of the open data: the same rows as CSV, XLSX, JSON and GeoJSON, and what machines read about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from khuyencong.model.open_data.dataset import Table
from khuyencong.outputs.open_data.comma_separated import csv_file
from khuyencong.outputs.open_data.geographic import geojson_file
from khuyencong.outputs.open_data.objects import json_file
from khuyencong.outputs.open_data.workbook import xlsx_file

_WRITERS: Mapping[str, Callable[[Table], bytes]] = {
    "csv": csv_file,
    "xlsx": xlsx_file,
    "json": json_file,
    "geojson": geojson_file,
}


@lru_cache(maxsize=64)
def data_file(table: Table, ending: str) -> bytes:
    """Write a file of a dataset; the page that says how large it is, asks for it too.

    Arguments:
        table: the dataset with its rows.
        ending: of the file's name: `csv`, `xlsx`, `json` or `geojson`.
    """
    return _WRITERS[ending](table)
