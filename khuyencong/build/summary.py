"""The short table at the end of a build."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from khuyencong.build.site import Built
from khuyencong.model.types import TYPES
from khuyencong.model.vietnamese import number

OTHER_KINDS = {"listing": "Trang danh sách", "site": "Trang chủ và trang báo lỗi"}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made.

    Arguments:
        built: what the build did.
        seconds: how long the build took.
        warnings: how many warnings there were.
        output: the output folder.
    """

    built: Built
    seconds: float
    warnings: int
    output: Path


def print_summary(console: Console, summary: Summary) -> None:
    """Print what was built and where to look."""
    table = Table("Đã dựng", "Số lượng", show_edge=False, pad_edge=False)
    table.columns[1].justify = "right"
    for content_type in TYPES:
        table.add_row(content_type.label, number(summary.built.pages.get(content_type.key, 0)))
    for kind, label in OTHER_KINDS.items():
        table.add_row(label, number(summary.built.pages.get(kind, 0)))
    table.add_section()
    table.add_row("Tổng số trang", number(sum(summary.built.pages.values())))
    table.add_row("Trang dựng lại", number(summary.built.rendered))
    table.add_row("Tệp thay đổi", number(summary.built.changed))
    table.add_row("Ảnh đã thu nhỏ", number(summary.built.pictures))
    table.add_row("Giây", f"{summary.seconds:.1f}".replace(".", ","))
    table.add_row("Cảnh báo", number(summary.warnings))
    console.print(table)
    console.print(f"Mở xem: {summary.output / 'index.html'}", soft_wrap=True)
