"""What a page says of a picture, and the files that it names."""

from __future__ import annotations

import pytest

from khuyencong.model.pictures.plan import Copy, plan
from khuyencong.model.pictures.slots import CARD, COLUMN
from khuyencong.model.pictures.verdict import Facts

PHOTO = Facts("1a2b3c4d" + "0" * 56, "JPEG", "photo", 3000, 2000, 7)


def formats(copies: tuple[Copy, ...]) -> dict[str, list[int]]:
    return {
        form: [one.width for one in copies if one.format == form]
        for form in dict.fromkeys(one.format for one in copies)
    }


def test_a_photo_in_the_column_comes_in_three_formats() -> None:
    view, copies = plan(PHOTO, "Lò đúc 1.JPG", "/tin-tuc/a/", "Lò đúc", COLUMN)
    assert formats(copies) == {
        "AVIF": [288, 432, 640, 960, 1408, 2112],
        "WEBP": [288, 432, 640, 960, 1408],
        "JPEG": [960],
    }
    assert [media_type for media_type, _ in view.sources] == ["image/avif", "image/webp"]
    assert view.sources[0][1].startswith("/tin-tuc/a/lo-duc-1-1a2b3c4d-288.avif 288w, ")
    assert (view.src, view.width, view.height, view.alt, view.tone) == (
        "/tin-tuc/a/lo-duc-1-1a2b3c4d-960.jpg", 704, 469, "Lò đúc", 7,
    )  # fmt: skip


def test_on_a_card_it_comes_small_too() -> None:
    _, copies = plan(PHOTO, "a.jpg", "/a/", "", CARD)
    assert formats(copies) == {
        "AVIF": [96, 128, 192, 288, 432, 640, 960, 1408, 2112],
        "WEBP": [96, 128, 192, 288, 432, 640, 960, 1408],
        "JPEG": [432],
    }


def test_a_graphic_comes_without_loss() -> None:
    _, copies = plan(PHOTO._replace(form="graphic", width=300, height=100), "a.png", "/a/", "x", COLUMN)
    assert formats(copies) == {"WEBP": [288, 300], "PNG": [300]}


def test_a_drawing_is_one_file() -> None:
    view, copies = plan(PHOTO._replace(form="drawing", kind="SVG", width=300, height=100), "a.svg", "/a/", "x", COLUMN)
    assert formats(copies) == {"SVG": [300]}
    assert (view.src, view.sources, view.width) == ("/a/a-1a2b3c4d.svg", (), 300)


@pytest.mark.parametrize("slot", [COLUMN, CARD])
def test_every_file_that_the_page_names_is_made_and_no_other(slot: object) -> None:
    view, copies = plan(PHOTO, "a.jpg", "/a/", "x", slot)  # type: ignore[arg-type]
    named = [one.split()[0] for _, srcset in view.sources for one in srcset.split(", ")]
    assert sorted([*named, view.src]) == sorted(one.url for one in copies)


@pytest.mark.parametrize("name", ["a" * 251 + ".jpg", "北" * 83 + ".jpg", "lò gốm " * 30 + ".jpg"])
def test_the_longest_names_that_a_disk_holds_give_names_that_it_holds_too(name: str) -> None:
    _, copies = plan(PHOTO, name, "/a/", "", CARD)
    assert max(len(one.url) for one in copies) < 100
    assert "-1a2b3c4d-" in copies[0].url
    assert "--" not in copies[0].url


def test_another_edition_of_a_picture_has_another_address() -> None:
    other = PHOTO._replace(digest="f" * 64)
    assert plan(PHOTO, "a.jpg", "/a/", "", COLUMN).view.src != plan(other, "a.jpg", "/a/", "", COLUMN).view.src


@pytest.mark.parametrize(
    ("name", "stem"), [("Ảnh đúc đồng.jpg", "anh-duc-dong"), ("???.png", "anh"), ("x/y z.jpg", "y-z")]
)
def test_addresses_are_ascii(name: str, stem: str) -> None:
    assert plan(PHOTO, name, "/a/", "", COLUMN).view.src.startswith(f"/a/{stem}-1a2b3c4d-")
