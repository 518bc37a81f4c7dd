"""What machines read about the datasets: columns as CSV on the Web (W3C), the catalogue as DCAT-AP in JSON-LD."""

from __future__ import annotations

from khuyencong.model.open_data.dataset import Column, Type
from khuyencong.model.open_data.datasets import METADATA, file_url
from khuyencong.model.open_data.publication import LICENCE, MEDIA_TYPES, TERMS_URL, DataFile, Description, Publication
from khuyencong.outputs.open_data.comma_separated import SEPARATOR
from khuyencong.outputs.open_data.objects import readable

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "wdrs": "http://www.w3.org/2007/05/powder-s#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"
_FORMATS = {"csv": "CSV", "xlsx": "XLSX", "json": "JSON", "geojson": "GEOJSON"}
"""Names of the formats in the European list of file types, as DCAT-AP wants them."""
_DATATYPES: dict[Type, object] = {
    "text": "string",
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "date": {"base": "string", "format": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"},
    "list": "string",
    "address": "anyURI",
}
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_KEYWORDS = ("khuyến công", "công nghiệp nông thôn")


def columns_file(view: Publication) -> bytes:
    """Write the file beside a CSV file that explains its columns.

    Arguments:
        view: what is published, with this one dataset.
    """
    dataset = view.datasets[0]
    return readable(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
            "url": f"{dataset.slug}.csv",
            "dc:title": dataset.title,
            "dc:description": dataset.description,
            "dc:publisher": view.publisher,
            "dc:license": {"@id": LICENCE},
            **({"dc:modified": dataset.modified} if dataset.modified else {}),
            "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
            "notes": [f"Trong cột kiểu danh sách, các giá trị cách nhau bằng “{SEPARATOR}”. {UNDO}"],
            "tableSchema": {"columns": list(map(_column, dataset.columns)), "primaryKey": "id"},
        }
    )


UNDO = (
    "Ô chữ bắt đầu bằng = + - @ hoặc dấu tab có thêm một dấu nháy đơn (') ở trước để chương trình bảng tính "
    "không chạy nó như công thức; bỏ một dấu nháy đó đi là được chữ gốc."
)
"""How texts that look like formulas are made safe in CSV files, and how that is undone."""


def _column(one: Column) -> dict[str, object]:
    is_list = {"separator": SEPARATOR} if one.type == "list" else {}
    unit = {"schema:unitText": one.unit} if one.unit else {}
    return {
        "name": one.name,
        "titles": [one.name],
        "rdfs:label": one.label,
        "dc:description": one.description,
        "datatype": _DATATYPES[one.type],
        **is_list,
        **unit,
        "required": one.name == "id",
    }


def catalogue_file(view: Publication) -> bytes:
    """Write the catalogue (DCAT-AP 3.0)."""
    publisher = {"@id": f"{view.page}#publisher", "@type": "foaf:Agent", "foaf:name": _vietnamese(view.publisher)}
    latest = max((one.modified for one in view.datasets), default="")
    return readable(
        {
            "@context": _CONTEXT,
            "@id": f"{view.site}{view.url}",
            "@type": "dcat:Catalog",
            "dct:title": _vietnamese(f"Dữ liệu mở: {view.name}"),
            "dct:description": _vietnamese("Các bộ dữ liệu khuyến công mà cổng này công bố để dùng lại."),
            "dct:publisher": publisher,
            "dct:language": _id(f"{_AUTHORITY}/language/VIE"),
            "dct:license": _id(LICENCE),
            "dct:rights": _id(f"{view.site}{TERMS_URL}"),
            "foaf:homepage": _id(view.page),
            **_dates(view.issued, latest),
            "dcat:dataset": [_dataset(one, view) for one in view.datasets],
        }
    )


def _dataset(one: Description, view: Publication) -> dict[str, object]:
    files = [each for each in one.files if each.ending in _FORMATS]
    return {
        "@id": f"{one.page}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": one.slug,
        "dct:title": _vietnamese(one.title),
        "dct:description": _vietnamese(f"{one.description} {one.total} {one.unit}."),
        "dct:publisher": _id(f"{view.page}#publisher"),
        "dct:language": _id(f"{_AUTHORITY}/language/VIE"),
        "dct:accrualPeriodicity": _id(f"{_AUTHORITY}/frequency/IRREG"),
        "dct:accessRights": _id(f"{_AUTHORITY}/access-right/PUBLIC"),
        "dcat:theme": [_id(f"{_AUTHORITY}/data-theme/ECON"), _id(f"{_AUTHORITY}/data-theme/GOVE")],
        "dcat:keyword": [_vietnamese(word) for word in (*_KEYWORDS, one.title)],
        "dcat:landingPage": _id(one.page),
        "dcat:version": view.version,
        **_dates(view.issued, one.modified),
        "dcat:distribution": [_distribution(each, one, view) for each in files],
    }


def _distribution(file: DataFile, one: Description, view: Publication) -> dict[str, object]:
    address = f"{view.site}{file.url}"
    columns = {"wdrs:describedby": _id(f"{view.site}{file_url(one.slug, METADATA)}")} if file.ending == "csv" else {}
    return {
        "@id": f"{one.page}#{file.ending}",
        "@type": "dcat:Distribution",
        "dct:title": _vietnamese(f"{one.title} ({file.format})"),
        "dcat:accessURL": _id(one.page),
        "dcat:downloadURL": _id(address),
        "dcat:mediaType": _id(f"{_MEDIA}/{MEDIA_TYPES[file.ending]}"),
        "dct:format": _id(f"{_AUTHORITY}/file-type/{_FORMATS[file.ending]}"),
        "dct:license": _id(LICENCE),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
        **columns,
    }


def _dates(issued: str, modified: str) -> dict[str, object]:
    known = {"dct:issued": issued, "dct:modified": modified}
    return {name: {"@type": _DATE_TYPES[len(day)], "@value": day} for name, day in known.items() if day}


def _vietnamese(text: str) -> dict[str, str]:
    return {"@language": "vi", "@value": text}


def _id(address: str) -> dict[str, str]:
    return {"@id": address}
