"""Files beside a content file: may they be published?"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from khuyencong.model.near import Known
from khuyencong.model.pictures.inspection import inspect
from khuyencong.model.pictures.kinds import ENDINGS, KINDS
from khuyencong.model.pictures.verdict import Verdict
from khuyencong.model.problem import quoted
from khuyencong.model.vietnamese import file_size

ATTACHMENT_ENDINGS = frozenset({".pdf", ".docx", ".xlsx", ".odt", ".ods", ".csv", ".zip", ".mp3"})
OLD_OFFICE = frozenset({".doc", ".xls"})
"""Kinds that hold the names of all who have worked on them, in places that no library of ours can clean."""
MAX_ATTACHMENT_BYTES = 40_000_000
USUAL_ENDINGS = ", ".join(kind.endings[0] for kind in KINDS.values())

Judge = Callable[[Path], Verdict]
"""Says what came of looking at a picture file."""


def media_problem(folder: Path, name: str, root: Path, *, is_picture: bool, judge: Judge = inspect) -> str:
    """Say what is wrong with a file that an entry names.

    Arguments:
        folder: the folder of the content file.
        name: the file's name as written, relative to that folder.
        root: the content folder, already resolved, which the file must not leave.
        is_picture: whether a picture is expected.
        judge: looks at a picture; the gate gives one that remembers.

    Returns:
        A Vietnamese message, or an empty text when the file may be published.
    """
    trouble = _name_problem(name)
    if trouble:
        return trouble
    try:
        path = beside(folder, name)
        if path.is_symlink() or not path.resolve().is_relative_to(root):
            return f"tệp {quoted(name)} nằm ngoài thư mục nội dung. Hãy chép tệp vào cùng thư mục với bài."
        if path.exists() and not path.is_file():
            return f"{quoted(name)} không phải tệp (có thể là thư mục). Hãy chép hẳn tệp vào cùng thư mục với bài."
        if not path.is_file():
            return (
                f"không có tệp {quoted(name)} cạnh bài viết.{_near(folder, name) or ' Hãy chép tệp vào cùng thư mục.'}"
            )
        return _picture_problem(path, judge) if is_picture else _attachment_problem(path)
    except (OSError, ValueError, RuntimeError):
        return f"không đọc được tệp {quoted(name)}. Hãy xem lại tên tệp và quyền đọc của tệp."


def _name_problem(name: str) -> str:
    if ".." in PurePosixPath(name).parts:
        return f'đường dẫn {quoted(name)} có "..". Hãy để tệp cùng thư mục với bài và chỉ viết tên tệp.'
    if any(part.startswith(".") for part in PurePosixPath(name).parts):
        return f"tên tệp {quoted(name)} bắt đầu bằng dấu chấm. Hãy đổi tên tệp hoặc thư mục."
    if name.startswith("/") or "\\" in name:
        return f"{quoted(name)} không phải tên tệp cạnh bài viết. Hãy chép tệp vào cùng thư mục và chỉ viết tên tệp."
    return ""


def beside(folder: Path, name: str) -> Path:
    """Find a file by the name that a content file gives; accents may be written in either form on the disk."""
    path = folder / name
    if name.isascii() or path.exists() or not path.parent.is_dir():
        return path
    return next((one for one in path.parent.iterdir() if unicodedata.normalize("NFC", one.name) == path.name), path)


def _near(folder: Path, name: str) -> str:
    files = [one for one in folder.iterdir() if one.is_file() and one.suffix != ".md"] if folder.is_dir() else []
    names = {one.stem: one.name for one in sorted(files)}
    near = Known(names).nearest(PurePosixPath(name).stem)
    return f" Ý bạn là {quoted(names[near])}?" if near else ""


def _attachment_problem(path: Path) -> str:
    if path.suffix.lower() in OLD_OFFICE:
        why = "là kiểu Word, Excel cũ, không gỡ được tên người soạn"
        return f"tệp {quoted(path.name)} {why}. Hãy lưu thành .docx, .xlsx, hoặc xuất ra PDF."
    if path.suffix.lower() not in ATTACHMENT_ENDINGS:
        return f"không đăng tệp loại {quoted(path.suffix)}. Hãy dùng: {', '.join(sorted(ATTACHMENT_ENDINGS))}."
    size = path.stat().st_size
    if size == 0:
        return f"tệp {quoted(path.name)} rỗng. Hãy chép lại tệp."
    if size > MAX_ATTACHMENT_BYTES:
        return f"tệp {quoted(path.name)} nặng {file_size(size)}. Hãy nén xuống dưới {file_size(MAX_ATTACHMENT_BYTES)}."
    return ""


def _picture_problem(path: Path, judge: Judge) -> str:
    if path.suffix.lower() not in ENDINGS:
        return (
            f"ảnh loại {quoted(path.suffix)} chưa dùng được. Hãy lưu thành JPEG hoặc PNG (dùng được: {USUAL_ENDINGS})."
        )
    return judge(path).problem
