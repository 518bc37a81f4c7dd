"""Looks through the Markdown of an entry for links that lead nowhere and headings that skip a level.

It reads the text, not the rendered page, so that each problem has its line and a thousand files are looked
through in the blink of an eye.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from khuyencong.model.problem import suggestion

_FENCE = re.compile(r"^(```|~~~)")
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^)\s>]*)>?[^)]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(?P<target>\S+?)>?(?:\s|$)")
_ATTRIBUTE = re.compile(r"<[a-zA-Z][^>]*?\s(?:href|src)\s*=\s*[\"']?(?P<target>[^\"'\s>]+)", re.IGNORECASE)
_HEADING = re.compile(r"^(#{1,6})\s+\S")
_FOOTNOTE_USE = re.compile(r"\[\^([^\]]+)\](?!:)")
_FOOTNOTE_DEFINITION = re.compile(r"^\[\^([^\]]+)\]:", re.MULTILINE)
_INLINE_CODE = re.compile(r"`[^`]*`")

OUTWARD_SCHEMES = ("http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an entry's links may lead to.

    Arguments:
        addresses: every address of the site.
        entry_at: gives the address of the entry in a content file, by its path in the content folder.
        picture_problem: says what is wrong with a picture beside the entry, by its name.
        attachment_problem: says what is wrong with any other file beside the entry, by its name.
        path: the content file's own path in the content folder.
    """

    addresses: frozenset[str]
    entry_at: Callable[[str], str | None]
    picture_problem: Callable[[str], str]
    attachment_problem: Callable[[str], str]
    path: str


def body_problems(body: str, around: Surroundings) -> Iterator[tuple[int, str]]:
    """Yield the line (counted from 0) and the message of each problem of a Markdown body."""
    defined = set(_FOOTNOTE_DEFINITION.findall(body))
    level = 1
    for number, line in _lines_outside_code(body):
        heading = _HEADING.match(line)
        if heading:
            message = _heading_problem(len(heading[1]), level)
            level = max(len(heading[1]), 2)
            if message:
                yield number, message
        for name in _FOOTNOTE_USE.findall(line):
            if name not in defined:
                yield number, f'chú thích "[^{name}]" chưa có lời giải thích. Hãy thêm dòng "[^{name}]: …" ở cuối bài.'
        for message in _line_problems(line, around):
            yield number, message


def _lines_outside_code(body: str) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(body.split("\n")):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif not fence:
            yield number, _INLINE_CODE.sub("", line)


def _heading_problem(level: int, before: int) -> str:
    if level == 1:
        return 'tiêu đề cấp 1 ("# ") dành cho tên bài. Trong bài hãy bắt đầu từ "## ".'
    if level > before + 1:
        return f"tiêu đề nhảy từ cấp {before} xuống cấp {level}. Hãy dùng {'#' * (before + 1)}."
    return ""


def _line_problems(line: str, around: Surroundings) -> Iterator[str]:
    for link in _LINK.finditer(line):
        is_picture = bool(link["image"])
        yield from _target_problems(link["target"], around, is_picture=is_picture)
        if is_picture:
            yield from _alt_problems(link["text"], link["target"])
    for pattern in (_DEFINITION, _ATTRIBUTE):
        for found in pattern.finditer(line):
            yield from _target_problems(found["target"], around, is_picture=False)


def _alt_problems(alt: str, target: str) -> Iterator[str]:
    stem = PurePosixPath(target).stem
    if not alt.strip():
        yield "ảnh chưa có lời mô tả. Hãy viết trong ngoặc vuông điều nhìn thấy trong ảnh: ![mô tả](tệp)."
    elif alt.strip() in (target, stem) or re.fullmatch(r"[\W\d_]*", alt):
        yield f'mô tả ảnh "{alt}" là tên tệp hoặc con số. Hãy tả ảnh bằng một câu ngắn.'


def _target_problems(target: str, around: Surroundings, *, is_picture: bool) -> Iterator[str]:
    if not target:
        yield "liên kết trống. Hãy viết địa chỉ trong ngoặc tròn."
        return
    if target.startswith("#"):
        return
    scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", unquote(target))
    if scheme:
        yield from _scheme_problems(scheme[1].lower(), target, is_picture=is_picture)
    elif target.startswith("//"):
        yield f'địa chỉ "{target}" thiếu https: ở đầu.'
    elif is_picture:
        yield from filter(None, [around.picture_problem(unquote(target))])
    else:
        yield from _inner_problems(unquote(urlsplit(target).path), around)


def _scheme_problems(scheme: str, target: str, *, is_picture: bool) -> Iterator[str]:
    if scheme not in OUTWARD_SCHEMES:
        yield f'không dùng được liên kết kiểu "{scheme}:". Chỉ dùng https, http, mailto, tel.'
    elif is_picture:
        yield f'ảnh "{target}" ở trang khác. Hãy chép ảnh vào cùng thư mục với bài.'


def _inner_problems(path: str, around: Surroundings) -> Iterator[str]:
    if path.startswith("/"):
        address = path if path.endswith("/") or "." in PurePosixPath(path).name else f"{path}/"
        if address not in around.addresses:
            yield f'không có trang "{path}".{suggestion(address, around.addresses)}'
    elif path.endswith(".md"):
        resolved = resolve(around.path, path)
        if resolved is None or around.entry_at(resolved) is None:
            yield f'không có bài "{path}". Hãy viết địa chỉ của trang, ví dụ /co-so/ten-co-so/.'
    elif path:
        yield from filter(None, [around.attachment_problem(path)])


def resolve(from_path: str, target: str) -> str | None:
    """Follow a relative path from one content file to another.

    Returns:
        The path in the content folder, or nothing when it leaves that folder.
    """
    parts = list(PurePosixPath(from_path).parent.parts)
    for part in PurePosixPath(target).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return "/".join(parts)
