"""Which picture files may be published, and what is known of them."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from khuyencong.model.pictures.inspection import FEW_COLOURS, MAX_BYTES, inspect, judge
from khuyencong.model.pictures.verdict import Facts
from tests.pictures import KINDS, TURNED_LEFT, drawing, encoded, photo, plain, png_that_says


def facts_of(data: bytes, name: str) -> Facts:
    verdict = judge(data, name)
    assert verdict.facts, verdict.problem
    return verdict.facts


@pytest.mark.parametrize(("kind", "ending"), KINDS.items())
def test_a_photo_of_each_kind_may_be_published(kind: str, ending: str) -> None:
    found = facts_of(photo(400, 300, kind=kind), f"ảnh.{ending}")
    assert (found.kind, found.form, found.width, found.height, len(found.digest)) == (kind, "photo", 400, 300, 64)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"PNG", "TIFF"}))
def test_a_photo_taken_upright_is_told_so(kind: str) -> None:
    found = facts_of(photo(400, 300, kind=kind, orientation=TURNED_LEFT), f"a.{KINDS[kind]}")
    assert (found.width, found.height) == (300, 400)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_a_printers_file_and_a_grey_scan_may_be_published(mode: str) -> None:
    assert facts_of(encoded(plain(80, 60).convert(mode), "JPEG"), "a.jpeg").form == "photo"
    assert facts_of(encoded(plain(80, 60).convert(mode), "TIFF", compression="tiff_lzw"), "a.tiff").kind == "TIFF"


def test_sixteen_bits_to_a_pixel_may_be_published() -> None:
    deep = Image.linear_gradient("L").convert("I").point(lambda value: value * 256).convert("I;16")
    assert (
        facts_of(encoded(deep, "PNG"), "a.png").tone
        == facts_of(encoded(Image.linear_gradient("L"), "PNG"), "a.png").tone
    )


def test_the_first_of_moving_pictures_counts() -> None:
    first, second = plain(60, 40), Image.new("RGB", (60, 40), "blue")
    moving = encoded(first, "GIF", save_all=True, append_images=[second])
    assert facts_of(moving, "a.gif").tone == facts_of(encoded(first, "GIF"), "a.gif").tone


def test_few_colours_make_a_graphic_and_a_photo_never_is_one() -> None:
    logo = Image.new("RGB", (200, 100), "white")
    logo.paste("olive", (20, 20, 90, 80))
    assert facts_of(encoded(logo, "PNG"), "a.png").form == "graphic"
    assert facts_of(encoded(logo, "JPEG"), "a.jpg").form == "photo"
    assert facts_of(encoded(Image.linear_gradient("L"), "PNG"), "a.png").form == "photo"
    assert FEW_COLOURS < 256


def test_a_drawing_may_be_published() -> None:
    found = facts_of(drawing(), "lò.svg")
    assert (found.kind, found.form, found.width, found.height) == ("SVG", "drawing", 120, 60)


@pytest.mark.parametrize(("kind", "ending"), KINDS.items())
def test_an_ending_that_says_something_else_is_a_problem_that_names_the_right_one(kind: str, ending: str) -> None:
    wrong = "png" if kind == "JPEG" else "jpg"
    assert f'Hãy đổi đuôi tệp thành ".{ending}".' in judge(photo(8, 8, kind=kind), f"a.{wrong}").problem


@pytest.mark.parametrize("hidden", [b"<script>alert(1)</script>", b"<?php system($x);", b"<!DOCTYPE html>", b"<HTML>"])
def test_a_picture_that_is_a_web_page_too_is_a_problem(hidden: bytes) -> None:
    assert "giấu thêm một tệp" in judge(photo(40, 30) + hidden, "a.jpg").problem
    assert "giấu thêm một tệp" in judge(encoded(plain(40, 30), "JPEG", comment=hidden), "a.jpg").problem


def test_a_picture_that_is_an_archive_or_a_paper_too_is_a_problem(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("lenh.bat", "del")
    assert "giấu thêm một tệp" in judge(photo(40, 30) + archive.read_bytes(), "a.jpg").problem
    assert "giấu thêm một tệp" in judge(encoded(plain(8, 8), "JPEG", comment=b"%PDF-1.7"), "a.jpg").problem


def test_what_telephones_put_behind_a_photo_is_none() -> None:
    moving = b"\0\0\0\x18ftypmp42" + os.urandom(2000)
    assert judge(photo(40, 30) + moving, "a.jpg").facts


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (png_that_says(30_000, 30_000), "a.png", "quá nhiều điểm ảnh. Hãy thu nhỏ"),
        (png_that_says(30_000, 10), "a.png", "lớn 30000 × 10 điểm. Hãy thu nhỏ"),
        (png_that_says(9_000, 9_000), "a.png", "lớn 9000 × 9000 điểm. Hãy thu nhỏ"),
        (png_that_says(2**31 - 1, 2**31 - 1), "a.png", "Hãy "),
        (png_that_says(0, 0), "a.png", "Hãy "),
        (png_that_says(500, 500), "a.png", "hỏng"),
        (photo(400, 300)[:3000], "a.jpg", "hỏng"),
        (photo(400, 300, kind="WEBP")[:-200], "a.webp", "hỏng"),
        (photo(400, 300, kind="AVIF")[:-200], "a.avif", "hỏng"),
        (photo(400, 300, kind="HEIF")[:-200], "a.heic", "hỏng"),
        (b"GIF89a", "a.gif", "hỏng"),
        (b"II*\0\x08\0\0\0\xff\xff", "a.tif", "hỏng"),
        (b"<svg", "a.svg", "Hãy "),
        (b"MZ", "a.jpg", "hỏng"),
        (encoded(Image.new("F", (9, 9)), "TIFF"), "a.tif", 'màu kiểu "F"'),
        (encoded(Image.new("I", (9, 9)), "TIFF"), "a.tif", 'màu kiểu "I"'),
        (encoded(Image.new("LAB", (9, 9)), "TIFF"), "a.tif", 'màu kiểu "LAB"'),
        (encoded(Image.new("RGB", (1, 16_384)), "JPEG"), "a.jpg", "lớn 1 × 16384 điểm. Hãy thu nhỏ"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_pictures_that_may_not_be_published(data: bytes, name: str, words: str) -> None:
    verdict = judge(data, name)
    assert verdict.facts is None
    assert words in verdict.problem
    assert name in verdict.problem


def test_a_large_tiff_may_be_published() -> None:
    large = encoded(plain(60, 40), "TIFF", big_tiff=True)
    assert large[:4] == b"II+\0"
    assert facts_of(large, "a.tif").kind == "TIFF"


def test_a_moving_picture_with_a_huge_frame_is_a_problem() -> None:
    data = bytearray(encoded(plain(8, 8), "GIF"))
    frame = data.index(b",\0\0\0\0\x08\0\x08\0")
    data[frame + 5 : frame + 9] = b"\x30\x75\x30\x75"  # 30,000 × 30,000
    assert "Hãy thu nhỏ" in judge(bytes(data), "a.gif").problem


def test_what_is_no_ordinary_file_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.jpg")
    (tmp_path / "lien-ket.jpg").symlink_to("/dev/zero")
    (tmp_path / "rong.jpg").touch()
    with (tmp_path / "nang.jpg").open("wb") as heavy:
        heavy.truncate(MAX_BYTES + 1)
    said = {
        name: inspect(tmp_path / name).problem
        for name in ("ong.jpg", "lien-ket.jpg", "rong.jpg", "nang.jpg", "khong.jpg")
    }
    assert "không phải tệp thường" in said["ong.jpg"]
    assert "không phải tệp thường" in said["lien-ket.jpg"]
    assert "rỗng" in said["rong.jpg"]
    assert "Hãy giảm xuống dưới 40 MB" in said["nang.jpg"]
    assert "không đọc được" in said["khong.jpg"]


def test_a_broken_colour_profile_and_broken_camera_data_do_not_matter() -> None:
    assert judge(encoded(plain(40, 30), "JPEG", icc_profile=b"hong" * 40), "a.jpg").facts
    assert judge(encoded(plain(40, 30), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"), "a.jpg").facts
