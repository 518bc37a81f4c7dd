"""The door: reads a content file as text, or says why it cannot be read."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from khuyencong.model.problem import Problem
from khuyencong.model.vietnamese import file_size

MAX_BYTES = 1_000_000
"""Largest content file in bytes. A 600-word article takes 4 KB; a megabyte of Markdown is a mistake."""

# Characters that no reader sees and that break search, links and comparison; the line ends that only YAML
# knows; and private ones, which Word's bullets become. U+FEFF at the very start of a file is an editor's
# mark and is dropped without a word; the no-break space is ordinary typography.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
LINES_TOLD = 5
"""Lines with invisible characters that are named one by one."""

_LEGACY_SIGNS = (
    # UTF-8 cut off or damaged in one place: most accented letters are still whole.
    ("UTF-8 bị hỏng ở dòng này", re.compile(rb"[\xc3-\xc6][\x80-\xbf]|\xe1[\xba\xbb][\x80-\xbf]")),
    # TCVN3 (.VnTime): lower-case accented letters lie where windows-1258 has signs.
    (
        "TCVN3 (ABC)",
        re.compile(rb"[a-zA-Z \xa8-\xae][\xb5-\xbe\xc6-\xcb\xd0-\xd1\xd3-\xd8\xdc\xdd\xdf-\xe1\xe3-\xfe][a-z ,.]"),
    ),
    # Windows-1258: a letter, perhaps with a hat, and then its tone as a mark of its own.
    (
        "Windows-1258",
        re.compile(rb"[aeiouyAEIOUY\xe2\xea\xf4\xf5\xfd\xe3\xc2\xca\xd4\xd5\xdd\xc3][\xcc\xd2\xde\xec\xf2]|\xf0"),
    ),
    # VNI: a plain letter and then one sign for hat and tone together.
    (
        "VNI Windows",
        re.compile(
            rb"[aeouAEOU][\xe0-\xe5\xe8-\xeb\xf9-\xfc\xef\xf8\xf5\xc0-\xc5\xc8-\xcb\xd9-\xdc\xcf\xd8\xd5]|\xf1[a-z\xf4\xf6]"
        ),
    ),
)


def read_source(path: Path, shown: str, most: int = MAX_BYTES) -> tuple[str, list[Problem]]:
    """Read one content file as NFC text with Unix line ends.

    Arguments:
        path: the file to read.
        shown: how problems name it.
        most: its largest size in bytes.

    Returns:
        The text, empty when the file cannot be read, and the problems. Invisible characters are problems,
        and are left out of the text so that the rest of the file can be looked through.
    """
    try:
        trouble = _refuse(path, most)
        data = b"" if trouble else path.read_bytes()
    except OSError as error:
        trouble = f"không đọc được tệp ({error.strerror}). Hãy xem lại quyền đọc của tệp."
    if trouble:
        return "", [Problem(shown, 1, "", trouble)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Problem(shown, line, "", _not_utf8(data))]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "\0" in text:
        return "", [Problem(shown, text.count("\n", 0, text.index("\0")) + 1, "", _NOT_TEXT)]
    if not text.strip():
        return "", [Problem(shown, 1, "", _EMPTY)]
    problems = list(_invisible(text, shown))
    return (INVISIBLE.sub("", text) if problems else text), problems


_EMPTY = "tệp rỗng. Hãy viết nội dung vào tệp hoặc xóa tệp đi."
_NOT_TEXT = "tệp không phải văn bản (có thể là ảnh hoặc tệp Word). Hãy bỏ tệp này ra khỏi thư mục."


def _refuse(path: Path, most: int) -> str:
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        return "tệp là liên kết trỏ đi chỗ khác. Hãy chép hẳn tệp vào thư mục nội dung."
    if not stat.S_ISREG(found.st_mode):
        return "đây không phải tệp thường. Hãy bỏ nó ra khỏi thư mục nội dung."
    size = found.st_size
    if size == 0:
        return _EMPTY
    if size > most:
        return (
            f"tệp nặng {file_size(size)}, giới hạn là {file_size(most)}. "
            "Tệp bài viết chỉ chứa chữ; ảnh và tài liệu hãy để thành tệp riêng bên cạnh."
        )
    return ""


def _not_utf8(data: bytes) -> str:
    advice = "Hãy mở tệp và lưu lại với bảng mã UTF-8."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return f"tệp không phải UTF-8, trông giống UTF-16. {advice}"
    if b"\0" in data or data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        return _NOT_TEXT
    counts = {name: len(sign.findall(data)) for name, sign in _LEGACY_SIGNS}
    best = max(counts, key=lambda name: counts[name])
    looks_like = f"trông giống {best}" if counts[best] else "không rõ bảng mã"
    return f"tệp không phải UTF-8, {looks_like}. {advice}"


def _invisible(text: str, shown: str) -> Iterator[Problem]:
    """Yield one problem for each line with invisible characters, and one for all lines beyond the first few."""
    told: set[int] = set()
    line, start = 1, 0
    for found in INVISIBLE.finditer(text):
        line += text.count("\n", start, found.start())
        start = found.start()
        if line in told:
            continue
        told.add(line)
        if len(told) <= LINES_TOLD:
            column = start - (text.rfind("\n", 0, start) + 1) + 1
            what = f"có ký tự vô hình U+{ord(found.group()):04X} ở vị trí {column} của dòng"
            if found.group() == "\ufffd":
                what = f"chữ ở vị trí {column} của dòng đã mất khi chuyển bảng mã (còn lại dấu \ufffd)"
            yield Problem(shown, line, "", f"{what}. Hãy xóa đoạn quanh đó rồi gõ lại.")
    if len(told) > LINES_TOLD:
        rest = sorted(told)[LINES_TOLD]
        message = f"còn ký tự vô hình ở dòng này và {len(told) - LINES_TOLD - 1} dòng khác. Hãy xóa và gõ lại."
        yield Problem(shown, rest, "", message)
