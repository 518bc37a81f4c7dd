"""The door: reads a content file as text, or says why it cannot be read."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from khuyencong.model.problem import Problem

MAX_BYTES = 1_000_000
"""Largest content file in bytes. A 600-word article takes 4 KB; a megabyte of Markdown is a mistake."""

# Characters that no reader sees and that break search, links and comparison. U+FEFF at the very start
# of a file is an editor's mark and is dropped without a word; the no-break space is ordinary typography.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_LEGACY_SIGNS = (
    # TCVN3 (.VnTime): lower-case accented letters lie in 0xA8-0xFE, where windows-1258 has signs.
    ("TCVN3 (ABC)", re.compile(rb"[\xb5-\xbe\xc6-\xcf\xd0-\xd7\xdc-\xde\xe2-\xfe][a-z ]")),
    ("Windows-1258", re.compile(rb"[a-zA-Z\xe2\xea\xf4\xf5\xfd\xe3][\xcc\xd2\xde\xec\xf2]")),
)


def read_source(path: Path, shown: str, root: Path) -> tuple[str, Problem | None]:
    """Read one content file as NFC text with Unix line ends.

    Arguments:
        path: the file to read.
        shown: how problems name it.
        root: the content folder, already resolved, which the file must not leave.

    Returns:
        The text and no problem, or an empty text and the problem.
    """
    trouble = _refuse(path, root)
    if trouble:
        return "", Problem(shown, 1, "", trouble)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", Problem(shown, line, "", _not_utf8(data))
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text, _invisible(text, shown)


def _refuse(path: Path, root: Path) -> str:
    if path.is_symlink() or not path.resolve().is_relative_to(root):
        return "tệp là liên kết trỏ ra ngoài thư mục nội dung. Hãy chép hẳn tệp vào thư mục content."
    size = path.stat().st_size
    if size == 0:
        return "tệp rỗng. Hãy viết nội dung vào tệp hoặc xóa tệp đi."
    if size > MAX_BYTES:
        return (
            f"tệp nặng {size / 1_000_000:.1f} MB, giới hạn là {MAX_BYTES / 1_000_000:.0f} MB. "
            "Tệp bài viết chỉ chứa chữ; ảnh và tài liệu để thành tệp riêng bên cạnh."
        ).replace(".", ",", 1)
    return ""


def _not_utf8(data: bytes) -> str:
    advice = "Hãy mở tệp và lưu lại với bảng mã UTF-8."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"tệp không phải UTF-8, trông giống UTF-16. {advice}"
    if b"\0" in data:
        return "tệp không phải văn bản (có thể là ảnh hoặc tệp Word). Hãy bỏ tệp này ra khỏi thư mục."
    counts = {name: len(sign.findall(data)) for name, sign in _LEGACY_SIGNS}
    best = max(counts, key=lambda name: counts[name])
    looks_like = f"trông giống {best}" if counts[best] else "không rõ bảng mã"
    return f"tệp không phải UTF-8, {looks_like}. {advice}"


def _invisible(text: str, shown: str) -> Problem | None:
    found = INVISIBLE.search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
    return Problem(
        shown,
        line,
        "",
        f"có ký tự vô hình U+{ord(found.group()):04X} ở vị trí {column} của dòng. Hãy xóa đoạn quanh đó rồi gõ lại.",
    )
