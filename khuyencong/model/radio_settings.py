"""The settings of `content/radio.yaml`: what is said before and after an article, how fast, and in whose manner."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, field_validator

from khuyencong.model.fields import Part, Text, vietnamese_error
from khuyencong.model.problem import quoted
from khuyencong.model.reading.manner import Manner

PLACEHOLDERS = ("title", "site", "author")
"""What a line may name: the title of the article or issue, the name of the site, who signs the article."""


class SpokenWord(Part):
    """One word and how it is said."""

    written: Text = Field(title="Chữ viết", description="Đúng như viết trong bài.")
    spoken: Text = Field(title="Cách đọc", description="Đúng như đọc thành lời.")


class Radio(Part):
    """The whole of `content/radio.yaml`."""

    opening: Text = Field(
        "Sau đây là bài: {title}.",
        title="Lời mở đầu bài",
        description="Đọc trước mỗi bài. {title}: tên bài; {site}: tên trang; {author}: tên ký.",
    )
    closing: Text = Field(
        "Quý vị vừa nghe bài: {title}.", title="Lời kết bài", description="Đọc sau mỗi bài; dùng được cùng các chữ đó."
    )
    issue_opening: Text = Field(
        "Sau đây là {title}.", title="Lời mở đầu số bản tin", description="Đọc trước cả số; {title} là tên số."
    )
    issue_closing: Text = Field(
        "Quý vị vừa nghe {title}.", title="Lời kết số bản tin", description="Đọc sau cả số; {title} là tên số."
    )
    between: Text = Field(
        "Tiếp theo là bài: {title}.", title="Lời nối", description="Đọc trước mỗi bài của một số bản tin."
    )
    section: Text = Field(
        "Chuyên mục: {title}.", title="Lời vào mục", description="Đọc trước mỗi mục của số bản tin; {title} là tên mục."
    )
    syllables_per_minute: Annotated[int, Field(ge=60, le=400)] = Field(
        233, title="Tốc độ đọc", description="Số tiếng đọc trong một phút, để ước lượng thời gian đọc."
    )
    rate_source: Text = Field("", title="Nguồn của tốc độ", description="Lấy tốc độ đọc ở đâu; hiện trên bản in.")
    zero_ten: Literal["linh", "lẻ"] = Field(
        "linh", title="Chữ số không ở hàng chục", description="một trăm linh năm, hay một trăm lẻ năm."
    )
    thousand: Literal["nghìn", "ngàn"] = Field("nghìn", title="Hàng nghìn", description="nghìn hoặc ngàn.")
    four: Literal["tư", "bốn"] = Field("tư", title="Số bốn ở cuối", description="hai mươi tư, hay hai mươi bốn.")
    early_day: Literal["mùng", "mồng", "không"] = Field(
        "mùng", title="Ngày đầu tháng", description="ngày mùng năm, ngày mồng năm; chọn không thì đọc là ngày năm."
    )
    words: tuple[SpokenWord, ...] = Field(
        (), title="Chữ có cách đọc riêng", description="Thêm chữ mà bản đọc chưa biết đọc."
    )

    @field_validator("opening", "closing", "issue_opening", "issue_closing", "between", "section", mode="after")
    @classmethod
    def _knows_what_it_names(cls, line: str) -> str:
        rest = line
        for name in PLACEHOLDERS:
            rest = rest.replace(f"{{{name}}}", "")
        if "{" in rest or "}" in rest:
            wrong = re.search(r"\{[^{}]*\}|[{}]", rest)
            allowed = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise vietnamese_error(f"không hiểu {quoted(wrong[0] if wrong else line)}. Hãy chỉ dùng: {allowed}.")
        return line

    @property
    def manner(self) -> Manner:
        """The way of speaking."""
        early_day = "" if self.early_day == "không" else self.early_day
        return Manner(self.zero_ten, self.thousand, self.four, early_day)

    @property
    def spoken(self) -> tuple[tuple[str, str], ...]:
        """The words that are said in a way of their own, in pairs."""
        return tuple((one.written, one.spoken) for one in self.words)


def filled(line: str, values: Mapping[str, str]) -> str:
    """Put the values into a line: all at once, so that a title may hold braces."""
    return re.sub(r"\{(title|site|author)\}", lambda found: values.get(found[1], ""), line)
