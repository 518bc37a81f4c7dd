"""A radio script as plain text."""

from __future__ import annotations

from khuyencong.model.radio import RadioScript, Spoken
from khuyencong.outputs.radio_text import radio_text


def test_paragraphs_stand_apart_and_the_file_says_that_it_is_utf_8() -> None:
    script = RadioScript((Spoken("Mở đầu."), Spoken("Số tiền.", is_heading=True)), ())
    data = radio_text(script)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "Mở đầu.\r\n\r\nSố tiền.\r\n"
