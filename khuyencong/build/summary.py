"""The short table at the end of a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from khuyencong.model.types import TYPES
from khuyencong.model.vietnamese import number

OTHER_KINDS = {"listing": "Trang danh sách", "site": "Trang chủ và trang báo lỗi"}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made.

    Arguments:
        pages: pages by kind.
        pictures: resized pictures.
        seconds: how long the build took.
        warnings: how many warnings there were.
        output: the output folder.
    """

    pages: Mapping[str, int]
    pictures: int
    seconds: float
    warnings: int
    output: Path


def print_summary(console: Console, built: Summary) -> None:
    """Print what was built and where to look."""
    table = Table("Đã dựng", "Số lượng", show_edge=False, pad_edge=False)
    table.columns[1].justify = "right"
    for content_type in TYPES:
        table.add_row(content_type.label, number(built.pages.get(content_type.key, 0)))
    for kind, label in OTHER_KINDS.items():
        table.add_row(label, number(built.pages.get(kind, 0)))
    table.add_section()
    table.add_row("Tổng số trang", number(sum(built.pages.values())))
    table.add_row("Ảnh đã thu nhỏ", number(built.pictures))
    table.add_row("Giây", f"{built.seconds:.1f}".replace(".", ","))
    table.add_row("Cảnh báo", number(built.warnings))
    console.print(table)
    console.print(f"Mở xem: {built.output / 'index.html'}", soft_wrap=True)
