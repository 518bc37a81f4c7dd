"""Files beside a content file: may they be published?"""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath

from khuyencong.model.near import Known
from khuyencong.model.problem import quoted
from khuyencong.model.vietnamese import file_size

PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
ATTACHMENT_ENDINGS = frozenset({".pdf", ".docx", ".xlsx", ".odt", ".ods", ".csv", ".zip", ".mp3"})
OLD_OFFICE = frozenset({".doc", ".xls"})
"""Kinds that hold the names of all who have worked on them, in places that no library of ours can clean."""
MAX_ATTACHMENT_BYTES = 40_000_000
MAX_PICTURE_BYTES = 40_000_000
MAX_PICTURE_PIXELS = 80_000_000
"""Largest picture in pixels; the newest phones make 50 million."""


def media_problem(folder: Path, name: str, root: Path, *, is_picture: bool) -> str:
    """Say what is wrong with a file that an entry names.

    Arguments:
        folder: the folder of the content file.
        name: the file's name as written, relative to that folder.
        root: the content folder, already resolved, which the file must not leave.
        is_picture: whether a picture is expected.

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
        if not path.is_file():
            return (
                f"không có tệp {quoted(name)} cạnh bài viết.{_near(folder, name) or ' Hãy chép tệp vào cùng thư mục.'}"
            )
        return _picture_problem(path) if is_picture else _attachment_problem(path)
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


def _picture_problem(path: Path) -> str:
    if path.suffix.lower() not in PICTURE_ENDINGS:
        return f"ảnh loại {quoted(path.suffix)} chưa dùng được. Hãy lưu thành JPEG hoặc PNG."
    size = path.stat().st_size
    if size > MAX_PICTURE_BYTES:
        return f"ảnh {quoted(path.name)} nặng {file_size(size)}. Hãy giảm xuống dưới {file_size(MAX_PICTURE_BYTES)}."
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - slow to import, and few edits concern a picture

    try:
        with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as picture:
            width, height = picture.size
            if width * height > MAX_PICTURE_PIXELS:
                return (
                    f"ảnh {quoted(path.name)} lớn {width} × {height} điểm. Hãy thu nhỏ xuống dưới 8.000 điểm mỗi chiều."
                )
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return f"ảnh {quoted(path.name)} hỏng hoặc không đúng loại. Hãy lưu lại ảnh rồi chép vào thư mục."
    return ""
