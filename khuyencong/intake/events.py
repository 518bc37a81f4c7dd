"""Turns events.csv into event pages."""

from __future__ import annotations

import re

from khuyencong.intake.dates import iso_span
from khuyencong.intake.draft import Draft, Drafts, Fields, UnusableError
from khuyencong.intake.facts import Facts, Row
from khuyencong.intake.slugs import short_slug
from khuyencong.intake.sources import Bibliography
from khuyencong.intake.words import sentence_case
from khuyencong.model.event import EVENTS

KINDS = {
    "bàn giao hỗ trợ": "khac",
    "bình chọn": "binh-chon",
    "công nhận nghề": "khac",
    "cuộc thi": "cuoc-thi",
    "cuộc thi viết": "cuoc-thi",
    "đánh giá, phân hạng": "binh-chon",
    "đào tạo nghề": "dao-tao",
    "đề án": "khac",
    "hội chợ": "hoi-cho",
    "hội nghị": "hoi-nghi",
    "hội thảo": "hoi-nghi",
    "hội thi": "cuoc-thi",
    "kết nối giao thương": "hoi-cho",
    "khai trương": "le-cong-bo",
    "ký kết": "lam-viec",
    "làm việc": "lam-viec",
    "lễ công bố": "le-cong-bo",
    "lễ trao giải": "le-trao-giai",
    "ngày hội": "khac",
    "nghiệm thu": "khac",
    "tập huấn kỹ thuật": "dao-tao",
    "tham quan, học tập": "lam-viec",
    "trao đổi kinh nghiệm": "lam-viec",
    "triển lãm": "hoi-cho",
    "trưng bày": "hoi-cho",
}
_PLANNED = re.compile(r"\s*\((?:kế hoạch|dự kiến)\)")
_PART_OF_MONTH = re.compile(r"(đầu|giữa|cuối) (\d{1,2}/\d{4})")


def event_drafts(facts: Facts, bibliography: Bibliography) -> Drafts:
    """Draft a page for each row of events.csv that has a date.

    Arguments:
        facts: the tables.
        bibliography: the sources.
    """
    taken: set[str] = set()
    drafts = Drafts()

    def draft(row: Row) -> Draft:
        made = _draft(row, bibliography)
        if made.slug in taken:
            raise UnusableError("trùng tên với một sự kiện ở trên")
        taken.add(made.slug)
        return made

    drafts.add_each(facts["events.csv"], draft)
    return drafts


def _draft(row: Row, bibliography: Bibliography) -> Draft:
    if row["event_type"] not in KINDS:
        raise UnusableError(f'không rõ loại sự kiện "{row["event_type"]}"')
    title = _PLANNED.sub("", row["event_name"])
    when, remark = _when(_PLANNED.sub("", row["date"]))
    start, end = iso_span(when)
    if not start:
        raise UnusableError("nguồn không nêu ngày")
    fields: Fields = {
        "title": title,
        "start": start,
        "end": end,
        "place": None if row["place"].startswith("(") else row["place"],
        "kind": KINDS[row["event_type"]],
        "planned": True if _PLANNED.search(f"{row['event_name']} {row['date']}") else None,
        "details": sentence_case("; ".join(part for part in (remark, row["details"]) if part)),
        "sources": bibliography.of(row),
    }
    return Draft(EVENTS, short_slug(title), fields, [row])


def _when(date: str) -> tuple[str, str]:
    """Give the date to read and a remark, for dates such as "đầu 10/2025"; no year is ever guessed."""
    if "(" in date:
        raise UnusableError(f'không rõ ngày: "{date}"')
    part = _PART_OF_MONTH.fullmatch(date)
    return (part[2], f"{part[1]} tháng {part[2]}") if part else (date, "")
