"""What the report says of originals that could be better."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from khuyencong.model.photo_advice import advice
from tests.content import catalogue, news
from tests.pictures import TURNED_LEFT, drawing, photo


def noise(width: int, height: int) -> bytes:
    """Make a PNG that is as heavy as a photo."""
    data = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(data, "PNG")
    return data.getvalue()


def advised(folder: Path, image: str, name: str, data: bytes) -> list[str]:
    """Give the advice on one picture."""
    article = news(f"image: {{src: {name}, alt: Người thợ bên lò{image}}}")
    found = catalogue(folder, {"news/a.md": article, f"news/{name}": data})
    return [one.text for one in advice(found, folder / "content")]


def test_a_good_photo_with_its_credit_gets_no_advice(tmp_path: Path) -> None:
    assert advised(tmp_path, ", credit: Ban biên tập", "a.jpg", photo(1600, 1200)) == []


def test_a_photo_as_png_should_be_a_jpeg(tmp_path: Path) -> None:
    (text,) = advised(tmp_path, ", credit: Ban biên tập", "a.png", noise(1000, 800))
    assert "JPEG" in text


def test_the_width_is_that_of_the_upright_photo_whatever_its_kind(tmp_path: Path) -> None:
    held = photo(1200, 900, orientation=TURNED_LEFT, kind="HEIF")
    (text,) = advised(tmp_path, ", credit: Ban biên tập", "a.heic", held)
    assert text.startswith("Rộng 900 điểm")


def test_a_drawing_is_never_too_narrow(tmp_path: Path) -> None:
    assert advised(tmp_path, ", credit: Ban biên tập", "a.svg", drawing()) == []


def test_a_narrow_original_and_a_missing_credit_are_told(tmp_path: Path) -> None:
    narrow, credit = advised(tmp_path, "", "a.jpg", photo(600, 400))
    assert narrow.startswith("Rộng 600 điểm")
    assert "nguồn ảnh" in credit
