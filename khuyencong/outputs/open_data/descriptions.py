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
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "wdrs": "http://www.w3.org/2007/05/powder-s#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_THEMES = f"{_AUTHORITY}/data-theme"
_THEME_LABELS = {
    "ECON": {"@language": "en", "@value": "Economy and finance"},
    "GOVE": {"@language": "en", "@value": "Government and public sector"},
}
"""The European list of themes and what we take from it, in its words."""
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
    """Write the catalogue (DCAT-AP 3.0). Whatever is named by its address says of what class it is, as validators ask.

    `dct:temporal` and `dcatap:availability`, which DCAT-AP recommends, are left out: nobody has stated them.
    """
    latest = max((one.modified for one in view.datasets), default="")
    return readable(
        {
            "@context": _CONTEXT,
            "@id": f"{view.site}{view.url}",
            "@type": "dcat:Catalog",
            "dct:title": _vietnamese(f"Dữ liệu mở: {view.name}"),
            "dct:description": _vietnamese("Các bộ dữ liệu khuyến công mà cổng này công bố để dùng lại."),
            **_common(view),
            "dct:publisher": {**_publisher(view), "foaf:name": _vietnamese(view.publisher)},
            "dct:license": _id(LICENCE, "dct:LicenseDocument"),
            "dct:rights": _id(f"{view.site}{TERMS_URL}", "dct:RightsStatement"),
            "foaf:homepage": _id(view.page, "foaf:Document"),
            "dcat:themeTaxonomy": {
                **_id(_THEMES, "skos:ConceptScheme"),
                "dct:title": {"@language": "en", "@value": "Data theme"},
            },
            **_dates(view.issued, latest),
            "dcat:dataset": [_dataset(one, view) for one in view.datasets],
        }
    )


def _common(view: Publication) -> dict[str, object]:
    """State what holds for the catalogue and for every dataset."""
    return {
        "dct:publisher": _publisher(view),
        "dct:language": _id(f"{_AUTHORITY}/language/VIE", "dct:LinguisticSystem"),
        "dct:spatial": _id(f"{_AUTHORITY}/country/VNM", "dct:Location"),
        **({"dcat:contactPoint": _contact(view)} if view.email else {}),
    }


def _publisher(view: Publication) -> dict[str, str]:
    return _id(f"{view.page}#publisher", "foaf:Agent")


def _contact(view: Publication) -> dict[str, object]:
    return {"@type": "vcard:Kind", "vcard:fn": view.publisher, "vcard:hasEmail": {"@id": f"mailto:{view.email}"}}


def _dataset(one: Description, view: Publication) -> dict[str, object]:
    files = [each for each in one.files if each.ending in _FORMATS]
    return {
        "@id": f"{one.page}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": one.slug,
        "dct:title": _vietnamese(one.title),
        "dct:description": _vietnamese(f"{one.description} {one.total} {one.unit}."),
        **_common(view),
        "dct:accrualPeriodicity": _id(f"{_AUTHORITY}/frequency/IRREG", "dct:Frequency"),
        "dct:accessRights": _id(f"{_AUTHORITY}/access-right/PUBLIC", "dct:RightsStatement"),
        "dcat:theme": [
            {**_id(f"{_THEMES}/{key}", "skos:Concept"), "skos:prefLabel": label} for key, label in _THEME_LABELS.items()
        ],
        "dcat:keyword": [_vietnamese(word) for word in (*_KEYWORDS, one.title)],
        "dcat:landingPage": _id(one.page, "foaf:Document"),
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
        "dct:description": _vietnamese(f"{file.format}: {file.use}."),
        "dcat:accessURL": _id(one.page, "rdfs:Resource"),
        "dcat:downloadURL": _id(address, "rdfs:Resource"),
        "dcat:mediaType": _id(f"{_MEDIA}/{MEDIA_TYPES[file.ending]}", "dct:MediaType"),
        "dct:format": _id(f"{_AUTHORITY}/file-type/{_FORMATS[file.ending]}", "dct:MediaTypeOrExtent"),
        "dct:license": _id(LICENCE, "dct:LicenseDocument"),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(file.size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"),
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
        **columns,
    }


def _dates(issued: str, modified: str) -> dict[str, object]:
    known = {"dct:issued": issued, "dct:modified": modified}
    return {name: {"@type": _DATE_TYPES[len(day)], "@value": day} for name, day in known.items() if day}


def _vietnamese(text: str) -> dict[str, str]:
    return {"@language": "vi", "@value": text}


def _id(address: str, kind: str = "") -> dict[str, str]:
    return {"@id": address, **({"@type": kind} if kind else {})}
