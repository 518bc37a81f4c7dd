"""Figures as people write them here: one number, or the two that it lies between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from khuyencong.model.fields import one_line, vietnamese_error
from khuyencong.model.problem import quoted
from khuyencong.model.vietnamese import number

_NUMBER = r"([0-9]{1,3}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,6})?|[0-9]{1,15}(?:,[0-9]{1,6})?)"
_WRITTEN = re.compile(rf"([-−]?){_NUMBER}|{_NUMBER}\s*[-–]\s*{_NUMBER}")
_FOREIGN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?|[0-9]{1,15}\.[0-9]{1,6}")
LONGEST = 60
"""Characters of a figure with words around it that are still told apart."""
_WITH_WORDS = re.compile(rf"(?P<before>[^\W0-9][^0-9]*?)?\s*(?P<figure>{_NUMBER})\s*(?P<after>[^0-9\s–−-][^0-9]*)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure.

    Arguments:
        text: as it is written: 17.681 is seventeen thousand, 85,57 less than a hundred, 11-15 lies between two.
        least: the number, or the first of the two.
        most: the number, or the second of the two.
    """

    text: str
    least: Decimal
    most: Decimal

    def __str__(self) -> str:
        """Write the figure as it was written."""
        return self.text

    @classmethod
    def of(cls, value: Decimal) -> Figure:
        """Write a number as a figure."""
        return cls(number(value), value, value)

    @classmethod
    def parse(cls, text: str) -> Figure:
        """Read a figure.

        Raises:
            ValueError: with a Vietnamese message that says how to write it.
        """
        text = text.strip()
        found = _WRITTEN.fullmatch(text)
        if not found:
            raise ValueError(f"{quoted(text)} không phải con số. {_how_to_write(text)}")
        sign, alone, first, second = found.groups()
        if alone:
            value = _decimal(alone) * (-1 if sign else 1)
            return cls(text, value, value)
        least, most = _decimal(first), _decimal(second)
        if least >= most:
            raise ValueError(f"khoảng {quoted(text)} có số đầu không nhỏ hơn số sau. Hãy xem lại hai số.")
        return cls(text, least, most)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read a figure from the text of the front matter."""
        return core_schema.no_info_plain_validator_function(_validate)


def _validate(value: object) -> Figure:
    if isinstance(value, Figure):
        return value
    try:
        return Figure.parse(one_line(value))
    except ValueError as error:
        raise vietnamese_error(str(error)) from error


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _how_to_write(text: str) -> str:
    if _FOREIGN.fullmatch(text):
        return f"Hãy viết kiểu Việt Nam, dấu chấm tách hàng nghìn, dấu phẩy tách thập phân: {number(_foreign(text))}."
    words = _WITH_WORDS.fullmatch(text[:LONGEST])
    if not words:
        return "Hãy chỉ viết con số, ví dụ 17.681 hoặc 85,57, hoặc một khoảng như 11-15."
    moves = (("before", "qualifier (mức chắc chắn)"), ("after", "unit (đơn vị)"))
    told = [f"{quoted(words[part].strip())} vào trường {where}" for part, where in moves if words[part]]
    return f"Hãy viết {words['figure']}, và chuyển {', '.join(told)}."


def _foreign(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
