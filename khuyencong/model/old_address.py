"""Addresses that pages once had, here or on an earlier site: which can lead somewhere, and as which file."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

from khuyencong.model.problem import quoted
from khuyencong.model.source import INVISIBLE

MOST_BYTES = 1_000
"""Longest old address in bytes of UTF-8."""
MOST_BYTES_OF_A_NAME = 200
"""Longest part between two slashes; it names a folder or a file, and systems allow 255 bytes."""
PAGE_ENDINGS = (".html", ".htm")
"""How names end that a web server sends as a page."""
OWN_FOLDERS = frozenset({"giao-dien", "pagefind"})
"""Folders whose files the build names by itself."""

_PROGRAMS = frozenset({"php", "asp", "aspx", "jsp"})
"""Endings that earlier sites have within their addresses, as in `/index.php/tin-tuc/`."""
_ENDING = re.compile(r"\.(?=[A-Za-z0-9]*[A-Za-z])([A-Za-z0-9]{1,5})$")
_BROKEN_CODE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNUSABLE = re.compile(r'[\\<>:"|?*]')
_EXAMPLE = "/ten-bai.i1793.html"


class AddressFault(ValueError):  # noqa: N818 - the gate makes a problem of it, so it is no error
    """Raised when a text is no address that can lead somewhere; it says in Vietnamese what is wrong."""


def old_address(written: str) -> str:
    """Give an old address in its one form: decoded, NFC, folders with a slash at the end.

    Arguments:
        written: the address as written, from the root of the site; percent codes or plain letters.

    Raises:
        AddressFault: when nothing can lie at such an address.
    """
    text = written.strip()
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", text):
        path = path_of(text)
        advice = f"Hãy chỉ viết phần sau tên miền{f': {path}' if path else f', ví dụ {_EXAMPLE}'}."
        raise AddressFault(f"{quoted(text)} có cả tên miền. {advice}")
    if not text.startswith("/"):
        raise AddressFault(f"{quoted(text)} không phải đường dẫn. Hãy viết dạng {_EXAMPLE}.")
    if "?" in text or "#" in text:
        raise AddressFault(f"{quoted(text)} có dấu ? hoặc #, không chuyển được. Hãy bỏ dòng này.")
    folders, name = _parts(_decoded(text), text)
    _check_names([*folders, name], text)
    for folder in folders:
        ending = _ending(folder)
        if ending and ending not in _PROGRAMS:
            raise AddressFault(f"{quoted(text)} coi tệp {quoted(folder)} là thư mục. Hãy xem lại địa chỉ.")
    if folders and folders[0] in OWN_FOLDERS:
        raise AddressFault(f"{quoted(text)} nằm trong thư mục riêng của trang. Hãy bỏ dòng này.")
    if name in ("index.html", "index.htm", ""):
        return "/" + "".join(f"{folder}/" for folder in folders)
    path = "/".join(["", *folders, name])
    return path if _ending(name) else f"{path}/"


def path_of(address: str) -> str:
    """Give what a whole address says behind its host, as far as a page here may be meant; else an empty text.

    Arguments:
        address: an address with a host, as somebody has copied it.
    """
    path = re.sub(r"^[^/]*//[^/]*|[?#].*", "", address)
    return path if path.startswith("/") and path != "/" else ""


def _decoded(text: str) -> str:
    if _BROKEN_CODE.search(text) or "%2f" in text.lower():
        raise AddressFault(f"{quoted(text)} có mã % hỏng. Hãy chép lại địa chỉ từ thanh địa chỉ của trình duyệt.")
    try:
        return unicodedata.normalize("NFC", unquote(text, errors="strict"))
    except UnicodeDecodeError:
        raise AddressFault(f"{quoted(text)} có mã % không phải UTF-8. Hãy bỏ dòng này.") from None


def _parts(path: str, text: str) -> tuple[list[str], str]:
    """Take an address apart; a page that is written like a folder is a page."""
    *folders, name = path[1:].split("/")
    if not name and folders and folders[-1].lower().endswith(PAGE_ENDINGS):
        name = folders.pop()
    if INVISIBLE.search(path) or _UNUSABLE.search(path) or "\n" in path or "\t" in path:
        raise AddressFault(f"{quoted(text)} có ký tự không dùng được trong địa chỉ. Hãy xem lại địa chỉ.")
    return folders, name


def _check_names(names: list[str], text: str) -> None:
    if any(one.startswith(".") for one in names) or "" in names[:-1]:
        raise AddressFault(f'{quoted(text)} có "//" hoặc tên bắt đầu bằng dấu chấm. Hãy xem lại địa chỉ.')
    is_long = sum(len(one.encode()) + 1 for one in names) > MOST_BYTES
    if is_long or any(len(one.encode()) > MOST_BYTES_OF_A_NAME for one in names):
        raise AddressFault(f"{quoted(text)} dài quá mức tên tệp cho phép. Hãy bỏ dòng này.")


def _ending(name: str) -> str:
    found = _ENDING.search(name)
    return found[1].lower() if found else ""


def is_page(old: str) -> bool:
    """Whether a page can lie at an old address, in its one form; a host must lead on from any other by itself."""
    return old.lower().endswith(("/", *PAGE_ENDINGS))


def spellings(old: str) -> tuple[str, ...]:
    """Give an old address as browsers ask for it: percent-encoded, a folder with and without its slash."""
    encoded = quote(old, safe="/~!$&'()*+,;=@")
    return (encoded.removesuffix("/"), encoded) if encoded.endswith("/") and encoded != "/" else (encoded,)
