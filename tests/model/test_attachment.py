"""The names under which files to download are published."""

from __future__ import annotations

import pytest

from khuyencong.model.attachment import published_name


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("Mẫu đơn số 1.PDF", "mau-don-so-1.pdf"),
        ("ke-hoach.docx", "ke-hoach.docx"),
        ("???.pdf", "tep.pdf"),
        ("tệp/đơn.pdf", "don.pdf"),
    ],
)
def test_a_file_gets_an_ascii_name(name: str, published: str) -> None:
    assert published_name(name) == published
