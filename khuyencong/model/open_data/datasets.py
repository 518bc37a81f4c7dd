"""Which datasets there are, and where their files lie.

The version stands in the address. Within a version no column goes, changes its name, its type or its meaning; new
columns come after the others. Anything else makes the next version, beside which the old one stays for a year
(docs/adr/0026).
"""

from __future__ import annotations

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.open_data.bulletins import BULLETINS_DATA
from khuyencong.model.open_data.dataset import Dataset, Table, make_table
from khuyencong.model.open_data.dictionary import data_dictionary
from khuyencong.model.open_data.documents import DOCUMENTS_DATA
from khuyencong.model.open_data.establishments import ESTABLISHMENTS_DATA
from khuyencong.model.open_data.events import EVENTS_DATA
from khuyencong.model.open_data.figures import FIGURES_DATA
from khuyencong.model.open_data.news import NEWS_DATA
from khuyencong.model.open_data.places import PLACES_DATA
from khuyencong.model.open_data.products import PRODUCTS_DATA
from khuyencong.model.open_data.recognitions import RECOGNITIONS_DATA
from khuyencong.model.open_data.support import SUPPORT_DATA

VERSION = "v1"
ROOT = "/du-lieu/"
TITLE = "Dữ liệu mở"
CATALOGUE_URL = f"{ROOT}danh-muc.jsonld"
"""The address of the catalogue for machines (DCAT-AP)."""

_OF_CONTENT = (
    ESTABLISHMENTS_DATA,
    PRODUCTS_DATA,
    RECOGNITIONS_DATA,
    DOCUMENTS_DATA,
    FIGURES_DATA,
    EVENTS_DATA,
    SUPPORT_DATA,
    NEWS_DATA,
    BULLETINS_DATA,
    PLACES_DATA,
)
DATASETS = (*_OF_CONTENT, data_dictionary(_OF_CONTENT))
METADATA = "csv-metadata.json"
"""The ending of the file that explains the columns of a CSV file to machines (W3C, "CSV on the Web")."""
BY_SLUG = {one.slug: one for one in DATASETS}


def page_url(slug: str) -> str:
    """Give the address of the page of a dataset."""
    return f"{ROOT}{slug}/"


PAGES = (ROOT, *(page_url(one.slug) for one in DATASETS))
"""The addresses of the pages of the open data."""


def file_url(slug: str, ending: str) -> str:
    """Give the address of a file of a dataset, for instance `/du-lieu/v1/co-so.csv`."""
    return f"{ROOT}{VERSION}/{slug}.{ending}"


def endings(dataset: Dataset) -> tuple[str, ...]:
    """Give the kinds of files that a dataset has, by the endings of their names."""
    return ("csv", "xlsx", "json", *(("geojson",) if dataset.shape else ()), METADATA)


def table(slug: str, catalogue: Catalogue) -> Table:
    """Fill a dataset with its rows, once for all files and pages that are made from it."""
    return catalogue.shared(f"open data {slug}", lambda: make_table(BY_SLUG[slug], catalogue))
