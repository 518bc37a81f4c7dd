"""The door: what a file's bytes may be."""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khuyencong.model.source import INVISIBLE, MAX_BYTES, read_source
from tests.content import news, problems, read, write_content

SENTENCE = "Khuyến công hỗ trợ cơ sở sản xuất muối ở Bà Rịa, được công nhận là sản phẩm tiêu biểu của tỉnh năm nay.\n"
TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
        "\xb5\xb6\xb7\xb8\xb9\xa8\xbb\xbc\xbd\xbe\xc6\xa9\xc7\xc8\xc9\xca\xcb\xae\xcc\xce\xcf\xd0\xd1\xaa\xd2\xd3\xd4"
        "\xd5\xd6\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xab\xe5\xe6\xe7\xe8\xe9\xac\xea\xeb\xec\xed\xee\xef\xf1\xf2"
        "\xf3\xf4\xad\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe",
        strict=True,
    )
)
VNI_TONES = {"\u0300": "\xf8", "\u0309": "\xfb", "\u0303": "\xf5", "\u0301": "\xf9", "\u0323": "\xef"}
VNI_HAT_TONES = {"\u0300": "\xe0", "\u0309": "\xe5", "\u0303": "\xe3", "\u0301": "\xe1", "\u0323": "\xe4", "": "\xe2"}
VNI_BREVE_TONES = {"\u0300": "\xe8", "\u0309": "\xfa", "\u0303": "\xfc", "\u0301": "\xe9", "\u0323": "\xeb", "": "\xea"}


def in_tcvn3(text: str) -> bytes:
    return "".join(TCVN3.get(letter, letter) for letter in text.lower()).encode("latin-1", "ignore")


def in_windows_1258(text: str) -> bytes:
    def letter(one: str) -> str:
        parts = unicodedata.normalize("NFD", one)
        tones = "".join(mark for mark in parts[1:] if mark in VNI_TONES)
        return unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in VNI_TONES)) + tones

    return "".join(map(letter, text)).encode("cp1258")


def in_vni(text: str) -> bytes:
    def letter(one: str) -> str:
        parts = unicodedata.normalize("NFD", one)
        tone = next((mark for mark in parts if mark in VNI_TONES), "")
        base = parts[0]
        if one in "đĐ":
            return "\xf1"
        if "\u0302" in parts:
            return base + VNI_HAT_TONES[tone]
        if "\u0306" in parts:
            return base + VNI_BREVE_TONES[tone]
        if "\u031b" in parts:
            base = {"o": "\xf4", "u": "\xf6"}[base.lower()]
        if base in "iI" and tone:
            return {"\u0300": "\xec", "\u0309": "\xe6", "\u0303": "\xf3", "\u0301": "\xed", "\u0323": "\xf2"}[tone]
        return base + VNI_TONES.get(tone, "")

    return "".join(map(letter, text)).encode("latin-1")


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (in_windows_1258(SENTENCE), "Windows-1258"),
        (in_tcvn3(SENTENCE), "TCVN3 (ABC)"),
        (in_vni(SENTENCE), "VNI Windows"),
        (SENTENCE.encode("utf-16"), "UTF-16"),
        (SENTENCE.encode("utf-16-be"), None),
        (SENTENCE.encode() + b"h\xe1", "UTF-8 bị hỏng ở dòng này"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", None),
        (b"PK\x03\x04\xff\xfe", None),
        (b"\x80\x81 \x90\x9d", "không rõ bảng mã"),
    ],
)
def test_a_file_in_another_encoding_says_what_it_looks_like(
    tmp_path: Path, data: bytes, looks_like: str | None
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    text, found = read_source(path, "a.md")
    assert text == ""
    assert len(found) == 1
    if looks_like and looks_like.startswith("không"):
        assert looks_like in found[0].message
    elif looks_like:
        assert f"trông giống {looks_like}. Hãy mở tệp và lưu lại với bảng mã UTF-8." in found[0].message
    else:
        assert found[0].message.startswith("tệp không phải văn bản")


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        path.write_bytes(data)
        text, found = read_source(path, "a.md")
    assert text or found
    assert not INVISIBLE.search(text)
    assert text == unicodedata.normalize("NFC", text)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= problem.line <= lines for problem in found)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")), min_size=1).filter(
        str.strip
    )
)
def test_line_ends_marks_and_accents_come_out_in_one_form(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        expected = unicodedata.normalize("NFC", f"a\n{text}\nb")
        for written in (f"a\n{text}\nb", f"\ufeffa\r\n{text}\r\nb", f"a\r{text}\rb"):
            for form in ("NFC", "NFD"):
                path.write_bytes(unicodedata.normalize(form, written).encode())
                if not INVISIBLE.search(expected):
                    assert read_source(path, "a.md") == (expected, [])


def test_a_file_of_ten_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    with (write_content(tmp_path, {}) / "b.bin").open("wb") as large:
        large.truncate(10_000_000)
    (tmp_path / "content/news/2024").mkdir(parents=True)
    (tmp_path / "content/b.bin").rename(tmp_path / "content/news/2024/a.md")
    assert [str(problem) for problem in read(tmp_path).problems] == [
        (
            "content/news/2024/a.md:1: tệp nặng 10 MB, giới hạn là 1 MB. "
            "Tệp bài viết chỉ chứa chữ; ảnh và tài liệu hãy để thành tệp riêng bên cạnh."
        )
    ]


def test_the_largest_file_that_may_be_is_read(tmp_path: Path) -> None:
    text = news(body="")
    assert problems(tmp_path, {"news/2024/a.md": text + "x" * (MAX_BYTES - len(text.encode()))}) == []


def test_links_to_files_are_not_followed(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"news/2024/that.md": news()})
    (tmp_path / "ngoai.md").write_text(news(), encoding="utf-8")
    folder = content / "news" / "2024"
    (folder / "ra-ngoai.md").symlink_to(tmp_path / "ngoai.md")
    (folder / "trong.md").symlink_to("that.md")
    (folder / "vong.md").symlink_to("vong.md")
    (folder / "mat.md").symlink_to("khong-co.md")
    message = "tệp là liên kết trỏ đi chỗ khác. Hãy chép hẳn tệp vào thư mục nội dung."
    assert [str(problem) for problem in read(tmp_path).problems] == [
        f"content/news/2024/{name}.md:1: {message}" for name in ("mat", "ra-ngoai", "trong", "vong")
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"news/2024/a.md": news()})
    os.mkfifo(content / "news" / "2024" / "b.md")
    assert [problem.message for problem in read(tmp_path).problems] == [
        "đây không phải tệp thường. Hãy bỏ nó ra khỏi thư mục nội dung."
    ]


def test_what_may_not_be_read_is_a_problem() -> None:
    folder = Path(tempfile.mkdtemp())
    own = os.geteuid()
    try:
        folder.chmod(0o755)
        content = write_content(folder, {"news/2024/a.md": news(), "pages/b.md": "---\ntitle: B\n---\n"})
        (content / "news" / "2024" / "a.md").chmod(0o000)
        (content / "pages").chmod(0o000)
        if own == 0:
            os.seteuid(65534)  # the superuser may read everything
        found = [str(problem) for problem in read(folder).problems]
    finally:
        os.seteuid(own)
        (folder / "content" / "pages").chmod(0o755)
        shutil.rmtree(folder)
    assert found == [
        "content/news/2024/a.md:1: không đọc được tệp (Permission denied). Hãy xem lại quyền đọc của tệp.",
        "content/pages:1: không mở được thư mục (Permission denied). Hãy xem lại quyền đọc của thư mục.",
    ]
