"""What the file beside an entry's page holds, as JSON Schema (2020-12), made from the models themselves."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from khuyencong.model.dates import PartialDate
from khuyencong.model.fields import File, Reference, Term
from khuyencong.model.figure import Figure
from khuyencong.model.frozen import FrozenMapping, frozen
from khuyencong.model.marks import Mark, mark_of, models_in
from khuyencong.model.open_data.record import NOT_OF_READERS, SCHEMA_URL
from khuyencong.model.types import TYPES

DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_SIMPLE: dict[Any, dict[str, object]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "number"},
    PartialDate: {"type": "string", "pattern": DATE},
    Figure: {"$ref": "#/$defs/figure"},
}
_ADDRESS: dict[str, object] = {"type": "string", "format": "uri"}
_OF_MARKS: dict[Any, dict[str, object]] = {
    Reference: {"$ref": "#/$defs/named"},
    Term: {"$ref": "#/$defs/term"},
    File: _ADDRESS,
}
_DEFINITIONS: dict[str, object] = {
    "named": {
        "type": "object",
        "description": "Một mục khác của cổng: mã, tên, trang và tệp dữ liệu của nó.",
        "required": ["id", "title", "url", "data"],
        "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "url": _ADDRESS, "data": _ADDRESS},
        "additionalProperties": False,
    },
    "term": {
        "type": "object",
        "description": "Một giá trị trong danh sách cố định: khóa không đổi, và tên bằng chữ.",
        "required": ["id", "label"],
        "properties": {"id": {"type": "string"}, "label": {"type": "string"}},
        "additionalProperties": False,
    },
    "figure": {
        "type": "object",
        "description": "Một con số như trang ghi, và hai số mà nó nằm giữa; hai số bằng nhau khi nguồn chỉ nêu một số.",
        "required": ["text", "min", "max"],
        "properties": {"text": {"type": "string"}, "min": {"type": "number"}, "max": {"type": "number"}},
        "additionalProperties": False,
    },
    "unit": {
        "type": "object",
        "description": "Đơn vị cấp xã từ 01/07/2025, suy từ địa chỉ cũ.",
        "required": ["code", "name", "province", "url"],
        "properties": {
            "code": {"type": "string"},
            "name": {"type": "string"},
            "province": {"type": "string"},
            "url": _ADDRESS,
        },
        "additionalProperties": False,
    },
    "location": {
        "type": "object",
        "description": "Điểm giữa đơn vị hành chính (WGS 84), không phải vị trí của địa chỉ.",
        "required": ["longitude", "latitude", "precision"],
        "properties": {
            "longitude": {"type": "number"},
            "latitude": {"type": "number"},
            "precision": {"type": "string"},
        },
        "additionalProperties": False,
    },
}


def record_schema(site_url: str) -> FrozenMapping:
    """Compute the schema.

    Arguments:
        site_url: the site's own address.
    """
    types = {one.key: _of_type(one.key, one.label, one.model) for one in TYPES}
    schema: FrozenMapping = frozen(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{site_url}{SCHEMA_URL}",
            "title": "Một mục của cổng",
            "description": "Tệp index.json cạnh trang của mỗi mục. Điều chưa biết thì không có khóa.",
            "oneOf": [{"$ref": f"#/$defs/{key}"} for key in types],
            "$defs": {**_DEFINITIONS, **types},
        }
    )
    return schema


def _of_type(key: str, label: str, model: type[BaseModel]) -> dict[str, object]:
    fields = {name: field for name, field in model.model_fields.items() if name not in NOT_OF_READERS}
    own = {name: _of_field(field) for name, field in fields.items()}
    links = {"type": "array", "items": {"$ref": "#/$defs/named"}}
    added: dict[str, object] = {
        "$schema": _ADDRESS,
        "content_type": {"const": key},
        "id": {"type": "string", "description": "Phần cuối của địa chỉ trang."},
        "url": {**_ADDRESS, "description": "Trang của mục."},
        "licence": {**_ADDRESS, "description": "Giấy phép của dữ kiện."},
        "attribution": {"type": "string", "description": "Tên cần ghi khi dùng lại."},
        "unit": {"$ref": "#/$defs/unit"},
        "location": {"$ref": "#/$defs/location"},
        "referred_by": {
            "type": "object",
            "description": "Những mục khác dẫn tới mục này, theo loại.",
            "additionalProperties": links,
        },
    }
    required = ["$schema", "content_type", "id", "url", "licence", "attribution"]
    required += [name for name, field in fields.items() if field.is_required()]
    return {
        "type": "object",
        "title": label,
        "properties": {**added, **own},
        "required": required,
        "additionalProperties": False,
    }


def _of_field(field: FieldInfo) -> dict[str, object]:
    words = {"title": field.title, "description": field.description}
    return {**words, **_of(field.annotation, mark_of(field))}


def _of(annotation: Any, mark: Mark | None) -> dict[str, object]:
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": _of(get_args(annotation)[0], mark)}
    if get_origin(annotation) is Literal:
        return {"enum": list(get_args(annotation))}
    inner = [one for one in get_args(annotation) if one is not type(None)]
    if inner:  # an optional value, or one with a rule
        return _of(inner[0], mark)
    parts = models_in(annotation)
    return _of_part(parts[0]) if parts else _OF_MARKS.get(type(mark), _SIMPLE[annotation])


def _of_part(model: type[BaseModel]) -> dict[str, object]:
    properties = {name: _of_field(field) for name, field in model.model_fields.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}
