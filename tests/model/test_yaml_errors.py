"""Which line is at fault when YAML cannot be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.yaml_fields import parse_yaml

FINE = ["title: Tin", "date: 2024-05-01", "tags: [một, hai]", "author: 'Ban biên tập'", 'summary: "Tóm: tắt"']
FAULTY = [
    "place: Nơi: chốn",
    'place: "Nơi',
    "place: 'Nơi",
    "place: [Nơi, chốn",
    "place: {Nơi: chốn",
    "place: @Nơi",
    "place: *Nơi",
    "place: &Nơi chốn",
    "place: !Nơi chốn",
    'place: "Nơi" chốn',
    'place: "C:\\qua"',
    "place:Nơi",
    "place",
    "  place: Nơi",
    "\tplace: Nơi",
    "- place",
    ": Nơi",
    "place: - Nơi",
    "[place]: Nơi",
    "place: Nơi #1",
]


@given(st.sampled_from(FAULTY), st.integers(1, len(FINE)), st.permutations(FINE))
def test_one_faulty_line_among_good_ones_is_found(faulty: str, position: int, fine: list[str]) -> None:
    lines = [*fine[:position], faulty, *fine[position:]]
    _, problems = parse_yaml("\n".join(lines) + "\n", "a.md", {}, {})
    assert [problem.line for problem in problems] == [position + 1]
    assert problems[0].message.count("Hãy ") >= 1
