"""Radio scripts: breath, time, and what stands before and after."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.radio import BREATH, breaths, duration, line, make_script, say_article
from khuyencong.model.radio_settings import Radio, filled
from khuyencong.model.reading.reader import Reader
from khuyencong.model.vietnamese import syllables
from tests.content import catalogue, problems

SENTENCE = st.lists(st.sampled_from(["tỉnh", "hỗ", "trợ", "máy"]), min_size=1, max_size=30).map(
    lambda words: " ".join(words).capitalize() + "."
)


@given(st.lists(SENTENCE, min_size=1, max_size=12))
def test_a_paragraph_of_several_sentences_is_short_enough_to_breathe(sentences: list[str]) -> None:
    text = " ".join(sentences)
    cut = list(breaths(text))
    assert " ".join(cut) == text
    assert all(len(syllables(one)) <= BREATH for one in cut)


def test_a_very_long_sentence_is_cut_at_its_semicolons() -> None:
    part = " ".join(["máy"] * 50)
    assert list(breaths(f"{part}; {part}.")) == [f"{part};", f"{part}."]


def test_a_very_long_sentence_without_semicolons_is_cut_at_its_commas() -> None:
    part = " ".join(["máy"] * 20)
    text = ", ".join([part] * 6) + "."
    cut = list(breaths(text))
    assert " ".join(cut) == text
    assert all(len(syllables(one)) <= BREATH and one[-1] in ",." for one in cut)


def test_a_colon_before_a_list_stays_when_a_sentence_is_cut() -> None:
    part = " ".join(["máy"] * 45)
    assert list(breaths(f"{part}; {part}; hồ sơ gồm:"))[-1] == "hồ sơ gồm:"


def test_the_number_of_a_paragraph_does_not_stand_alone() -> None:
    text = f"Ba chấm hai. {' '.join(['Máy'] * BREATH)}."
    assert list(breaths(text)) == [text]


def test_an_article_is_said_in_words_with_headings_apart() -> None:
    said = say_article("<h2>Năm 2022</h2><p>Có 15 đề án. Gồm:</p><ul><li>5 lớp;</li></ul>", Reader())
    assert [(one.text, one.is_heading) for one in said] == [
        ("Năm hai nghìn không trăm hai mươi hai.", True),
        ("Có mười lăm đề án. Gồm:", False),
        ("Năm lớp.", False),
    ]


def test_a_script_knows_its_syllables_and_what_was_not_read() -> None:
    script = make_script([line("Viện KHXYZ có 10 ki-lô-mét.", Reader())], Reader())
    assert script.syllables == 7
    assert script.unread == ("KHXYZ",)


@pytest.mark.parametrize(
    ("count", "said"), [(1, "10 giây"), (116, "30 giây"), (233, "1 phút"), (350, "1 phút 30 giây"), (2330, "10 phút")]
)
def test_the_time_follows_from_the_rate(count: int, said: str) -> None:
    assert duration(count, 233) == said


def test_a_line_is_filled_once_so_that_a_title_may_hold_braces() -> None:
    assert filled("{title} – {site}", {"title": "{site}", "site": "Trang"}) == "{site} – Trang"


def test_settings_that_are_right_are_read(tmp_path: Path) -> None:
    text = "opening: 'Bài {title}'\nzero_ten: lẻ\nearly_day: không\nwords:\n  - {written: ABC, spoken: a bê xê}\n"
    radio = catalogue(tmp_path, {"radio.yaml": text}).radio
    assert (radio.opening, radio.manner.zero_ten, radio.manner.early_day) == ("Bài {title}", "lẻ", "")
    assert radio.spoken == (("ABC", "a bê xê"),)


def test_a_site_without_settings_has_some(tmp_path: Path) -> None:
    assert catalogue(tmp_path, {}).radio == Radio()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("opening: 'Bài {ten}'\n", '1: opening: không hiểu "{ten}". Hãy chỉ dùng: {title}, {site}, {author}.'),
        ("closing: 'Hết }'\n", '1: closing: không hiểu "}". Hãy chỉ dùng: {title}, {site}, {author}.'),
    ],
)
def test_a_fault_in_the_settings_is_a_problem(tmp_path: Path, text: str, problem: str) -> None:
    assert problems(tmp_path, {"radio.yaml": text}) == [f"content/radio.yaml:{problem}"]


@pytest.mark.parametrize("text", ["syllables_per_minute: 5\n", "zero_ten: ling\n", "mở đầu: a\n"])
def test_a_value_that_cannot_be_is_a_problem(tmp_path: Path, text: str) -> None:
    (found,) = problems(tmp_path, {"radio.yaml": text})
    assert found.startswith("content/radio.yaml:1: ")
