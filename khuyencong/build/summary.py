"""What is printed at the end of a build: the short table, and with `--profile` where the seconds went."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from khuyencong.build.progress import Phases, decimal, say
from khuyencong.build.site import Built
from khuyencong.build.tables import table
from khuyencong.model.types import TYPES
from khuyencong.model.vietnamese import number

OTHER_KINDS = {
    "listing": "Trang danh sách",
    "place": "Trang địa bàn",
    "locator": "Bản đồ vị trí",
    "library": "Thư viện ảnh",
    "radio": "Bản đọc phát thanh",
    "radio-text": "Bản đọc phát thanh dạng chữ",
    "overview": "Trang A–Z, bảng, so sánh",
    "data": "Tệp để lọc tại chỗ",
    "open_data": "Trang dữ liệu mở",
    "data_file": "Tệp dữ liệu mở",
    "record": "Tệp dữ liệu của từng mục",
    "feed": "Nguồn cấp tin",
    "crawling": "Tệp cho máy tìm kiếm",
    "site": "Trang chủ, tìm kiếm, báo lỗi",
    "redirect": "Trang dẫn từ địa chỉ cũ",
    "redirects": "Danh sách địa chỉ cũ",
}
PROFILE = "BUILD_PROFILE"
"""The environment variable that asks for the profile: `BUILD_PROFILE=1`."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made.

    Arguments:
        built: what the build did.
        seconds: how long the build took.
        warnings: how many warnings there were besides the remarks on content.
        output: the output folder; none where whoever asked for the build says in the end where to look.
    """

    built: Built
    seconds: float
    warnings: int
    output: Path | None


def print_summary(summary: Summary) -> None:
    """Print what was built, and where to look if that is known."""
    pages = summary.built.pages
    kinds = {content_type.key: content_type.label for content_type in TYPES} | OTHER_KINDS
    rows = [
        *([label, number(pages.get(kind, 0))] for kind, label in kinds.items()),
        [],
        ["Tổng số trang và tệp", number(sum(pages.values()))],
        ["Trang dựng lại", number(summary.built.rendered)],
        ["Tệp thay đổi", number(summary.built.changed)],
        ["Ảnh đã thu nhỏ", number(summary.built.pictures)],
        ["Giây", decimal(summary.seconds)],
        ["Cảnh báo", number(summary.warnings + len(summary.built.remarks))],
    ]
    say("\n".join([*summary.built.remarks, table(["Đã dựng", "Số lượng"], rows)]))
    if summary.output:
        say(f"Mở xem: {summary.output / 'index.html'}")


def wants_profile() -> bool:
    """Tell whether whoever runs the build asks where the seconds went."""
    return os.environ.get(PROFILE, "") not in ("", "0")


def print_profile(phases: Phases, templates: Mapping[str, tuple[int, float]]) -> None:
    """Print where the seconds of a build went, the largest part first.

    Arguments:
        phases: the phases of the build, up to now.
        templates: the pages made with each template, and the seconds that took in all processes together.
    """
    whole = time.monotonic() - phases.started
    steps = {label: (step.pieces, step.seconds) for label, step in phases.steps.items()}
    noted = sum(seconds for _, seconds in steps.values())
    steps["Việc khác"] = (0, max(0.0, whole - noted))
    say(_shares(["Bước", "Số lượng", "Giây", "Phần"], steps))
    if templates:
        say("\n" + _shares(["Mẫu trang (mọi tiến trình)", "Số trang", "Giây", "Phần"], templates))


def _shares(heads: list[str], parts: Mapping[str, tuple[int, float]]) -> str:
    """Lay out parts with their share of the whole."""
    whole = sum(seconds for _, seconds in parts.values())
    ordered = sorted(parts.items(), key=lambda part: (-part[1][1], part[0]))
    rows = [
        [name, number(pieces) if pieces else "", decimal(seconds, 2), f"{seconds / whole if whole else 0:.0%}"]
        for name, (pieces, seconds) in ordered
    ]
    return table(heads, [*rows, [], ["Cộng", "", decimal(whole, 2), "100%"]])
