"""A set of open data in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from khuyencong.model.linked_data.node import Node, node, reference
from khuyencong.model.linked_data.site import publisher
from khuyencong.model.site import Site

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


class Download(NamedTuple):
    """A file of a set of data.

    Arguments:
        url: its address from the site's root.
        type: its media type.
    """

    url: str
    type: str


class DataSet(NamedTuple):
    """A set of open data.

    Arguments:
        url: the address of its page, or of its part of a page, from the site's root.
        name: what it is called.
        description: what it holds.
        version: of its columns and addresses.
        catalogue: the address of the page of all sets, from the site's root.
        modified: the day of its last change, as in 2022-09-05; empty when it is not known.
        files: its files.
    """

    url: str
    name: str
    description: str
    version: str
    catalogue: str
    modified: str
    files: tuple[Download, ...]


def dataset(data: DataSet, site: Site) -> Node:
    """Tell of a set of open data."""
    return node(
        "Dataset",
        id_=f"{site.url}{data.url}",
        name=data.name,
        description=data.description,
        url=f"{site.url}{data.url}",
        dateModified=data.modified,
        inLanguage="vi",
        license=LICENCE,
        isAccessibleForFree=True,
        version=data.version,
        includedInDataCatalog=reference(f"{site.url}{data.catalogue}"),
        creator=publisher(site),
        distribution=tuple(
            node("DataDownload", contentUrl=f"{site.url}{one.url}", encodingFormat=one.type) for one in data.files
        ),
    )


def data_catalogue(url: str, name: str, description: str, sets: Iterable[str], site: Site) -> Node:
    """Tell of all sets of open data together.

    Arguments:
        url: the address of their page, from the site's root.
        name: what they are called together.
        description: what they hold.
        sets: the addresses of the sets.
        site: the settings of the site.
    """
    return node(
        "DataCatalog",
        id_=f"{site.url}{url}",
        name=name,
        description=description,
        url=f"{site.url}{url}",
        inLanguage="vi",
        license=LICENCE,
        publisher=publisher(site),
        dataset=tuple(reference(f"{site.url}{one}") for one in sets),
    )
