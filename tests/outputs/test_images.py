"""Copies of pictures: small, right way up, in sRGB, and with nothing but the picture in them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from khuyencong.model.pictures.inspection import inspect
from khuyencong.model.pictures.slots import CARD, COLUMN
from khuyencong.outputs.images import (
    Derivative,
    SourceChangedError,
    by_picture,
    derive,
    plan_picture,
)
from tests.pictures import KINDS, SECRETS, TURNED_LEFT, drawing, encoded, photo, plain


def written(folder: Path, data: bytes, name: str = "Ảnh đúc đồng 1.jpg") -> Path:
    """Put a picture into a folder."""
    path = folder / name
    path.write_bytes(data)
    return path


def copies_of(source: Path) -> tuple[Derivative, ...]:
    """Plan a picture for the column."""
    facts = inspect(source).facts
    assert facts
    return plan_picture(source, facts, "/a/", "x", COLUMN)[1]


def made(copies: Sequence[Derivative]) -> dict[str, bytes]:
    """Make copies and give them by width and format."""
    return {f"{copy.width} {copy.format}": data for copy, data in derive(copies)}


def colours(data: bytes, *places: tuple[float, float]) -> list[tuple[int, ...]]:
    """Give the colours of a picture at some places, as shares of its width and height."""
    with Image.open(io.BytesIO(data)) as picture:
        rgb = picture.convert("RGB")
        found = [rgb.getpixel((int(x * (rgb.width - 1)), int(y * (rgb.height - 1)))) for x, y in places]
    return [one for one in found if isinstance(one, tuple)]


@pytest.mark.parametrize(("kind", "ending"), KINDS.items())
def test_no_copy_tells_where_a_photo_was_taken_by_whom_or_with_what(tmp_path: Path, kind: str, ending: str) -> None:
    source = written(tmp_path, photo(1500, 750, kind=kind), f"anh.{ending}")
    assert any(secret in source.read_bytes() for secret in SECRETS)
    files = made(copies_of(source))
    assert {name.split()[1] for name in files} == {"AVIF", "WEBP", "JPEG"}
    for name, data in files.items():
        assert [secret for secret in SECRETS if secret in data] == [], name
        with Image.open(io.BytesIO(data)) as copy:
            assert not copy.getexif()
            assert not set(copy.info) & {"exif", "xmp", "icc_profile", "comment", "photoshop", "XML:com.adobe.xmp"}
            assert f"{copy.width} {copy.format}" == name


def test_a_copy_of_a_graphic_holds_nothing_else_either(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "NGUOI-CHUP"
    logo = Image.new("RGB", (300, 100), "olive")
    files = made(copies_of(written(tmp_path, encoded(logo, "PNG", exif=exif, dpi=(72, 72)), "dau.png")))
    assert list(files) == ["300 WEBP", "300 PNG", "288 WEBP"]
    assert not [secret for secret in SECRETS for data in files.values() if secret in data]
    assert colours(files["300 WEBP"], (0.5, 0.5)) == colours(files["300 PNG"], (0.5, 0.5)) == [(128, 128, 0)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_however_the_camera_was_held(tmp_path: Path, kind: str, orientation: int) -> None:
    upright = plain(300, 200)
    turns = (None, 0, 3, 1, 5, 2, 6, 4)  # how the camera must have been held for each orientation
    turn = turns[orientation - 1]
    held = upright if turn is None else upright.transpose(Image.Transpose(turn))
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(held, kind, exif=exif.tobytes() if kind in ("HEIF", "AVIF") else exif)
    source = written(tmp_path, data, f"a.{KINDS[kind]}")
    for name, copy in made(copies_of(source)).items():
        (red, _, blue), far = colours(copy, (0.1, 0.1), (0.9, 0.1))
        assert red > 150 > blue, (name, orientation)
        assert abs(far[0] - far[2]) < 30, (name, orientation)


def test_a_narrow_tall_picture_fits_into_all_formats(tmp_path: Path) -> None:
    source = written(tmp_path, encoded(Image.new("RGB", (3, 16_383)), "JPEG"), "cao.jpg")
    assert {name.split()[1] for name in made(copies_of(source))} == {"AVIF", "WEBP", "JPEG"}


def test_a_deep_grey_that_counts_as_transparent_leaves_the_picture_as_it_is(tmp_path: Path) -> None:
    grey = Image.linear_gradient("L").convert("I").point(lambda value: value * 256).convert("I;16")
    source = written(tmp_path, encoded(grey, "PNG", transparency=65_535), "xam.png")
    for name, data in made(copies_of(source)).items():
        dark, light = colours(data, (0.5, 0.1), (0.5, 0.9))
        assert max(dark) < 40, name
        assert min(light) > 215, name


def test_the_size_in_the_page_has_the_shape_of_the_file(tmp_path: Path) -> None:
    source = written(tmp_path, photo(1000, 500, orientation=TURNED_LEFT))
    facts = inspect(source).facts
    assert facts
    view, copies = plan_picture(source, facts, "/a/", "x")
    assert (view.width, view.height) == (352, 704)
    for copy, data in derive(copies):
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.size == (copy.width, copy.width * 2)


def test_colours_of_another_profile_become_those_of_the_web(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    swap = profile[:red] + b"bXYZ" + profile[red + 4 : blue] + b"rXYZ" + profile[blue + 4 :]
    picture = Image.new("RGB", (300, 200), (200, 30, 30))
    source = written(tmp_path, encoded(picture, "JPEG", icc_profile=swap, quality=95))
    for name, data in made(copies_of(source)).items():
        red_part, _, blue_part = colours(data, (0.5, 0.5))[0]
        assert blue_part > 150 > red_part, name


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "LA", "RGBA", "I;16"])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_every_way_of_holding_colours_gives_a_copy_like_the_picture(tmp_path: Path, mode: str, kind: str) -> None:
    if kind == "PNG" and mode == "CMYK":
        kind = "JPEG"
    half = Image.new("RGB", (400, 200), "white")
    half.paste((0, 0, 0), (0, 0, 200, 200))
    held = half.convert("I").point(lambda value: value * 256).convert("I;16") if mode == "I;16" else half.convert(mode)
    source = written(tmp_path, encoded(held, kind), f"a.{KINDS[kind]}")
    for name, data in made(copies_of(source)).items():
        dark, light = colours(data, (0.2, 0.5), (0.8, 0.5))
        assert max(dark) < 40, name
        assert min(light) > 215, name


@pytest.mark.parametrize("is_palette", [True, False])
def test_transparent_parts_of_a_picture_become_white(tmp_path: Path, is_palette: bool) -> None:
    transparent = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    data = encoded(transparent.quantize() if is_palette else transparent, "PNG")
    for copy in made(copies_of(written(tmp_path, data, "dau.png"))).values():
        assert colours(copy, (0.5, 0.5)) == [(255, 255, 255)]


def test_edges_of_transparent_parts_do_not_grow_dark(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (6000, 3000), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 255), (0, 0, 3001, 3000))
    source = written(tmp_path, encoded(picture, "PNG"), "dau.png")
    assert {colours(copy, (0.5, 0.5))[0] for copy in made(copies_of(source)).values()} == {(255, 255, 255)}


@pytest.mark.parametrize("is_progressive", [True, False])
def test_a_photo_that_lacks_its_last_bytes_gives_whole_copies(tmp_path: Path, is_progressive: bool) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((900, 600), 50)] * 3)
    source = written(tmp_path, encoded(noise, "JPEG", progressive=is_progressive)[:-30])
    files = made(copies_of(source))
    assert "900 AVIF" in files


def test_a_drawing_is_published_as_a_clean_file(tmp_path: Path) -> None:
    data = drawing(
        '<rect width="9" height="9" onclick="BI-MAT"/><script>BI-MAT</script><metadata>NGUOI-CHUP</metadata>'
    )
    files = made(copies_of(written(tmp_path, data, "lò.svg")))
    assert list(files) == ["120 SVG"]
    assert b"<rect" in files["120 SVG"]
    assert not [secret for secret in SECRETS if secret in files["120 SVG"]]


def test_a_very_flat_picture_keeps_at_least_one_line(tmp_path: Path) -> None:
    source = written(tmp_path, photo(3000, 1))
    assert {Image.open(io.BytesIO(data)).height for data in made(copies_of(source)).values()} == {1}


def test_making_copies_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    copies = copies_of(written(tmp_path, photo(800, 600)))
    assert made(copies) == made(copies)


def test_a_picture_that_was_written_in_the_meantime_is_not_published(tmp_path: Path) -> None:
    source = written(tmp_path, photo(800, 600))
    copies = copies_of(source)
    source.write_bytes(photo(800, 601))
    with pytest.raises(SourceChangedError, match="build again"):
        made(copies)


def test_copies_of_the_same_picture_are_made_together_and_each_once(tmp_path: Path) -> None:
    one, same = written(tmp_path, photo(800, 600), "a.jpg"), written(tmp_path, photo(800, 600), "b.jpg")
    other = written(tmp_path, photo(800, 601), "c.jpg")
    together = by_picture([*copies_of(one), *copies_of(same), *copies_of(other)])
    assert [len(copies) for copies in together] == [len(copies_of(one)), len(copies_of(other))]


def test_the_copy_on_a_card_is_one_of_the_column_where_widths_agree(tmp_path: Path) -> None:
    source = written(tmp_path, photo(3000, 2000))
    facts = inspect(source).facts
    assert facts
    in_column, on_card = (plan_picture(source, facts, "/a/", "", slot)[1] for slot in (COLUMN, CARD))
    shared = {one.url for one in in_column} & {one.url for one in on_card}
    assert {url.rpartition("-")[2] for url in shared} == {
        *(f"{width}.avif" for width in (288, 432, 640, 960, 1408, 2112)),
        *(f"{width}.webp" for width in (288, 432, 640, 960, 1408)),
    }
