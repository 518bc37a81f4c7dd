"""Vietnamese as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from khuyencong.checks import words
from tests.checks.pages import GOOD, in_body, messages, page, site
from tests.content import ROOT


def test_a_good_page_keeps_the_rule() -> None:
    assert messages(words.vietnamese_forms, page(GOOD)) == []


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("Ngày 2023-04-13.", "a date that only computers write: '2023-04-13'"),
        ("1,234,567 đồng", "a number in English groups: '1,234,567'"),
        ("1,234.5 tấn", "a number in English groups: '1,234.5'"),
        ("12.5%", "a decimal point: '12.5%'"),
        ("3.75 tỷ đồng", "a decimal point: '3.75 tỷ'"),
        ("3.75\u00a0tỷ đồng", "a decimal point: '3.75\\xa0tỷ'"),
    ],
)
def test_foreign_forms_are_found(wrong: str, what: str) -> None:
    assert messages(words.vietnamese_forms, in_body(f"<p>{wrong}</p>")) == [what]


@pytest.mark.parametrize(
    "right",
    [
        "12,5%",
        "1.234.567 đồng",
        "1.234,5 tấn",
        "3,865 tỷ đồng",
        "13/04/2023",
        "WCAG 2.2, CC BY 4.0",
        "1.234 tấn",
        "năm 2014.1 Kinh phí",
        "192.168.1.10",
        "bài 2023-04-13-hoi-cho/",
        "2023-2024",
        '<time datetime="2023-04-13">13/04/2023</time>',
        "<code>2023-04-13</code>",
    ],
)
def test_vietnamese_forms_and_names_are_left_alone(right: str) -> None:
    assert messages(words.vietnamese_forms, in_body(f"<p>{right}</p>")) == []


def capitals(root: Path, text: str, known: frozenset[str] = frozenset({"CNNT", "TP. HCM", "Công ty CP"})) -> list[str]:
    """Give what the rule says of a page with a text."""
    built = site(root, {"a/index.html": GOOD.replace("</main>", f"{text}</main>")})
    return list(map(str, words.known_capitals(built, known)))


def test_unknown_capitals_are_found_with_their_line(tmp_path: Path) -> None:
    line = GOOD[: GOOD.index("</main>")].count("\n") + 1
    assert capitals(tmp_path, "<p>CNNT và <b>TTCN</b>, TTCN</p>") == [
        f'a/index.html:{line}: capitals: chữ viết tắt "TTCN" chưa có trong glossary.yaml'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Cơ sở CNNT ở TP.\u00a0HCM, Công ty CP Hoàng Giang</p>",
        "<p>2677/QĐ-UBND, 45/2012/NĐ-CP, quý IV, https://a.example/ABC</p>",
        "<p>ĐẤT ĐỎ</p><p title='ABC'><code>ABC</code></p>",
    ],
)
def test_known_capitals_numbers_and_code_are_left_alone(tmp_path: Path, text: str) -> None:
    assert capitals(tmp_path, text) == []


def test_only_what_was_said_is_known(tmp_path: Path) -> None:
    assert len(capitals(tmp_path, "<p>CNNT, CP</p>", frozenset())) == 2


def test_the_words_of_the_real_glossary_are_read() -> None:
    known = words.known_words(ROOT / "content" / "glossary.yaml")
    assert {"CNNT", "Công ty CP", "OCOP"} <= known


def test_a_glossary_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text("# chưa có\n", encoding="utf-8")
    assert words.known_words(tmp_path / "glossary.yaml") == frozenset()
