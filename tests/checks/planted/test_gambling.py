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
        "xo so",
        "bóng đá trực tuyến",
        "bong da truc tuyen",
        "c4 cu0c",
        "đánh b@c",
        "rikvip",
        "bk8",
        "okvip",
        "bong88",
        "b52 club",
        "789.club",
        "xôi lạc tv",
        "quay hũ",
        "lô đề online",
        "e-sports betting",
        "đăng ký tặng 100k",
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
        "Thu từ xổ số kiến thiết năm 2024 đạt 1.200 tỷ đồng, bố trí cho giáo dục",
        "Số đề án được duyệt: 12; một số đề nghị; lô đề xuất hỗ trợ; ghi đề nghị vào phiếu",
        "Tiến lên công nghiệp hóa; ba cây cầu mới; nạp ga, rút gọn thủ tục",
        "Tặng 50 phần quà, nhận 100kg gạo, thưởng 20 kg, khuyến mại 100.000 đồng",
        "Ren M88 x 2 mm, thép K8, TCVN 789:2024, Win 11, VTV8",
        "Nạp tiền vào ví để nộp phí dịch vụ công, rút tiền tại máy ATM",
        "Link vào họp trực tuyến, tải app VNeID; uy tín nhất tỉnh, hoa hồng đại lý 5%",
        "Tỷ lệ keo dán 5%, tỷ lệ kéo giãn 8%; kẹo nhà làm; casing, Casumina, Casio",
        "Giải bóng đá chào mừng ngày thành lập ngành Công Thương, trò chơi bài chòi",
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
        "<p>t<!-- x -->ài x<!-- y -->ỉu</p>",
        "<!-- ghi chú --><p>t<i>ài</i> x<b>ỉu</b></p>",
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
        ("a.css", r".a::after { content: 't\0000e0i x\1ec9u' }"),
        ("a.js", r"x = 't\u00e0i x\u{1ec9}u'"),
        ("a.ics", "SUMMARY:tài xỉu"),
        ("kubet/a.txt", "x"),
        ("anh/tai-xiu.png", "x"),
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


def test_what_a_reviewed_page_says_may_be_said_again_in_lists_and_feeds(tmp_path: Path) -> None:
    said = "Công an phường bắt nhóm đánh bạc trong xưởng gỗ bỏ hoang"
    news, listing = (GOOD.replace("</main>", f"<p>{one}</p></main>") for one in (said, f"<b>{said}</b>"))
    strange = GOOD.replace("</main>", "<p>Vào đây đánh bạc trong giờ làm việc</p></main>")
    pages = site(tmp_path, {
        "tin-tuc/a/index.html": news, "tin-tuc/index.html": listing,
        "tin-tuc/atom.xml": f"<summary>&lt;p&gt;{said}&lt;/p&gt;",
        "tin-tuc/feed.json": f'{{"text": "x\\n{said}"}}', "b/index.html": strange,
    })  # fmt: skip
    found = list(no_gambling(pages, Reviewed(words=frozenset({("/tin-tuc/a/", "đánh bạc")}))))
    assert [one.path for one in found] == ["b/index.html"]


@given(st.sampled_from(_lists()["certain"]), st.data())
def test_letters_apart_and_accents_lost_hide_no_word(word: str, data: st.DataObject) -> None:
    glue = data.draw(st.sampled_from(["", ".", "\u200b", "-", "_", "*"]))
    apart = (glue.join(data.draw(st.sampled_from([one, one.upper()])) for one in part) for part in word.split())
    assert words(f"xem {' '.join(apart)} ngay")


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    assert all(isinstance(one, str) for one in words(text))
