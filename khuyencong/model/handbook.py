"""Writes the handbook of the content model from the models themselves, so that it cannot drift."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from khuyencong.model.entry import Entry
from khuyencong.model.fields import Reference, Term
from khuyencong.model.glossary import Glossary
from khuyencong.model.radio_settings import Radio
from khuyencong.model.reviewed import Reviewed
from khuyencong.model.site import Site
from khuyencong.model.taxonomy import Taxonomies
from khuyencong.model.types import BY_KEY, TYPES

OPENING = """# Mô hình nội dung

Trang này do `make docs` viết ra từ `khuyencong/model/`. Đừng sửa tay.

Mỗi tệp nội dung là một tệp Markdown. Phần khai báo nằm giữa hai dòng `---`; bài viết nằm bên dưới.
Dấu `*` là trường bắt buộc. Trường không biết thì bỏ đi, không đoán.
"""

SETTINGS: tuple[tuple[type[BaseModel], str], ...] = (
    (Site, "site.yaml"),
    (Taxonomies, "taxonomies.yaml"),
    (Glossary, "glossary.yaml"),
    (Radio, "radio.yaml"),
    (Reviewed, "reviewed.yaml"),
)
"""The settings, each with its file."""


def handbook() -> str:
    """Write the whole handbook as Markdown."""
    parts = [OPENING, "## Các trường chung\n", *_table(Entry, set())]
    for content_type in TYPES:
        # A type may narrow a common field, for instance make the date of news required.
        shared = {name for name in Entry.model_fields if _is_as_common(content_type.model, name)}
        parts.append(f"\n## {content_type.label}\n")
        parts.append(f"Thư mục `content/{content_type.folder}/`, địa chỉ `{content_type.prefix}…/`.\n")
        parts += _table(content_type.model, shared)
    for model, name in SETTINGS:
        parts += [f"\n## Tệp `content/{name}`\n", *_table(model, set())]
    return "\n".join(parts) + "\n"


def _is_as_common(model: type[BaseModel], name: str) -> bool:
    mine, common = model.model_fields[name], Entry.model_fields[name]
    return mine.is_required() == common.is_required() and mine.description == common.description


def _table(model: type[BaseModel], without: set[str]) -> Iterator[str]:
    yield "| trường | tên | dạng | giải thích |"
    yield "| --- | --- | --- | --- |"
    yield from _rows(model, without, "")


def _rows(model: type[BaseModel], without: set[str], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if name in without:
            continue
        star = "\\*" if field.is_required() else ""
        yield f"| `{prefix}{name}`{star} | {field.title} | {_kind(field)} | {_explanation(field)} |"
        inner = _inner_model(field.annotation)
        if inner:
            is_list = get_origin(field.annotation) is tuple
            yield from _rows(inner, set(), f"{prefix}{name}{'[]' if is_list else ''}.")


def _explanation(field: FieldInfo) -> str:
    return str(field.description or "").replace("|", "\\|")


def _kind(field: FieldInfo) -> str:
    """Name the kind of a field in Vietnamese."""
    words = [_mark_words(mark) for mark in (*field.metadata, *_annotations(field.annotation))]
    named = next((word for word in words if word), "")
    choices = next((get_args(one) for one in _annotations(field.annotation) if get_origin(one) is Literal), ())
    base = named or (" / ".join(f"`{choice}`" for choice in choices) if choices else "")
    base = base or _plain_kind(field.annotation)
    return f"danh sách {base}" if get_origin(field.annotation) is tuple else base


def _mark_words(mark: object) -> str:
    if isinstance(mark, Reference):
        return f"slug của {BY_KEY[mark.type_key].unit}"
    return f"khóa trong `{mark.taxonomy}`" if isinstance(mark, Term) else ""


def _plain_kind(annotation: Any) -> str:
    names = {getattr(one, "__name__", "") for one in _annotations(annotation)}
    kinds = {"PartialDate": "ngày", "Figure": "con số", "Decimal": "số", "int": "số nguyên", "bool": "true / false"}
    if _inner_model(annotation):
        return "nhóm trường"
    return next((word for name, word in kinds.items() if name in names), "chữ")


def _annotations(annotation: Any) -> list[Any]:
    """List an annotation and everything inside it, marks included."""
    inside = [*get_args(annotation), *getattr(annotation, "__metadata__", ())] if not _is_literal(annotation) else []
    return [annotation, *(deeper for one in inside for deeper in _annotations(one))]


def _is_literal(annotation: Any) -> bool:
    return get_origin(annotation) is Literal


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    for one in _annotations(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None
