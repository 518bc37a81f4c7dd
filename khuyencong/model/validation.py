"""Turns the fields of one content file into a typed entry, or into Vietnamese problems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from khuyencong.model.fields import NOT_ONE_LINE
from khuyencong.model.frontmatter import FrontMatter, Value
from khuyencong.model.near import Known, suggestion
from khuyencong.model.problem import Problem, quoted
from khuyencong.model.vietnamese import fold

Model = TypeVar("Model", bound=BaseModel)

_ALSO_CALLED = {
    "tieu de": "title",
    "ten bai": "title",
    "mo ta": "summary",
    "hinh": "image",
    "hinh anh": "image",
    "the loai": "category",
    "danh muc": "category",
    "tac gia": "author",
    "ngay dang": "date",
    "duong link": "url",
    "chu thich anh": "caption",
    "modified": "updated",
    "authors": "author",
    "so van ban": "number",
    "co quan": "issuer",
    "dia diem": "place",
}
"""Words that people write for a field besides its name and its label."""

_MESSAGES = {
    "string_type": NOT_ONE_LINE,
    "tuple_type": "phải là danh sách. Hãy viết mỗi mục trên một dòng, bắt đầu bằng dấu gạch.",
    "list_type": "phải là danh sách. Hãy viết mỗi mục trên một dòng, bắt đầu bằng dấu gạch.",
    "model_type": "phải là một nhóm trường. Hãy viết mỗi trường trên một dòng thụt vào.",
    "model_attributes_type": "phải là một nhóm trường. Hãy viết mỗi trường trên một dòng thụt vào.",
    "literal_error": NOT_ONE_LINE,
    "dict_type": "phải là một nhóm trường. Hãy viết mỗi trường trên một dòng thụt vào.",
    "bool_parsing": "phải là có hoặc không. Hãy viết true (có) hoặc false (không).",
    "bool_type": "phải là có hoặc không. Hãy viết true (có) hoặc false (không).",
    "int_parsing": "phải là số nguyên. Hãy viết liền các chữ số, ví dụ 12.",
    "int_type": "phải là số nguyên. Hãy viết liền các chữ số, ví dụ 12.",
    "int_from_float": "phải là số nguyên. Hãy viết liền các chữ số, ví dụ 12.",
    "int_parsing_size": "số lớn quá. Hãy xem lại con số.",
    "decimal_parsing": "phải là số. Hãy viết liền, phần thập phân sau dấu chấm.",
    "decimal_type": "phải là số. Hãy viết liền, phần thập phân sau dấu chấm.",
    "greater_than_equal": "số nhỏ hơn {ge}. Hãy xem lại con số.",
    "less_than_equal": "số lớn hơn {le}. Hãy xem lại con số.",
    "too_long": "danh sách dài quá {max_length} mục. Hãy bớt đi.",
    "too_short": "cần ít nhất {min_length} mục. Hãy thêm vào.",
}


def validate(
    model: type[Model], fields: Mapping[str, Value], front: FrontMatter, shown: str
) -> tuple[Model | None, list[Problem]]:
    """Validate one file's fields.

    Arguments:
        model: the entry's class.
        fields: the fields with blank ones left out.
        front: where each field stands.
        shown: how problems name the file.

    Returns:
        The entry, or nothing when there are problems; and all the problems.
    """
    try:
        return model.model_validate(dict(fields)), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = {_place(detail, _meant(detail, model)) for detail in details if detail["type"] == "extra_forbidden"}
        told = [one for one in details if one["type"] != "missing" or one["loc"] not in meant]
        return None, [_problem(detail, model, front, shown) for detail in told]


def _problem(detail: ErrorDetails, model: type[BaseModel], front: FrontMatter, shown: str) -> Problem:
    at_fault = str(detail.get("ctx", {}).get("field", ""))
    location = (*detail["loc"], at_fault) if at_fault else detail["loc"]
    name = ".".join(map(str, location))
    return Problem(shown, front.line(location), name, _message(detail, model))


def _message(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "vietnamese":
        return str(context["message"])
    if kind == "extra_forbidden":
        near = _meant(detail, model)
        return f"không có trường này.{f' Ý bạn là {quoted(near)}?' if near else _known(detail, model)}"
    if kind == "missing":
        return f'thiếu trường bắt buộc này. Hãy thêm dòng "{detail["loc"][-1]}: …".'
    if detail["input"] is None:
        return "mục này để trống. Hãy viết giá trị, hoặc xóa dòng này."
    if kind == "literal_error" and isinstance(detail["input"], str):
        allowed = str(context["expected"]).replace(" or ", ", ").replace("'", '"')
        near = suggestion(detail["input"], re.findall(r'"([^"]+)"', allowed))
        return f"{quoted(detail['input'])} không dùng được.{near} Hãy chọn một trong: {allowed}."
    template = _MESSAGES.get(kind, "giá trị không đúng dạng. Hãy xem hướng dẫn của trường này.")
    return template.format(**context)


def _place(detail: ErrorDetails, name: str) -> tuple[int | str, ...]:
    return (*detail["loc"][:-1], name)


def _known(detail: ErrorDetails, model: type[BaseModel]) -> str:
    return f" Hãy dùng một trong: {', '.join(_fields_at(model, detail['loc'][:-1]))}."


def _meant(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """Give the field that was meant by an unknown one, found by its name or by the Vietnamese words for it."""
    written, known = str(detail["loc"][-1]), _fields_at(model, detail["loc"][:-1])
    words = {word: name for name, field in known.items() for word in (name, fold(str(field.title)))}
    words |= {word: name for word, name in _ALSO_CALLED.items() if name in known}
    near = Known(words).nearest(re.sub(r"[_-]", " ", fold(written))) or Known(words).nearest(written)
    return words[near] if near else ""


def _fields_at(model: Any, location: tuple[int | str, ...]) -> dict[str, FieldInfo]:
    """Give the fields that the model knows at a place inside it."""
    for part in location:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        model = _model_in(field.annotation) if field else None
        if model is None:
            return {}
    return dict(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found:
            return found
    return None
