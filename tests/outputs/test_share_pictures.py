"""Pictures for shared links: every letter whole, lines well broken, small files, the same bytes each time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from khuyencong.model.fields import MAX_TITLE
from khuyencong.outputs.share_pictures import HEIGHT, WIDTH, SharePicture, plan_share
from khuyencong.outputs.share_pictures.drawing import (
    BAND,
    LEFT,
    MAX_BYTES,
    PHOTO,
    RIGHT,
    TITLE_HEIGHT,
    TITLE_TOP,
    draw,
)
from khuyencong.outputs.share_pictures.lines import LEADING, SIZES, break_lines, fit, measure, shortened, typeface
from tests.pictures import photo

ROOM = WIDTH - LEFT - RIGHT
ACCENTED = "Ế Ộ Ữ Ậ Ỵ Ẫ: NGHỆ THUẬT ĐÚC ĐỒNG TRUYỀN THỐNG Ở PHƯỚC HẢI"
LONG = ("Quyết định số 2677/QĐ-UBND ngày 30 tháng 8 năm 2022 phê duyệt kế hoạch khuyến công " * 3)[:MAX_TITLE]
NOISE = 12
"""What a JPEG may add to an even ground."""
TITLES = ["Gốm", ACCENTED, LONG, "https://khuyencong.example/" + "dia-chi-dai-" * 14]
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyẾỘỮ0123456789"
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=40)


def drawn(title: str, kicker: str = "Tin tức", photo_path: Path | None = None) -> Image.Image:
    """Draw a picture and open it."""
    share = SharePicture("/a", title, kicker, "Cổng thông tin khuyến công", str(photo_path or ""))
    return Image.open(io.BytesIO(draw(share, photo_path))).convert("RGB")


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """Give the box of everything in a part of a picture that is not its ground."""
    part = picture.crop(box)
    difference = ImageChops.difference(part, Image.new("RGB", part.size, "#fbf8f2")).convert("L")
    return difference.point(lambda value: 255 * (value > NOISE)).getbbox()


@pytest.mark.parametrize("title", TITLES)
def test_a_title_stays_within_its_room(title: str) -> None:
    size, lines = fit(title, ROOM, TITLE_HEIGHT)
    assert all(measure(size)(line) <= ROOM for line in lines)
    assert len(lines) * size * LEADING <= TITLE_HEIGHT
    picture = drawn(title)
    assert ink(picture, (BAND, 0, LEFT - 8, HEIGHT)) is None
    assert ink(picture, (WIDTH - RIGHT + 2, 0, WIDTH, HEIGHT)) is None


@pytest.mark.parametrize("title", TITLES[:3])
def test_no_accent_and_no_tail_is_cut(title: str) -> None:
    size, lines = fit(title, ROOM, TITLE_HEIGHT)
    highest = min(typeface(size).getbbox(line, anchor="ls")[1] for line in lines)
    lowest = max(typeface(size).getbbox(line, anchor="ls")[3] for line in lines)
    assert lowest - highest <= size * 1.5  # what is painted over is as high as this, see ABOVE and BELOW
    box = ink(drawn(title), (LEFT - 8, TITLE_TOP - 25, WIDTH, TITLE_TOP + TITLE_HEIGHT + 6))
    assert box
    first = TITLE_TOP + (TITLE_HEIGHT - round(size * LEADING) * len(lines)) // 2 + size
    top = first + typeface(size).getbbox(lines[0], anchor="ls")[1]
    assert abs(box[1] + TITLE_TOP - 25 - top) <= 1


def test_a_longer_title_is_set_smaller() -> None:
    sizes = [fit(" ".join(["nghề"] * count), ROOM, TITLE_HEIGHT)[0] for count in (1, 8, 20, 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 2


def test_a_title_of_the_longest_kind_loses_no_word() -> None:
    _, lines = fit(LONG, ROOM, TITLE_HEIGHT)
    assert " ".join(lines).split() == LONG.split()


@given(WORDS, st.integers(200, 1000))
def test_broken_lines_hold_all_words_in_order_and_keep_to_the_width(words: list[str], width: int) -> None:
    lines = break_lines(words, width, measure(33))
    assert " ".join(lines) == " ".join(words)
    assert all(measure(33)(line) <= width + 1 or " " not in line for line in lines)


@given(WORDS)
def test_any_title_fits(words: list[str]) -> None:
    size, lines = fit(" ".join(words), ROOM, TITLE_HEIGHT)
    assert size in SIZES
    assert len(lines) * size * LEADING <= TITLE_HEIGHT + 1


def test_lines_are_about_equal_and_a_number_stays_with_its_word() -> None:
    lines = break_lines(["Kế", "hoạch", "khuyến", "công", "địa", "phương", "năm", "2023"], 420, measure(33))
    assert not any(line.endswith(" năm") for line in lines)
    widths = [measure(33)(line) for line in lines]
    assert min(widths) > max(widths) / 2


def test_the_words_of_a_town_and_of_a_date_stay_on_one_line() -> None:
    for title in ("Sản phẩm tiêu biểu tại TP. Hồ Chí Minh năm 2025", "Xưởng mới ở TX. Phú Mỹ mở cửa ngày 5 tháng 10"):
        for width in (456, 600, 800, ROOM):
            _, lines = fit(title, width, TITLE_HEIGHT)
            broken = [
                line for line in lines if line.endswith(("TP.", "Hồ", "Chí", "TX.", "Phú", "năm", "ngày", "tháng"))
            ]
            assert not broken, (width, lines)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Công văn № 5 → nơi nhận", "Công văn No 5 nơi nhận"),
        ("Gốm 北京 và 🔥", "Gốm và"),
        ("Ệ ớ ₫ “a” – … ½ m² °C ± ×", "Ệ ớ ₫ “a” – … ½ m² °C ± ×"),
        ("Lo\u0300 nung", "Lò nung"),
        ("→", ""),
    ],
)
def test_letters_that_the_typeface_lacks_leave_no_gap(title: str, words: str) -> None:
    assert " ".join(fit(title, ROOM, TITLE_HEIGHT)[1]) == words
    assert " ".join(shortened(title, ROOM, 30).split()) == words
    assert drawn(title).size == (WIDTH, HEIGHT)


def test_a_line_that_is_too_long_ends_in_an_ellipsis_after_a_whole_word() -> None:
    assert shortened("Cơ sở công nghiệp nông thôn", 250, 30) == "Cơ sở công …"
    assert shortened("Tin tức", 200, 30) == "Tin tức"
    assert shortened("khongcodaucachnaoca" * 9, 200, 30) == ""


@pytest.mark.parametrize("title", TITLES)
def test_a_picture_has_the_size_that_networks_ask_for_and_is_small(title: str) -> None:
    data = draw(SharePicture("/a", title, "Tin tức", "Trang"))
    assert Image.open(io.BytesIO(data)).size == (WIDTH, HEIGHT)
    assert len(data) <= MAX_BYTES
    assert data == draw(SharePicture("/a", title, "Tin tức", "Trang"))


def test_a_photo_fills_the_right_half_and_the_title_keeps_away_from_it(tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    path.write_bytes(photo(1440, 960))
    picture = drawn(ACCENTED, photo_path=path)
    red, _, blue = picture.getpixel((WIDTH - PHOTO[0] + 20, 20))  # type: ignore[misc]
    assert red > 150 > blue
    assert ink(picture, (WIDTH - PHOTO[0] - RIGHT // 2 + 2, 0, WIDTH - PHOTO[0] - 8, HEIGHT)) is None
    data = draw(SharePicture("/a", ACCENTED, "", "", "x"), path)
    assert len(data) <= MAX_BYTES
    assert b"NGUOI-CHUP" not in data


def test_a_busy_photo_is_pressed_until_the_file_is_small(tmp_path: Path) -> None:
    path = tmp_path / "nhieu.jpg"
    Image.effect_noise((1440, 960), 40).convert("RGB").save(path)
    assert len(draw(SharePicture("/a", "Gốm", "", "", "x"), path)) < 2 * MAX_BYTES


def test_an_address_changes_with_all_that_stands_on_the_picture() -> None:
    whole = plan_share("/a/", "Tên", "Loại", "Trang", "/a/anh-1.jpg")
    others = [
        plan_share("/a/", "Tên khác", "Loại", "Trang", "/a/anh-1.jpg"),
        plan_share("/a/", "Tên", "Khác", "Trang", "/a/anh-1.jpg"),
        plan_share("/a/", "Tên", "Loại", "Trang khác", "/a/anh-1.jpg"),
        plan_share("/a/", "Tên", "Loại", "Trang", "/a/anh-2.jpg"),
    ]
    assert len({one.url for one in (whole, *others)}) == 5
    assert whole == plan_share("/a/", "Tên", "Loại", "Trang", "/a/anh-1.jpg")
    assert whole.url.endswith(".jpg")
    assert plan_share("/a/", "Tên", "", "Trang").url.endswith(".png")
    assert whole.view.alt == "Loại: Tên"
