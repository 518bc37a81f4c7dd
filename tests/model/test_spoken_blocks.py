"""What of an article is said, and in which order."""

from __future__ import annotations

import pytest

from khuyencong.model.spoken_blocks import Block, blocks_of


def texts(html: str) -> list[str]:
    """Give the texts of the blocks."""
    return [block.text for block in blocks_of(html)]


def test_headings_and_paragraphs_come_in_their_order() -> None:
    assert blocks_of("<h2>Số  tiền</h2>\n<p>Một <strong>đề án</strong>.</p>") == (
        Block("Số tiền", is_heading=True),
        Block("Một đề án."),
    )


def test_marks_of_notes_and_the_notes_are_not_said() -> None:
    mark = '<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup>'
    notes = '<div class="footnote"><hr><ol><li id="fn-1"><p>Chú thích.</p></li></ol></div>'
    assert texts(f"<p>Sáu đề án.{mark}</p>{notes}") == ["Sáu đề án."]


def test_an_exponent_is_no_mark_of_a_note() -> None:
    assert texts("<p>500 m<sup>2</sup></p>") == ["500 m2"]


def test_pictures_and_captions_are_not_said() -> None:
    picture = '<figure><picture><img src="a.jpg" alt="Máy"></picture><figcaption>Máy mới</figcaption></figure>'
    assert texts(f'{picture}<p>Sau ảnh <img src="b.jpg" alt="hai"> là chữ.</p>') == ["Sau ảnh là chữ."]


def test_of_a_link_its_words_are_said_and_no_address() -> None:
    links = '<a href="/a/">Quyết định</a> ở <a href="https://a.example/b">https://a.example/b</a>'
    assert texts(f"<p>{links}.</p>") == ["Quyết định ở địa chỉ ghi trên trang."]


def test_items_are_paragraphs_and_those_of_a_numbered_list_are_counted() -> None:
    assert texts("<ul><li>một</li><li><p>hai</p><p>thêm</p></li></ul>") == ["một", "hai", "thêm"]
    assert texts("<ol><li>hồ sơ</li><li>chứng từ</li></ol>") == ["Thứ nhất: hồ sơ", "Thứ hai: chứng từ"]
    assert texts("<ol><li>Bước 1: rửa</li><li>Bước 2: sấy</li></ol>") == ["Bước 1: rửa", "Bước 2: sấy"]


def test_a_term_stands_before_its_meaning_and_a_year_is_called_one() -> None:
    html = "<dl><dt>2013</dt><dd>Nhãn hiệu.</dd><dt>Tên</dt><dd><p>Một.</p><p>Hai.</p></dd></dl>"
    assert texts(html) == ["Năm 2013: Nhãn hiệu.", "Tên: Một.", "Hai."]


TABLE = """<div class="table-scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"""


def table(heads: list[str], *rows: list[str]) -> str:
    """Write a table."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return TABLE.format(heads="".join(f'<th scope="col">{head}</th>' for head in heads), rows=body)


@pytest.mark.parametrize(
    ("heads", "row", "said"),
    [
        (["Khoản", "Số tiền"], ["Máy", "180 triệu đồng"], "Máy: 180 triệu đồng."),
        (
            ["Nguồn", "Kinh phí (đồng)", "Tỷ lệ"],
            ["Địa phương", "1.000", "79%"],
            "Địa phương: kinh phí 1.000 đồng; tỷ lệ 79%.",
        ),
        (["Nguồn", "Tiền (triệu đồng)"], ["Cơ sở", "trên 8.000"], "Cơ sở: trên 8.000 triệu đồng."),
        (["Năm", "Cấp", "Số"], ["2016", "Huyện", "51"], "Năm 2016: cấp: Huyện; số 51."),
        (["Thời gian", "Việc"], ["2014–2020", "344 người"], "2014–2020: 344 người."),
        (["Điều", "2018", "2022"], ["Dự thi", "45", "76"], "Dự thi: năm 2018: 45; năm 2022: 76."),
        (["STT", "Tên", "Số"], ["1", "Gốm", "5"], "Gốm: 5."),
        (["Tên", "A", "B"], ["Gốm", "–", "5"], "Gốm: b 5."),
        (["Tên", "A"], ["Gốm", ""], "Gốm."),
        (["Tên", "A", "B"], ["Gốm", "–", "-"], "Gốm: không có số liệu."),
        (["Tên", "Đơn vị tính", "2022", "2023"], ["Gốm", "cái", "5", "7"], "Gốm: năm 2022: 5 cái; năm 2023: 7 cái."),
        (["Tên", "ĐVT", "Số"], ["Gốm", "cái", "chưa rõ"], "Gốm: ĐVT: cái; số: chưa rõ."),
        (
            ["Chỉ tiêu", "Tháng 9", "Tăng (%)"],
            ["Doanh thu (tỷ đồng)", "12", "+4,4"],
            "Doanh thu: tháng 9: 12 tỷ đồng; tăng: +4,4 %.",
        ),
        (["Huyện", "Hộ", "Tấn"], ["Long Đất (cũ)", "5", "7"], "Long Đất (cũ): hộ 5; tấn 7."),
    ],
)
def test_a_row_is_said_with_the_names_of_its_columns(heads: list[str], row: list[str], said: str) -> None:
    assert texts(table(heads, row)) == [said]


def test_an_empty_row_is_not_said() -> None:
    assert texts(table(["A", "B"], ["", ""])) == []


def test_of_a_large_table_only_what_it_holds_is_said() -> None:
    rows = [[str(one), "x"] for one in range(13)]
    assert texts(table(["Tên", "Số hộ (hộ)"], *rows)) == [
        "Bảng này có 13 dòng, ghi: tên, số hộ. Xin xem bảng trên trang thông tin."
    ]


def test_the_caption_of_a_table_stands_before_its_rows() -> None:
    html = "<table><caption>Kinh phí</caption><tr><th>A</th><th>B</th></tr><tr><td>Một</td><td>2</td></tr></table>"
    assert texts(html) == ["Kinh phí", "Một: 2."]


def test_text_beside_blocks_is_not_lost() -> None:
    assert texts("<blockquote>Trích <em>dẫn</em><p>sau</p>cuối</blockquote>") == ["Trích dẫn", "sau", "cuối"]
