"""Plans what the open data consists of: pages, files of datasets and about them, a file beside each entry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from khuyencong.build.page_names import PageName
from khuyencong.model.catalogue import Catalogue
from khuyencong.model.linked_data.dataset import DataSet, Download, data_catalogue
from khuyencong.model.linked_data.dataset import dataset as linked_dataset
from khuyencong.model.linked_data.node import Node
from khuyencong.model.open_data.dataset import Table
from khuyencong.model.open_data.datasets import (
    BY_SLUG,
    CATALOGUE_URL,
    DATASETS,
    METADATA,
    ROOT,
    VERSION,
    endings,
    file_url,
    page_url,
    table,
)
from khuyencong.model.open_data.page import DatasetView, OpenDataView, dataset_page, open_data_page
from khuyencong.model.open_data.publication import MEDIA_TYPES, DataFile, Publication, describe, publication
from khuyencong.model.open_data.record import SCHEMA_URL, record
from khuyencong.model.open_data.record_schema import record_schema
from khuyencong.outputs.open_data import data_file
from khuyencong.outputs.open_data.descriptions import catalogue_file, columns_file
from khuyencong.outputs.open_data.objects import readable


class PlannedFile(NamedTuple):
    """A file.

    Arguments:
        view: the plain data that it is made from.
        write: makes its bytes.
    """

    view: Any
    write: Callable[[Any], bytes]


def plan_page(name: PageName, catalogue: Catalogue) -> OpenDataView | DatasetView:
    """Plan the page of all datasets, or of the one that the name says."""
    if name.of:
        rows, files = table(name.of, catalogue), _files(name.of, catalogue)
        view = dataset_page(BY_SLUG[name.of], rows, files, catalogue.site.url)
        return replace(view, head=replace(view.head, data=(_linked(rows, files, catalogue),)))
    whole = _publication(catalogue)
    data = catalogue_file(whole)
    own = DataFile("jsonld", CATALOGUE_URL, len(data), hashlib.sha256(data).hexdigest())
    tables = [table(one.slug, catalogue) for one in DATASETS]
    listing = open_data_page(tables, [one.files for one in whole.datasets], own)
    sets = (page_url(one.slug) for one in DATASETS)
    told = data_catalogue(ROOT, listing.head.title, listing.head.description, sets, catalogue.site)
    return replace(listing, head=replace(listing.head, data=(told,)))


def plan_file(name: PageName, catalogue: Catalogue) -> PlannedFile:
    """Plan a file of a dataset, or one that describes all."""
    if name.url == CATALOGUE_URL:
        return PlannedFile(_publication(catalogue), catalogue_file)
    if name.url == SCHEMA_URL:
        return PlannedFile(record_schema(catalogue.site.url), readable)
    slug, _, ending = name.of.partition(".")
    rows = table(slug, catalogue)
    if ending == METADATA:
        return PlannedFile(publication(catalogue, (describe(rows, catalogue),)), columns_file)
    return PlannedFile(rows, partial(data_file, ending=ending))


def plan_record(name: PageName, catalogue: Catalogue) -> PlannedFile:
    """Plan the file beside an entry's page; the name says the content type and the slug.

    Raises:
        KeyError: when there is no such entry.
    """
    key, _, slug = name.of.partition("/")
    entry = catalogue.get(key, slug)
    if entry is None:
        raise KeyError(name.of)
    return PlannedFile(record(entry, catalogue), readable)


def _linked(rows: Table, files: tuple[DataFile, ...], catalogue: Catalogue) -> Node:
    """Tell of a dataset in the words of schema.org."""
    downloads = tuple(Download(one.url, MEDIA_TYPES[one.ending]) for one in files if one.ending in MEDIA_TYPES)
    said = DataSet(page_url(rows.slug), rows.title, rows.description, VERSION, ROOT, rows.modified, downloads)
    return linked_dataset(said, catalogue.site)


def _publication(catalogue: Catalogue) -> Publication:
    return publication(
        catalogue,
        tuple(describe(table(one.slug, catalogue), catalogue, _files(one.slug, catalogue)) for one in DATASETS),
    )


def _files(slug: str, catalogue: Catalogue) -> tuple[DataFile, ...]:
    """Give the files of a dataset with their sizes, which only making them tells."""
    rows = table(slug, catalogue)
    found = []
    for ending in endings(BY_SLUG[slug]):
        if ending == METADATA:
            data = columns_file(publication(catalogue, (describe(rows, catalogue),)))
        else:
            data = data_file(rows, ending)
        found.append(DataFile(ending, file_url(slug, ending), len(data), hashlib.sha256(data).hexdigest()))
    return tuple(found)
