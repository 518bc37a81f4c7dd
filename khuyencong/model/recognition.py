"""Recognitions: what a product or an establishment was honoured with, when and by which decision.

Levels of "sản phẩm công nghiệp nông thôn tiêu biểu" (Thông tư 26/2014/TT-BCT, amended by 14/2018/TT-BCT and
38/2025/TT-BCT): huyện until 30 June 2025, xã since 1 July 2025, then tỉnh, khu vực, quốc gia.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field, model_validator

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.dates import PartialDate
from khuyencong.model.entry import Source
from khuyencong.model.fields import Part, Text, Year, vietnamese_error
from khuyencong.model.problem import quoted
from khuyencong.model.vietnamese import slug
from khuyencong.model.view import Link

REFORM = (2025, 7, 1)
"""The day on which the district level ended and the commune level began."""

RANKS = {"huyện": 1, "xã": 1, "tỉnh": 2, "khu vực": 3, "quốc gia": 4}
STARS = ("3 sao", "4 sao", "5 sao")


class Recognition(Part):
    """One recognition."""

    kind: Literal["CNNT", "OCOP", "khác"] = Field(
        "CNNT",
        title="Loại",
        description="CNNT: sản phẩm CNNT tiêu biểu; OCOP: sao OCOP; khác: nhãn hiệu, di sản, giải thưởng.",
    )
    level: Text | None = Field(
        None, title="Cấp", description="CNNT: huyện, xã, tỉnh, khu vực, quốc gia. OCOP: 3 sao, 4 sao, 5 sao."
    )
    name: Text | None = Field(None, title="Tên", description="Tên danh hiệu, khi loại là khác.")
    year: Year | None = Field(None, title="Năm", description="Năm công nhận, nếu nguồn nêu.")
    date: PartialDate | None = Field(None, title="Ngày", description="Ngày của quyết định, nếu biết.")
    decision: Text | None = Field(None, title="Quyết định", description="Số quyết định, ví dụ 3498/QĐ-BCT.")
    note: Text | None = Field(None, title="Ghi chú", description="Điều nguồn nói thêm, ví dụ mới đề nghị.")
    sources: tuple[Source, ...] = Field((), title="Nguồn", description="Nguồn của lần công nhận này.")

    @model_validator(mode="after")
    def _level_fits_kind(self) -> Recognition:
        allowed = {"CNNT": tuple(RANKS), "OCOP": STARS}.get(self.kind)
        if allowed and not self.level:
            raise vietnamese_error(f"thiếu cấp. Hãy chọn: {', '.join(allowed)}.", "level")
        if allowed and self.level not in allowed:
            raise vietnamese_error(
                f"cấp {quoted(self.level or '')} không dùng cho {self.kind}. Hãy chọn: {', '.join(allowed)}.", "level"
            )
        if self.kind == "khác" and not self.name:
            raise vietnamese_error("loại khác cần có tên danh hiệu. Hãy thêm dòng name.", "name")
        return self

    @model_validator(mode="after")
    def _level_is_legal_on_its_date(self) -> Recognition:
        known = self.known_date
        if self.kind != "CNNT" or known is None:
            return self
        if self.level == "huyện" and known.earliest() >= REFORM:
            raise vietnamese_error("không còn cấp huyện từ ngày 01/07/2025. Hãy chọn cấp xã hoặc xem lại năm.", "level")
        if self.level == "xã" and known.latest() < REFORM:
            raise vietnamese_error("cấp xã chỉ có từ ngày 01/07/2025. Hãy chọn cấp huyện hoặc xem lại năm.", "level")
        return self

    @property
    def known_date(self) -> PartialDate | None:
        """The date, or the year as a date, or nothing."""
        if self.date:
            return self.date
        return PartialDate(self.year) if self.year else None

    @property
    def rank(self) -> int:
        """1 to 4 for a level of featured rural-industry products, 0 for anything else."""
        return RANKS.get(self.level or "", 0) if self.kind == "CNNT" else 0

    @property
    def stars(self) -> int:
        """3 to 5 for a product rated by OCOP, 0 for anything else."""
        return STARS.index(self.level) + 3 if self.kind == "OCOP" and self.level else 0

    @property
    def label(self) -> str:
        """The recognition in words: "CNNT tiêu biểu cấp tỉnh", "OCOP 4 sao", or its own name."""
        if self.kind == "CNNT":
            return f"Sản phẩm CNNT tiêu biểu cấp {self.level}"
        return f"OCOP {self.level}" if self.kind == "OCOP" else str(self.name)


def in_time(recognitions: Iterable[Recognition]) -> tuple[Recognition, ...]:
    """Order recognitions for a timeline: oldest first, those without a year last."""
    undated = (9999, 0, 0)
    return tuple(
        sorted(recognitions, key=lambda one: (one.known_date.earliest() if one.known_date else undated, one.rank))
    )


def climbing_problems(recognitions: tuple[Recognition, ...]) -> Iterator[tuple[int, str]]:
    """Yield index and message of each recognition that stands before a lower one it must have followed.

    Each level sends its products to the next (Thông tư 26/2014/TT-BCT), so the first time at a level
    cannot lie before the first time at a lower level. Later rounds may repeat any level.
    """
    firsts = _first_of_each_rank(recognitions)
    for rank, (index, date) in firsts.items():
        for lower_rank, (lower_index, lower_date) in firsts.items():
            if lower_rank < rank and date.latest() < lower_date.earliest():
                higher, lower = recognitions[index].level, recognitions[lower_index].level
                order = f"cấp {higher} ({date.vietnamese}) lại trước cấp {lower} ({lower_date.vietnamese})"
                yield index, f"{order}. Hãy xem lại năm của hai lần công nhận."
                break


def _first_of_each_rank(recognitions: tuple[Recognition, ...]) -> dict[int, tuple[int, PartialDate]]:
    """Give index and date of the first dated recognition at each rank."""
    firsts: dict[int, tuple[int, PartialDate]] = {}
    for index, one in enumerate(recognitions):
        date = one.known_date
        if one.rank and date and (one.rank not in firsts or date.earliest() < firsts[one.rank][1].earliest()):
            firsts[one.rank] = (index, date)
    return firsts


def decision_link(one: Recognition, catalogue: Catalogue) -> Link | None:
    """Give the decision of a recognition; its address is empty when we do not hold the document."""
    if not one.decision:
        return None
    document = catalogue.get("document", slug(one.decision.split(" ")[0]))
    return Link(document.url if document else "", one.decision)
