"""What machines are told about the datasets: who publishes them, under which licence, in which files."""

from __future__ import annotations

from dataclasses import dataclass

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.open_data.common import absolute
from khuyencong.model.open_data.dataset import Column, Table
from khuyencong.model.open_data.datasets import CATALOGUE_URL, METADATA, ROOT, VERSION, page_url

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TERMS_URL = "/dieu-khoan-su-dung-du-lieu/"
FORMATS = {
    "csv": ("CSV", "mở được bằng mọi chương trình bảng tính và thống kê"),
    "xlsx": ("XLSX", "mở thẳng bằng Excel, có trang giải thích cột"),
    "json": ("JSON", "cho lập trình"),
    "geojson": ("GeoJSON", "cho bản đồ, hệ tọa độ WGS 84"),
    "jsonld": ("JSON-LD", "danh mục cho máy đọc, theo DCAT-AP"),
    METADATA: ("CSVW", "mô tả các cột cho máy đọc"),
}
"""Name and use of each kind of file, by the ending of its name."""
MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "geojson": "application/geo+json",
}
"""The media type of each kind of file that holds the rows (IANA)."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of a dataset.

    Arguments:
        ending: what its name ends in, without the dot.
        url: its address from the site's root.
        size: its size in bytes.
        sha256: the hash of its bytes.
    """

    ending: str
    url: str
    size: int
    sha256: str

    @property
    def format(self) -> str:
        """The name of its format."""
        return FORMATS[self.ending][0]

    @property
    def use(self) -> str:
        """What it is good for."""
        return FORMATS[self.ending][1]


@dataclass(frozen=True, slots=True)
class Description:
    """One dataset.

    Arguments:
        slug: the dataset's.
        title: its name.
        description: what is in it.
        page: the whole address of its page.
        total: how many rows it has.
        unit: the noun that they are counted by.
        modified: the latest change, in the form of ISO 8601; empty when none is known.
        columns: its columns.
        files: its files.
    """

    slug: str
    title: str
    description: str
    page: str
    total: int
    unit: str
    modified: str
    columns: tuple[Column, ...]
    files: tuple[DataFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is published.

    Arguments:
        site: the site's own address, without a slash at the end.
        name: the site's name, which stands for the publisher as long as no body is named.
        publisher: who answers for the site.
        email: where to write to; empty while nobody has said.
        url: the address of the catalogue from the site's root.
        page: the whole address of the page of all datasets.
        version: of the files.
        issued: the day on which the first entries were published, in the form of ISO 8601; empty when not known.
        datasets: the datasets.
    """

    site: str
    name: str
    publisher: str
    email: str
    url: str
    page: str
    version: str
    issued: str
    datasets: tuple[Description, ...]


def describe(table: Table, catalogue: Catalogue, files: tuple[DataFile, ...] = ()) -> Description:
    """Describe a dataset.

    Arguments:
        table: its rows.
        catalogue: all entries.
        files: its files.
    """
    return Description(
        slug=table.slug,
        title=table.title,
        description=table.description,
        page=absolute(catalogue, page_url(table.slug)),
        total=len(table.rows),
        unit=table.unit,
        modified=table.modified,
        columns=table.columns,
        files=files,
    )


def publication(catalogue: Catalogue, datasets: tuple[Description, ...]) -> Publication:
    """Describe what the site publishes."""
    site = catalogue.site
    return Publication(
        site=site.url,
        name=site.name,
        publisher=site.identity.governing_body or site.name,
        email=site.identity.email,
        url=CATALOGUE_URL,
        page=absolute(catalogue, ROOT),
        version=VERSION,
        issued=site.catalogue_since.iso if site.catalogue_since else "",
        datasets=datasets,
    )
