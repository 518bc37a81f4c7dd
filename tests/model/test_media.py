"""Files beside a content file."""

from __future__ import annotations

import io
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from khuyencong.model.media import ATTACHMENT_ENDINGS, beside, media_problem


def picture(kind: str = "JPEG", size: tuple[int, int] = (8, 8)) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, "olive").save(held, kind)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.jpg", "JPEG"), ("A.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("ảnh đẹp.jpg", "JPEG")],
)
def test_pictures_that_may_be_published(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(picture(kind))
    assert media_problem(tmp_path, name, tmp_path, is_picture=True) == ""


@pytest.mark.parametrize(
    ("name", "held", "words"),
    [
        ("a.jpg", b"", "rỗng. Hãy chép lại tệp."),
        ("a.jpg", b"<svg/>", "thật ra là ảnh loại SVG"),
        ("a.jpg", picture()[:200], "hỏng"),
        ("a.bmp", b"BM", "Hãy lưu thành JPEG hoặc PNG"),
        ("a.svg", b"<svg/>", "không phải bản vẽ SVG"),
        ("a.png", picture("PNG", (9_000, 9_000)), "Hãy thu nhỏ"),
    ],
)
def test_pictures_that_may_not(tmp_path: Path, name: str, held: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(held)
    assert words in media_problem(tmp_path, name, tmp_path, is_picture=True)


@pytest.mark.parametrize("ending", sorted(ATTACHMENT_ENDINGS))
def test_attachments_that_may_be_published(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"a{ending.upper()}").write_bytes(b"x")
    assert media_problem(tmp_path, f"a{ending.upper()}", tmp_path, is_picture=False) == ""


@pytest.mark.parametrize(
    ("name", "held"), [("a.exe", b"MZ"), ("a.pdf", b""), ("a", b"x"), ("a.md", b"x"), ("a.html", b"x")]
)
def test_attachments_that_may_not(tmp_path: Path, name: str, held: bytes) -> None:
    (tmp_path / name).write_bytes(held)
    assert "Hãy " in media_problem(tmp_path, name, tmp_path, is_picture=False)


@pytest.mark.parametrize("is_picture", [True, False])
def test_what_is_there_and_no_file_is_not_said_to_be_missing(tmp_path: Path, is_picture: bool) -> None:
    (tmp_path / "thu-muc.jpg").mkdir()
    os.mkfifo(tmp_path / "ong.jpg")
    for name in ("thu-muc.jpg", "ong.jpg"):
        assert "không phải tệp" in media_problem(tmp_path, name, tmp_path, is_picture=is_picture)


def test_an_attachment_that_is_too_heavy(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("wb") as heavy:
        heavy.truncate(41_000_000)
    expected = 'tệp "a.zip" nặng 41 MB. Hãy nén xuống dưới 40 MB.'
    assert media_problem(tmp_path, "a.zip", tmp_path, is_picture=False) == expected


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("mau-don.pdf", "Mẫu đơn.pdf"), ("MẪU ĐƠN.PDF", "Mẫu đơn.pdf"), ("Mẫu đơn.docx", "Mẫu đơn.pdf"), ("khác.pdf", "")],
)
def test_a_file_that_is_not_there(tmp_path: Path, wrong: str, right: str) -> None:
    (tmp_path / "Mẫu đơn.pdf").write_bytes(b"x")
    hint = f'Ý bạn là "{right}"?' if right else "Hãy chép tệp vào cùng thư mục."
    assert media_problem(tmp_path, wrong, tmp_path, is_picture=False) == f'không có tệp "{wrong}" cạnh bài viết. {hint}'


def test_files_outside_are_never_reached(tmp_path: Path) -> None:
    root = tmp_path / "content"
    (root / "news").mkdir(parents=True)
    (tmp_path / "mat.pdf").write_bytes(b"x")
    (root / "news" / "ra.pdf").symlink_to(tmp_path / "mat.pdf")
    (root / "news" / "ngoai").symlink_to(tmp_path)
    (root / "news" / "vong.pdf").symlink_to("vong.pdf")
    for name in (
        "ra.pdf",
        "ngoai/mat.pdf",
        "vong.pdf",
        "../../mat.pdf",
        f"{tmp_path}/mat.pdf",
        "..\\mat.pdf",
        "a/../../mat.pdf",
    ):
        assert "Hãy " in media_problem(root / "news", name, root, is_picture=False), name


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(max_size=40) | st.sampled_from(["a\0b", "x" * 300, ".", "/", "~", "a/", "a.pdf/b", "CON", "\udcff"])
)
def test_no_name_makes_it_raise(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    assert media_problem(tmp_path, name, tmp_path, is_picture=False) or name.strip("./") == "a.pdf"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_is_found_in_either_form_of_its_accents(tmp_path: Path, form: str) -> None:
    path = tmp_path / unicodedata.normalize(form, "Mẫu đơn.pdf")  # type: ignore[arg-type]
    path.write_bytes(b"x")
    assert beside(tmp_path, "Mẫu đơn.pdf") == path
    assert media_problem(tmp_path, "Mẫu đơn.pdf", tmp_path, is_picture=False) == ""


@pytest.mark.parametrize("name", [".anh.png", ".phu/anh.png", "phu/.anh.png"])
def test_a_hidden_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(picture("PNG"))
    assert "bắt đầu bằng dấu chấm" in media_problem(tmp_path, name, tmp_path, is_picture=True)
