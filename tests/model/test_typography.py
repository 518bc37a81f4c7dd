"""What must not stand on two lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.typography import NO_BREAK, unbroken, unbroken_page

PIECES = (
    *("TP.", "TX.", "TP", "TTCN", "Hồ", "Chí", "Minh", "HCM", "Bà", "đầu", "số", "2677/QĐ-UBND", "Điều", "5", "khoản"),
    *("270", "triệu", "đồng", "tấn", "%", "m", "sao", "ngày", "năm", "2023", "quý", "I", "lần", "thứ", "–", "(xã)"),
    *("Nghị", "định", "45/2012/NĐ-CP", "và,"),
)
TEXTS = st.lists(st.sampled_from([*PIECES, "\n", NO_BREAK]), max_size=12).map(" ".join)
TAGS = ("<p>", "</p>", '<a href="/van ban/so 5/" title="số 5">', "</a>", '<abbr title="thành phố">', "</abbr>", "<br>")
CODE = (
    "<code>số 5</code>",
    "<pre>5 triệu\n  TP. Hồ Chí Minh</pre>",
    "<script>var a = 5 % 3</script>",
    "<kbd>năm 1</kbd>",
)
PAGES = st.lists(st.one_of(TEXTS, st.sampled_from([*TAGS, *CODE])), max_size=14).map(
    lambda parts: f"<html><head><title>số 5</title></head><body>{''.join(parts)}</body></html>"
)
_TAG = re.compile(r"<[^>]*>")
_CODE = re.compile(r"<(code|pre|script|kbd)>.*?</\1>", re.DOTALL)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("tại TP. Hồ Chí Minh và", "tại TP._Hồ_Chí_Minh và"),
        ("TP. Bà Rịa, TX. Phú Mỹ", "TP._Bà_Rịa, TX._Phú_Mỹ"),
        ("TP.Biên Hòa", "TP.Biên_Hòa"),
        ("TP. HCM Lần", "TP._HCM_Lần"),
        ("TP Sanjo (Nhật Bản)", "TP_Sanjo (Nhật Bản)"),
        ("TP. đẹp", "TP. đẹp"),
        ("TTCN Đồng Nai", "TTCN Đồng Nai"),
        ("QĐ số 2677/QĐ-UBND", "QĐ số_2677/QĐ-UBND"),
        ("Điều 5, khoản 2", "Điều_5, khoản_2"),
        ("Nghị định 45/2012/NĐ-CP", "Nghị_định_45/2012/NĐ-CP"),
        ("theo nghị quyết 12", "theo nghị_quyết_12"),
        ("270 triệu đồng", "270_triệu đồng"),
        ("PDF, 28 trang, 496 KB", "PDF, 28 trang, 496_KB"),
        ("4,1 tỷ đồng, 20 tấn/năm", "4,1_tỷ đồng, 20_tấn/năm"),
        ("50 %, 3 m, 1.700 m², 5 sao", "50_%, 3_m, 1.700_m², 5_sao"),
        ("3 máy, 5 mới", "3 máy, 5 mới"),
        ("ngày 13 tháng 9 năm 2023", "ngày_13 tháng_9 năm_2023"),
        ("quý I, lần thứ II, quý Ất", "quý_I, lần thứ_II, quý Ất"),
        ("2021 – 2025", "2021_– 2025"),
        ("phường 12 và khu 5", "phường_12 và khu_5"),
        ("dân số 5", "dân số_5"),
    ],
)
def test_what_belongs_together_stays_together(text: str, kept: str) -> None:
    assert unbroken(text).replace(NO_BREAK, "_") == kept


@given(TEXTS)
def test_nothing_but_spaces_changes_and_a_second_time_changes_nothing(text: str) -> None:
    found = unbroken(text)
    assert found.replace(NO_BREAK, " ") == text.replace(NO_BREAK, " ")
    assert unbroken(found) == found


@given(PAGES)
def test_head_tags_and_code_of_a_page_stay_as_they_are(html: str) -> None:
    found = unbroken_page(html)
    assert found.replace(NO_BREAK, " ") == html.replace(NO_BREAK, " ")
    assert _TAG.findall(found) == _TAG.findall(html)
    assert [one[0] for one in _CODE.finditer(found)] == [one[0] for one in _CODE.finditer(html)]
    assert found.partition("<body")[0] == html.partition("<body")[0]
    assert unbroken_page(found) == found


@given(st.text(st.sampled_from("<>/= \"'abody5triệuTP.HồM%&;–\n"), max_size=60))
def test_no_text_whatever_makes_it_fail(html: str) -> None:
    assert unbroken_page(html).replace(NO_BREAK, " ") == html.replace(NO_BREAK, " ")


@pytest.mark.parametrize("piece", ["5 triệu ", "TP. Bà Rịa ", "năm 2023 – ", " ", "<", "số <a "])
def test_no_page_takes_long(piece: str) -> None:
    html = f"<body><p>{piece * (100_000 // len(piece))}</p>"
    assert unbroken_page(html).replace(NO_BREAK, " ") == html


def test_words_stay_together_over_one_tag() -> None:
    page = (
        '<body>số <a href="/a b/">2677/QĐ-UBND</a>, <strong>270</strong> triệu, <abbr title="x">TP</abbr>. Bà Rịa</p>'
    )
    kept = page.replace("số ", "số_").replace("> triệu", ">_triệu").replace(". Bà Rịa", "._Bà_Rịa")
    assert unbroken_page(page).replace(NO_BREAK, "_") == kept


def test_a_page_with_code_is_kept_together_around_it() -> None:
    page = "<body><p>năm 2023</p><pre>năm 2023</pre><p>Điều 5 <code>Điều 5</code> Điều 5</p>"
    assert unbroken_page(page).replace(NO_BREAK, "_") == (
        "<body><p>năm_2023</p><pre>năm 2023</pre><p>Điều_5 <code>Điều 5</code> Điều_5</p>"
    )
