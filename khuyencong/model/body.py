"""Looks through the Markdown of an entry for links that lead nowhere, headings out of order, lost footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from slugify import slugify

from khuyencong.model.markup import Found, Heading, Markup
from khuyencong.model.near import suggestion
from khuyencong.model.problem import quoted
from khuyencong.model.table_headings import empty_headings

OUTWARD_SCHEMES = ("http", "https", "mailto", "tel")
LONGEST_UNDERLINED = 120
"""A line of dashes under a longer line is meant as a rule, not as the mark of a heading."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_CONTROL = re.compile(r"[\x00-\x20]")
_EMBEDDED = frozenset({"img", "video", "audio", "source", "picture"})
_MARKS = re.compile(r"[*_`]|!?\[|\]\([^)]*\)|\]|<[^>]*>")


class Inner(NamedTuple):
    """A place within the site that the Markdown leads to; whether it is there depends on other files.

    Arguments:
        address: as written.
        is_picture: whether it is shown as a picture.
        alt: what the picture shows, in words.
    """

    address: str
    is_picture: bool
    alt: str = ""


def look_through(body: str) -> Iterator[tuple[int, str | Inner]]:
    """Yield the line (counted from 0) and the message of each problem of a Markdown body, and where it leads."""
    markup = Markup(body)
    headings = list(markup.headings()) if "#" in markup.text or "\n-" in markup.text or "\n=" in markup.text else []
    yield from _heading_problems(headings)
    yield from _footnote_problems(markup)
    yield from _table_problems(markup)
    for found in markup.links():
        for finding in _link_findings(found, markup, headings):
            yield found.line, finding


def _heading_problems(headings: list[Heading]) -> Iterator[tuple[int, str]]:
    before = 1
    for heading in headings:
        message = _heading_problem(heading, before)
        before = max(heading.level, 2)
        if message:
            yield heading.line, message


def _heading_problem(heading: Heading, before: int) -> str:
    if heading.is_underlined and (heading.level == 1 or len(heading.text) > LONGEST_UNDERLINED):
        return "dòng gạch ngay dưới biến dòng chữ này thành tiêu đề. Hãy để một dòng trống ở giữa, hoặc dùng ##."
    if heading.level == 1 and heading.is_tight:
        return 'dấu "#" ở đầu dòng biến cả dòng thành tiêu đề. Hãy viết "\\#", hoặc "## " nếu là tiêu đề.'
    if heading.level == 1:
        return 'tiêu đề cấp 1 ("# ") dành cho tên bài. Trong bài hãy bắt đầu từ "## ".'
    if not heading.text:
        return "tiêu đề trống. Hãy viết tiêu đề sau dấu #, hoặc xóa dòng này."
    if heading.level > before + 1:
        return f"tiêu đề nhảy từ cấp {before} xuống cấp {heading.level}. Hãy dùng {'#' * (before + 1)}."
    return ""


def _footnote_problems(markup: Markup) -> Iterator[tuple[int, str]]:
    uses, definitions = markup.footnotes()
    defined = {name for _, name in definitions}
    used = {name for _, name in uses}
    for line, name in uses:
        if name not in defined:
            mark = quoted(f"[^{name}]")
            yield line, f'chú thích {mark} chưa có lời giải thích. Hãy thêm dòng "[^{name[:20]}]: …" ở cuối bài.'
    told: set[str] = set()
    for line, name in definitions:
        mark = quoted(f"[^{name}]")
        if name in told:
            yield line, f"chú thích {mark} có hai lời giải thích. Hãy đổi tên hoặc xóa một dòng."
        elif name not in used:
            yield line, f"chú thích {mark} không được nhắc trong bài. Hãy đặt {mark} vào chỗ cần, hoặc xóa dòng này."
        told.add(name)


def _table_problems(markup: Markup) -> Iterator[tuple[int, str]]:
    for line, column in empty_headings(markup.text):
        which = f"tiêu đề cột {column} của bảng" if column else "một ô tiêu đề (<th>) của bảng"
        yield line, f"{which} bỏ trống. Hãy viết tên cột, ví dụ Nội dung hoặc Chỉ tiêu."


def _link_findings(found: Found, markup: Markup, headings: list[Heading]) -> Iterator[str | Inner]:
    if found.kind == "reference":
        known = suggestion(found.target, markup.definitions)
        yield f'liên kết {quoted(f"[{found.target}]")} chưa có địa chỉ. Hãy thêm dòng "[…]: địa chỉ" ở cuối bài.{known}'
    elif found.kind == "tag":
        yield from _tag_findings(found)
    elif found.kind == "alt":
        yield from _alt_problems(found.text or "", found.target)
    elif found.target.startswith("#") and found.kind == "link":
        yield from _fragment_problems(found.target[1:], markup, headings)
    else:
        for finding in _target_findings(found.target, is_picture=found.kind == "picture"):
            yield finding if isinstance(finding, str) else finding._replace(alt=_MARKS.sub("", found.text or ""))
        if found.kind == "picture" and found.text is not None:
            yield from _alt_problems(found.text, found.target, found.caption)


def _tag_findings(found: Found) -> Iterator[str | Inner]:
    if found.text in _EMBEDDED:
        yield f"không dùng thẻ <{found.text}>. Hãy viết ảnh theo cách ![mô tả](tệp ảnh cạnh bài)."
    elif found.text == "h1":
        yield 'thẻ <h1> dành cho tên bài. Trong bài hãy bắt đầu từ "## ".'
    elif found.target and not found.target.startswith("#"):
        if _scheme(found.target) or found.target.startswith("/"):
            yield from _target_findings(found.target, is_picture=False)
        else:
            yield f"thẻ <{found.text}> không dẫn được tới tệp {quoted(found.target)}. Hãy viết [chữ](tệp)."


def _alt_problems(alt: str, target: str, caption: str = "") -> Iterator[str]:
    name = PurePosixPath(unquote(target))
    if not alt.strip():
        yield "ảnh chưa có lời mô tả. Hãy viết trong ngoặc vuông điều nhìn thấy trong ảnh: ![mô tả](tệp)."
    elif alt.strip() in (target, name.name, name.stem) or re.fullmatch(r"[\W\d_]*", alt):
        yield f"mô tả ảnh {quoted(alt)} là tên tệp hoặc con số. Hãy tả ảnh bằng một câu ngắn."
    elif alt.strip() == caption.strip():
        yield f"mô tả ảnh {quoted(alt)} trùng với chú thích. Hãy tả điều nhìn thấy trong ảnh."


def _fragment_problems(fragment: str, markup: Markup, headings: list[Heading]) -> Iterator[str]:
    known = {slugify(_MARKS.sub("", heading.text)) for heading in headings} | set(markup.ids())
    name = unquote(fragment)
    if name and name not in known and re.sub(r"_\d+$", "", name) not in known:
        yield f"trong bài không có mục {quoted('#' + name)}.{suggestion(name, known) or ' Hãy xem lại tên mục.'}"


def _target_findings(target: str, *, is_picture: bool) -> Iterator[str | Inner]:
    if not target.strip():
        yield "liên kết trống. Hãy viết địa chỉ trong ngoặc tròn."
        return
    scheme = _scheme(target)
    if scheme:
        yield from _scheme_problems(scheme, target, is_picture=is_picture)
    elif target.startswith("//"):
        yield f"địa chỉ {quoted(target)} thiếu https: ở đầu. Hãy viết đủ địa chỉ."
    elif is_picture or target.partition("#")[0]:
        yield Inner(target, is_picture)


def _scheme(target: str) -> str:
    """Give the scheme as browsers see it: they drop control characters and spaces, and read character references."""
    found = _SCHEME.match(unquote(_CONTROL.sub("", html.unescape(target))))
    return found[1].lower() if found else ""


def _scheme_problems(scheme: str, target: str, *, is_picture: bool) -> Iterator[str]:
    if scheme == "file" or len(scheme) == 1:
        yield f"{quoted(target)} là đường dẫn trên một máy tính. Hãy chép tệp vào cạnh bài và chỉ viết tên tệp."
    elif is_picture and scheme not in ("http", "https"):
        yield f"không dùng được ảnh kiểu {quoted(scheme + ':')}. Hãy để ảnh thành tệp cạnh bài và viết tên tệp."
    elif scheme not in OUTWARD_SCHEMES:
        yield f"không dùng được liên kết kiểu {quoted(scheme + ':')}. Hãy dùng https, http, mailto hoặc tel."
    elif is_picture:
        yield f"ảnh {quoted(target)} ở trang khác. Hãy chép ảnh vào cùng thư mục với bài."
    elif scheme in ("http", "https") and not re.match(r"https?://[^\s/?#]+\.?[^\s]*$", target, re.IGNORECASE):
        yield f"địa chỉ {quoted(target)} viết không đúng. Hãy viết dạng https://ten-trang.vn/…, không có dấu cách."
