"""The dataset of programme figures: budgets and indicators, one to a row; planned and done are never mixed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from khuyencong.model.catalogue import Catalogue
from khuyencong.model.entry import Source
from khuyencong.model.figure import Figure
from khuyencong.model.open_data.common import ID, page_of, source_columns
from khuyencong.model.open_data.dataset import Dataset, column, field
from khuyencong.model.programme import Budget, Indicator, Programme

UNIT = "theo cột unit"


class _Subject(NamedTuple):
    entry: Programme
    catalogue: Catalogue
    kind: Literal["kinh phí", "chỉ tiêu"]
    number: int
    name: str
    unit: str
    planned: Figure | None
    done: Figure | None
    remark: str | None
    period: str | None
    place: str | None
    sources: tuple[Source, ...]


def _subjects(catalogue: Catalogue) -> Iterator[_Subject]:
    for one in catalogue.all(Programme):
        for number, budget in enumerate(one.budget, start=1):
            yield _of_budget(one, catalogue, number, budget)
        for number, indicator in enumerate(one.indicators, start=1):
            yield _of_indicator(one, catalogue, number, indicator)


def _of_budget(entry: Programme, catalogue: Catalogue, number: int, one: Budget) -> _Subject:
    planned, spent = (None if amount is None else Figure.of(amount) for amount in (one.planned, one.spent))
    return _Subject(
        entry, catalogue, "kinh phí", number, one.source, one.unit, planned, spent, one.note, None, None, one.sources
    )


def _of_indicator(entry: Programme, catalogue: Catalogue, number: int, one: Indicator) -> _Subject:
    words = (one.qualifier, one.period, one.place)
    return _Subject(
        entry, catalogue, "chỉ tiêu", number, one.name, one.unit, one.planned, one.done, *words, one.sources
    )


FIGURES_DATA = Dataset(
    slug="so-lieu-chuong-trinh",
    title="Số liệu chương trình",
    description=(
        "Kinh phí và chỉ tiêu của các chương trình khuyến công, mỗi dòng một con số. Số kế hoạch và số thực hiện "
        "để ở hai cột riêng. Con số lấy từ từng bài, chưa đối chiếu với nhau và không phải dòng nào cũng cộng được."
    ),
    unit="con số",
    parts=(
        column(
            ID,
            "Mã",
            "Mã của chương trình, loại dòng (k: kinh phí, c: chỉ tiêu), rồi số thứ tự trên trang đó.",
            lambda one: f"{one.entry.slug}.{'k' if one.kind == 'kinh phí' else 'c'}{one.number}",
        ),
        column("url", "Trang", "Địa chỉ đầy đủ của trang chương trình.", page_of, "address"),
        column("programme_id", "Mã chương trình", "Phần cuối của địa chỉ trang chương trình.", "entry.slug"),
        column("programme", "Chương trình", "Tên chương trình.", "entry.title"),
        field(Programme, "entry.province"),
        field(Programme, "entry.period", name="programme_period", label="Thời gian của chương trình"),
        column("kind", "Loại dòng", "“kinh phí” hoặc “chỉ tiêu”.", "kind"),
        column("name", "Nguồn kinh phí hoặc chỉ tiêu", "Con số này là gì.", "name"),
        column("unit", "Đơn vị", "Đơn vị của con số trong dòng.", "unit"),
        column(
            "planned",
            "Kế hoạch",
            "Số dự kiến, mục tiêu, viết như trang ghi (1.234,5; 11-15); khi tính, dùng planned_min, planned_max.",
            "planned.text",
            unit=UNIT,
        ),
        column(
            "done",
            "Thực hiện",
            "Số đã chi hoặc đã đạt, viết như trang ghi (1.234,5; 11-15); khi tính, dùng done_min, done_max.",
            "done.text",
            unit=UNIT,
        ),
        column(
            "planned_min",
            "Kế hoạch, từ",
            "Số kế hoạch nhỏ nhất, để tính toán; bằng cột kia khi nguồn chỉ nêu một số.",
            "planned.least",
            "number",
            UNIT,
        ),
        column(
            "planned_max",
            "Kế hoạch, đến",
            "Số kế hoạch lớn nhất, để tính toán; bằng cột kia khi nguồn chỉ nêu một số.",
            "planned.most",
            "number",
            UNIT,
        ),
        column(
            "done_min",
            "Thực hiện, từ",
            "Số thực hiện nhỏ nhất, để tính toán; bằng cột kia khi nguồn chỉ nêu một số.",
            "done.least",
            "number",
            UNIT,
        ),
        column(
            "done_max",
            "Thực hiện, đến",
            "Số thực hiện lớn nhất, để tính toán; bằng cột kia khi nguồn chỉ nêu một số.",
            "done.most",
            "number",
            UNIT,
        ),
        column("qualifier", "Mức chắc chắn, ghi chú", "hơn, khoảng, gần, trên, dự kiến … như nguồn ghi.", "remark"),
        column("period", "Thời gian riêng", "Thời gian của con số, nếu khác chương trình.", "period"),
        column("place", "Nơi riêng", "Nơi của con số, nếu hẹp hơn tỉnh.", "place"),
        column(
            "adds_up",
            "Cộng được kinh phí",
            "Đúng khi các dòng kinh phí của chương trình không trùng nhau và cộng lại là tổng kinh phí.",
            "entry.adds_up",
            "boolean",
        ),
        *source_columns(lambda one: one.sources or one.entry.sources),  # type: ignore[attr-defined]
    ),
    subjects=_subjects,
    shown=("programme", "name", "unit", "planned", "done", "qualifier"),
    facets=("kind", "province", "programme_period", "unit"),
)
