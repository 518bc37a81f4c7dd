"""Words of capitals that nobody has explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.capitals import unknown_capitals
from khuyencong.model.glossary import Abbreviation, CapitalName, Glossary
from khuyencong.model.tree import read_tree
from tests.content import ALL_OUT, ROOT, news, read, write_content

GLOSSARY = Glossary(
    abbreviations=(
        Abbreviation(short="CNNT", long="công nghiệp nông thôn"),
        Abbreviation(short="Công ty CP", long="công ty cổ phần"),
        Abbreviation(short="TP", long="thành phố"),
    ),
    names=(CapitalName(name="SC-15-101K"),),
)
KNOWN = "abbreviations:\n  - {short: CNNT, long: công nghiệp nông thôn}\n"


def unknown(text: str) -> list[str]:
    """Give the unknown words of a text."""
    return [word for _, word in unknown_capitals(text, GLOSSARY)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cơ sở CNNT và TTCN", ["TTCN"]),
        ("Đã có QĐ mới", ["QĐ"]),
        ("Gạo UM72, phân NPK.", ["UM72", "NPK"]),
        ("CP Hoàng Giang", ["CP"]),
        ("Sở NN-PTNT", ["NN", "PTNT"]),
        ("(CCN)", ["CCN"]),
    ],
)
def test_unknown_capitals_are_found(text: str, words: list[str]) -> None:
    assert unknown(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Cơ sở CNNT ở TP. Bà Rịa",
        "Công ty CP Hoàng Giang",
        "Quyết định 2677/QĐ-UBND và Nghị định 45/2012/NĐ-CP",
        "kế hoạch số …/KH-UBND",
        "Model SC-15-101K",
        "giai đoạn II, quý IV, lần thứ XII",
        "CHỢ, ĐẤT ĐỎ",
        "A, B, Xã Y",
        "[bài](/TIN/ABC-DEF.pdf) <span title=ABC> `ABC` https://bao.example/ABC a@ABC.vn Anh-ABC.jpg",
        "AgriTech và iPhoneXS",
    ],
)
def test_what_is_no_abbreviation_is_left_alone(text: str) -> None:
    assert unknown(text) == []


@given(st.text(st.sampled_from("ABĐ ./-1aạẠCNT\n"), max_size=40))
def test_a_word_that_is_put_into_the_glossary_is_not_reported_again(text: str) -> None:
    words = dict.fromkeys(unknown(text))
    names = tuple(CapitalName(name=word) for word in words)
    assert list(unknown_capitals(text, GLOSSARY.model_copy(update={"names": names}))) == []


@given(st.text(st.sampled_from("ABĐ ./-1aạẠCNT\n"), max_size=40))
def test_a_word_stands_where_it_is_said_to_stand(text: str) -> None:
    assert all(text.startswith(word, offset) for offset, word in unknown_capitals(text, GLOSSARY))


@pytest.mark.parametrize("piece", ["a", "1", "A1", "](", "`", "<", "a.", "1/", "a@", "]: ", "http", "-", "AB/", "…/"])
def test_no_text_takes_long(piece: str) -> None:
    text = f"{piece * (200_000 // len(piece))} TTCN"
    assert list(unknown_capitals(text, GLOSSARY))[-1:] in ([], [(text.index("TTCN"), "TTCN")])


def test_a_file_is_remarked_on_with_line_and_field_and_once_for_each_word(tmp_path: Path) -> None:
    text = news('summary: "Về TTCN"', body="Cơ sở CNNT.\n\nĐề tài KHCN, TTCN.\n\nKHCN nữa.")
    write_content(tmp_path, {"glossary.yaml": KNOWN, "news/2024/a.md": text})
    tree = read(tmp_path)
    assert tree.problems == []
    advice = "chưa có trong glossary.yaml. Hãy thêm một dòng ở đó, hoặc viết đầy đủ trong bài."
    assert list(map(str, tree.remarks)) == [
        f'content/news/2024/a.md:5: summary: chữ viết tắt "TTCN" {advice}',
        f'content/news/2024/a.md:9: chữ viết tắt "KHCN" {advice}',
    ]


def test_a_site_without_a_glossary_is_not_remarked_on(tmp_path: Path) -> None:
    write_content(tmp_path, {"news/2024/a.md": news(body="TTCN")})
    assert read(tmp_path).remarks == []


def test_nothing_need_be_remarked_on_the_real_content() -> None:
    assert list(map(str, read_tree(ROOT / "content", ALL_OUT).remarks)) == []
