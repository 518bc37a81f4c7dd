"""Problems as people see them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.problem import Problem, quoted


def test_a_problem_says_where_and_what() -> None:
    problem = Problem("content/products/cha-ca.md", 7, "establishment", 'không có cơ sở "co-so-muoi".')
    assert str(problem) == 'content/products/cha-ca.md:7: establishment: không có cơ sở "co-so-muoi".'
    assert str(Problem("a.md", 1, "", "tệp rỗng.")) == "a.md:1: tệp rỗng."


@given(st.text(), st.text(), st.text())
def test_a_problem_is_always_one_short_line_without_control_characters(path: str, field: str, message: str) -> None:
    written = str(Problem(path, 1, field, message * 50))
    assert written.isprintable()
    assert len(written) <= len(path) + 1700


@given(st.text())
def test_what_content_says_is_repeated_briefly(text: str) -> None:
    assert quoted(text).isprintable()
    assert len(quoted(text)) <= 82


def test_problems_are_ordered_by_file_and_line() -> None:
    one, two, three = Problem("a", 2, "", "x"), Problem("a", 10, "", "x"), Problem("b", 1, "", "x")
    assert sorted([three, two, one]) == [one, two, three]
