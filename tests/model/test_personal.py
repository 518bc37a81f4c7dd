"""Personal data in texts: found in every way people write them, and nothing else is taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.personal import personal_in, personal_problem
from khuyencong.model.reviewed import Reviewed, ReviewedContact, ToReview, plain_contact


def kinds(text: str) -> list[str]:
    """Give the kinds of what is found in a text."""
    return [kind for _, kind, _ in personal_in(text)]


@given(
    st.sampled_from(["032", "039", "052", "059", "070", "079", "081", "089", "090", "098"]),
    st.text("0123456789", min_size=7, max_size=7),
    st.sampled_from(["", " ", ".", "-", "–", "_", "\u200b"]),
    st.sampled_from(["0", "+84", "+84 ", "(+84)", "0084"]),
)
def test_mobile_numbers_are_found_however_they_are_written(prefix: str, rest: str, gap: str, country: str) -> None:
    number = prefix + rest
    written = gap.join([number[1:4], number[4:7], number[7:]])
    text = f"Gọi {country}{written} nhé"
    assert "phone" in kinds(text) or "identity" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "0254.3852.123 (02543) 852123 024 3826 9999",
        "1900 6068, 1800 1091",
        "84912345678",
        "912345678 đồng; 0,912345678; 20912345678",
        "Quyết định 0912345678/QĐ",
        "MST: 0312345678; mã số doanh nghiệp 0312345678-001",
        "mã vạch 8935001234567",
        "ngày 09/12/2023, 09-12-2023 10:30; 09–13/02/2026, 08/9-12/9/2026, số 0398/2021-25",
        "sinh vật, sinh ra năm 1975, học sinh năm 2020",
        "kỷ niệm 130 năm ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2020)",
        "Chi 1.099.012.345 đồng, 0,912345678 tỷ, 84.912.345.678 đồng",
        "Mã HS 0303 89 19 00, 0306.17.21; ISBN 978-604-123-456-7; tọa độ 10.3456789, 107.0912345",
        "Tổng vệ sinh ngày 22/4/2023, gặp học sinh ngày 5/9/2022, phát sinh ngày 1/1/2024",
        "hy sinh ngày 27/7/1968; thực tập sinh năm 2001; cây sinh trưởng năm 1985; đăng ký khai sinh ngày 1/2/2020",
        "thành lập ngày 12/3/1985; Nghệ nhân (1935-2010); từ 01/01/2021 đến 31/12/2025",
        "+84 254 3852 412, (84-28) 3822 1234, biển số 72C-123.45, số lô 077123456789A",
        "look at example.com, giá 35.000đ/kg @ 50kg. Gia công một, hai, ba, bốn, năm bước",
        "a @ b, @nguoidung, 5@",
        "https://a.example/0912345678/ten@a.vn",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ten.ho+tin@gmail.com", "email"),
        ("ten@so.tinh.gov.vn.", "email"),
        ("ten @ gmail.com", "email"),
        ("CCCD: 077075001234", "identity"),
        ("077 075 001 234", "identity"),
        ("chứng minh nhân dân số 273 456 789", "identity"),
        ("hộ chiếu số B1234567", "identity"),
        ("sinh ngày 1/2/1975", "birth"),
        ("Ngày sinh: 01.02.1975", "birth"),
        ("ngày, tháng, năm sinh 01/02/1975", "birth"),
        ("sinh ngày 1 tháng 2 năm 1975", "birth"),
        ("bà Tư (sinh năm 1975)", "birth"),
        ("Năm sinh 1975", "birth"),
        ("zalo.me/0912345678", "phone"),
        ("https://zalo.me/84912345678", "phone"),
        ("Tel:0912345678", "phone"),
        ("01212345678", "phone"),
        *(
            (one, "phone")
            for one in (
                "09 1234 5678",
                "09.12.34.56.78",
                "0 9 1 2 3 4 5 6 7 8",
                "+84 (0) 912 345 678",
                "０９１２ ３４５ ６７８",
                "0912 / 345 / 678",
                "0912_345_678",
                "0912,345,678",
                "0912*345*678",
                "o912345678",
                "SĐT: 84 912 345 678",
                "https://wa.me/84912345678",
                "https://t.me/+84912345678",
                "viber://chat?number=%2B84912345678",
                "https://chat.zalo.me/?phone=0912345678",
                "không chín một hai ba bốn năm sáu bảy tám",
            )
        ),
        *(
            (one, "email")
            for one in (
                "a.nguyen (at) gmail.com",
                "a.nguyen [at] gmail [dot] com",
                "a.nguyen(a)gmail.com",
                "ten＠gmail.com",
                "a.nguyen a còng gmail chấm com",
                "a.nguyen at gmail dot com",
                "ten@gmail . com",
                "mailto:ten%40gmail.com",
            )
        ),
        *((one, "identity") for one in ("CMT: 273123456", "CMTND số 273-123-456", "Passport No. C1234567")),
        *(
            (one, "birth")
            for one in (
                "(SN 1985)",
                "NS: 12/3/1985",
                "DOB: 12/03/1985",
                "ông A sinh 1985",
                "sinh tháng 3/1985",
                "sinh vào ngày 1/2/1985",
                "ngày sinh 1985-03-12",
                "sinh ngày mùng 2 tháng 9 năm 1980",
                "Nguyễn Văn A (1985), trú tại Bà Rịa",
            )
        ),
    ],
)
def test_each_kind_is_found(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_reviewed_contact_may_stand_however_it_is_written() -> None:
    contacts = tuple(ReviewedContact(value=one, reason="đã công bố") for one in ("0912.345.678", "A@Co-So.vn"))
    reviewed = Reviewed(contacts=contacts)
    for value in ("+84 912 345 678", "0912345678", "a@co-so.vn"):
        kind = "email" if "@" in value else "phone"
        assert personal_problem("x.md", ToReview(1, "", kind, value), reviewed) is None
    assert personal_problem("x.md", ToReview(1, "", "identity", "0912345678"), reviewed) is not None
    assert plain_contact("0084 912345678") == "0912345678"


def test_of_two_numbers_side_by_side_both_are_found() -> None:
    assert [value for _, _, value in personal_in("ĐT: 0912345678/0987654321")] == ["0912345678", "0987654321"]


def test_the_report_does_not_tell_others_what_it_found() -> None:
    for kind, value in (
        ("phone", "0912345678"),
        ("email", "nguyenvana@gmail.com"),
        ("identity", "077075001234"),
        ("email", "ten a còng gmail chấm com"),
        ("phone", "0912_345_678"),
    ):
        problem = personal_problem("x.md", ToReview(3, "title", kind, value), Reviewed())
        assert problem is not None
        assert value not in problem.message
        assert value[:2] in problem.message


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    assert all(0 <= start < max(1, len(text)) for start, _, _ in personal_in(text))


def test_long_texts_of_digits_take_no_time() -> None:
    assert len(list(personal_in("0" * 50_000 + " 1" * 50_000 + "CCCD " * 10_000 + "a@" * 20_000))) < 50_000
