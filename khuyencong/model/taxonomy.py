"""The controlled lists of `content/taxonomies.yaml`: what categories, sectors and kinds there are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field, ValidationInfo, field_validator

from khuyencong.model.fields import Part, Slug, Text, vietnamese_error
from khuyencong.model.problem import quoted
from khuyencong.model.vietnamese import syllables


class TermEntry(Part):
    """One value of a controlled list."""

    key: Slug = Field(title="Khóa", description="Chữ thường không dấu, dùng trong tệp nội dung và trong địa chỉ.")
    label: Text = Field(title="Tên", description="Chữ mà người đọc thấy.")
    description: Text = Field("", title="Giải thích", description="Một câu giải thích.")


class DrawingEntry(TermEntry):
    """One drawing of the theme: what it shows, and the words that call for it."""

    colours: Slug = Field(title="Nhóm màu", description="Khóa của nhóm sản phẩm cho hình này màu nền.")
    words: tuple[Text, ...] = Field((), title="Từ", description="Từ để chọn hình này, viết đủ dấu.")


class Taxonomies(Part):
    """Every controlled list of the site."""

    news_categories: tuple[TermEntry, ...] = Field(title="Chuyên mục tin", description="Chuyên mục của tin tức.")
    sectors: tuple[TermEntry, ...] = Field(title="Nhóm ngành", description="Bốn nhóm sản phẩm theo quy định bình chọn.")
    legal_forms: tuple[TermEntry, ...] = Field(title="Loại hình", description="Loại hình của cơ sở.")
    document_types: tuple[TermEntry, ...] = Field(title="Loại văn bản", description="Loại của văn bản.")
    event_kinds: tuple[TermEntry, ...] = Field(title="Loại sự kiện", description="Loại của sự kiện.")
    drawings: tuple[DrawingEntry, ...] = Field((), title="Hình vẽ", description="Hình vẽ thay cho ảnh còn thiếu.")

    @field_validator("*", mode="after")
    @classmethod
    def _keys_differ(cls, terms: tuple[TermEntry, ...]) -> tuple[TermEntry, ...]:
        keys = [term.key for term in terms]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice:
            raise vietnamese_error(f"khóa {quoted(twice)} có hai lần trong danh sách. Hãy đổi hoặc xóa một dòng.")
        return terms

    @field_validator("drawings", mode="after")
    @classmethod
    def _drawings_are_clear(cls, drawings: tuple[DrawingEntry, ...], given: ValidationInfo) -> tuple[DrawingEntry, ...]:
        sectors = [term.key for term in given.data.get("sectors", ())]
        seen: set[tuple[str, ...]] = set()
        for drawing in drawings:
            if sectors and drawing.colours not in sectors:
                raise vietnamese_error(
                    f"hình {quoted(drawing.key)}: không có nhóm sản phẩm {quoted(drawing.colours)}. "
                    "Hãy viết một khóa trong danh sách sectors."
                )
            for word in drawing.words:
                if (said := syllables(word)) in seen:
                    raise vietnamese_error(f"từ {quoted(word)} chọn hai hình. Hãy xóa ở một hình.")
                seen.add(said)
        return drawings

    @cached_property
    def drawing_words(self) -> Mapping[tuple[str, ...], DrawingEntry]:
        """The drawings by the syllables of each word that calls for them."""
        # A plain dictionary: the lists travel to other processes together with what has been worked out of them.
        return {syllables(word): one for one in self.drawings for word in one.words}

    @classmethod
    def empty(cls) -> Taxonomies:
        """Give lists without terms, for when the file cannot be read."""
        return cls(**dict.fromkeys(cls.model_fields, ()))

    def keys(self, taxonomy: str) -> tuple[str, ...]:
        """List the keys of one list."""
        return tuple(term.key for term in getattr(self, taxonomy))

    def label(self, taxonomy: str, key: str | None) -> str:
        """Give the label of a key; an empty text for no key."""
        return next((term.label for term in getattr(self, taxonomy) if term.key == key), "")
