"""What the gate says of a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.body import OUTWARD_SCHEMES
from khuyencong.model.near import Known
from khuyencong.model.target import Surroundings, Targets, resolve
from tests.bodies import body_problems

ADDRESSES = frozenset({"/", "/tin-tuc/", "/tin-tuc/tin-mot/", "/co-so/cha-ca-muoi/", "/feed.xml"})
AROUND = Surroundings(
    Targets(
        ADDRESSES,
        Known(ADDRESSES),
        frozenset({"news/2024/tin-mot.md", "pages/lien-he.md"}),
        {"/nhap/": "còn là bản nháp. Hãy đăng bản nháp"},
    ),
    path="news/2024/a.md",
    picture_problem=lambda name: "" if name == "anh.jpg" else f"ảnh {name}",
    attachment_problem=lambda name: "" if name == "mẫu đơn.pdf" else f"tệp {name}",
)


def said(body: str) -> list[str]:
    return [f"{line}: {message}" for line, message in body_problems(body, AROUND)]


@given(st.text(st.sampled_from("[]()!#^:`<>\"' \n/abc.-_=*|\\&;"), max_size=80) | st.text(max_size=80))
def test_no_body_makes_it_raise_and_every_problem_has_a_line(body: str) -> None:
    for line, message in body_problems(body, AROUND):
        assert 0 <= line <= body.count("\n")
        assert message


@given(st.sampled_from(["javascript", "data", "vbscript", "ftp", "blob", "about"]), st.data())
def test_no_disguise_gets_a_scheme_past_the_gate(scheme: str, data: st.DataObject) -> None:
    disguises: list[Callable[[str], str]] = [
        str,
        str.upper,
        lambda one: f"&#{ord(one)};",
        lambda one: f"&#x{ord(one):x};",
        lambda one: f"%{ord(one):02x}",
        lambda one: f"\t{one}",
        lambda one: f"{one}\x01",
    ]
    colon = data.draw(st.sampled_from([":", "&colon;", "&#58;", "%3A", "&#x3a;"]))
    hidden = "".join(data.draw(st.sampled_from(disguises))(letter) for letter in scheme)
    place = data.draw(
        st.sampled_from(
            ["[a]({})", "[a](<{}>)", "[a]( {} )", "[a][b]\n\n[b]: {}", "![hình chợ]({})", "<a href='{}'>a</a>"]
        )
    )
    found = said(place.format(f"{hidden}{colon}alert"))
    assert any(scheme in message and "không dùng được" in message for message in found) or "\t" in hidden
    assert found


@pytest.mark.parametrize("scheme", OUTWARD_SCHEMES)
def test_links_outward_are_let_through(scheme: str) -> None:
    assert said(f"[a]({scheme}://vi.wikipedia.org/wiki/A_(b)?c=d&e=f#g)") == []


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/tin-tuc/",
        "/tin-tuc/tin-mot/#muc",
        "/tin-tuc/?trang=2",
        "/feed.xml",
        "tin-mot.md",
        "tin-mot.md#a",
        "../../pages/lien-he.md",
        "mẫu đơn.pdf",
        "m%E1%BA%ABu%20%C4%91%C6%A1n.pdf",
        "#",
    ],
)
def test_links_that_lead_somewhere_are_let_through(target: str) -> None:
    assert said(f"[a]({target})") == []
    assert said(f"[a]\n\n[a]: <{target}>") == [] or " " in target


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/tin-tuc/tin-mott/", 'không có trang "/tin-tuc/tin-mott/". Ý bạn là "/tin-tuc/tin-mot/"?'),
        ("/Tin-Tuc/", 'không có trang "/Tin-Tuc/". Ý bạn là "/tin-tuc/"?'),
        ("/tin-tuc", 'địa chỉ "/tin-tuc" thiếu dấu / ở cuối. Hãy viết "/tin-tuc/".'),
        ("/nhap/", 'trang "/nhap/" còn là bản nháp. Hãy đăng bản nháp hoặc bỏ liên kết này.'),
        ("tin-hai.md", 'không có bài "tin-hai.md". Ý bạn là "news/2024/tin-mot.md"?'),
        ("khac.pdf", "tệp khac.pdf"),
        ("khac.pdf?x#y", "tệp khac.pdf?x"),
        ("", "liên kết trống. Hãy viết địa chỉ trong ngoặc tròn."),
        ("//a.vn", 'địa chỉ "//a.vn" thiếu https: ở đầu. Hãy viết đủ địa chỉ.'),
        ("https://", 'địa chỉ "https://" viết không đúng. Hãy viết dạng https://ten-trang.vn/…, không có dấu cách.'),
    ],
)
def test_links_that_lead_nowhere_are_explained(target: str, message: str) -> None:
    assert said(f"x\n\n[a]({target})") == [f"2: {message}"]


def test_pictures_need_a_file_beside_the_text_and_words() -> None:
    assert said("![Lò muối](anh.jpg)") == []
    assert said('[![Lò muối](anh.jpg "Chú thích")](/tin-tuc/)') == []
    assert said("![Lò muối](khac.jpg)") == ["0: ảnh khac.jpg"]
    assert said("![](anh.jpg)") == [
        "0: ảnh chưa có lời mô tả. Hãy viết trong ngoặc vuông điều nhìn thấy trong ảnh: ![mô tả](tệp)."
    ]
    assert said("![anh](anh.jpg)") == ['0: mô tả ảnh "anh" là tên tệp hoặc con số. Hãy tả ảnh bằng một câu ngắn.']
    assert said("![lò muối][x]\n\n[x]: khac.jpg") == ["2: ảnh khac.jpg"]


def test_the_same_address_named_twice_is_reported_where_it_is_defined() -> None:
    assert said("[a][x] và [b][x]\n\n[x]: /khong/") == ['2: không có trang "/khong/". Hãy xem lại địa chỉ.']


def test_links_within_the_page_lead_to_its_headings() -> None:
    assert said("[a](#ket-qua-nam-2023)\n\n## Kết quả *năm* 2023\n\n<a id='x'></a>[b](#x)") == []
    assert said("[a](#ket-qua)\n\n## Kết quả 2023") == [
        '0: trong bài không có mục "#ket-qua". Ý bạn là "ket-qua-2023"?'
    ]


def test_headings_begin_at_the_second_level_and_skip_none() -> None:
    assert said("## A\n\n### B\n\n#### C\n\n## D\n\n### E") == []
    assert said("## A\n\n#### B\n\n##### C") == ["2: tiêu đề nhảy từ cấp 2 xuống cấp 4. Hãy dùng ###."]


def test_a_note_in_brackets_before_a_colon_is_no_link() -> None:
    assert said("[Lưu ý]: hồ sơ nộp trước ngày 30/6.\n\n[Ghi chú] thêm.") == []


@given(st.lists(st.sampled_from(["..", ".", "a", "b.md"]), max_size=6))
def test_a_path_is_followed_within_the_content_folder_or_not_at_all(parts: list[str]) -> None:
    found = resolve("news/2024/a.md", "/".join(parts))
    depth = 2
    for part in parts:
        depth += {"..": -1, ".": 0}.get(part, 1)
        if depth < 0:
            assert found is None
            return
    assert found is not None
    assert ".." not in found.split("/")
    assert len([part for part in found.split("/") if part]) == depth
