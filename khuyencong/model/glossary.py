"""The glossary of `content/glossary.yaml`: what abbreviations stand for, and which capitals are names."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pydantic import Field, field_validator, model_validator

from khuyencong.model.fields import Part, Text, vietnamese_error
from khuyencong.model.problem import quoted

LETTERS = "A-ZĂÂĐÊÔƠƯ"
"""Letters of abbreviations, for the brackets of a pattern. A capital with a tone stands in a word that is spelt out."""
CAPITALS = rf"[{LETTERS}]\d*[{LETTERS}][{LETTERS}\d]*"
"""A word of capitals: at least two, and perhaps digits, as in UM72."""


class Abbreviation(Part):
    """One abbreviation."""

    short: Text = Field(title="Chữ viết tắt", description="Đúng như viết trong bài, có ít nhất hai chữ in hoa.")
    long: Text = Field(title="Nghĩa", description="Đọc thành lời; chữ thường, trừ tên riêng.")
    note: Text = Field("", title="Lời dặn", description="Cho người biên tập; không hiện trên trang.")

    @field_validator("short", mode="after")
    @classmethod
    def _has_capitals(cls, short: str) -> str:
        return _with_capitals(short)


class CapitalName(Part):
    """A name in capitals that nothing need be said of."""

    name: Text = Field(title="Tên", description="Đúng như viết trong bài, có ít nhất hai chữ in hoa.")
    meaning: Text = Field("", title="Nghĩa", description="Nghĩa của tên, nếu biết chắc.")

    @field_validator("name", mode="after")
    @classmethod
    def _has_capitals(cls, name: str) -> str:
        return _with_capitals(name)


class Glossary(Part):
    """The whole glossary."""

    abbreviations: tuple[Abbreviation, ...] = Field(
        (), title="Chữ viết tắt", description="Chữ được ghi nghĩa ở lần đầu xuất hiện trong trang."
    )
    names: tuple[CapitalName, ...] = Field(
        (), title="Tên in hoa", description="Chữ in hoa không cần ghi nghĩa: tên riêng, nhãn hiệu, tiêu chuẩn."
    )

    @model_validator(mode="after")
    def _each_once(self) -> Glossary:
        short, count = next(iter(Counter(self.known).most_common(1)), ("", 0))
        if count > 1:
            fields = [one.short for one in self.abbreviations].count(short)
            raise vietnamese_error(
                f"chữ {quoted(short)} có {count} lần trong bảng. Hãy giữ một dòng.",
                "abbreviations" if fields else "names",
            )
        return self

    @property
    def known(self) -> tuple[str, ...]:
        """Everything that the glossary knows: abbreviations first, then names."""
        return (*(one.short for one in self.abbreviations), *(one.name for one in self.names))

    def long(self, short: str) -> str:
        """Give what an abbreviation of the glossary stands for."""
        return next(one.long for one in self.abbreviations if one.short == short)


def _with_capitals(text: str) -> str:
    if not re.search(CAPITALS, text):
        raise vietnamese_error(f"{quoted(text)} không có hai chữ in hoa liền nhau. Hãy viết đúng như trong bài.")
    return text


@lru_cache(maxsize=8)
def any_of(words: tuple[str, ...]) -> str:
    """Give a pattern for any of these words, the longest that fits; for no words, one that fits nothing."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or r"(?!)"
