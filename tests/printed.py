"""Helpers for tests of printed documents: their words, their codes, their fonts."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp

from khuyencong.model.article_tree import Child, Node
from khuyencong.outputs.printing.planning import UNFITTED

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "themes" / "khuyencong"
TEMPLATES = THEME / "print"
DAY = dt.date(2026, 11, 27)
_WORD = re.compile(r"[^\W\d_]+|\d+")


def words(text: str) -> list[str]:
    """Cut a text into words and numbers."""
    return _WORD.findall(text)


def pages_of(pdf: bytes) -> list[str]:
    """Give the text of each page, as PDFium reads it."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range().replace("\u00ad", "") for page in document]
    document.close()
    return texts


def codes_of(pdf: bytes, dots_per_inch: int = 150) -> list[list[str]]:
    """Read the QR codes back from a picture of each page."""
    document = pypdfium2.PdfDocument(pdf)
    pictures = (page.render(scale=dots_per_inch / 72).to_pil() for page in document)
    found = [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures]
    document.close()
    return found


def fonts_of(pdf: bytes) -> Iterator[tuple[str, bool, bool]]:
    """Yield of each font its name, whether it is embedded and whether its letters can be copied."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/DescendantFonts" in one:
                descriptor = one.DescendantFonts[0].FontDescriptor
                is_embedded = any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
                yield str(one.BaseFont), is_embedded, "/ToUnicode" in one


def follows(wanted: Iterable[str], among: Iterable[str]) -> str:
    """Say from where on words do not stand among others in this order; nothing when all do."""
    rest = iter(among)
    passed: list[str] = []
    for word in wanted:
        if word not in rest:
            return " ".join([*passed[-8:], f"[{word}]"])
        passed.append(word)
    return ""


def running_words(tree: Iterable[Child]) -> Iterator[str]:
    """Yield the words of an article in the order of its lines: without tables and notes, which stand elsewhere."""
    for child in tree:
        if isinstance(child, str):
            yield from words(child)
        elif child.tag not in ("table", "note", "note-again", "table-mark"):
            yield from running_words(child.children)


def parts(tree: Iterable[Child], tag: str) -> Iterator[Node]:
    """Yield the elements of a name."""
    for child in tree:
        if isinstance(child, Node):
            yield from (node for node in child.walk() if node.tag == tag)


def article(**changes: object) -> dict[str, Any]:
    """Give an article as the template reads it."""
    plain = {
        "number": 1,
        "slug": "bai",
        "fit": UNFITTED._asdict(),
        "url": "https://thu.example/tin-tuc/bai/",
        "title": "Một bài",
        "summary": "Tóm tắt.",
        "kicker": "Chuyên mục",
        "byline": "Ban biên tập",
        "artwork": None,
        "picture": None,
        "named": [],
        "tiles": [],
        "sources": [],
        "code": [29, "m4 4h7"],
        "body": [{"tag": "p", "attributes": {}, "children": ["Nội dung."]}],
    }
    return {**plain, **changes}


def issue(*articles: Mapping[str, Any], **changes: object) -> dict[str, Any]:
    """Give an issue as the template reads it."""
    plain: dict[str, Any] = {
        "setting": {"paper": "190x270", "bleed": False, "grey": False},
        "part": "all",
        "starts": {},
        "title": "Bản tin số 1",
        "name": "Bản tin khuyến công",
        "publisher": "",
        "number": 1,
        "year": 2026,
        "date": "",
        "summary": "",
        "introduction": [],
        "address": "https://thu.example",
        "url": "https://thu.example/ban-tin/2026-1/",
        "code": [29, "m4 4h7"],
        "archive-code": [29, "m4 4h7"],
        "index": [],
        "cover": None,
        "tiles": [],
        "sections": [{"title": "Mục", "articles": list(articles)}],
        "imprint": [["Giấy phép xuất bản", ""]],
    }
    return {**plain, **changes}


def paragraph(text: str) -> dict[str, Any]:
    """Give a paragraph of an article."""
    return {"tag": "p", "attributes": {}, "children": [text]}
