"""YAML that tries to break the gate: deep, endless, or standing for gigabytes."""

from __future__ import annotations

import time

import pytest

from khuyencong.model.yaml_fields import MAX_DEPTH, MAX_LENGTH, Location, Value, parse_yaml


def read(text: str) -> tuple[dict[str, Value], dict[Location, int], list[str]]:
    fields: dict[str, Value] = {}
    lines: dict[Location, int] = {}
    _, problems = parse_yaml(text, "a.yaml", fields, lines)
    return fields, lines, [f"{problem.line}: {problem.field}: {problem.message}" for problem in problems]


@pytest.mark.parametrize("times", [20, 5_000, 60_000])
@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_at_once(unit: str, times: int) -> None:
    start = time.process_time()
    _, _, problems = read(f"title: a\nx:\n  {unit * times}"[:MAX_LENGTH])
    assert len(problems) == 1
    assert problems[0].startswith("3: ")
    assert time.process_time() - start < 5


def test_deep_indentation_is_refused_at_once() -> None:
    text = "".join(f"{' ' * depth}a{depth}:\n" for depth in range(500))
    _, _, problems = read(text)
    assert problems == [
        f"{MAX_DEPTH + 2}: : phần khai báo lồng nhau quá sâu. Hãy bớt các cấp thụt vào hoặc các dấu ngoặc."
    ]


def test_the_deepest_field_that_may_be_is_read() -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(MAX_DEPTH - 1)) + " " * MAX_DEPTH + "a: b"
    assert read(text)[2] == []


def test_aliases_cannot_stand_for_gigabytes() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join(['*' + chr(97 + level)] * 9)}]\n" for level in range(9)
    )
    assert [line[:2] for line in read(bomb)[2]] == ["1:"]


def test_a_list_that_holds_itself_is_refused() -> None:
    assert len(read("a: &a [*a]")[2]) == 1


def test_one_line_of_a_megabyte_is_refused() -> None:
    assert read("title: " + "x" * 1_000_000)[2] == [
        "1: : phần khai báo quá dài. Hãy chuyển bớt chữ xuống phần bài viết."
    ]


def test_fields_before_a_fault_are_kept() -> None:
    fields, lines, problems = read("number: 12/QĐ\ntitle: a: b\n")
    assert fields["number"] == "12/QĐ"
    assert lines["number",] == 1
    assert len(problems) == 1


def test_the_lines_of_a_field_that_stands_twice_are_those_of_the_first() -> None:
    fields, lines, problems = read("a:\n  - x: 1\nb: 2\na:\n  - x: 3\n")
    assert fields == {"a": [{"x": "1"}], "b": "2"}
    assert lines["a", 0, "x"] == 2
    assert problems == ["4: a: trường này đã có ở dòng 1. Hãy giữ lại một dòng."]


def test_a_comment_is_no_fault_but_lost_text_is() -> None:
    assert read("a: x # ghi chú\nb: # trống\nc: '#1'\nd: a#1\n")[2] == []
    fields, _, problems = read("a: Giải #1\nb: #2\n")
    assert fields == {"a": "Giải", "b": "#2"}
    assert [problem[:5] for problem in problems] == ["1: a:", "2: b:"]
