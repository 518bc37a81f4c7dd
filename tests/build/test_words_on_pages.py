"""From a content file to the words of its page: abbreviations, lines that do not break, remarks for the writer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khuyencong.model.typography import NO_BREAK
from tests.small_builds import Workplace

NEWS = """---
title: Cơ sở CNNT ở TP. Bà Rịa
summary: Năm 2023 có 5 cơ sở CNNT ở TP. Bà Rịa.
date: 2023-07-01
category: lang-nghe
---
UBND tỉnh ra Quyết định 12/QĐ-UBND ngày 13 tháng 9. Tổng 270 triệu đồng cho CNNT, TTCN.
"""


@pytest.fixture
def work(tmp_path: Path) -> Workplace:
    """The small site with one more article."""
    made = Workplace.make(tmp_path)
    (made.content / "news" / "bai.md").write_text(NEWS, encoding="utf-8")
    return made


def page(work: Workplace) -> tuple[str, str]:
    """Give head and body of the article's page."""
    head, _, body = (work.output / "tin-tuc" / "bai" / "index.html").read_text(encoding="utf-8").partition("<body")
    return head, body


def test_an_article_says_once_what_its_abbreviations_stand_for_and_lists_them_at_its_end(work: Workplace) -> None:
    work.build()
    _, body = page(work)
    assert re.findall(r'<abbr title="([^"]+)">([^<]+)</abbr>', body) == [
        ("công nghiệp nông thôn", "CNNT"),
        ("Ủy ban nhân dân", "UBND"),
    ]
    assert "<h1>Cơ sở CNNT ở" in body
    assert body.index('<abbr title="công') < body.index('class="prose"') < body.index("Chữ viết tắt trong trang")
    assert re.findall(r"<dt>(\w+)</dt>\n<dd>([^<]+)</dd>", body.partition("Chữ viết tắt")[2]) == [
        ("CNNT", "công nghiệp nông thôn"),
        ("UBND", "Ủy ban nhân dân"),
    ]


def test_its_lines_do_not_break_in_wrong_places_and_what_programs_read_has_plain_spaces(work: Workplace) -> None:
    work.build()
    head, body = page(work)
    for kept in ("TP. Bà Rịa</h1>", "định 12/QĐ-UBND", "ngày 13", "tháng 9", "270 triệu"):
        assert kept.replace(" ", NO_BREAK) in body
    assert NO_BREAK not in head
    assert "Năm 2023 có 5 cơ sở CNNT ở TP. Bà Rịa." in head
    assert not any(NO_BREAK in tag for tag in re.findall(r"<[^>]*>", body))


def test_a_page_without_abbreviations_has_no_list_of_them(work: Workplace) -> None:
    work.build()
    assert "Chữ viết tắt" not in (work.output / "404.html").read_text(encoding="utf-8")


def test_another_glossary_makes_the_pages_anew_and_no_glossary_explains_nothing(work: Workplace) -> None:
    work.build()
    glossary = work.content / "glossary.yaml"
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("công nghiệp nông", "công nghiệp ở nông"), "utf-8")
    assert work.build().rendered > 0
    assert 'title="công nghiệp ở nông thôn"' in page(work)[1]
    glossary.unlink()
    work.build()
    assert "<abbr" not in page(work)[1]


def test_the_writer_is_told_of_an_unknown_abbreviation_at_every_build_that_reads_the_content(work: Workplace) -> None:
    advice = "Hãy thêm một dòng ở đó, hoặc viết đầy đủ trong bài."
    remark = f'content/news/bai.md:7: chữ viết tắt "TTCN" chưa có trong glossary.yaml. {advice}'
    assert [work.build().remarks, work.build().remarks] == [[remark], [remark]]
