"""Pictures: small, right way up, and without the camera's data."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from khuyencong.outputs.images import WIDTHS, Derivative, derive, plan_picture
from tests.pictures import TURNED_LEFT, photo

SECRETS = (b"HANG-MAY-ANH", b"NGUOI-CHUP", b"BI-MAT", b"Exif", b"EXIF", b"GPS")


def written(folder: Path, data: bytes, name: str = "Ảnh đúc đồng 1.jpg") -> Path:
    """Put a picture into a folder."""
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_test_photo_does_hold_a_place_and_an_owner() -> None:
    exif = Image.open(io.BytesIO(photo(40, 30))).getexif()
    assert exif.get_ifd(0x8825)[1] == "N"
    assert exif[0x013B] == "NGUOI-CHUP"


def test_a_large_photo_gets_every_width_and_one_plain_copy(tmp_path: Path) -> None:
    view, copies = plan_picture(written(tmp_path, photo(3000, 1500)), "/tin-tuc/a/", "Lò đúc")
    assert [(one.format, one.width) for one in copies] == [("WEBP", 480), ("WEBP", 960), ("WEBP", 1440), ("JPEG", 1440)]
    assert (view.width, view.height, view.alt) == (1440, 720, "Lò đúc")
    assert view.src == copies[-1].url
    assert [part.split()[1] for part in view.sources[0][1].split(", ")] == [f"{width}w" for width in WIDTHS]


@pytest.mark.parametrize(("width", "widths"), [(300, [300]), (480, [480]), (700, [480, 700]), (1440, [480, 960, 1440])])
def test_a_picture_is_never_enlarged(tmp_path: Path, width: int, widths: list[int]) -> None:
    view, copies = plan_picture(written(tmp_path, photo(width, 200)), "/a/", "x")
    assert [one.width for one in copies if one.format == "WEBP"] == widths
    assert view.width == max(widths)


def test_addresses_of_copies_are_ascii_and_change_with_the_picture(tmp_path: Path) -> None:
    first, _ = plan_picture(written(tmp_path, photo(300, 200)), "/a/", "x")
    second, _ = plan_picture(written(tmp_path, photo(300, 201)), "/a/", "x")
    assert first.src.isascii()
    assert first.src.startswith("/a/anh-duc-dong-1-")
    assert first.src != second.src


@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_copy_has_the_right_size_and_none_of_the_cameras_data(tmp_path: Path, kind: str, form: str) -> None:
    source = written(tmp_path, photo(1000, 500, kind=kind), f"anh.{kind.lower()}")
    data = derive(Derivative(source, "/a", 480, form))
    with Image.open(io.BytesIO(data)) as copy:
        assert (copy.format, copy.size) == (form, (480, 240))
        assert not copy.getexif()
    assert not [secret for secret in SECRETS if secret in data]


def test_a_photo_taken_upright_is_turned_and_its_size_is_told_so(tmp_path: Path) -> None:
    source = written(tmp_path, photo(1000, 500, orientation=TURNED_LEFT))
    view, copies = plan_picture(source, "/a/", "x")
    assert (view.width, view.height) == (500, 1000)
    with Image.open(io.BytesIO(derive(copies[-1]))) as copy:
        assert copy.size == (view.width, view.height)
        red, _, blue = copy.convert("RGB").getpixel((copy.width - 5, 5))  # type: ignore[misc]
        assert red > 150 > blue


@pytest.mark.parametrize("is_palette", [True, False])
def test_transparent_parts_of_a_picture_become_white(tmp_path: Path, is_palette: bool) -> None:
    transparent = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    data = io.BytesIO()
    (transparent.quantize() if is_palette else transparent).save(data, "PNG")
    source = written(tmp_path, data.getvalue(), "dau.png")
    with Image.open(io.BytesIO(derive(Derivative(source, "/a", 60, "JPEG")))) as copy:
        assert (copy.mode, copy.size) == ("RGB", (60, 30))
        assert copy.getpixel((30, 15)) == (255, 255, 255)


def test_a_very_flat_picture_keeps_at_least_one_line(tmp_path: Path) -> None:
    view, copies = plan_picture(written(tmp_path, photo(3000, 1)), "/a/", "x")
    with Image.open(io.BytesIO(derive(copies[0]))) as copy:
        assert copy.height == 1
    assert view.height >= 1


def test_making_a_copy_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    one = Derivative(written(tmp_path, photo(800, 600)), "/a", 480, "WEBP")
    assert derive(one) == derive(one)
