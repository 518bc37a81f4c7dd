"""Events: when, and whether they were only planned."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from khuyencong.intake.draft import Drafts
from khuyencong.intake.events import KINDS, event_drafts
from khuyencong.intake.sources import Bibliography
from tests.intake.tables import facts_with
from tests.intake.test_importing import SETTINGS

BASE = {"date": "2022", "event_type": "hội chợ", "event_name": "Hội chợ A", "place": "Hải Phòng"}


def drafted(*rows: dict[str, str]) -> Drafts:
    facts = facts_with(events=[BASE | row for row in rows])
    return event_drafts(facts, Bibliography(facts))


def front(**fields: str) -> dict[str, Any]:
    (draft,) = drafted(fields).drafts
    return draft.front_matter()


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("03/06/2022", "2022-06-03", None), ("07/2022", "2022-07", None), ("2018", "2018", None),
        ("27-29/12/2024", "2024-12-27", "2024-12-29"), ("25/10-30/11/2025", "2025-10-25", "2025-11-30"),
        ("2011-2013", "2011", "2013"), ("07-12/08/2021 (dự kiến)", "2021-08-07", "2021-08-12"),
    ],
)  # fmt: skip
def test_dates_and_spans_are_read(date: str, start: str, end: str | None) -> None:
    given = front(date=date)
    assert (given["start"], given.get("end")) == (start, end)


def test_part_of_a_month_is_said_in_the_details() -> None:
    given = front(date="đầu 10/2025", details="4 sản phẩm")
    assert (given["start"], given["details"]) == ("2025-10", "Đầu tháng 10/2025; 4 sản phẩm")


def test_what_was_only_planned_says_so() -> None:
    assert front(date="2022 (kế hoạch)")["planned"] is True
    assert front(event_name="Bình chọn (dự kiến)") | {"sources": []} == {
        "title": "Bình chọn", "sources": [], "start": "2022", "place": "Hải Phòng", "kind": "hoi-cho", "planned": True,
    }  # fmt: skip
    assert "planned" not in front()


def test_a_remark_is_no_place() -> None:
    assert "place" not in front(place="(nguồn không nêu nơi tổ chức)")


@pytest.mark.parametrize("fields", [{"date": ""}, {"date": "25/10 (năm không nêu)"}, {"event_type": "lạ"}])
def test_an_event_without_a_date_or_kind_is_reported(fields: dict[str, str]) -> None:
    drafts = drafted(fields)
    assert (drafts.drafts, len(drafts.unused)) == ([], 1)


def test_two_events_of_one_name_are_never_mixed() -> None:
    assert [one.reason for one in drafted({}, {}).unused] == ["trùng tên với một sự kiện ở trên"]


def test_every_kind_stands_in_the_taxonomies() -> None:
    taxonomies = yaml.safe_load((SETTINGS / "taxonomies.yaml").read_text(encoding="utf-8"))
    assert set(KINDS.values()) <= {term["key"] for term in taxonomies["event_kinds"]}
