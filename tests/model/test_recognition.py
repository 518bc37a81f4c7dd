"""Recognitions: levels, their dates and their order."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from khuyencong.model.dates import PartialDate
from khuyencong.model.recognition import RANKS, REFORM, Recognition, climbing_problems, in_time

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))
LEVELS = st.sampled_from(["tỉnh", "khu vực", "quốc gia"])


def recognition(level: str, day: dt.date) -> Recognition:
    return Recognition(level=level, date=PartialDate(day.year, day.month, day.day))


@given(DAYS)
def test_exactly_one_of_district_and_commune_is_legal_on_any_day(day: dt.date) -> None:
    legal = []
    for level in ("huyện", "xã"):
        try:
            legal.append(recognition(level, day).level)
        except ValidationError as refused:
            assert refused.errors()[0]["ctx"]["field"] == "level"  # noqa: PT017 - one of two is refused
    assert legal == (["xã"] if (day.year, day.month, day.day) >= REFORM else ["huyện"])


@given(st.integers(2015, 2030), st.integers(0, 12))
def test_a_date_known_roughly_is_refused_only_when_no_day_of_it_fits(year: int, month: int) -> None:
    date = PartialDate(year, month)
    for level, fits in (("huyện", date.earliest() < REFORM), ("xã", date.latest() >= REFORM)):
        if fits:
            assert Recognition(level=level, date=date).level == level
        else:
            with pytest.raises(ValidationError):
                Recognition(level=level, date=date)


@given(st.lists(st.tuples(LEVELS, DAYS), max_size=6), st.randoms())
def test_the_order_in_the_file_does_not_decide_whether_awards_climb(
    pairs: list[tuple[str, dt.date]], chance: object
) -> None:
    steps = tuple(recognition(level, day) for level, day in pairs)
    backwards = tuple(reversed(steps))
    found = {(one.level, one.date) for one in (steps[index] for index, _ in climbing_problems(steps))}
    again = {(one.level, one.date) for one in (backwards[index] for index, _ in climbing_problems(backwards))}
    assert found == again
    firsts = {level: min(day for other, day in pairs if other == level) for level, _ in pairs}
    climbs = all(firsts[low] <= firsts[high] for low in firsts for high in firsts if RANKS[low] < RANKS[high])
    assert (found == set()) == climbs


@given(st.lists(st.tuples(LEVELS, DAYS), max_size=6))
def test_a_timeline_begins_with_the_oldest(pairs: list[tuple[str, dt.date]]) -> None:
    ordered = in_time([*(recognition(level, day) for level, day in pairs), Recognition(level="tỉnh")])
    dates = [one.date.earliest() for one in ordered if one.date]
    assert dates == sorted(dates)
    assert ordered[-1].date is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "thiếu cấp. Hãy chọn: huyện, xã, tỉnh, khu vực, quốc gia."),
        ({"level": "trung ương"}, 'cấp "trung ương" không dùng cho CNNT.'),
        ({"kind": "OCOP"}, "thiếu cấp. Hãy chọn: 3 sao, 4 sao, 5 sao."),
        ({"kind": "OCOP", "level": "tỉnh"}, 'cấp "tỉnh" không dùng cho OCOP.'),
        ({"kind": "khác"}, "loại khác cần có tên danh hiệu."),
    ],
)
def test_a_level_belongs_to_a_kind(fields: dict[str, str], words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Recognition.model_validate(fields)
    assert words in refused.value.errors()[0]["ctx"]["message"]


def test_recognitions_are_named_in_words() -> None:
    labels = [
        Recognition.model_validate(fields).label
        for fields in ({"level": "tỉnh"}, {"kind": "OCOP", "level": "4 sao"}, {"kind": "khác", "name": "Cúp"})
    ]
    assert labels == ["Sản phẩm CNNT tiêu biểu cấp tỉnh", "OCOP 4 sao", "Cúp"]
