"""Why a file is not published, in the words that staff read after its name."""

from __future__ import annotations

BROKEN = "hỏng hoặc thiếu dữ liệu. Hãy mở tệp, lưu lại rồi chép vào thư mục."
PASSWORD = "có mật khẩu. Hãy lưu lại bản không có mật khẩu."  # noqa: S105 - a message
TOO_LARGE_INSIDE = "bung ra quá lớn, giống tệp phá hoại. Hãy xem lại tệp, hoặc chia thành nhiều tệp nhỏ."
TOO_SLOW = "phức tạp quá mức nên không đọc được. Hãy in lại ra PDF rồi chép vào thư mục."
MACROS = "có macro (đoạn chương trình chạy được). Hãy lưu lại bản không có macro, hoặc xuất ra PDF."
PACKED_FILE = "có tệp khác gói bên trong, không gỡ được tên người soạn của tệp đó. Hãy đăng riêng từng tệp."
PHOTO_DATA = "có ảnh bên trong không gỡ được dữ liệu máy ảnh hay tên người. Hãy đổi ảnh đó sang JPEG hoặc PNG."
OTHER_PROGRAMS = "có lệnh gọi chương trình khác (DDE). Hãy lưu lại bản không có lệnh đó, hoặc xuất ra PDF."
SIGNED_SCRIPT = "đã ký số nhưng có đoạn chương trình chạy được. Hãy xin bản ký không có đoạn đó."
NOT_UTF8 = "không phải mã UTF-8, người đọc sẽ thấy sai dấu. Hãy lưu lại dạng CSV UTF-8."
NO_PAGES = "không có trang nào. Hãy xuất lại PDF."
SIGNED_OFFICE = "đã ký số, sửa gì cũng làm hỏng chữ ký. Hãy đăng bản PDF đã ký."
UNSAFE_NAMES = "có tên tệp bên trong không dùng được. Hãy nén lại tệp."


class Refused(Exception):  # noqa: N818 - it says that a file is refused, not that the program failed
    """Raised when a file may not be published; its text follows the file's name in a problem."""


def wrong_kind(ending: str, data: bytes) -> Refused:
    """Say that a file is not what its name promises.

    Arguments:
        ending: the ending of its name, for instance `.pdf`.
        data: its beginning.
    """
    return Refused(f'có đuôi "{ending}" nhưng thật ra là {kind_of(data)}. Hãy chép lại đúng tệp.')


def kind_of(data: bytes) -> str:
    """Say in Vietnamese what a file looks like from its first bytes."""
    for start, kind in _STARTS.items():
        if data.startswith(start):
            return kind
    beginning = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith((b"<!doctype html", b"<html", b"<head", b"<script", b"<body")):
        return "trang web HTML"
    return "loại khác"


_STARTS = {
    b"MZ": "chương trình chạy được",
    b"\x7fELF": "chương trình chạy được",
    b"\xcf\xfa\xed\xfe": "chương trình chạy được",
    b"#!": "chương trình chạy được",
    b"%PDF-": "tệp PDF",
    b"PK": "tệp nén hoặc tệp Office",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén gzip",
    b"\xd0\xcf\x11\xe0": "tệp Word, Excel cũ hoặc tệp Office có mật khẩu",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"\x89PNG": "ảnh PNG",
    b"GIF8": "ảnh GIF",
    b"{\\rtf": "tệp RTF",
}
