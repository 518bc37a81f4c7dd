"""Words of gambling sites are found in any disguise, and plain Vietnamese is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.checks.planted.gambling import _lists, gambling_in, no_gambling
from khuyencong.checks.planted.reading import undisguised
from khuyencong.checks.planted.reviewed import Reviewed
from tests.checks.pages import GOOD, site


def words(text: str) -> list[str]:
    """Give the words that are found in a text."""
    return [word for word, _, _ in gambling_in(undisguised(text))]


@pytest.mark.parametrize(
    "text",
    [
        "nhà cái uy tín",
        "NHÀ CÁI hàng đầu",
        "nha cai uy tin",
        "n.h.à c.á.i",
        "n h à  c á i",
        "nh\u200bà c\u200dá\u00adi",
        "nha\u0300 ca\u0301i",
        "nhà-cái",
        "tài xỉu",
        "tai xiu",
        "TÀI*XỈU",
        "t4i x1u",
        "cá cược",
        "ca cuoc",
        "c\u0430 cuoc th\u0435 thao",
        "nổ hũ",
        "no hu",
        "n0 hu",
        "xóc đĩa",
        "xoc dia",
        "casino",
        "c@s1n0",
        "ＣＡＳＩＮＯ",
        "𝐜𝐚𝐬𝐢𝐧𝐨",
        "c-a-s-i-n-o",
        "đánh bạc",
        "789bet",
        "188BET",
        "98win",
        "fun88",
        "kubet",
        "sunwin",
        "go88",
        "taixiuonline",
        "slot uy tín nhất, nạp rút nhanh",
    ],
)
def test_gambling_words_are_found(text: str) -> None:
    assert words(f"Chào mừng tới {text} nhé.")


@pytest.mark.parametrize(
    "text",
    [
        "Đời thường của người làm muối",
        "Hộ bán cá ở chợ, nuôi gà và thuộc da gà",
        "Sửa nhà. Cái mới làm năm 2020",
        "xay-nha-cai-tao-xuong",
        "Cuộc thi khởi nghiệp, cược không đáng",
        "Lò đề xuất mua máy, không hủy hợp đồng",
        "slot trong máy ép",
        "Công ty Xổ số kiến thiết ủng hộ quỹ",
        "tat-ca-cuoc-thi, soi-keo-dan-go, song-bac, binh-mau-binh-men, nhiem-ky-bau-cua-hoi-dong",
        "tượng rồng hổ bằng đá",
        "ký cược theo Bộ luật Dân sự",
        "tất cả cuộc thi, sợi keo dán, sông Bắc, màu bình gốm, bầu của hội đồng",
        "88 cơ sở, 789 sản phẩm, 188 hộ; Quyết định 88/QĐ-UBND",
        "alphabet, beta.vietnamplus.vn, display, narrowing",
        "Tiến lên một bước; rồng, hổ, phượng chạm khắc gỗ",
        "Bài hát, bài viết; lễ hội đua thuyền",
        "trả cá, cướp biển, ca đó làm ngày",
    ],
)
def test_plain_vietnamese_is_left_alone(text: str) -> None:
    assert words(text) == []


def test_a_word_does_not_reach_across_what_readers_read_apart(tmp_path: Path) -> None:
    rows = "<table><tr><td>xây nhà</td><td>cái mới</td></tr></table><p>Tài</p><p>xỉu</p>"
    assert list(no_gambling(site(tmp_path, {"a.html": GOOD.replace("</main>", f"{rows}</main>")}), Reviewed())) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>nhà <b>cái</b></p>",
        "<p>nh<span></span>à cái</p>",
        '<img src="a.jpg" alt="tài xỉu">',
        '<a href="a" title="nổ hũ">x</a>',
        '<meta name="keywords" content="cá cược">',
        '<p data-x="xóc đĩa">x</p>',
        '<a href="choi-t%C3%A0i-x%E1%BB%89u/">x</a>',
        "<svg><text>tài xỉu</text></svg>",
        "<!-- tài xỉu -->",
        "<template><p>tài xỉu</p></template>",
        '<script type="application/ld+json">{"name": "tài xỉu"}</script>',
    ],
)
def test_words_are_found_in_texts_attributes_and_remarks(tmp_path: Path, fragment: str) -> None:
    found = list(no_gambling(site(tmp_path, {"a.html": GOOD.replace("</main>", f"{fragment}</main>")}), Reviewed()))
    assert len(found) == 1
    assert found[0].line > 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"a": "t\\u00e0i x\\u1ec9u"}'),
        ("a.txt", "dòng một\ntài xỉu"),
        ("feed.xml", "<title>tài xỉu</title>"),
        ("a.svg", "<svg><text>tài xỉu</text></svg>"),
    ],
)
def test_words_are_found_in_other_files(tmp_path: Path, name: str, text: str) -> None:
    (found,) = no_gambling(site(tmp_path, {name: text}), Reviewed())
    assert found.path == name


def test_a_drawing_is_no_brand(tmp_path: Path) -> None:
    assert list(no_gambling(site(tmp_path, {"a.svg": '<svg><path d="M88 2l3 4W88"/></svg>'}), Reviewed())) == []


def test_a_reviewed_word_may_stand_on_its_page_and_on_no_other(tmp_path: Path) -> None:
    bad = GOOD.replace("</main>", "<p>đánh bạc</p></main>")
    pages = site(tmp_path, {"tin-tuc/a/index.html": bad, "tin-tuc/b/index.html": bad})
    found = list(no_gambling(pages, Reviewed(words=frozenset({("/tin-tuc/a/", "đánh bạc")}))))
    assert [one.path for one in found] == ["tin-tuc/b/index.html"]
    assert '"  - {page: /tin-tuc/b/, word: đánh bạc, reason: …}"' in found[0].message


@given(st.sampled_from(_lists()["certain"]), st.data())
def test_letters_apart_and_accents_lost_hide_no_word(word: str, data: st.DataObject) -> None:
    glue = data.draw(st.sampled_from(["", ".", "\u200b", "-", "_", "*"]))
    apart = (glue.join(data.draw(st.sampled_from([one, one.upper()])) for one in part) for part in word.split())
    assert words(f"xem {' '.join(apart)} ngay")


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    assert all(isinstance(one, str) for one in words(text))
