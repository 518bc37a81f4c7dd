"""Events: when they were, or are planned to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.model.event import EVENTS, Event
from khuyencong.model.listings import listings
from tests.content import catalogue, entry, problems


def event(start: str, *fields: str, kind: str = "hoi-cho") -> str:
    return entry(f"title: Hội chợ {start}", f"start: {start}", f"kind: {kind}", *fields)


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ((), "05/09/2022"),
        (("end: 2022-09-07",), "05/09/2022 – 07/09/2022"),
        (("planned: true",), "05/09/2022 (dự kiến)"),
        (("planned: true", "end: 2022-10"), "05/09/2022 – tháng 10/2022 (dự kiến)"),
        (("planned: false",), "05/09/2022"),
    ],
)
def test_a_planned_event_is_marked_as_planned(tmp_path: Path, fields: tuple[str, ...], when: str) -> None:
    found = catalogue(tmp_path, {"events/a.md": event("2022-09-05", *fields, "place: Bà Rịa")})
    card = found.all(Event)[0].card(found)
    assert (card.facts, card.kicker) == ((when, "Bà Rịa"), "Hội chợ, triển lãm")


@pytest.mark.parametrize(
    ("start", "end"), [("2022-09-05", "2022-09-04"), ("2022-09", "2022-08"), ("2022", "2021-12-31")]
)
def test_an_event_that_ends_before_its_start_is_a_problem(tmp_path: Path, start: str, end: str) -> None:
    assert problems(tmp_path, {"events/a.md": event(start, f"end: {end}")}) == [
        "content/events/a.md:5: end: ngày kết thúc đứng trước ngày bắt đầu. Hãy xem lại hai ngày."
    ]


@pytest.mark.parametrize(
    ("start", "end"), [("2022-09-05", "2022-09-05"), ("2022-09-05", "2022"), ("2022", "2022-01-01")]
)
def test_an_end_that_can_be_right_is_accepted(tmp_path: Path, start: str, end: str) -> None:
    assert problems(tmp_path, {"events/a.md": event(start, f"end: {end}")}) == []


def test_the_two_events_of_the_same_kind_before_and_after_stand_beside_an_event(tmp_path: Path) -> None:
    years = (2014, 2016, 2018, 2019, 2021, 2023)
    files = {f"events/{year}.md": event(str(year)) for year in years}
    found = catalogue(tmp_path, {**files, "events/khac.md": event("2018", kind="dao-tao")})
    one = found.get("event", "2018")
    assert isinstance(one, Event)
    page = one.related(found)
    assert page.kind == "Hội chợ, triển lãm"
    assert [card.url for card in page.others] == [
        "/su-kien/2021/",
        "/su-kien/2019/",
        "/su-kien/2016/",
        "/su-kien/2014/",
    ]


def test_an_event_is_described_by_time_and_place(tmp_path: Path) -> None:
    files = {
        "events/a.md": event("2022", "place: Bà Rịa"),
        "events/b.md": event("2021"),
        "events/c.md": event("2020", "summary: S"),
    }
    found = catalogue(tmp_path, files)
    described = [one.describe(found) for one in found.all(Event)]
    assert described == ["Hội chợ 2022 (năm 2022, Bà Rịa).", "Hội chợ 2021 (năm 2021).", "S"]


def test_events_are_listed_newest_first_and_by_kind_and_year(tmp_path: Path) -> None:
    files = {
        "events/a.md": event("2021-05"),
        "events/b.md": event("2022"),
        "events/c.md": event("2021-07", kind="dao-tao"),
    }
    found = catalogue(tmp_path, files)
    assert [(one.url, list(one.slugs)) for one in listings(found.index, EVENTS.key)] == [
        ("/su-kien/", ["b", "c", "a"]),
        ("/su-kien/loai/dao-tao/", ["c"]),
        ("/su-kien/loai/hoi-cho/", ["b", "a"]),
        ("/su-kien/nam/2022/", ["b"]),
        ("/su-kien/nam/2021/", ["c", "a"]),
    ]
