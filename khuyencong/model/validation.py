"""Turns the fields of one content file into a typed entry, or into Vietnamese problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from khuyencong.model.frontmatter import FrontMatter, Value
from khuyencong.model.problem import Problem, suggestion

Model = TypeVar("Model", bound=BaseModel)

_MESSAGES = {
    "missing": "thiếu trường bắt buộc này. Hãy thêm một dòng vào phần khai báo.",
    "string_type": "phải là một dòng chữ, không phải danh sách hay nhóm trường.",
    "tuple_type": "phải là danh sách. Mỗi mục viết trên một dòng, bắt đầu bằng dấu gạch.",
    "list_type": "phải là danh sách. Mỗi mục viết trên một dòng, bắt đầu bằng dấu gạch.",
    "model_type": "phải là một nhóm trường thụt vào, mỗi dòng một trường.",
    "model_attributes_type": "phải là một nhóm trường thụt vào, mỗi dòng một trường.",
    "dict_type": "phải là một nhóm trường thụt vào, mỗi dòng một trường.",
    "bool_parsing": "chỉ viết true (có) hoặc false (không).",
    "bool_type": "chỉ viết true (có) hoặc false (không).",
    "int_parsing": "phải là số nguyên, viết liền, ví dụ 12.",
    "int_type": "phải là số nguyên, viết liền, ví dụ 12.",
    "decimal_parsing": "phải là số, viết liền, phần thập phân sau dấu chấm.",
    "decimal_type": "phải là số, viết liền, phần thập phân sau dấu chấm.",
    "greater_than_equal": "số nhỏ hơn mức cho phép ({ge}).",
    "less_than_equal": "số lớn hơn mức cho phép ({le}).",
    "too_long": "danh sách dài quá {max_length} mục.",
    "too_short": "cần ít nhất {min_length} mục.",
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
        return None, [_problem(detail, model, front, shown) for detail in details]


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
        known = _fields_at(model, detail["loc"][:-1])
        return f"không có trường này.{suggestion(str(detail['loc'][-1]), known)}{_known(known)}"
    if kind in ("literal_error", "enum"):
        allowed = str(context["expected"]).replace(" or ", ", ").replace("'", '"')
        return f'"{detail["input"]}" không dùng được. Chỉ chọn một trong: {allowed}.'
    template = _MESSAGES.get(kind, "giá trị không đúng dạng. Hãy xem hướng dẫn của trường này.")
    return template.format(**context)


def _known(names: list[str]) -> str:
    return f" Các trường dùng được: {', '.join(names)}." if names else ""


def _fields_at(model: Any, location: tuple[int | str, ...]) -> list[str]:
    """List the field names that the model knows at a place inside it."""
    for part in location:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        model = _model_in(field.annotation) if field else None
        if model is None:
            return []
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found:
            return found
    return None
