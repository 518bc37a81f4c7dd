"""Which file of a picture a browser takes, and what a page's pictures weigh."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from khuyencong.checks.pages import read_site
from khuyencong.checks.pictures import DESK, PHONE, Window, slot, taken, weigh

PICTURE = (
    '<picture><source type="image/webp" srcset="a-480.webp 480w, a-960.webp 960w, a-1440.webp 1440w" {sizes}>'
    '<img src="a.jpg" alt="x" width="1440" height="960"></picture>'
)


@pytest.mark.parametrize(
    ("sizes", "window", "pixels"),
    [
        ("100vw", PHONE, 360),
        ("(min-width: 46rem) 44rem, 100vw", PHONE, 360),
        ("(min-width: 46rem) 44rem, 100vw", DESK, 704),
        ("(max-width: 600px) 50vw, 20rem", PHONE, 180),
        ("(max-width: 600px) 50vw, 20rem", DESK, 320),
        ("(min-width: 20rem) and (max-width: 40rem) 90vw, 10rem", PHONE, 324),
        ("calc(100vw - 2rem)", PHONE, 328),
        ("min(100vw, 44rem)", DESK, 704),
        ("(min-width: 60rem) min(100vw, 44rem), calc(100vw - 2rem)", DESK, 704),
        ("", DESK, 1280),
    ],
)
def test_the_slot_is_what_the_attribute_promises(sizes: str, window: Window, pixels: float) -> None:
    assert slot(sizes, window) == pytest.approx(pixels)


@pytest.mark.parametrize(
    ("sizes", "window", "file"),
    [
        ('sizes="44rem"', DESK, "a-960.webp"),
        ('sizes="13rem"', PHONE, "a-480.webp"),
        ('sizes="100vw"', PHONE, "a-960.webp"),
        ("", DESK, "a-1440.webp"),
        ('sizes="3000px"', DESK, "a-1440.webp"),
    ],
)
def test_the_least_file_that_is_wide_enough_is_taken(sizes: str, window: Window, file: str) -> None:
    image = html.fragment_fromstring(PICTURE.format(sizes=sizes)).find(".//img")
    assert image is not None
    assert taken(image, window) == file


def test_a_plain_picture_is_taken_as_it_is() -> None:
    image = html.fragment_fromstring('<p><img src="b.png" alt="x"></p>').find(".//img")
    assert image is not None
    assert taken(image, DESK) == "b.png"


def test_the_heaviest_page_comes_first_and_a_file_counts_once(tmp_path: Path) -> None:
    for name, size in (("a-480.webp", 10), ("a-960.webp", 30), ("a-1440.webp", 70), ("b.png", 5)):
        (tmp_path / name).write_bytes(bytes(size))
    picture = PICTURE.format(sizes='sizes="44rem"')
    (tmp_path / "nhe.html").write_text('<title>a</title><img src="b.png" alt="x">', encoding="utf-8")
    (tmp_path / "nang.html").write_text(f"<title>b</title>{picture}{picture}", encoding="utf-8")
    (tmp_path / "khong.html").write_text("<title>c</title><p>Không có ảnh.", encoding="utf-8")
    found = weigh(read_site(tmp_path), tmp_path)
    assert [(one.url, one.pictures, one.phone, one.desk) for one in found] == [
        ("/nang.html", 1, 70, 30),
        ("/nhe.html", 1, 5, 5),
    ]
